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
  /** Which declared metrics it has. Absent where nothing was declared. */
  readonly coverage?: SubjectCoverage;
  /** How many series each metric has. Absent where no report asked for it. */
  readonly cardinality?: readonly MetricCardinality[];
  /** How many of its findings a baseline accepts: they are not among the others. */
  readonly accepted?: number;
  /** Whether the run was interrupted while it was read: what follows is not known. */
  readonly cutShort?: boolean;
}

export interface SubjectCoverage {
  readonly declared: number;
  readonly seen: readonly string[];
  readonly absent: readonly string[];
  readonly undeclared: readonly string[];
}

/** How many series a metric has, and how many values each of its labels. */
export interface MetricCardinality {
  readonly metric: string;
  readonly series: number;
  readonly labels: readonly LabelCardinality[];
}

export interface LabelCardinality {
  readonly label: string;
  readonly values: number;
  /** Whether there are more values than were counted. */
  readonly more: boolean;
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
  /** The registry documents that payloads are held against. */
  readonly registryFiles?: readonly string[];
}

/** Turns what a run yields into a text, piece by piece. Never writes. */
export interface Reporter {
  subject(subject: Subject): string;
  unread(unread: Unread): string;
  /** The last piece. A run that was interrupted ends as well, and its report says so. */
  end(interrupted?: boolean): string;
}
