import { CommandFailure } from "../failure.js";
import { type HeaderList, parseHeaders } from "../sources/headers.js";
import { choice } from "./choice.js";
import { timeoutMs } from "./quantities.js";

/** Where payloads come from and how they are read, whichever the command. */
export interface SourceSettings {
  readonly inputFormat:
    | "auto"
    | "prometheus-text-0.0.4"
    | "prometheus-text-1.0.0"
    | "openmetrics-1.0";
  readonly headers: HeaderList;
  readonly timeoutMs: number;
  /** Largest payload that is read, after unpacking. */
  readonly maxBytes: number;
}

/** Reads those settings. Throws CommandFailure on a value that none of them has. */
export function sourceSettings(options: {
  readonly "input-format": string | undefined;
  readonly header: readonly string[];
  readonly timeout: string | undefined;
}): Omit<SourceSettings, "maxBytes"> {
  return {
    inputFormat: choice("input-format", options["input-format"], [
      "auto",
      "prometheus-text-0.0.4",
      "prometheus-text-1.0.0",
      "openmetrics-1.0",
    ]),
    headers: parseHeaders(options.header),
    timeoutMs: timeoutMs(options.timeout),
  };
}

/** Throws CommandFailure where no payload is named, or standard input twice. */
export function requirePayload(
  command: string,
  operands: readonly string[],
  stdinIsTerminal: boolean,
): void {
  if (operands.length === 0) {
    throw new CommandFailure(
      `${command} needs a payload: a path, an http(s) URL, or - for standard input`,
      stdinIsTerminal
        ? `promschema ${command} --help has examples`
        : `promschema ${command} - reads what is piped in`,
    );
  }
  if (operands.filter((operand) => operand === "-").length > 1) {
    throw new CommandFailure("standard input can be read once, and - is given twice");
  }
}
