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
}

/** The scraper adds these to every series of a target. */
export const targetLabels: readonly string[] = ["job", "instance"];
