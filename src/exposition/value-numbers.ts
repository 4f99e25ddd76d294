import type { Interner } from "./interner.js";
import { parseNumber } from "./number.js";

/** The numbers that interned label values spell (`le`, `quantile`), each parsed once and made once: all buckets of a bound share it. */
export class ValueNumbers {
  readonly #values: Interner;
  #numbers: (number | undefined)[] = [];

  constructor(values: Interner) {
    this.#values = values;
  }

  /** The number; NaN for a value that spells none, and for NaN. */
  of(value: number): number {
    const known = this.#numbers[value];
    if (known !== undefined) return known;
    while (this.#numbers.length <= value) this.#numbers.push(undefined);
    const parsed = parseNumber(this.#values.text(value));
    const number = typeof parsed === "number" ? parsed : Number.NaN;
    this.#numbers[value] = number;
    return number;
  }

  /** To be called when the values were cleared: their ids mean nothing any more. */
  forget(): void {
    this.#numbers = [];
  }
}
