// Lines that begin with a number sign: HELP, TYPE, UNIT, EOF, and in the text formats plain comments.

import { nearest, quote } from "../diagnostics/index.js";
import { END, type Entry, EOF, type FamilyType, HELP, TYPE, UNIT } from "./entry.js";
import {
  BACKSLASH,
  CR,
  classOf,
  LF,
  LOWER_N,
  NAME,
  NAME_START,
  QUOTE,
  SPACE,
  TOKEN_END,
} from "./grammar.js";
import { quotedName } from "./label-names.js";
import { endOfToken } from "./number.js";
import { endOfLine } from "./place.js";
import { requireUtf8 } from "./quoted.js";
import type { Scanner } from "./scanner.js";
import { fail } from "./syntax-failure.js";
import { decodeUtf8, endOfPlain, lenientText } from "./utf8.js";

/** A word that may stand in a comment, and what it means. Its first four bytes make a number, and its last: one comparison tells most apart. */
interface Word<Meaning> {
  readonly text: string;
  readonly first: number;
  readonly last: number;
  readonly meaning: Meaning;
}

const keywords = [word("TYPE", TYPE), word("HELP", HELP), word("UNIT", UNIT)];

const sharedTypes = (["counter", "gauge", "histogram", "summary"] as const).map(typeWord);
const textTypes = [...sharedTypes, word<FamilyType>("untyped", "unknown")];
const openMetricsTypes = [
  ...sharedTypes,
  ...(["info", "stateset", "gaugehistogram", "unknown"] as const).map(typeWord),
];

function typeWord(type: FamilyType): Word<FamilyType> {
  return word(type, type);
}

function word<Meaning>(text: string, meaning: Meaning): Word<Meaning> {
  const fourBytes = (start: number) =>
    [3, 2, 1, 0].reduce((bits, at) => (bits << 8) | text.charCodeAt(start + at), 0);
  return { text, first: fourBytes(0), last: fourBytes(text.length - 4), meaning };
}

/** The word that stands at `start`, a blank or the end of the line behind it. */
function wordAt<Meaning>(
  scanner: Scanner,
  bytes: Uint8Array,
  start: number,
  words: readonly Word<Meaning>[],
): Word<Meaning> | undefined {
  const { view } = scanner;
  if (start + 4 >= bytes.length) return undefined;
  const first = view.getInt32(start, true);
  for (const candidate of words) {
    if (candidate.first !== first) continue;
    const { text, last } = candidate;
    const end = start + text.length;
    if ((classOf[bytes[end]!]! & TOKEN_END) === 0 || view.getInt32(end - 4, true) !== last)
      continue;
    let at = 4;
    while (at < text.length - 4 && bytes[start + at] === text.charCodeAt(at)) at++;
    if (at >= text.length - 4) return candidate;
  }
  return undefined;
}

/** Longest comment word that is looked at. */
const longestKeyword = 8;

// How most metadata lines begin.
const plainType = word("# TYPE ", TYPE);
const plainHelp = word("# HELP ", HELP);

/** Reads the comment at `at` into the scanner's metadata fields, and leaves the scanner at the next line. */
export function readComment(scanner: Scanner, bytes: Uint8Array, at: number): Entry {
  const entry = plainMetadata(scanner, bytes, at);
  return entry === END ? anyComment(scanner, bytes, at) : entry;
}

/** TYPE or HELP as most lines are: single blanks, a plain name, a text without escapes, whatever the format. END for all else, with nothing said. */
function plainMetadata(scanner: Scanner, bytes: Uint8Array, at: number): Entry {
  const { view } = scanner;
  const nameStart = at + 7;
  if (nameStart >= bytes.length) return END;
  const first = view.getInt32(at, true);
  const keyword = first === plainHelp.first ? plainHelp : plainType;
  if (keyword.first !== first || keyword.last !== view.getInt32(at + 3, true)) return END;
  if ((classOf[bytes[nameStart]!]! & NAME_START) === 0) return END;
  const nameEnd = familyName(scanner, bytes, nameStart);
  const start = nameEnd + 1;
  if (bytes[nameEnd] !== SPACE || (classOf[bytes[start]!]! & TOKEN_END) !== 0) return END;
  const { openMetrics } = scanner.dialect;
  let end = start;
  if (keyword === plainHelp) end = endOfPlain(view, bytes, start);
  else {
    const type = wordAt(scanner, bytes, start, openMetrics ? openMetricsTypes : textTypes);
    if (type === undefined) return END;
    scanner.type = type.meaning;
    end += type.text.length;
  }
  if (bytes[end] !== LF) return END;
  scanner.textStart = start;
  scanner.textEnd = end;
  scanner.at = end + 1;
  if (keyword === plainHelp) {
    if (openMetrics) checkOpenMetricsHelp(scanner, bytes, start, end);
    else warnOfCarriageReturn(scanner, bytes, "HELP");
  }
  return keyword.meaning;
}

function anyComment(scanner: Scanner, bytes: Uint8Array, at: number): Entry {
  try {
    return scanner.dialect.openMetrics
      ? openMetricsComment(scanner, bytes, at)
      : textComment(scanner, bytes, at);
  } catch (failure) {
    // What is no UTF-8 is said first: it is more likely the cause.
    requireUtf8(bytes, at, endOfLine(bytes, at), "comment");
    throw failure;
  }
}

/** Takes the text from `start` to the end of the line; returns where what stands for itself ends: escapes or other bytes than ASCII follow. */
function readText(scanner: Scanner, bytes: Uint8Array, start: number): number {
  const plainEnd = endOfPlain(scanner.view, bytes, start);
  let end = plainEnd;
  if (bytes[end] !== LF) {
    end = endOfLine(bytes, end);
    requireUtf8(bytes, plainEnd, end, "comment");
  }
  scanner.textStart = start;
  scanner.textEnd = end;
  scanner.at = end + 1;
  return plainEnd;
}

// ---- text formats

function textComment(scanner: Scanner, bytes: Uint8Array, at: number): Entry {
  const start = scanner.blanks(bytes, at + 1);
  const keyword = wordAt(scanner, bytes, start, keywords);
  const entry = keyword?.meaning;
  if (keyword === undefined || entry === UNIT || start === at + 1) {
    readText(scanner, bytes, at);
    warnOfComment(scanner, bytes, at, start);
    return END;
  }
  const nameStart = scanner.blanks(bytes, start + 4);
  if (entry === HELP && bytes[nameStart] === LF) {
    scanner.warn({
      rule: "metadata-comment",
      at,
      end: nameStart,
      message: "HELP without a metric name: read as a comment",
    });
    scanner.at = nameStart + 1;
    return END;
  }
  const nameEnd = familyName(scanner, bytes, nameStart);
  if ((classOf[bytes[nameEnd]!]! & TOKEN_END) === 0) {
    fail(
      nameEnd,
      nameEnd + 1,
      `expected a blank after the metric name of a ${keyword.text} line`,
      "metric names are [a-zA-Z_:][a-zA-Z0-9_:]*",
    );
  }
  const textStart = scanner.blanks(bytes, nameEnd);
  if (entry === HELP) {
    checkTextHelp(scanner, bytes, readText(scanner, bytes, textStart), scanner.textEnd);
    warnOfCarriageReturn(scanner, bytes, "HELP");
    return HELP;
  }
  familyType(scanner, bytes, textStart, textTypes);
  const end = scanner.blanks(bytes, scanner.textEnd);
  if (bytes[end] !== LF) {
    fail(end, endOfLine(bytes, end), "unexpected text after the type");
  }
  scanner.at = end + 1;
  return TYPE;
}

function warnOfComment(scanner: Scanner, bytes: Uint8Array, at: number, start: number): void {
  const wordEnd = endOfToken(bytes, start);
  const word = wordEnd - start > longestKeyword ? "" : decodeUtf8(bytes, start, wordEnd);
  const upper = word.toUpperCase();
  if (upper === "TYPE" || upper === "HELP") {
    const written = start === at + 1 ? `#${word}` : `# ${word}`;
    scanner.warn({
      rule: "metadata-comment",
      at,
      end: scanner.textEnd,
      message: `${quote(written)} is read as a comment, not as metadata`,
      hint: `write "# ${upper}"`,
    });
  }
  warnOfCarriageReturn(scanner, bytes, "the comment");
}

function warnOfCarriageReturn(scanner: Scanner, bytes: Uint8Array, what: string): void {
  const end = scanner.textEnd;
  if (bytes[end - 1] !== CR) return;
  scanner.warn({
    rule: "carriage-return",
    at: end - 1,
    end,
    message: `${what} ends in a carriage return, which is part of its text`,
    hint: "end lines with \\n alone",
  });
}

/** HELP of the text formats knows \\ and \n. A \" is kept as it stands, and anything else refused. */
function checkTextHelp(scanner: Scanner, bytes: Uint8Array, start: number, end: number): void {
  for (let at = start; at < end; at++) {
    if (bytes[at] !== BACKSLASH) continue;
    const next = bytes[++at]!;
    if (next === QUOTE) {
      scanner.warn({
        rule: "help-escape",
        at: at - 1,
        end: at + 1,
        message: 'HELP has no escape \\": both characters are part of the text',
        hint: 'write "',
      });
    } else if (next !== BACKSLASH && next !== LOWER_N) {
      fail(
        at - 1,
        Math.min(at + 1, end),
        "unknown escape in HELP: expected \\\\ or \\n",
        "write a backslash as \\\\",
      );
    }
  }
}

// ---- OpenMetrics

function openMetricsComment(scanner: Scanner, bytes: Uint8Array, at: number): Entry {
  const start = at + 2;
  const keyword = bytes[at + 1] === SPACE ? wordAt(scanner, bytes, start, keywords) : undefined;
  if (keyword === undefined) {
    const end = bytes[at + 1] === SPACE ? endOfToken(bytes, start) : at;
    if (bytes[end] === LF && lenientText(bytes, at, end) === "# EOF") {
      scanner.ended = true;
      scanner.at = end + 1;
      return EOF;
    }
    fail(
      at,
      endOfLine(bytes, at),
      "OpenMetrics has no comments: expected # TYPE, # HELP, # UNIT or # EOF",
    );
  }
  const wordEnd = start + 4;
  if (bytes[wordEnd] !== SPACE) {
    fail(wordEnd, wordEnd, `expected a metric name after ${keyword.text}`);
  }
  const nameEnd = familyName(scanner, bytes, wordEnd + 1);
  if (bytes[nameEnd] !== SPACE) {
    fail(
      nameEnd,
      bytes[nameEnd] === LF ? nameEnd : nameEnd + 1,
      `expected one blank after the metric name of a ${keyword.text} line`,
    );
  }
  readText(scanner, bytes, nameEnd + 1);
  const { textStart, textEnd } = scanner;
  if (keyword.meaning === HELP) checkOpenMetricsHelp(scanner, bytes, textStart, textEnd);
  else if (keyword.meaning === UNIT) checkUnit(bytes, textStart, textEnd);
  else familyType(scanner, bytes, textStart, openMetricsTypes);
  return keyword.meaning;
}

/** Every reader takes a bare quote and a lone backslash at the end, which the grammar does not. */
function checkOpenMetricsHelp(
  scanner: Scanner,
  bytes: Uint8Array,
  start: number,
  end: number,
): void {
  let at = start;
  while (at < end && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  if (at !== end) {
    scanner.warn({
      rule: "help-escape",
      at: Math.min(at, end - 1),
      end: Math.min(at + 1, end),
      message:
        at < end
          ? "HELP has a quote without a backslash"
          : "HELP ends in a backslash that escapes nothing",
      hint: at < end ? 'write \\"' : "write \\\\",
    });
  }
  warnOfCarriageReturn(scanner, bytes, "HELP");
}

function checkUnit(bytes: Uint8Array, start: number, end: number): void {
  for (let at = start; at < end; at++) {
    if ((classOf[bytes[at]!]! & NAME) === 0) {
      fail(start, end, "a unit is made of the characters of metric names");
    }
  }
}

// ---- both

/** A plain or quoted family name into `family`; returns the offset after it. */
function familyName(scanner: Scanner, bytes: Uint8Array, start: number): number {
  const plain = bytes[start] !== QUOTE;
  if (plain && (classOf[bytes[start]!]! & NAME_START) === 0) {
    fail(
      start,
      endOfName(bytes, start),
      bytes[start] === LF ? "expected a metric name" : "expected a metric name here",
      "metric names are [a-zA-Z_:][a-zA-Z0-9_:]*",
    );
  }
  const end = plain ? scanner.plainName(bytes, start) : quotedName(scanner, bytes, start);
  scanner.family = scanner.found;
  scanner.familyStart = start;
  scanner.familyEnd = end;
  scanner.plainFamily = plain;
  return end;
}

/** For a message: the end of what was meant as a name at `start`, one byte of it at least where the line has one. */
function endOfName(bytes: Uint8Array, start: number): number {
  let end = start;
  while ((classOf[bytes[end]!]! & NAME) !== 0) end++;
  return end === start && bytes[start] !== LF ? start + 1 : end;
}

/** The type at `start`: all that is left of the line in OpenMetrics, one word in the text formats. */
function familyType(
  scanner: Scanner,
  bytes: Uint8Array,
  start: number,
  types: readonly Word<FamilyType>[],
): void {
  const wholeLine = types === openMetricsTypes;
  const type = wordAt(scanner, bytes, start, types);
  scanner.textStart = start;
  if (type !== undefined) {
    scanner.type = type.meaning;
    scanner.textEnd = start + type.text.length;
    if (!wholeLine || bytes[scanner.textEnd] === LF) return;
  }
  const end = wholeLine ? endOfLine(bytes, start) : endOfToken(bytes, start);
  if (start === end) fail(start, end, "expected a type after the metric name");
  const word = lenientText(bytes, start, end);
  const words = types.map(({ text }) => text);
  const close = nearest(word, words);
  fail(
    start,
    end,
    `unknown type ${quote(word)}: expected ${words.join(", ")}`,
    close === undefined ? undefined : `did you mean "${close}"?`,
  );
}

/** HELP or UNIT text with its escapes undone. Unknown escapes stand for themselves. */
export function metadataText(scanner: Scanner): string {
  const { bytes, textStart, textEnd } = scanner;
  const text = decodeUtf8(bytes, textStart, textEnd);
  if (!text.includes("\\")) return text;
  const escapes = scanner.dialect.openMetrics ? /\\([\\n"])/g : /\\([\\n])/g;
  return text.replace(escapes, (_, char: string) => (char === "n" ? "\n" : char));
}
