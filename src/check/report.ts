import type { Finding } from "../diagnostics/index.js";
import type { Format } from "../exposition/index.js";

/** Which declared metrics an exposition has. Names in order of declaration, or of appearance where undeclared. */
export interface Coverage {
  /** Number of metrics the registry declares. */
  readonly declared: number;
  readonly seen: readonly string[];
  readonly absent: readonly string[];
  /** Metric families of the exposition that the registry does not declare. */
  readonly undeclared: readonly string[];
  /** Every declared metric in order of declaration, with its labels and their values, where `labelCoverage` asks for them. */
  readonly metrics?: readonly MetricCoverage[];
}

/** What an exposition has of one declared metric. */
export interface MetricCoverage {
  readonly name: string;
  /** Number of its series: 0 for one that is absent. */
  readonly series: number;
  /** In order of declaration. */
  readonly labels: readonly LabelCoverage[];
}

/** What an exposition has of one label of a metric. */
export interface LabelCoverage {
  readonly name: string;
  readonly required: boolean;
  /** Number of its distinct values, declared or not. It is counted up to 65,536; an empty value is none. */
  readonly values: number;
  /** Of a label with an enum: the declared values that were seen, and those that were not, in order of declaration. */
  readonly seen?: readonly string[];
  readonly absent?: readonly string[];
}

/** What a check of one exposition yields. */
export interface Report {
  readonly source?: string;
  readonly format: Format;
  readonly bytes: number;
  readonly families: number;
  readonly series: number;
  readonly samples: number;
  readonly coverage: Coverage;
  /** By line and column, those about the whole exposition last. */
  readonly findings: readonly Finding[];
}
