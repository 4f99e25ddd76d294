// What is said of a sample that cannot be read: where it breaks off, what was expected and what was found.

import { quote } from "../diagnostics/index.js";
import { CR, classOf, DEL, HASH, LABEL, LABEL_START, LF, QUOTE, SPACE } from "./grammar.js";
import { endOfToken, OUT_OF_RANGE } from "./number.js";
import { fail } from "./syntax-failure.js";
import { lenientText } from "./utf8.js";

const labelNameHint = "label names are [a-zA-Z_][a-zA-Z0-9_]*";
const notClosed = "labels are not closed: expected } before the end of the line";

/** `next` is the offset of what follows a name that begins at `at`. */
export function failLabelName(bytes: Uint8Array, at: number, next: number): never {
  const isName = next > at && (classOf[bytes[at]!]! & LABEL_START) !== 0;
  const from = isName ? next : at;
  const found = shown(bytes, from);
  let end = at;
  while ((classOf[bytes[end]!]! & LABEL) !== 0) end++;
  fail(
    from,
    Math.max(isName ? 0 : end, from + 1),
    isName
      ? `expected ="value" after the label name, found ${found}`
      : bytes[at] === LF
        ? notClosed
        : `expected a label name or }, found ${found}`,
    bytes[from] === LF ? undefined : labelNameHint,
  );
}

export function failAfterItem(bytes: Uint8Array, at: number, what: string): never {
  if (bytes[at] === LF) fail(at, at + 1, notClosed);
  fail(
    at,
    at + 1,
    `expected , or } after the ${what}, found ${shown(bytes, at)}`,
    what === "label value" ? 'a quote inside a label value is written \\"' : undefined,
  );
}

export function failNoValue(at: number): never {
  fail(at, at, "expected a value before the end of the line");
}

export function failNumber(bytes: Uint8Array, at: number, why: number): never {
  if (bytes[at] === LF) failNoValue(at);
  const end = endOfWord(bytes, at);
  const token = shownToken(bytes, at, end);
  const message =
    why === OUT_OF_RANGE
      ? `value ${token} does not fit a 64-bit float`
      : `expected a number as the value, found ${token}`;
  fail(at, end, message, hintOfLineEnd(bytes, end));
}

export function failTimestamp(bytes: Uint8Array, at: number, end: number): never {
  fail(
    at,
    end,
    bytes[at] === HASH
      ? "unexpected # after the value: the text format has no exemplars and no comments there"
      : `expected a timestamp in whole milliseconds, found ${shownToken(bytes, at, end)}`,
    hintOfLineEnd(bytes, end),
  );
}

function hintOfLineEnd(bytes: Uint8Array, end: number): string | undefined {
  return bytes[end - 1] === CR ? "lines end with \\n alone, not \\r\\n" : undefined;
}

/** The end of the token at `at`, which is taken to have one byte at least. */
export function endOfWord(bytes: Uint8Array, at: number): number {
  return Math.max(at + 1, endOfToken(bytes, at));
}

/** One character, for a message. Bytes that are not printable ASCII are named by their code. */
export function shown(bytes: Uint8Array, at: number): string {
  const byte = bytes[at]!;
  if (byte === LF) return "the end of the line";
  if (byte === SPACE) return "a blank";
  if (byte === QUOTE) return "a quote";
  if (byte > SPACE && byte < DEL) return `"${String.fromCharCode(byte)}"`;
  return `byte 0x${byte.toString(16).padStart(2, "0")}`;
}

/** A token for a message, printable and cut. */
function shownToken(bytes: Uint8Array, at: number, end: number): string {
  return quote(lenientText(bytes, at, Math.min(end, at + 256)));
}
