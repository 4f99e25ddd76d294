// Bytes into one growing buffer. What was written stays where it is, so that a line can be made of pieces of the one before.

import { quote } from "../../diagnostics/index.js";
import { encodeText, loneSurrogate } from "../encode.js";
import { classOf, QUOTE, VALUE_STOP } from "../grammar.js";
import { refuse } from "./losses.js";

/** From this length on Node keeps a string outside of its heap, so the text of a long exposition is made of such pieces. */
const fullEnough = 1 << 20;
/** A piece is longer by the line that fills it. */
const capacity = fullEnough + (1 << 16);
/** Room that is left behind what is written, for what is moved eight bytes at a time, single bytes and a number. */
const slack = 64;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The text with a backslash before what `pattern` finds. */
export function escapeText(text: string, pattern = /[\\"\n]/g): string {
  return text.replace(pattern, (char) => (char === "\n" ? "\\n" : `\\${char}`));
}

/** The buffer of the last text, for the next one. */
let spare: Uint8Array | undefined;

export class ByteWriter {
  bytes = spare ?? new Uint8Array(capacity);
  /** Offset of the next byte. */
  at = 0;
  /** Name of the family under way, for errors. */
  metric = "";
  #view = new DataView(this.bytes.buffer);
  #text = "";
  #isAscii = true;

  constructor() {
    spare = undefined;
  }

  /** Makes room for `length` more bytes, and `slack` behind them. */
  reserve(length: number): void {
    const needed = this.at + length + slack;
    if (needed > this.bytes.length) this.#grow(needed * 2);
  }

  /** A byte of the few that the slack holds. */
  byte(byte: number): void {
    this.bytes[this.at++] = byte;
  }

  /** A text as it is. Throws PromschemaError where UTF-8 cannot spell it. */
  raw(text: string): void {
    const from = this.#ascii(text, 0);
    if (from < text.length) this.#encoded(text.slice(from));
  }

  /** A text as it stands in quotes, and the quote that ends it. Throws as `raw` does. */
  escaped(text: string): void {
    const from = this.#ascii(text, VALUE_STOP);
    if (from < text.length) this.#encoded(escapeText(text.slice(from)));
    this.byte(QUOTE);
  }

  /**
   * Repeats the bytes `[from, to)`, which begin and end between characters and at least eight before the next byte. Eight at a time they
   * are moved as floats: a NaN would lose bits, but no UTF-8 looks like one. What is moved beyond the end is written over.
   */
  repeat(from: number, to: number): void {
    const length = to - from;
    this.reserve(length);
    const { at } = this;
    const view = this.#view;
    for (let index = 0; index < length; index += 8) {
      view.setFloat64(at + index, view.getFloat64(from + index, true), true);
    }
    this.at = at + length;
  }

  /** At the end of a line: true where the buffer is empty now, and nothing written before can be repeated. */
  rest(): boolean {
    if (this.at < fullEnough) return false;
    this.#flush();
    return true;
  }

  /** Everything written. To be called once, at the end. */
  text(): string {
    this.#flush();
    if (this.bytes.length === capacity) spare = this.bytes;
    return this.#text;
  }

  #grow(length: number): void {
    const larger = new Uint8Array(length);
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes = larger;
    this.#view = new DataView(larger.buffer);
  }

  #flush(): void {
    const { bytes, at } = this;
    // Where there is a Buffer, ASCII is not decoded but copied.
    this.#text +=
      this.#isAscii && typeof Buffer === "function"
        ? Buffer.prototype.latin1Slice.call(bytes, 0, at)
        : decoder.decode(bytes.subarray(0, at));
    this.at = 0;
    this.#isAscii = true;
  }

  /** Writes the beginning that is ASCII outside of the class `stops`; returns its length. */
  #ascii(text: string, stops: number): number {
    const { length } = text;
    this.reserve(length);
    const { bytes, at } = this;
    let index = 0;
    for (; index < length; index++) {
      const unit = text.charCodeAt(index);
      if (unit >= 0x80 || (classOf[unit]! & stops) !== 0) break;
      bytes[at + index] = unit;
    }
    this.at = at + index;
    return index;
  }

  #encoded(text: string): void {
    if (loneSurrogate.test(text)) {
      refuse(this.metric, `${quote(text)} holds half a surrogate pair, which UTF-8 cannot spell`);
    }
    const encoded = encodeText(text);
    this.#isAscii &&= encoded.length === text.length;
    this.reserve(encoded.length);
    this.bytes.set(encoded, this.at);
    this.at += encoded.length;
  }
}
