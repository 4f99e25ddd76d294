import type { Format } from "../../exposition/index.js";
import { CommandFailure } from "../failure.js";
import type { Terminal } from "../terminal.js";
import { choice } from "./choice.js";
import { type RequestSettings, requestSettings } from "./request-settings.js";

/** Where payloads come from and how they are read, whichever the command. */
export interface SourceSettings extends RequestSettings {
  readonly inputFormat: Format | "auto";
  /** Largest payload that is read, after unpacking. */
  readonly maxBytes: number;
}

/** Reads those settings. Throws CommandFailure on a value that none of them has. */
export function sourceSettings(
  options: { readonly "input-format": string | undefined } & Parameters<typeof requestSettings>[0],
): Omit<SourceSettings, "maxBytes"> {
  return {
    inputFormat: choice("input-format", options["input-format"], [
      "auto",
      "prometheus-text-0.0.4",
      "prometheus-text-1.0.0",
      "openmetrics-1.0",
    ]),
    ...requestSettings(options),
  };
}

/** What is told of standard input. It is asked for where it matters alone: the answer takes time. */
export type StandardInput = Pick<Terminal["stdin"], "isTerminal">;

/** How a payload is read: as is asked for, else by what its source could tell of it beforehand. */
export function formatToRead(
  { inputFormat }: Pick<SourceSettings, "inputFormat">,
  told: Format | undefined,
): Format | "auto" {
  return inputFormat === "auto" ? (told ?? inputFormat) : inputFormat;
}

/** Throws CommandFailure where no payload is named, or standard input twice. */
export function requirePayload(
  command: string,
  operands: readonly string[],
  stdin: StandardInput,
): void {
  if (operands.length === 0) {
    throw new CommandFailure(
      `${command} needs a payload: a path, an http(s) URL, or - for standard input`,
      stdin.isTerminal
        ? `promschema ${command} --help has examples`
        : `promschema ${command} - reads what is piped in`,
    );
  }
  if (operands.filter((operand) => operand === "-").length > 1) {
    throw new CommandFailure("standard input can be read once, and - is given twice");
  }
}
