// Values as nearly all lines have them, read without ceremony. What is not plain is left to the reader of numbers.

const LF = 0x0a;
const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const LOWER_E = 0x65;
const MINUS = 0x2d;
const PLUS = 0x2b;

/** Digits that a number with an exponent of two digits may have and still be finite. */
const mostDigits = 128;

/** Offset of the line feed after the number at `at`, where it is one that is surely finite and not negative; else 0. */
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
  return byte === LF ? cursor : 0;
}
