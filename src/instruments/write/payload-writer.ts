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
  /** Adds a piece of such bytes, which are written over afterwards. Gives what it became. */
  take(bytes: Uint8Array, length: number, isAscii: boolean): unknown;
  /** Adds a piece that was given before, to this payload or another one of its kind. */
  again(piece: unknown): void;
  readonly kind: "text" | "bytes";
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

  endLine(): void {
    this.reserve(1);
    this.bytes[this.at++] = LF;
  }

  /** Whether there is enough for a piece. */
  get isFull(): boolean {
    return this.at >= fullEnough;
  }

  /** To be called between two lines, so that no piece grows long. */
  rest(): void {
    if (this.isFull) this.cut();
  }

  /** Makes a piece of what was written since the last one, and gives it. */
  cut(): unknown {
    const piece = this.#pieces.take(this.bytes, this.at, this.#isAscii);
    this.at = 0;
    this.#isAscii = true;
    return piece;
  }

  /** Adds a piece that `cut` gave, of this payload or another one of its kind. */
  again(piece: unknown): void {
    this.#pieces.again(piece);
  }

  get kind(): "text" | "bytes" {
    return this.#pieces.kind;
  }

  /** To be called once, at the end. */
  end(): void {
    this.cut();
    if (this.bytes.length === capacity) spare = this.bytes;
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
    kind: "text",
    take(bytes, length, isAscii) {
      // Where there is a Buffer, ASCII is not decoded but copied.
      const piece =
        isAscii && typeof Buffer === "function"
          ? Buffer.prototype.latin1Slice.call(bytes, 0, length)
          : decoder.decode(bytes.subarray(0, length));
      text += piece;
      return piece;
    },
    again(piece) {
      text += String(piece);
    },
    whole: () => text,
  };
}

/** The payload as bytes of its own. */
export function bytePieces(): Pieces<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let total = 0;
  return {
    kind: "bytes",
    take(bytes, length) {
      const piece = allocate(length);
      piece.set(bytes.subarray(0, length));
      pieces.push(piece);
      total += length;
      return piece;
    },
    again(piece) {
      // It was taken above.
      const bytes = piece as Uint8Array;
      pieces.push(bytes);
      total += bytes.length;
    },
    whole() {
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
