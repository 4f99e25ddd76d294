// Bytes into one growing buffer. What was written stays readable at its offset, so that a line can be made from the one before.

import { BACKSLASH, LF, LOWER_N, QUOTE } from "../grammar.js";

/** Longest run that is copied eight bytes at a time: beyond, the call of the built-in pays. */
const longRun = 256;
const firstCapacity = 1 << 14;

/** Characters that are written as they are: ASCII but for the quote, the backslash and the line feed. */
const isVerbatim = new Uint8Array(128).fill(1);
isVerbatim[QUOTE] = 0;
isVerbatim[BACKSLASH] = 0;
isVerbatim[LF] = 0;

const encoder = new TextEncoder();

/** The bytes of a text that is known to be well-formed. */
export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

export class ByteWriter {
  bytes = new Uint8Array(firstCapacity);
  /** Offset of the next byte. */
  at = 0;
  /** Whether all of it is ASCII so far. */
  isAscii = true;
  /** How much of the work is done, and how much there is: the buffer grows to what that lets one expect. */
  done = 0;
  work = 0;

  readonly #onLoneSurrogate: (text: string) => never;
  #view = new DataView(this.bytes.buffer);

  constructor(onLoneSurrogate: (text: string) => never) {
    this.#onLoneSurrogate = onLoneSurrogate;
  }

  /** Makes room for `length` more bytes. */
  reserve(length: number): void {
    if (this.at + length > this.bytes.length) this.#grow(length);
  }

  #grow(length: number): void {
    const needed = this.at + length;
    // A projection from little is a guess.
    const projected = this.done > 32 ? Math.ceil((needed / this.done) * this.work * 1.05) : 0;
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2, projected));
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes = larger;
    this.#view = new DataView(larger.buffer);
  }

  byte(byte: number): void {
    this.reserve(1);
    this.bytes[this.at++] = byte;
  }

  raw(source: Uint8Array): void {
    const { length } = source;
    this.reserve(length);
    const { bytes, at } = this;
    if (length > longRun) bytes.set(source, at);
    else for (let index = 0; index < length; index++) bytes[at + index] = source[index]!;
    this.at = at + length;
  }

  /**
   * Repeats the bytes `[from, to)` that were written before. Eight at a time as floats, which keep their bits unless they are NaN: well-formed
   * UTF-8, and there is nothing else here, cannot spell one (its highest byte would be 0x7f or 0xff, the one below at least 0xf0).
   */
  repeat(from: number, to: number): void {
    const length = to - from;
    this.reserve(length);
    const { bytes, at } = this;
    this.at = at + length;
    if (length > longRun) {
      bytes.copyWithin(at, from, to);
      return;
    }
    const view = this.#view;
    let done = 0;
    for (; done + 8 <= length; done += 8) {
      view.setFloat64(at + done, view.getFloat64(from + done, true), true);
    }
    for (; done < length; done++) bytes[at + done] = bytes[from + done]!;
  }

  /** Text with the escapes of label values, names in quotes and OpenMetrics HELP. */
  escaped(text: string): void {
    const { length } = text;
    // A UTF-16 code unit takes at most three bytes.
    this.reserve(length * 3);
    const { bytes } = this;
    let at = this.at;
    for (let index = 0; index < length; index++) {
      const unit = text.charCodeAt(index);
      if (unit < 0x80 && isVerbatim[unit] === 1) {
        bytes[at++] = unit;
      } else {
        this.at = at;
        this.#rest(text, index, true);
        return;
      }
    }
    this.at = at;
  }

  /** Text with the escapes of HELP in the text formats, where a quote stands for itself. */
  escapedHelp(text: string): void {
    this.reserve(text.length * 3);
    this.#rest(text, 0, false);
  }

  /** The text from `start` on, with room for it made. */
  #rest(text: string, start: number, escapesQuote: boolean): void {
    const { bytes } = this;
    let at = this.at;
    for (let index = start; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit < 0x80) {
        if (unit === LF || unit === BACKSLASH || (unit === QUOTE && escapesQuote)) {
          bytes[at++] = BACKSLASH;
          bytes[at++] = unit === LF ? LOWER_N : unit;
        } else {
          bytes[at++] = unit;
        }
        continue;
      }
      this.isAscii = false;
      if (unit < 0x800) {
        bytes[at++] = 0xc0 | (unit >> 6);
      } else if (unit < 0xd800 || unit > 0xdfff) {
        bytes[at++] = 0xe0 | (unit >> 12);
        bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
      } else {
        const low = text.charCodeAt(index + 1);
        if (unit > 0xdbff || !(low >= 0xdc00 && low <= 0xdfff)) this.#onLoneSurrogate(text);
        index++;
        const code = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
        bytes[at++] = 0xf0 | (code >> 18);
        bytes[at++] = 0x80 | ((code >> 12) & 0x3f);
        bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[at++] = 0x80 | (code & 0x3f);
        continue;
      }
      bytes[at++] = 0x80 | (unit & 0x3f);
    }
    this.at = at;
  }

  /** Everything written so far. */
  written(): Uint8Array {
    return this.bytes.subarray(0, this.at);
  }
}
