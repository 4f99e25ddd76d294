import path from "node:path";
import { quote } from "../../diagnostics/index.js";
import { CommandFailure } from "../failure.js";
import { type ReportFormat, reportFormats } from "../reporters/formats.js";
import { oneOf } from "./choice.js";

/** A report that is written to a file. */
export interface ReportFile {
  readonly format: ReportFormat;
  readonly file: string;
}

/** The files of `--report FORMAT=FILE`. Throws CommandFailure on another form, and where two reports are to be one file. */
export function reportFiles(given: readonly string[]): readonly ReportFile[] {
  const places = new Set<string>();
  return given.map((text) => {
    const at = text.indexOf("=");
    const file = text.slice(at + 1);
    if (at === -1 || file === "") {
      throw new CommandFailure(
        `--report takes FORMAT=FILE, such as sarif=out.sarif, not ${quote(text)}`,
      );
    }
    const format = oneOf("--report takes a format", text.slice(0, at), reportFormats);
    if (file === "-") {
      throw new CommandFailure(
        "--report writes files, and - is standard output",
        `--format ${format} writes there`,
      );
    }
    const place = path.resolve(file);
    if (places.has(place)) throw new CommandFailure(`--report names ${quote(file)} twice`);
    places.add(place);
    return { format, file };
  });
}

/** Most findings that are asked for. */
const most = 1_000_000;

/** The number of `--max-findings`. Throws CommandFailure where it is none. */
export function maxFindings(given: string | undefined): number {
  if (given === undefined) return 1000;
  const number = /^\d{1,7}$/.test(given) ? Number(given) : 0;
  if (number >= 1 && number <= most) return number;
  throw new CommandFailure(
    `--max-findings takes a whole number from 1 to ${most}, not ${quote(given)}`,
  );
}
