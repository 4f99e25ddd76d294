import type { Interner } from "./interner.js";
import { parseNumber } from "./number.js";

/** The numbers that interned label values spell (`le`, `quantile`), each parsed once. */
export class ValueNumbers {
  readonly #values: Interner;
  #numbers = new Float64Array(256).fill(Number.NaN);

  constructor(values: Interner) {
    this.#values = values;
  }

  /** The number; NaN for a value that spells none, and for NaN. */
  of(value: number): number {
    while (value >= this.#numbers.length) this.#grow();
    const known = this.#numbers[value]!;
    if (!Number.isNaN(known)) return known;
    const parsed = parseNumber(this.#values.text(value));
    const number = typeof parsed === "number" ? parsed : Number.NaN;
    this.#numbers[value] = number;
    return number;
  }

  /** To be called when the values were cleared: their ids mean nothing any more. */
  forget(): void {
    this.#numbers.fill(Number.NaN);
  }

  #grow(): void {
    const larger = new Float64Array(this.#numbers.length * 2).fill(Number.NaN);
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}
