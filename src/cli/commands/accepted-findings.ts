import type { Finding } from "../../diagnostics/index.js";
import {
  type Baseline,
  baselineText,
  isAcceptable,
  readBaseline,
  readBaselineIfAny,
} from "../baseline.js";
import { CommandFailure } from "../failure.js";
import { count } from "../figures.js";
import { writeReport } from "../report-file.js";

/** What a command is told of a baseline. */
export interface BaselineSettings {
  readonly file: string | undefined;
  readonly update: boolean;
}

/** Reads those settings. Throws CommandFailure where there is nothing to update. */
export function baselineSettings(options: {
  readonly baseline: string | undefined;
  readonly "update-baseline": boolean | undefined;
}): BaselineSettings {
  const { baseline: file, "update-baseline": update = false } = options;
  if (file === "") throw new CommandFailure("--baseline takes a file");
  if (update && file === undefined) {
    throw new CommandFailure("--update-baseline needs --baseline, the file to write");
  }
  return { file, update };
}

/** The findings of a run that are accepted, and those that are to be from now on. */
export interface AcceptedFindings {
  /** How many findings of one input are accepted at most. */
  readonly most: number;
  /** The findings that are not accepted. `counts` says which may be accepted from now on. */
  left(findings: readonly Finding[], counts: (finding: Finding) => boolean): readonly Finding[];
  /** Ends a run that saw all there is: writes the baseline where it is to be updated, and gives a line that says what is new of it. */
  end(): Promise<string | undefined>;
}

/** Findings of one input that a baseline is made from. */
const mostOfUpdate = 100_000;

/** Reads the baseline. Throws CommandFailure. */
export async function openBaseline({ file, update }: BaselineSettings): Promise<AcceptedFindings> {
  if (file === undefined) {
    return { most: 0, left: (findings) => findings, end: async () => undefined };
  }
  const baseline = update ? await readBaselineIfAny(file) : await readBaseline(file);
  const met = new Map<string, Finding>();
  return {
    most: update ? mostOfUpdate : baseline.size,
    left: (findings, counts) =>
      findings.filter((finding) => {
        const { fingerprint } = finding;
        const known = baseline.has(fingerprint) || (update && counts(finding));
        if (!known || !isAcceptable(finding)) return true;
        met.set(fingerprint, finding);
        return false;
      }),
    end: async () => {
      if (!update) return goneNote(file, baseline, met);
      await writeReport(file, baselineText(met.values()));
      return updateNote(file, baseline, met);
    },
  };
}

function goneNote(
  file: string,
  baseline: Baseline,
  met: ReadonlyMap<string, Finding>,
): string | undefined {
  const gone = [...baseline].filter((print) => !met.has(print)).length;
  if (gone === 0) return undefined;
  return `${count(gone, "finding", "findings")} of ${file} no longer there: --update-baseline takes ${gone === 1 ? "it" : "them"} out`;
}

function updateNote(file: string, baseline: Baseline, met: ReadonlyMap<string, Finding>): string {
  const added = [...met.keys()].filter((print) => !baseline.has(print)).length;
  const gone = baseline.size - (met.size - added);
  return `${file} accepts ${count(met.size, "finding", "findings")}: ${added} new, ${gone} gone`;
}
