// What becomes of a recording that the contract refuses.

import { refuse } from "../construct/index.js";
import { PromschemaError, type RuleId } from "../diagnostics/index.js";

/**
 * Throw the error, drop the recording, or tell somebody of the error and drop it. What is dropped is counted by the rule that it broke.
 */
export type OnRefusal = "throw" | "drop" | ((error: PromschemaError) => void);

export class Guard {
  readonly refused = new Map<RuleId, number>();
  readonly #onRefusal: OnRefusal;

  constructor(onRefusal: unknown = "throw") {
    const isKnown = onRefusal === "throw" || onRefusal === "drop";
    if (!isKnown && typeof onRefusal !== "function") {
      refuse("construct/argument", {
        message: 'expected "throw", "drop" or a function for the option onRefusal',
      });
    }
    // A function that takes something else is a mistake that no run can see.
    this.#onRefusal = onRefusal as OnRefusal;
  }

  /** Records; gives undefined where the contract refuses that and nothing is to be thrown. */
  run<Result>(record: () => Result): Result | undefined {
    if (this.#onRefusal === "throw") return record();
    try {
      return record();
    } catch (error) {
      if (!(error instanceof PromschemaError)) throw error;
      this.refused.set(error.rule, (this.refused.get(error.rule) ?? 0) + 1);
      if (typeof this.#onRefusal === "function") this.#onRefusal(error);
      return undefined;
    }
  }
}
