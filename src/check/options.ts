import type { LevelOptions } from "../diagnostics/index.js";
import type { ReadingOptions } from "../exposition/index.js";
import type { CompiledRegistry } from "../registry/index.js";

/** What an exposition is checked against, and how strictly. */
export interface CheckOptions extends Omit<ReadingOptions, "levels">, LevelOptions {
  /** The contract. Without one, only the syntax and the specification's rules are checked. */
  readonly registry?: CompiledRegistry;
  /**
   * Labels that any metric may have beside its declared ones. The target labels `job` and `instance` are always among them.
   * @default []
   */
  readonly allowLabels?: readonly string[];
  /**
   * Most findings kept, identical ones counted once. What is beyond is counted in one finding of the rule `findings-limit`.
   * @default 1000
   */
  readonly maxFindings?: number;
  /**
   * Most series remembered to find duplicates and to hold the parts of scattered histograms together. What is beyond is said in one finding
   * of the rule `series-limit`. About 20 bytes each, 60 for a histogram or summary.
   * @default 4194304, and 131072 in a stream
   */
  readonly maxTrackedSeries?: number;
  /**
   * Metrics that must be there, whatever their presence says: names, or patterns with `*` and `?`. With a registry each declared metric
   * that a pattern matches must be there, and without one, or where none is declared, some metric of the exposition. What is not is a finding of the
   * rule `required-metric`.
   * @default []
   */
  readonly required?: readonly string[];
  /** Least share of the declared metrics that must be seen, in percent. Less is a finding of the rule `min-coverage`. */
  readonly minCoverage?: number;
  /**
   * Whether the report says of each declared metric which labels and values were seen of it. It takes a look at every value of every label.
   * @default false
   */
  readonly labelCoverage?: boolean;
}

/** The scraper adds these to every series of a target. */
export const targetLabels: readonly string[] = ["job", "instance"];
