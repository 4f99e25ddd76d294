// Bytes into one growing buffer. What was written stays where it is, so that a line can be made of pieces of the one before.

import { quote } from "../../diagnostics/index.js";
import { encodeText } from "../encode.js";
import { classOf, VALUE_STOP } from "../grammar.js";
import { refuse } from "./losses.js";

/** Runs from here on are copied by the built-in, whose call pays only then. */
const longRun = 512;
const firstCapacity = 1 << 14;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const loneSurrogate = /\p{Surrogate}/u;

/** The text with a backslash before what `pattern` finds. */
export function escapeText(text: string, pattern = /[\\"\n]/g): string {
  return text.replace(pattern, (char) => (char === "\n" ? "\\n" : `\\${char}`));
}

export class ByteWriter {
  bytes: Uint8Array = take();
  /** Offset of the next byte. */
  at = 0;
  /** Name of the family under way, for errors. */
  metric = "";
  /** How many series are written, and how many there are: from both, the buffer grows at once to what the rest will take. */
  done = 0;
  work = 0;
  #view = viewOf(this.bytes);
  #isAscii = true;

  /** Makes room for `length` more bytes. */
  reserve(length: number): void {
    const needed = this.at + length;
    if (needed <= this.bytes.length) return;
    const share = this.done / this.work;
    // A projection from the first few would be a guess.
    const projected = this.done > 32 ? (needed / share) * 1.05 : 0;
    const larger = allocate(Math.ceil(Math.max(needed * 2, projected)));
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes = larger;
    this.#view = viewOf(larger);
  }

  byte(byte: number): void {
    this.reserve(1);
    this.bytes[this.at++] = byte;
  }

  /** A text as it is. Throws PromschemaError where UTF-8 cannot spell it. */
  raw(text: string): void {
    const from = this.#ascii(text, 0);
    if (from < text.length) this.#encoded(text.slice(from));
  }

  /** A text as it stands between quotes. Throws as `raw` does. */
  escaped(text: string): void {
    const from = this.#ascii(text, VALUE_STOP);
    if (from < text.length) this.#encoded(escapeText(text.slice(from)));
  }

  /**
   * Repeats the bytes `[from, to)`, which begin and end between characters. Eight at a time they are moved as floats: a NaN would lose
   * bits, but no UTF-8 looks like one.
   */
  repeat(from: number, to: number): void {
    const length = to - from;
    this.reserve(length);
    const { at, bytes } = this;
    this.at = at + length;
    if (length < 8) {
      for (let index = 0; index < length; index++) bytes[at + index] = bytes[from + index]!;
    } else if (length > longRun) bytes.copyWithin(at, from, to);
    else {
      const view = this.#view;
      for (let index = 0; index < length - 8; index += 8) {
        view.setFloat64(at + index, view.getFloat64(from + index, true), true);
      }
      // The last eight, which overlap those before.
      view.setFloat64(this.at - 8, view.getFloat64(to - 8, true), true);
    }
  }

  /** Everything written. */
  text(): string {
    const { bytes, at } = this;
    // Where there is a Buffer, ASCII is not decoded but copied.
    return this.#isAscii && typeof Buffer === "function"
      ? Buffer.prototype.latin1Slice.call(bytes, 0, at)
      : decoder.decode(bytes.subarray(0, at));
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

/** Bytes of any content: none is read before it is written. */
function allocate(length: number): Uint8Array {
  return typeof Buffer === "function" ? Buffer.allocUnsafe(length) : new Uint8Array(length);
}

let spare: WeakRef<Uint8Array> | undefined;
function take(): Uint8Array {
  const bytes = spare?.deref() ?? allocate(firstCapacity);
  spare = undefined;
  return bytes;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
