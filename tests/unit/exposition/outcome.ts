import type { Finding } from "../../../src/diagnostics/index.js";
import {
  type ParseOptions,
  safeParseExposition,
  samplesOf,
} from "../../../src/exposition/index.js";

/** One row of a table: what is read, and what comes of it. */
export interface Case<Want> {
  readonly name: string;
  readonly given: string | Uint8Array;
  readonly want: Want;
}

/** Texts and single bytes as one payload. */
export function bytesOf(...parts: readonly (string | number)[]): Uint8Array {
  const encoder = new TextEncoder();
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? [...encoder.encode(part)] : [part])),
  );
}

/** A finding as `line:column+length message | hint`, its rule before it unless that is `syntax`. */
export function spelledFinding(finding: Finding): string {
  const { rule, line, column, length, message, hint } = finding;
  return [
    rule === "syntax" ? "" : `${rule} `,
    `${line}:${column}`,
    length === undefined ? "" : `+${length}`,
    ` ${message}`,
    hint === undefined ? "" : ` | ${hint}`,
  ].join("");
}

/** What ends the reading. */
export function failureIn(given: string | Uint8Array, options: ParseOptions = {}): string {
  const result = safeParseExposition(given, options);
  return result.ok ? "it can be read" : spelledFinding(result.findings[0]);
}

/** What the reading had to say and went on. */
export function remarksIn(given: string | Uint8Array, options: ParseOptions = {}): string[] {
  const result = safeParseExposition(given, options);
  if (!result.ok) throw new Error(spelledFinding(result.findings[0]));
  return result.findings.map(spelledFinding);
}

/** The samples read, as `name {labels} value @milliseconds # {labels} value @milliseconds`. */
export function samplesIn(given: string | Uint8Array, options: ParseOptions = {}): string[] {
  const result = safeParseExposition(given, options);
  if (!result.ok) throw new Error(spelledFinding(result.findings[0]));
  return Array.from(samplesOf(result.value), ({ name, labels, value, timestamp, exemplar }) => {
    const tail =
      exemplar === undefined
        ? ""
        : ` # ${JSON.stringify(exemplar.labels)} ${spelledValue(exemplar.value, exemplar.timestamp)}`;
    return `${name} ${JSON.stringify(labels)} ${spelledValue(value, timestamp)}${tail}`;
  });
}

function spelledValue(value: number, timestamp: number | undefined): string {
  const number = Object.is(value, -0) ? "-0" : String(value);
  return timestamp === undefined ? number : `${number} @${timestamp}`;
}
