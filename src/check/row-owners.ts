import { enlarged, nextLength } from "./rows.js";

/**
 * The family state that each row belongs to, as a number a row: a list of as many pointers would be copied each time it grows, within V8's heap,
 * whose young generation grows by what outlives its sweeps.
 */
export class RowOwners<Owner> {
  readonly #owners: Owner[] = [];
  readonly #numbers = new Map<Owner, number>();
  /** Position of the owner, plus one; 0 for none. */
  #rows = new Int32Array(64);

  get(row: number): Owner | undefined {
    return this.#owners[(this.#rows[row] ?? 0) - 1];
  }

  set(row: number, owner: Owner): void {
    let number = this.#numbers.get(owner);
    if (number === undefined) {
      number = this.#owners.push(owner);
      this.#numbers.set(owner, number);
    }
    while (row >= this.#rows.length) {
      this.#rows = enlarged(this.#rows, nextLength(this.#rows.length));
    }
    this.#rows[row] = number;
  }

  /** The rows that have an owner, in order. */
  *entries(): Generator<readonly [row: number, owner: Owner]> {
    for (let row = 0; row < this.#rows.length; row++) {
      const owner = this.get(row);
      if (owner !== undefined) yield [row, owner];
    }
  }
}
