// Names in samples that take more than a look: quoted ones, blanks around them, reserved and repeated ones.

import { quote } from "../diagnostics/index.js";
import { endOfWord, failAfterItem, failLabelName } from "./complaints.js";
import {
  APOSTROPHE,
  BRACE_CLOSE,
  COMMA,
  classOf,
  EQUALS,
  LABEL,
  LABEL_START,
  QUOTE,
} from "./grammar.js";
import { NO_OWNER } from "./interner.js";
import { endOfQuoted } from "./quoted.js";
import type { Scanner } from "./scanner.js";
import { fail } from "./syntax-failure.js";

/**
 * What is no plain `name="`: blanks, a quoted name, the end of the labels. Leaves the label name in `found` and returns the offset of
 * the value's first character, or leaves 0 and returns the offset after the closing brace.
 */
export function oddLabel(
  scanner: Scanner,
  bytes: Uint8Array,
  start: number,
  index: number,
): number {
  let at = scanner.gap(bytes, start);
  let afterComma = index > 0;
  while (bytes[at] === QUOTE) {
    const end = quotedName(scanner, bytes, at);
    const next = scanner.gap(bytes, end);
    if (bytes[next] === EQUALS) return valueStart(scanner, bytes, next);
    setMetricName(scanner, at, end, index);
    scanner.found = 0;
    if (bytes[next] === BRACE_CLOSE) return next + 1;
    if (bytes[next] !== COMMA) failAfterItem(bytes, next, "metric name");
    at = scanner.gap(bytes, next + 1);
    afterComma = true;
  }
  scanner.found = 0;
  if (bytes[at] === BRACE_CLOSE) {
    if (afterComma && scanner.dialect.openMetrics) {
      fail(at - 1, at, "comma after the last label: OpenMetrics allows none");
    }
    return at + 1;
  }
  const end = endOfLabelName(bytes, at);
  const next = end === at ? at : scanner.gap(bytes, end);
  if (bytes[next] !== EQUALS || (classOf[bytes[at]!]! & LABEL_START) === 0) {
    failLabelName(bytes, at, next);
  }
  scanner.found = scanner.names.intern(bytes, at, end, NO_OWNER);
  scanner.foundAt = at;
  return valueStart(scanner, bytes, next);
}

/** "=" quote, blanks allowed between in the text formats. */
function valueStart(scanner: Scanner, bytes: Uint8Array, equals: number): number {
  const at = scanner.gap(bytes, equals + 1);
  if (bytes[at] === QUOTE) return at + 1;
  fail(
    at,
    endOfWord(bytes, at),
    "expected a label value in double quotes",
    bytes[at] === APOSTROPHE ? "use double quotes" : undefined,
  );
}

/** A name in quotes into `found`; returns the offset after the closing quote. */
export function quotedName(scanner: Scanner, bytes: Uint8Array, start: number): number {
  const close = endOfQuoted(bytes, start + 1, "quoted name", false);
  const end = close + 1;
  if (!scanner.dialect.quotedNames) {
    fail(
      start,
      end,
      "name in quotes: text format 0.0.4 has none",
      "serve the payload with version=1.0.0 in its content type",
    );
  }
  if (close === start + 1) fail(start, end, "empty name in quotes");
  scanner.foundAt = start;
  scanner.found = scanner.internQuoted(bytes, start + 1, close, scanner.names, NO_OWNER);
  return end;
}

function setMetricName(scanner: Scanner, start: number, end: number, index: number): void {
  if (scanner.name !== 0 && scanner.nameStart >= scanner.lineStart) {
    fail(start, end, "a second metric name: expected a label");
  }
  scanner.name = scanner.found;
  scanner.nameStart = start;
  scanner.nameEnd = end;
  if (index === 0) return;
  scanner.warn({
    rule: "name-position",
    at: start,
    end,
    message: "the metric name stands after a label: the format wants it first in the braces",
  });
}

/** Speaks up about the label name just read where it is reserved. True where it is not. */
export function judgeLabelName(scanner: Scanner): boolean {
  const text = scanner.names.text(scanner.found);
  if (!text.startsWith("__")) return true;
  const at = scanner.foundAt;
  const end = endOfLabelName(scanner.bytes, at);
  if (text === "__name__") {
    fail(at, end, "label __name__ is reserved: the metric name stands before the braces");
  }
  scanner.warn({
    rule: "reserved-label",
    at,
    end,
    message: "label names that begin with two underscores are reserved for Prometheus",
  });
  // The next line shares nothing, so that it is told of each series, wherever a stream is cut.
  scanner.shareNothing();
  return false;
}

export function failRepeated(scanner: Scanner, name: number): never {
  const at = scanner.foundAt;
  fail(
    at,
    endOfLabelName(scanner.bytes, at),
    `label ${quote(scanner.names.text(name))} stands twice in one series`,
    "give it one value",
  );
}

/** Offset after the plain or quoted label name at `at`. */
export function endOfLabelName(bytes: Uint8Array, at: number): number {
  if (bytes[at] === QUOTE) return endOfQuoted(bytes, at + 1, "quoted name", false) + 1;
  let end = at;
  while ((classOf[bytes[end]!]! & LABEL) !== 0) end++;
  return end;
}
