// What becomes of a recording that breaks the contract, as programs without types may make it.

import { givenAs, refuse } from "../construct/index.js";
import { PromschemaError, type RuleId } from "../diagnostics/index.js";
import type { OnRefusal } from "../instruments/index.js";

export class Guard {
  /** How many recordings were refused without being thrown, by the rule that they broke. */
  readonly refused = new Map<RuleId, number>();
  readonly #tell: ((refusal: PromschemaError) => void) | undefined;

  /** Throws a PromschemaError for what is no guard. */
  constructor(onRefusal: unknown) {
    this.#tell = readOnRefusal(onRefusal);
  }

  /** Takes what a recording threw: throws it again, or counts it and tells of it. */
  take(error: unknown): void {
    if (this.#tell === undefined || !(error instanceof PromschemaError)) throw error;
    this.refused.set(error.rule, (this.refused.get(error.rule) ?? 0) + 1);
    this.#tell(error);
  }

  /** Runs what may refuse, and gives what it gives; undefined where it refused and that is not thrown. */
  run<Result>(record: () => Result): Result | undefined {
    try {
      return record();
    } catch (error) {
      this.take(error);
      return undefined;
    }
  }
}

function readOnRefusal(given: unknown): Exclude<OnRefusal, string> | undefined {
  if (given === undefined || given === "throw") return undefined;
  if (given === "drop") return () => {};
  // A function that takes something else is a mistake that no run can see.
  if (typeof given === "function") return (refusal) => given(refusal);
  return refuse("construct/argument", {
    message: `the option onRefusal is ${givenAs(given)}: expected "throw", "drop" or a function`,
  });
}
