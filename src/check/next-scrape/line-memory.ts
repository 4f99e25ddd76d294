// Lines of earlier scrapes: the bytes of each that say which series it is, and what was found out about them. A line is taken for one it
// knows when all of those bytes are equal, so what is remembered can be out of date, but never wrong.

import { grown } from "../../exposition/index.js";

/** No line: the list of predictions begins there. */
export const NO_LINE = 0;

// Facts of a line, by offset from `line * FACTS`.
export const FACTS = 8;
export const START = 0;
/** How many bytes are compared: of a sample all before the blank and the value, of metadata the whole line. */
export const LENGTH = 1;
/** The line that is expected after it. */
export const NEXT = 2;
/** What kind of line it is: see `SampleKind`, and `metadataKind`. */
export const KIND = 3;
/** Where the name begins and ends, from the start of the line: 16 bits each. */
export const NAME = 4;
/** Index of its series, or its row. Of metadata: interned name. */
export const SERIES = 5;
/** Label values that the contract counts, a number of `Tallies`. Of metadata: end of the text, from the start of the line. */
export const TALLY = 6;
/** Of metadata: start of the text. */
export const TEXT = 7;

/** Most bytes kept, over all lines, and most lines. */
const keptBytes = 64 << 20;
const keptLines = 1 << 20;
const firstLines = 256;

export class LineMemory {
  /** Number of lines, NO_LINE included. */
  size = 1;
  facts = new Int32Array(firstLines * FACTS);
  /** Upper bound of a bucket, or quantile. */
  numbers = new Float64Array(firstLines);

  #keys = new Int32Array(firstLines);
  #mask = firstLines * 4 - 1;
  #table = new Int32Array(firstLines * 4);
  #bytes = new Uint8Array(1 << 14);
  #filled = 0;
  view = new DataView(this.#bytes.buffer);

  /** The line of these bytes, whose key is a hash of whatever kind; NO_LINE where there is none. */
  find(key: number, view: DataView, start: number, end: number): number {
    const length = end - start;
    let slot = key & this.#mask;
    let line = this.#table[slot]!;
    while (line !== NO_LINE) {
      if (this.#keys[line] === key && this.facts[line * FACTS + LENGTH] === length) {
        const known = this.facts[line * FACTS + START]!;
        if (areEqual(this.view, known, view, start, length)) return line;
      }
      slot = (slot + 1) & this.#mask;
      line = this.#table[slot]!;
    }
    return NO_LINE;
  }

  /** Adds a line that `find` did not find; NO_LINE where it cannot be kept. Its facts are for the caller to fill in. */
  add(key: number, view: DataView, start: number, end: number): number {
    const length = end - start;
    if (this.size > keptLines || this.#filled + length > keptBytes) return NO_LINE;
    if (!this.#copy(view, start, length)) return NO_LINE;
    const line = this.size++;
    if (line === this.#keys.length) this.#growLines();
    this.facts[line * FACTS + START] = this.#filled;
    this.facts[line * FACTS + LENGTH] = length;
    this.#filled += length;
    this.#keys[line] = key;
    if (line * 2 > this.#mask) this.#growTable();
    else this.#insert(line);
    return line;
  }

  /** Makes room for so many bytes at once. */
  reserve(bytes: number): void {
    if (this.#bytes.length < Math.min(bytes, keptBytes))
      this.#growBytes(Math.min(bytes, keptBytes));
  }

  clear(): void {
    this.size = 1;
    this.facts[NEXT] = NO_LINE;
    this.#table.fill(NO_LINE);
    this.#filled = 0;
  }

  /** Copies bytes behind what is kept. False for eight bytes that are NaN or zero as a float: a NaN, or a line with NULs. */
  #copy(view: DataView, start: number, length: number): boolean {
    if (this.#filled + length > this.#bytes.length) {
      this.#growBytes(Math.max(this.#filled + length, this.#bytes.length * 2));
    }
    const known = this.view;
    const to = this.#filled;
    const wide = length - 8;
    if (wide < 0) {
      for (let index = 0; index < length; index++) {
        known.setUint8(to + index, view.getUint8(start + index));
      }
      return true;
    }
    for (let index = 0; index < length; index += 8) {
      const from = Math.min(index, wide);
      const eight = view.getFloat64(start + from, true);
      if (!(eight < 0 || eight > 0)) return false;
      known.setFloat64(to + from, eight, true);
    }
    return true;
  }

  #insert(line: number): void {
    let slot = this.#keys[line]! & this.#mask;
    while (this.#table[slot] !== NO_LINE) slot = (slot + 1) & this.#mask;
    this.#table[slot] = line;
  }

  #growTable(): void {
    this.#mask = this.#mask * 2 + 1;
    this.#table = new Int32Array(this.#mask + 1);
    for (let line = 1; line < this.size; line++) this.#insert(line);
  }

  #growLines(): void {
    this.#keys = grown(this.#keys);
    this.facts = grown(this.facts);
    const numbers = new Float64Array(this.numbers.length * 2);
    numbers.set(this.numbers);
    this.numbers = numbers;
  }

  #growBytes(length: number): void {
    const larger = new Uint8Array(length);
    larger.set(this.#bytes.subarray(0, this.#filled));
    this.#bytes = larger;
    this.view = new DataView(larger.buffer);
  }
}

/**
 * Whether `length` bytes at `left` of what a memory keeps are those at `right` of another view, which has as many. Eight at a time, as
 * floats: what `LineMemory` lets in makes equal floats equal bits.
 */
export function areEqual(
  known: DataView,
  left: number,
  view: DataView,
  right: number,
  length: number,
): boolean {
  const wide = length - 8;
  if (wide < 0) {
    for (let index = 0; index < length; index++) {
      if (known.getUint8(left + index) !== view.getUint8(right + index)) return false;
    }
    return true;
  }
  let at = 0;
  // Four to a turn: it is the turns that cost.
  for (const wider = wide - 24; at < wider; at += 32) {
    if (
      known.getFloat64(left + at, true) !== view.getFloat64(right + at, true) ||
      known.getFloat64(left + at + 8, true) !== view.getFloat64(right + at + 8, true) ||
      known.getFloat64(left + at + 16, true) !== view.getFloat64(right + at + 16, true) ||
      known.getFloat64(left + at + 24, true) !== view.getFloat64(right + at + 24, true)
    ) {
      return false;
    }
  }
  for (; at < wide; at += 8) {
    if (known.getFloat64(left + at, true) !== view.getFloat64(right + at, true)) return false;
  }
  return known.getFloat64(left + wide, true) === view.getFloat64(right + wide, true);
}
