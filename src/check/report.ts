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
