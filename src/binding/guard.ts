// What becomes of a recording that breaks the contract, as programs without types may make it.

import { givenAs, refuse } from "../construct/index.js";
import { PromschemaError, type RuleId } from "../diagnostics/index.js";
import type { Metric } from "../registry/index.js";

/**
 * What becomes of a recording that breaks the contract: `throw` throws a PromschemaError to whoever recorded, `drop` records nothing and counts
 * why, `warn` does the same and calls a function. What is refused is never recorded.
 */
export type GuardOptions =
  | {
      /** @default "throw" */
      readonly guard?: "throw" | "drop" | undefined;
    }
  | {
      readonly guard: "warn";
      /** Called with each refusal: to log it, where to is yours to choose. What it throws goes to whoever recorded. */
      readonly warn: (refusal: PromschemaError) => void;
    };

/** Recordings that were refused and not made, by metric and rule. */
export interface Dropped {
  readonly metric: string;
  readonly rule: RuleId;
  readonly count: number;
}

export class Guard {
  readonly #tell: ((refusal: PromschemaError) => void) | undefined;
  readonly #counts = new Map<string, Map<RuleId, number>>();

  /** Throws a PromschemaError for what is no guard. */
  constructor(guard: unknown, warn: unknown) {
    this.#tell = readGuard(guard, warn);
  }

  /** Takes what a recording threw: throws it again, or counts it. */
  take(metric: Metric, error: unknown): void {
    if (this.#tell === undefined || !(error instanceof PromschemaError)) throw error;
    let counts = this.#counts.get(metric.name);
    if (counts === undefined) {
      counts = new Map();
      this.#counts.set(metric.name, counts);
    }
    counts.set(error.rule, (counts.get(error.rule) ?? 0) + 1);
    this.#tell(error);
  }

  /** What was dropped until now. */
  dropped(): Dropped[] {
    return [...this.#counts].flatMap(([metric, counts]) =>
      Array.from(counts, ([rule, count]) => ({ metric, rule, count })),
    );
  }
}

function readGuard(
  guard: unknown,
  warn: unknown,
): ((refusal: PromschemaError) => void) | undefined {
  if (guard === undefined || guard === "throw") return undefined;
  if (guard === "drop") return () => {};
  if (guard === "warn" && typeof warn === "function") return (refusal) => warn(refusal);
  return refuse("construct/argument", {
    message:
      guard === "warn"
        ? `the option warn is ${givenAs(warn)}: expected a function, which the guard "warn" calls`
        : `the option guard is ${givenAs(guard)}: expected "throw", "drop" or "warn"`,
  });
}
