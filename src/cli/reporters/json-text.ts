import { type Finding, printable } from "../../diagnostics/index.js";

/**
 * A value as JSON that is safe to print: what JSON leaves bare and a terminal might obey (C1 controls, bidirectional
 * overrides) or a CI runner (`##[`) is escaped as JSON escapes, so the value is the same to whoever parses it.
 */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent)
    .replace(/[^\x20-\x7e\n]/gu, (char) => (printable(char) === char ? char : unicodeEscapes(char)))
    .replace(/(##[a-z]*)\[/gi, (_all, mark: string) => `${mark}${unicodeEscapes("[")}`);
}

function unicodeEscapes(char: string): string {
  return Array.from({ length: char.length }, (_, at) => {
    return `\\u${char.charCodeAt(at).toString(16).padStart(4, "0")}`;
  }).join("");
}

/** A finding as the machine formats carry it: without its excerpt, which is for people, and without absent fields. */
export function jsonFinding(finding: Finding): Readonly<Record<string, unknown>> {
  const { rule, severity, message, line, column, length, metric, label, value, hint } = finding;
  const { notes, declared, count, alsoOnLines, fingerprint } = finding;
  // The fields in the order of the documentation; JSON.stringify leaves undefined ones out.
  return {
    ...{ rule, severity, message, line, column, length, metric, label, value, hint },
    ...{ count, alsoOnLines, notes, declared, fingerprint },
  };
}
