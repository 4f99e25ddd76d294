// Values and timestamps as nearly all lines have them, read without ceremony. What is not plain is left to the reader of numbers.

import type { Scanner } from "../../exposition/index.js";

const LF = 0x0a;
const SPACE = 0x20;
const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const LOWER_E = 0x65;
const MINUS = 0x2d;
const PLUS = 0x2b;

/** Digits that a number with an exponent of two digits may have and still be finite. */
const mostDigits = 128;
/** Digits of whole milliseconds, with which any sum is exact. */
const exactDigits = 15;

/** Offset of the blank or line feed after the number at `at`, where it is one that is surely finite and not negative; else 0. */
export function endOfPlainNumber(bytes: Uint8Array, at: number): number {
  let cursor = at;
  let byte = bytes[cursor]!;
  while (byte >= ZERO && byte <= NINE) byte = bytes[++cursor]!;
  if (cursor === at) return 0;
  if (byte === DOT) {
    byte = bytes[++cursor]!;
    while (byte >= ZERO && byte <= NINE) byte = bytes[++cursor]!;
  }
  if (cursor - at > mostDigits) return 0;
  if (byte === LOWER_E) {
    byte = bytes[++cursor]!;
    if (byte === MINUS || byte === PLUS) byte = bytes[++cursor]!;
    const power = cursor;
    while (byte >= ZERO && byte <= NINE) byte = bytes[++cursor]!;
    if (cursor === power || cursor > power + 2) return 0;
  }
  return byte === LF || byte === SPACE ? cursor : 0;
}

/**
 * Reads the timestamp at `at` into the scanner's fields: whole milliseconds in the text formats, seconds with three decimals in OpenMetrics.
 * Returns where the next line begins; 0, with nothing changed, for a timestamp of another kind, or one that the line does not end with.
 */
export function readPlainTime(scanner: Scanner, at: number): number {
  const { bytes } = scanner;
  let cursor = at;
  let time = 0;
  let byte = bytes[cursor]!;
  while (byte >= ZERO && byte <= NINE) {
    time = time * 10 + (byte - ZERO);
    byte = bytes[++cursor]!;
  }
  if (cursor === at) return 0;
  if (scanner.dialect.openMetrics) {
    if (byte !== DOT) return 0;
    const point = cursor;
    byte = bytes[++cursor]!;
    while (byte >= ZERO && byte <= NINE) {
      time = time * 10 + (byte - ZERO);
      byte = bytes[++cursor]!;
    }
    if (cursor !== point + 4) return 0;
  }
  if (byte !== LF || cursor - at > exactDigits) return 0;
  scanner.timestamp = time;
  scanner.timestampStart = at;
  scanner.timestampEnd = cursor;
  return cursor + 1;
}
