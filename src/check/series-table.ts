import { grown } from "../exposition/index.js";

/** Largest mask of a table that is kept for the next exposition. */
const largestKept = 0x1_ffff;

/** What `enter` answers for a series beyond the limit. */
export const UNTRACKED = -1;

/**
 * The series of an exposition by 64 bits of hash, seeded at random, of name and labels in any order. Two different series share all 64
 * once in some 10^19: that they are never held for one is worth less than the memory it takes to compare them.
 */
export class SeriesTable {
  size = 0;
  /** Whether the series last entered was new. */
  isNew = false;
  /** Line each series was first seen on. */
  lines = new Int32Array(256);

  #limit = 0;
  #mask = 511;
  #table = new Int32Array(512);
  #low = new Int32Array(256);
  #high = new Int32Array(256);

  /** Begins an exposition, of which it remembers so many series. What it grew to is kept where the one before was near as large. */
  begin(limit: number): void {
    this.#limit = limit;
    if (this.#mask > Math.min(largestKept, Math.max(this.size * 16, 511))) {
      this.#mask = 511;
      this.#table = new Int32Array(512);
      this.#low = new Int32Array(256);
      this.#high = new Int32Array(256);
      this.lines = new Int32Array(256);
    } else if (this.size > 0) {
      this.#table.fill(0);
    }
    this.size = 0;
  }

  /** Index of the series, added where it is new and the limit allows. */
  enter(low: number, high: number, line: number): number {
    const table = this.#table;
    let slot = low & this.#mask;
    let entry = table[slot]!;
    while (entry !== 0) {
      if (this.#low[entry - 1] === low && this.#high[entry - 1] === high) {
        this.isNew = false;
        return entry - 1;
      }
      slot = (slot + 1) & this.#mask;
      entry = table[slot]!;
    }
    this.isNew = true;
    if (this.size >= this.#limit) return UNTRACKED;
    const index = this.size++;
    if (index === this.#low.length) this.#growEntries();
    this.#low[index] = low;
    this.#high[index] = high;
    this.lines[index] = line;
    table[slot] = index + 1;
    if (this.size * 2 > this.#mask) this.#growTable();
    return index;
  }

  #growEntries(): void {
    this.#low = grown(this.#low);
    this.#high = grown(this.#high);
    this.lines = grown(this.lines);
  }

  #growTable(): void {
    this.#mask = this.#mask * 2 + 1;
    this.#table = new Int32Array(this.#mask + 1);
    for (let index = 0; index < this.size; index++) {
      let slot = this.#low[index]! & this.#mask;
      while (this.#table[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#table[slot] = index + 1;
    }
  }
}
