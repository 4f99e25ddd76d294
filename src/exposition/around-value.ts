// What stands around the value of a sample: more blanks than one, a timestamp, an exemplar.

import { endOfWord, failNoValue, failTimestamp, shown } from "./complaints.js";
import { BLANK, BRACE_CLOSE, classOf, HASH, LF, SPACE } from "./grammar.js";
import { endOfToken, isInt64, readNumber } from "./number.js";
import { endOfLine } from "./place.js";
import type { Scanner } from "./scanner.js";
import { fail } from "./syntax-failure.js";
import { decodeUtf8 } from "./utf8.js";

/** What is no single blank before the value. Returns the offset of the value. */
export function oddBeforeValue(scanner: Scanner, bytes: Uint8Array, start: number): number {
  const { openMetrics } = scanner.dialect;
  const at = scanner.gap(bytes, start);
  if (bytes[at] === LF) failNoValue(at);
  // Text formats need no blank behind a brace.
  if (at > start || (!openMetrics && bytes[start - 1] === BRACE_CLOSE)) return at;
  if (openMetrics && (classOf[bytes[at]!]! & BLANK) !== 0) {
    fail(at, at + 1, "expected one blank before the value");
  }
  fail(
    at,
    endOfWord(bytes, at),
    `unexpected ${shown(bytes, at)} after the metric name`,
    "names are [a-zA-Z_:][a-zA-Z0-9_:]*, then {labels}, a blank and the value",
  );
}

/** Reads what stands between the value and the end of the line. Returns the offset of the line feed. */
export function readAfterValue(scanner: Scanner, bytes: Uint8Array, start: number): number {
  return scanner.dialect.openMetrics
    ? afterOpenMetricsValue(scanner, bytes, start)
    : afterTextValue(scanner, bytes, start);
}

/** Text: [ blanks int64-milliseconds ] [ blanks ] LF */
function afterTextValue(scanner: Scanner, bytes: Uint8Array, start: number): number {
  const at = scanner.gap(bytes, start);
  if (bytes[at] === LF) return at;
  const end = endOfToken(bytes, at);
  const token = decodeUtf8(bytes, at, end);
  if (!isInt64(token)) failTimestamp(bytes, at, end);
  setTimestamp(scanner, Number(token), at, end);
  return lineFeed(
    bytes,
    scanner.gap(bytes, end),
    "timestamp",
    "exemplars are OpenMetrics; this is the text format",
  );
}

/** OpenMetrics: [ SP seconds ] [ SP "#" SP exemplar ] LF */
function afterOpenMetricsValue(scanner: Scanner, bytes: Uint8Array, start: number): number {
  if (bytes[start] !== SPACE) fail(start, start + 1, "expected one blank after the value");
  let at = start + 1;
  if (bytes[at] !== HASH) {
    const { value } = scanner;
    const end = readNumber(bytes, at, 3, scanner);
    const timestamp = scanner.value;
    scanner.value = value;
    if (end < 0 || !Number.isFinite(timestamp)) {
      fail(at, endOfWord(bytes, at), "expected a timestamp in seconds");
    }
    setTimestamp(scanner, timestamp, at, end);
    if (bytes[end] !== SPACE || bytes[end + 1] !== HASH) return lineFeed(bytes, end, "value");
    at = end + 1;
  }
  scanner.hasExemplar = true;
  return lineFeed(bytes, scanner.exemplar.read(bytes, at), "exemplar");
}

function setTimestamp(scanner: Scanner, timestamp: number, at: number, end: number): void {
  scanner.hasTimestamp = true;
  scanner.timestamp = timestamp;
  scanner.timestampStart = at;
  scanner.timestampEnd = end;
}

/** The offset of the line feed, which has to stand at `at`. */
function lineFeed(bytes: Uint8Array, at: number, what: string, hintOfHash?: string): number {
  if (bytes[at] === LF) return at;
  fail(
    at,
    endOfLine(bytes, at),
    `unexpected text after the ${what}`,
    bytes[at] === HASH ? hintOfHash : undefined,
  );
}
