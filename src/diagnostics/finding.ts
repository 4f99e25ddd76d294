import type { RuleId } from "./catalogue.js";

/** How much a finding weighs. */
export type Severity = "error" | "warning" | "info";

/** The level a rule is set to: the severity of its findings, or `off` to leave the rule out. */
export type Level = Severity | "off";

/** A place in a text. Lines and columns count from 1; columns are UTF-16 code units, as editors count. */
export interface Position {
  readonly source?: string;
  readonly line: number;
  readonly column: number;
}

/** The stretch of the offending line that a code frame shows. */
export interface Excerpt {
  /** Text of the line, or a window of it where the line is long. */
  readonly text: string;
  /** Column of the first character of `text`. */
  readonly column: number;
  /** Whether the line goes on to the left and to the right of `text`. */
  readonly cutLeft: boolean;
  readonly cutRight: boolean;
}

/** One thing a check, a lint or a reader has to say. The same shape for all of them. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** What was expected, what was found. One line, no markup, safe to print: untrusted text in it is escaped. */
  readonly message: string;
  readonly source?: string;
  readonly line?: number;
  readonly column?: number;
  /** Length of the offending text in UTF-16 code units, where it is known. */
  readonly length?: number;
  readonly metric?: string;
  readonly label?: string;
  /** The offending value, raw: escape it before you print it. */
  readonly value?: string;
  /** What to do, as one imperative or a question: `did you mean "promoting"?` */
  readonly hint?: string;
  /** Facts that help, a line each: the allowed values, where the series was first seen. Safe to print. */
  readonly notes?: readonly string[];
  /** Where the registry declares what was broken. */
  readonly declared?: Position;
  /** How many times the same was found, where more than once: this finding stands for all of them. */
  readonly count?: number;
  /** Lines of the first few of those beside the one it stands at. */
  readonly alsoOnLines?: readonly number[];
  readonly excerpt?: Excerpt;
  /** Stable over runs: made from rule, metric, label and value, never from a line number. */
  readonly fingerprint: string;
}

/** A finding without what is derived from the rest of it. */
export type FindingInput = Omit<Finding, "fingerprint">;

/** Completes a finding with its fingerprint. */
export function createFinding(input: FindingInput): Finding {
  return {
    ...input,
    fingerprint: fingerprint(input.rule, input.metric, input.label, input.value),
  };
}

/** 16 hexadecimal digits over the parts, which are kept apart (`a`,`bc` is not `ab`,`c`). */
export function fingerprint(...parts: readonly (string | undefined)[]): string {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (const part of parts) {
    const text = part === undefined ? "" : part;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ unit, 0x5bd1e995) ^ (high >>> 15);
    }
    // A separator outside the range of code units; absent and empty are different parts.
    const mark = part === undefined ? 0x10001 : 0x10000;
    low = Math.imul(low ^ mark, 0x01000193);
    high = Math.imul(high ^ mark, 0x5bd1e995) ^ (high >>> 15);
  }
  return hex(high) + hex(low);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}

const rank: Record<Severity, number> = { error: 2, warning: 1, info: 0 };

/** Whether a severity reaches a threshold. */
export function reaches(severity: Severity, threshold: Severity): boolean {
  return rank[severity] >= rank[threshold];
}
