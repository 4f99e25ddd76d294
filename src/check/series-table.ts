import { CompositeRows } from "./composite-rows.js";
import { RowOwners } from "./row-owners.js";
import { enlarged, largestKept, nextLength } from "./rows.js";

const firstSlots = 512;
const noTimes = new Float64Array(0);

/** What `enter` answers for a series beyond the limit. */
export const UNTRACKED = -1;

/** How many more series a check may remember: one number for all its tables. */
export interface SeriesBudget {
  left: number;
}

/**
 * The series of an exposition by 64 bits of hash, seeded at random, of name and labels in any order. Two different series share all 64
 * once in some 10^19: that they are never held for one is worth less than the memory it takes to compare them.
 *
 * A table may serve one exposition after another: then a series keeps its index, by which it is entered without a look-up.
 */
export class SeriesTable {
  /** Number of series, those of earlier expositions included. */
  size = 0;
  /** Number of series of this exposition, as far as the limit allows. */
  tracked = 0;
  /** Whether the series last entered was new in this exposition. */
  isNew = false;
  /** Line each series was first seen on. */
  lines = new Int32Array(firstSlots / 2);
  /** Time of the last point of each series, milliseconds, NaN for none: for whom it matters to keep. */
  times = noTimes;

  readonly #budget: SeriesBudget;
  #mask = firstSlots - 1;
  #table = new Int32Array(firstSlots);
  #low = new Int32Array(firstSlots / 2);
  #high = new Int32Array(firstSlots / 2);
  /** By series: the last exposition that had it. Undefined where there is but one. */
  #seen: Int32Array<ArrayBuffer> | undefined;
  #exposition = 0;

  constructor(budget: SeriesBudget) {
    this.#budget = budget;
  }

  /** Begins another exposition, in which no series was seen yet. */
  begin(): void {
    this.#seen ??= new Int32Array(this.#low.length);
    this.#exposition++;
    this.tracked = 0;
    // The last one may have filled the table with nothing left to grow for.
    if (this.size === this.#low.length) this.#grow();
  }

  /** Forgets all series. What it grew to is kept for the next exposition, where this one made use of it. */
  clear(): void {
    if (this.#mask > Math.min(largestKept, Math.max(this.size * 16, firstSlots - 1))) {
      this.#mask = firstSlots - 1;
      this.#table = new Int32Array(firstSlots);
      this.#low = new Int32Array(firstSlots / 2);
      this.#high = new Int32Array(firstSlots / 2);
      this.lines = new Int32Array(firstSlots / 2);
      this.times = noTimes;
      if (this.#seen !== undefined) this.#seen = new Int32Array(firstSlots / 2);
    } else if (this.size > 0) {
      this.#table.fill(0);
      this.#seen?.fill(0);
    }
    this.size = 0;
    this.tracked = 0;
  }

  /** Index of the series, added where it is new and the limit allows. */
  enter(low: number, high: number, line: number): number {
    const table = this.#table;
    let slot = low & this.#mask;
    let entry = table[slot]!;
    while (entry !== 0) {
      if (this.#low[entry - 1] === low && this.#high[entry - 1] === high) {
        return this.enterKnown(entry - 1, line);
      }
      slot = (slot + 1) & this.#mask;
      entry = table[slot]!;
    }
    this.isNew = true;
    if (this.#budget.left <= 0) return UNTRACKED;
    const index = this.size++;
    this.#low[index] = low;
    this.#high[index] = high;
    table[slot] = index + 1;
    this.#track(index, line);
    if (this.size === this.#low.length) this.#grow();
    return index;
  }

  /** The same for a series whose index is known. */
  enterKnown(index: number, line: number): number {
    this.isNew = this.#seen !== undefined && this.#seen[index] !== this.#exposition;
    if (!this.isNew) return index;
    if (this.#budget.left <= 0) return UNTRACKED;
    this.#track(index, line);
    return index;
  }

  #track(index: number, line: number): void {
    this.#budget.left--;
    this.tracked++;
    this.lines[index] = line;
    if (this.#seen !== undefined) this.#seen[index] = this.#exposition;
  }

  lowOf(index: number): number {
    return this.#low[index]!;
  }

  highOf(index: number): number {
    return this.#high[index]!;
  }

  /** Never beyond what the limit leaves room for. */
  #grow(): void {
    const room = this.#budget.left;
    if (room <= 0) return;
    const next = nextLength(this.size);
    const length = this.size + room < next ? this.size + Math.ceil(room) : next;
    this.#low = enlarged(this.#low, length);
    this.#high = enlarged(this.#high, length);
    this.lines = enlarged(this.lines, length);
    if (this.#seen !== undefined) this.#seen = enlarged(this.#seen, length);
    // About two slots an entry.
    const slots = 2 ** Math.round(Math.log2(length) + 1);
    if (slots === this.#table.length) return;
    // A power of two is a float to V8, and with it each number that it was masked with.
    this.#mask = (slots - 1) | 0;
    this.#table = new Int32Array(slots);
    for (let index = 0; index < this.size; index++) {
      let slot = this.#low[index]! & this.#mask;
      while (this.#table[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#table[slot] = index + 1;
    }
  }
}

/**
 * The series of an exposition: those that are one sample, and those that are several, with what is known of each of these. Both draw on one
 * budget.
 */
export class SeriesTables<Owner = unknown> {
  readonly #budget: SeriesBudget = { left: 0 };
  readonly singles = new SeriesTable(this.#budget);
  readonly composites = new SeriesTable(this.#budget);
  /** By row: one more than the index of a series of several samples. */
  rows = new CompositeRows();
  /** Family of each row. */
  owners = new RowOwners<Owner>();

  /** Begins an exposition by itself, of which so many series are remembered. */
  beginAnew(limit: number): this {
    this.#budget.left = limit;
    this.clear();
    return this;
  }

  /** Begins another exposition of the same target, whose series keep their index. */
  beginNext(limit: number): this {
    this.#budget.left = limit;
    this.owners.clear();
    this.singles.begin();
    this.composites.begin();
    return this;
  }

  clear(): void {
    this.owners.clear();
    this.singles.clear();
    this.composites.clear();
    if (this.rows.isLarge) {
      this.rows = new CompositeRows();
      this.owners = new RowOwners();
    }
  }
}
