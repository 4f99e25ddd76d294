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
  /** Rows beyond the highest one set. */
  #end = 0;
  #last: Owner | undefined;
  #lastNumber = 0;

  get(row: number): Owner | undefined {
    const number = this.#rows[row] ?? 0;
    return number === 0 ? undefined : this.#owners[number - 1];
  }

  set(row: number, owner: Owner): void {
    if (owner !== this.#last) {
      this.#last = owner;
      this.#lastNumber = this.#numberOf(owner);
    }
    while (row >= this.#rows.length) {
      this.#rows = enlarged(this.#rows, nextLength(this.#rows.length));
    }
    this.#rows[row] = this.#lastNumber;
    if (row >= this.#end) this.#end = row + 1;
  }

  /** Forgets all, and keeps the room. */
  clear(): void {
    if (this.#end === 0) return;
    this.#rows.fill(0, 0, this.#end);
    this.#end = 0;
    this.#owners.length = 0;
    this.#numbers.clear();
    this.#last = undefined;
  }

  #numberOf(owner: Owner): number {
    const known = this.#numbers.get(owner);
    if (known !== undefined) return known;
    const number = this.#owners.push(owner);
    this.#numbers.set(owner, number);
    return number;
  }
}
