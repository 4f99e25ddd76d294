import { quote } from "../../diagnostics/index.js";
import { BACKSLASH, LF, QUOTE } from "../grammar.js";
import { refuse } from "./losses.js";

const firstCapacity = 1 << 14;
/** From this length on Node keeps a string outside of its heap, where memory is used again. */
const fullEnough = 1 << 20;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const loneSurrogate = /\p{Surrogate}/u;

/** Bytes that stand for themselves, in a text as it is and in one with escapes. */
const ascii = new Uint8Array(128).fill(1);
const unescaped = ascii.slice();
for (const byte of [QUOTE, BACKSLASH, LF]) unescaped[byte] = 0;

/** The text with a backslash before what `pattern` finds. */
export function escapeText(text: string, pattern = /[\\"\n]/g): string {
  return text.replace(pattern, (char) => (char === "\n" ? "\\n" : `\\${char}`));
}

/** Bytes into a buffer that is made a string, and used again, whenever it is full enough. */
export class ByteWriter {
  /** Offset of the next byte. */
  at = 0;
  /** Name of the family under way, for errors. */
  metric = "";
  #bytes = new Uint8Array(firstCapacity);
  #view = new DataView(this.#bytes.buffer);
  #text = "";
  #isAscii = true;

  byte(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.at++] = byte;
  }

  /** A text as it is. Throws where UTF-8 cannot spell it. */
  raw(text: string): void {
    const at = this.#asciiOf(text, ascii);
    if (at < text.length) this.#encoded(text.slice(at));
  }

  /** A text as it stands between quotes. */
  escaped(text: string): void {
    const at = this.#asciiOf(text, unescaped);
    if (at < text.length) this.#encoded(escapeText(text.slice(at)));
  }

  /** Repeats the bytes `[from, to)` that were written before, four at a time: up to three too many are written over. */
  repeat(from: number, to: number): void {
    this.#reserve(to - from + 4);
    const view = this.#view;
    const ahead = this.at - from;
    for (let at = from; at < to; at += 4) {
      view.setInt32(at + ahead, view.getInt32(at, true), true);
    }
    this.at = to + ahead;
  }

  /** At the end of a line: true where the buffer begins anew, and nothing written before can be repeated. */
  rest(): boolean {
    if (this.at < fullEnough) return false;
    this.text();
    return true;
  }

  /** Everything written so far. */
  text(): string {
    const bytes = this.#bytes.subarray(0, this.at);
    // Where there is a Buffer, ASCII is not decoded but copied.
    this.#text +=
      this.#isAscii && typeof Buffer === "function"
        ? Buffer.prototype.latin1Slice.call(bytes)
        : decoder.decode(bytes);
    this.at = 0;
    this.#isAscii = true;
    return this.#text;
  }

  /** Writes the beginning that is made of `allowed` characters; returns its length. */
  #asciiOf(text: string, allowed: Uint8Array): number {
    const { length } = text;
    this.#reserve(length);
    const bytes = this.#bytes;
    let { at } = this;
    let index = 0;
    for (; index < length; index++) {
      const unit = text.charCodeAt(index);
      if (unit >= 0x80 || allowed[unit] === 0) break;
      bytes[at++] = unit;
    }
    this.at = at;
    return index;
  }

  #encoded(text: string): void {
    if (loneSurrogate.test(text)) {
      refuse(this.metric, `${quote(text)} holds half a surrogate pair, which UTF-8 cannot spell`);
    }
    const encoded = encoder.encode(text);
    this.#isAscii &&= encoded.length === text.length;
    this.#reserve(encoded.length);
    this.#bytes.set(encoded, this.at);
    this.at += encoded.length;
  }

  #reserve(length: number): void {
    const needed = this.at + length;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(needed + fullEnough);
    larger.set(this.#bytes.subarray(0, this.at));
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}
