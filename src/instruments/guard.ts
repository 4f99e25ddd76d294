// What becomes of a recording that breaks the contract, as programs without types may make it.

import { givenAs, refuse } from "../construct/index.js";
import { PromschemaError, type RuleId } from "../diagnostics/index.js";

/**
 * Throw the error, drop the recording, or tell somebody of the error and drop it. What is dropped is counted by the rule that it broke.
 */
export type OnRefusal = "throw" | "drop" | ((error: PromschemaError) => void);

export class Guard {
  /** How many recordings were refused without being thrown, by the rule that they broke. */
  readonly refused = new Map<RuleId, number>();
  readonly #tell: ((refusal: PromschemaError) => void) | undefined;

  /** Throws a PromschemaError for what is no guard. */
  constructor(onRefusal: unknown) {
    this.#tell = readOnRefusal(onRefusal);
  }

  /** Records; gives undefined where the contract refuses that and nothing is to be thrown. */
  run<Result>(record: () => Result): Result | undefined {
    if (this.#tell === undefined) return record();
    try {
      return record();
    } catch (error) {
      if (!(error instanceof PromschemaError)) throw error;
      this.refused.set(error.rule, (this.refused.get(error.rule) ?? 0) + 1);
      this.#tell(error);
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
