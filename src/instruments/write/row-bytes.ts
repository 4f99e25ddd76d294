// What series are called, as bytes, by row: written when a series is scraped first, copied from then on.

import { encodeText } from "../../exposition/index.js";
import type { CopiedBytes, PayloadWriter } from "./payload-writer.js";

const first = 1 << 12;

export class RowBytes implements CopiedBytes {
  view: DataView;
  #bytes: Uint8Array;
  #at = 0;
  /** Bytes of rows that are gone. */
  #waste = 0;
  /** By row: where it begins and ends, and 0 where it is not written; and whether it is ASCII. */
  #starts = new Int32Array(0);
  #ends = new Int32Array(0);
  #ascii = new Uint8Array(0);

  constructor() {
    this.#bytes = new Uint8Array(first);
    this.view = new DataView(this.#bytes.buffer);
  }

  has(row: number): boolean {
    return row < this.#ends.length && this.#ends[row]! > 0;
  }

  /** Keeps the text of a row. It is not empty. */
  set(row: number, text: string): void {
    const start = this.#at;
    this.#reserve(row, text.length);
    this.#starts[row] = start;
    this.#ascii[row] = this.#setAscii(text) ? 1 : 0;
    if (this.#ascii[row] === 0) {
      const encoded = encodeText(text);
      this.#reserve(row, encoded.length);
      this.#bytes.set(encoded, start);
      this.#at = start + encoded.length;
    }
    this.#ends[row] = this.#at;
  }

  #setAscii(text: string): boolean {
    const { length } = text;
    const bytes = this.#bytes;
    const at = this.#at;
    for (let index = 0; index < length; index++) {
      const unit = text.charCodeAt(index);
      if (unit >= 0x80) return false;
      bytes[at + index] = unit;
    }
    this.#at = at + length;
    return true;
  }

  lengthOf(row: number): number {
    return this.#ends[row]! - this.#starts[row]!;
  }

  /** Writes what a row has, without as many bytes at its begin and its end. */
  write(out: PayloadWriter, row: number, cutBegin = 0, cutEnd = 0): void {
    const from = this.#starts[row]! + cutBegin;
    out.copy(this, from, this.#ends[row]! - cutEnd, this.#ascii[row] === 1);
  }

  delete(row: number): void {
    if (!this.has(row)) return;
    this.#waste += this.#ends[row]! - this.#starts[row]!;
    this.#ends[row] = 0;
    if (this.#waste > first && this.#waste > this.#at / 2) this.#compact();
  }

  clear(): void {
    this.#ends.fill(0);
    this.#at = 0;
    this.#waste = 0;
  }

  /** Makes room for a row, and for eight bytes that a copy may read beyond it. */
  #reserve(row: number, length: number): void {
    if (row >= this.#ends.length) {
      const rows = Math.max(16, row * 2);
      this.#starts = grown(this.#starts, new Int32Array(rows));
      this.#ends = grown(this.#ends, new Int32Array(rows));
      this.#ascii = grown(this.#ascii, new Uint8Array(rows));
    }
    const needed = this.#at + length + 8;
    if (needed > this.#bytes.length)
      this.#take(new Uint8Array(Math.max(needed, this.#bytes.length * 1.5)), this.#at);
  }

  #take(bytes: Uint8Array, length: number): void {
    bytes.set(this.#bytes.subarray(0, length));
    this.#bytes = bytes;
    this.view = new DataView(bytes.buffer);
  }

  /** Moves the rows together, in whatever order they are in. */
  #compact(): void {
    const bytes = new Uint8Array(Math.max(first, this.#at - this.#waste + 8));
    let at = 0;
    for (let row = 0; row < this.#ends.length; row++) {
      const end = this.#ends[row]!;
      if (end === 0) continue;
      const start = this.#starts[row]!;
      bytes.set(this.#bytes.subarray(start, end), at);
      this.#starts[row] = at;
      at += end - start;
      this.#ends[row] = at;
    }
    this.#bytes = bytes;
    this.view = new DataView(bytes.buffer);
    this.#at = at;
    this.#waste = 0;
  }
}

function grown<Column extends Int32Array | Uint8Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
