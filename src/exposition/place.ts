import type { Excerpt } from "../diagnostics/index.js";
import { LF } from "./grammar.js";
import { invalidUtf8At, lenientText } from "./utf8.js";

/** Bytes of a long line that an excerpt keeps on either side of the offending text. */
const windowBefore = 240;
const windowAfter = 240;

/** Column, length and excerpt of `bytes[at, end)` in the line that starts at `lineStart`. Computed for a finding only. */
export function placeInLine(
  bytes: Uint8Array,
  lineStart: number,
  at: number,
  end: number,
): { readonly column: number; readonly length: number; readonly excerpt: Excerpt } {
  const lineEnd = endOfLine(bytes, at);
  const stop = Math.min(end, lineEnd);
  const from = lineStart < at - windowBefore ? boundary(bytes, at - windowBefore) : lineStart;
  const to = lineEnd > at + windowAfter ? boundary(bytes, at + windowAfter) : lineEnd;
  const startColumn = utf16Length(bytes, lineStart, from) + 1;
  return {
    column: startColumn + utf16Length(bytes, from, at),
    length: utf16Length(bytes, at, stop),
    excerpt: {
      text: lenientText(bytes, from, to),
      column: startColumn,
      cutLeft: from > lineStart,
      cutRight: to < lineEnd,
    },
  };
}

export function endOfLine(bytes: Uint8Array, at: number): number {
  const found = bytes.indexOf(LF, at);
  return found === -1 ? bytes.length : found;
}

/** The nearest offset at or before `at` that does not split a UTF-8 sequence. */
function boundary(bytes: Uint8Array, at: number): number {
  let cut = at;
  while (cut > 0 && at - cut < 3 && (bytes[cut]! & 0xc0) === 0x80) cut--;
  return cut;
}

/** Length as text in UTF-16 code units. Bytes that are not UTF-8 count as the replacement characters they decode to. */
function utf16Length(bytes: Uint8Array, start: number, end: number): number {
  if (invalidUtf8At(bytes, start, end) !== -1) return lenientText(bytes, start, end).length;
  let units = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}
