// The payload of a scrape, put together out of bytes that are there already: what a series is called, written once and copied from then on.

import { encodeText } from "../../exposition/index.js";

/** From this length on Node keeps a text outside of its heap, so a long payload is made of such pieces. */
const fullEnough = 1 << 20;
/** A piece is longer by the line that fills it. */
const capacity = fullEnough + (1 << 16);
const LF = 0x0a;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Bytes that can be copied eight at a time: there are as many behind their end. */
export interface CopiedBytes {
  readonly view: DataView;
}

/** What becomes of the pieces of a payload. */
export interface Pieces<Payload> {
  take(bytes: Uint8Array, length: number, isAscii: boolean): void;
  /** All that was taken, as one. */
  whole(): Payload;
}

export class PayloadWriter {
  bytes: Uint8Array;
  /** Offset of the next byte. */
  at = 0;
  #view: DataView;
  #isAscii = true;
  readonly #pieces: Pieces<unknown>;

  constructor(pieces: Pieces<unknown>) {
    this.#pieces = pieces;
    this.bytes = spare ?? allocate(capacity);
    this.#view = viewOf(this.bytes);
    spare = undefined;
  }

  /** Makes room for `length` bytes, and eight more that a copy may spoil. */
  reserve(length: number): void {
    const needed = this.at + length + 8;
    if (needed <= this.bytes.length) return;
    const larger = allocate(needed * 2);
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes = larger;
    this.#view = viewOf(larger);
  }

  byte(byte: number): void {
    this.reserve(1);
    this.bytes[this.at++] = byte;
  }

  /** A text as it is. */
  text(text: string): void {
    const { length } = text;
    this.reserve(length);
    const { bytes, at } = this;
    for (let index = 0; index < length; index++) {
      const unit = text.charCodeAt(index);
      if (unit >= 0x80) {
        this.#encoded(text);
        return;
      }
      bytes[at + index] = unit;
    }
    this.at = at + length;
  }

  /** Bytes `[from, to)` of others. As floats they are moved eight at a time: a NaN would lose bits, but no UTF-8 looks like one. */
  copy({ view: source }: CopiedBytes, from: number, to: number, isAscii: boolean): void {
    const length = to - from;
    this.reserve(length);
    const view = this.#view;
    const { at } = this;
    for (let index = 0; index < length; index += 8) {
      view.setFloat64(at + index, source.getFloat64(from + index, true), true);
    }
    this.at = at + length;
    if (!isAscii) this.#isAscii = false;
  }

  /** Ends a line. */
  endLine(): void {
    this.reserve(1);
    this.bytes[this.at++] = LF;
    if (this.at >= fullEnough) this.#flush();
  }

  /** To be called once, at the end. */
  end(): void {
    this.#flush();
    if (this.bytes.length === capacity) spare = this.bytes;
  }

  #flush(): void {
    this.#pieces.take(this.bytes, this.at, this.#isAscii);
    this.at = 0;
    this.#isAscii = true;
  }

  #encoded(text: string): void {
    const encoded = encodeText(text);
    this.#isAscii = false;
    this.reserve(encoded.length);
    this.bytes.set(encoded, this.at);
    this.at += encoded.length;
  }
}

/** The buffer of the last payload, for the next one. */
let spare: Uint8Array | undefined;

/** The payload as a text. */
export function textPieces(): Pieces<string> {
  let text = "";
  return {
    take(bytes, length, isAscii) {
      // Where there is a Buffer, ASCII is not decoded but copied.
      text +=
        isAscii && typeof Buffer === "function"
          ? Buffer.prototype.latin1Slice.call(bytes, 0, length)
          : decoder.decode(bytes.subarray(0, length));
    },
    whole: () => text,
  };
}

/** The payload as bytes of its own. */
export function bytePieces(): Pieces<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let total = 0;
  return {
    take(bytes, length) {
      const piece = allocate(length);
      piece.set(bytes.subarray(0, length));
      pieces.push(piece);
      total += length;
    },
    whole() {
      const [first] = pieces;
      if (first !== undefined && pieces.length === 1) return first;
      const all = allocate(total);
      let at = 0;
      for (const piece of pieces) {
        all.set(piece, at);
        at += piece.length;
      }
      return all;
    },
  };
}

/** Bytes of any content: none is read before it is written. */
function allocate(length: number): Uint8Array {
  return typeof Buffer === "function" ? Buffer.allocUnsafeSlow(length) : new Uint8Array(length);
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
