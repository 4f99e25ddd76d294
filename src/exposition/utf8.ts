import { LF } from "./grammar.js";
import { lowestByte } from "./same-bytes.js";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Longest slice made from char codes at once: longer ones pay for the decoder, and may exceed what a call can take. */
const shortSlice = 64;

/** Node's own way to make a string of bytes, where there is one: twice as fast, and no import. */
const latin1Slice: ((this: Uint8Array, start: number, end: number) => string) | undefined = (
  globalThis as {
    readonly Buffer?: { readonly prototype: { readonly latin1Slice?: typeof latin1Slice } };
  }
).Buffer?.prototype.latin1Slice; // no such global elsewhere

/** The text of a slice that is known to be ASCII. */
export function decodeAscii(bytes: Uint8Array, start: number, end: number): string {
  if (latin1Slice !== undefined) return latin1Slice.call(bytes, start, end);
  if (end - start > shortSlice) return decoder.decode(bytes.subarray(start, end));
  return String.fromCharCode.apply(null, bytes.subarray(start, end) as unknown as number[]); // a view is array-like
}

/** The text of a slice that is known to be UTF-8. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  for (let at = start; at < end; at++) {
    if (bytes[at]! >= 0x80) return decoder.decode(bytes.subarray(start, end));
  }
  return decodeAscii(bytes, start, end);
}

/**
 * Offset of the first byte in `[start, end)` that is not part of a well-formed sequence (RFC 3629: no overlong forms, no surrogates,
 * nothing above U+10FFFF), or -1.
 */
export function invalidUtf8At(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const length = sequenceLength(lead);
    if (length === 0 || at + length > end) return at;
    const second = bytes[at + 1]!;
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) return at;
    for (let next = at + 2; next < at + length; next++) {
      if ((bytes[next]! & 0xc0) !== 0x80) return at;
    }
    at += length;
  }
  return -1;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

/** The text of a slice that may hold anything, for a message: what is not UTF-8 becomes U+FFFD. */
export function lenientText(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end));
}

/**
 * Offset of the first line feed, backslash or byte above 127 from `start` on, of which there is one: what stands before is text that is
 * what it looks like. Eight bytes at a time.
 */
export function endOfPlain(view: DataView, bytes: Uint8Array, start: number): number {
  const last = bytes.length - 8;
  let at = start;
  for (; at <= last; at += 8) {
    const low = stops(view.getInt32(at, true));
    if (low !== 0) return at + lowestByte(low);
    const high = stops(view.getInt32(at + 4, true));
    if (high !== 0) return at + 4 + lowestByte(high);
  }
  while (bytes[at]! < 0x80 && bytes[at] !== 0x5c && bytes[at] !== LF) at++;
  return at;
}

/** The top bit of the first of four bytes that is a line feed, a backslash or above 127, and perhaps of others behind it. */
function stops(word: number): number {
  // A byte that is the one looked for is zero after the exclusive or; subtracting one sets the top bit of each zero byte.
  return (
    (word | ((word ^ 0x5c5c5c5c) - 0x01010101) | ((word ^ 0x0a0a0a0a) - 0x01010101)) & 0x80808080
  );
}
