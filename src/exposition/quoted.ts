// Strings in double quotes: label values, and since text 1.0.0 metric and label names.

import { BACKSLASH, LF, LOWER_N, NUL, QUOTE } from "./grammar.js";
import { fail } from "./syntax-failure.js";
import { invalidUtf8At } from "./utf8.js";

/**
 * Offset of the quote that closes the string whose first character is at `start`. An unknown escape is refused, or with
 * `anyEscape` (label values in OpenMetrics) left to mean both its characters.
 */
export function endOfQuoted(
  bytes: Uint8Array,
  start: number,
  what: string,
  anyEscape: boolean,
): number {
  let at = start;
  for (;;) {
    const byte = bytes[at]!;
    if (byte === QUOTE) break;
    if (byte === LF) {
      fail(
        start - 1,
        at,
        `${what} is not closed: expected a double quote before the end of the line`,
        'a line feed inside quotes is written \\n, a quote \\"',
      );
    }
    if (byte === BACKSLASH) {
      at++;
      if (bytes[at] === LF) continue;
      if (!anyEscape && !isEscape(bytes[at]!)) {
        fail(
          at - 1,
          at + 1,
          `unknown escape in a ${what}: expected \\\\, \\" or \\n`,
          "write a backslash as \\\\",
        );
      }
    }
    at++;
  }
  requireUtf8(bytes, start, at, what);
  return at;
}

function isEscape(byte: number): boolean {
  return byte === BACKSLASH || byte === QUOTE || byte === LOWER_N;
}

/** Throws where a slice is not UTF-8. */
export function requireUtf8(bytes: Uint8Array, start: number, end: number, what: string): void {
  const invalid = invalidUtf8At(bytes, start, end);
  if (invalid === -1) return;
  const byte = bytes[invalid]!.toString(16).padStart(2, "0");
  if (byte === "ed" && bytes[invalid + 1]! >= 0xa0) {
    fail(invalid, invalid + 3, `${what} holds half a surrogate pair`);
  }
  fail(
    invalid,
    invalid + 1,
    `${what} is not UTF-8: byte 0x${byte} cannot stand here`,
    "write the payload as UTF-8",
  );
}

/** Writes what a quoted slice means to `target`, which is at least as long, and returns how many bytes that is. */
export function unescapeInto(
  bytes: Uint8Array,
  start: number,
  end: number,
  target: Uint8Array,
): number {
  let length = 0;
  for (let at = start; at < end; at++) {
    let byte = bytes[at]!;
    if (byte === BACKSLASH && at + 1 < end && isEscape(bytes[at + 1]!)) {
      byte = bytes[++at]!;
      if (byte === LOWER_N) byte = LF;
    }
    target[length++] = byte;
  }
  return length;
}

/** Whether a slice holds a NUL byte. */
export function hasNul(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === NUL) return true;
  return false;
}
