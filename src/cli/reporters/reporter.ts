import type { Finding } from "../../diagnostics/index.js";

/** What a command looked at: a payload, a registry document. */
export interface Subject {
  readonly source: string;
  /** Its figures in words, for people: `17 families, 1,204 series, 218 kB`. */
  readonly figures: readonly string[];
  /** Its figures as data, for machines. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly findings: readonly Finding[];
  readonly elapsedMs: number;
  /** More of it for people, a line each, safe to print. */
  readonly details?: readonly string[];
}

/** A subject that could not be had. */
export interface Unread {
  readonly source: string;
  readonly message: string;
}

/** What is said of a whole run, beside its subjects. */
export interface RunFacts {
  /** Name of one subject, and of several. */
  readonly noun: { readonly one: string; readonly many: string };
  /** Fields at the head of the JSON report. */
  readonly head: Readonly<Record<string, unknown>>;
}

/** Turns what a run yields into the text of standard output, piece by piece. Never writes. */
export interface Reporter {
  subject(subject: Subject): string;
  unread(unread: Unread): string;
  end(): string;
}
