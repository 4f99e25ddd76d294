// Lines that begin with a number sign: HELP, TYPE, UNIT, EOF, and in the text formats plain comments.

import { nearest, quote } from "../diagnostics/index.js";
import { END, type Entry, EOF, type FamilyType, HELP, TYPE, UNIT } from "./entry.js";
import {
  BACKSLASH,
  BLANK,
  CR,
  classOf,
  LF,
  LOWER_N,
  NAME,
  NAME_START,
  QUOTE,
  SPACE,
} from "./grammar.js";
import { NO_OWNER } from "./interner.js";
import { endOfToken } from "./number.js";
import { endOfQuoted, requireUtf8, unescapeInto } from "./quoted.js";
import type { Scanner } from "./scanner.js";
import { SyntaxFailure } from "./syntax-failure.js";
import { decodeUtf8, isPlainAscii } from "./utf8.js";

const textTypes: ReadonlyMap<string, FamilyType> = new Map([
  ["counter", "counter"],
  ["gauge", "gauge"],
  ["histogram", "histogram"],
  ["summary", "summary"],
  ["untyped", "unknown"],
]);

const openMetricsTypes: ReadonlyMap<string, FamilyType> = new Map([
  ["counter", "counter"],
  ["gauge", "gauge"],
  ["histogram", "histogram"],
  ["summary", "summary"],
  ["info", "info"],
  ["stateset", "stateset"],
  ["gaugehistogram", "gaugehistogram"],
  ["unknown", "unknown"],
]);

const keywords: ReadonlyMap<string, Entry> = new Map([
  ["TYPE", TYPE],
  ["HELP", HELP],
  ["UNIT", UNIT],
]);

/** The same by their four bytes as one number: no string is made of the words of an ordinary payload. */
const keywordsByBytes: ReadonlyMap<number, string> = new Map(
  [...keywords.keys()].map((word) => [firstFourBytes(word), word]),
);

/** Type words of both formats by their first four bytes, which tell them apart. */
const typesByBytes: ReadonlyMap<number, string> = new Map(
  [...textTypes.keys(), ...openMetricsTypes.keys()].map((word) => [firstFourBytes(word), word]),
);

function firstFourBytes(word: string): number {
  return (
    word.charCodeAt(0) |
    (word.charCodeAt(1) << 8) |
    (word.charCodeAt(2) << 16) |
    (word.charCodeAt(3) << 24)
  );
}

/** Longest comment word that is looked at. */
const longestKeyword = 8;

/** Reads the comment `bytes[at, end)`, `end` being its line feed, into the scanner's metadata fields. */
export function readComment(scanner: Scanner, bytes: Uint8Array, at: number, end: number): Entry {
  const plain = isPlainAscii(scanner.view, bytes, at, end);
  if (!plain) requireUtf8(bytes, at, end, "comment");
  return scanner.dialect.openMetrics
    ? openMetricsComment(scanner, bytes, at, end)
    : textComment(scanner, bytes, at, end, plain);
}

// ---- text formats

function textComment(
  scanner: Scanner,
  bytes: Uint8Array,
  at: number,
  end: number,
  plain: boolean,
): Entry {
  const start = scanner.blanks(bytes, at + 1);
  const wordEnd = endOfToken(bytes, start);
  const word = keywordAt(scanner, bytes, start, wordEnd);
  if (start === at + 1 || (word !== "HELP" && word !== "TYPE")) {
    warnOfComment(scanner, bytes, at, start, end, word);
    return END;
  }
  const nameStart = scanner.blanks(bytes, wordEnd);
  if (word === "HELP" && bytes[nameStart] === LF) {
    scanner.warn({
      rule: "metadata-comment",
      at,
      end,
      message: "HELP without a metric name: read as a comment",
    });
    return END;
  }
  const nameEnd = familyName(scanner, bytes, nameStart);
  if ((classOf[bytes[nameEnd]!]! & BLANK) === 0 && bytes[nameEnd] !== LF) {
    throw new SyntaxFailure(
      nameEnd,
      nameEnd + 1,
      `expected a blank after the metric name of a ${word} line`,
      "metric names are [a-zA-Z_:][a-zA-Z0-9_:]*",
    );
  }
  scanner.textStart = scanner.blanks(bytes, nameEnd);
  scanner.textEnd = end;
  if (word === "HELP") {
    if (!plain) checkTextHelp(scanner, bytes, scanner.textStart, end);
    warnOfCarriageReturn(scanner, bytes, end, "HELP");
    return HELP;
  }
  scanner.textEnd = endOfToken(bytes, scanner.textStart);
  familyType(scanner, bytes, textTypes);
  const rest = scanner.blanks(bytes, scanner.textEnd);
  if (rest !== end) throw new SyntaxFailure(rest, end, "unexpected text after the type");
  return TYPE;
}

function keywordAt(scanner: Scanner, bytes: Uint8Array, start: number, end: number): string {
  if (end - start === 4) {
    const word = keywordsByBytes.get(scanner.view.getInt32(start, true));
    if (word !== undefined) return word;
  }
  return end - start > longestKeyword ? "" : decodeUtf8(bytes, start, end);
}

function warnOfComment(
  scanner: Scanner,
  bytes: Uint8Array,
  at: number,
  start: number,
  end: number,
  word: string,
): void {
  const upper = word.toUpperCase();
  if (upper === "TYPE" || upper === "HELP") {
    const written = start === at + 1 ? `#${word}` : `# ${word}`;
    scanner.warn({
      rule: "metadata-comment",
      at,
      end,
      message: `${quote(written)} is read as a comment, not as metadata`,
      hint: `write "# ${upper}"`,
    });
  }
  warnOfCarriageReturn(scanner, bytes, end, "the comment");
}

function warnOfCarriageReturn(
  scanner: Scanner,
  bytes: Uint8Array,
  end: number,
  what: string,
): void {
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
      throw new SyntaxFailure(
        at - 1,
        Math.min(at + 1, end),
        "unknown escape in HELP: expected \\\\ or \\n",
        "write a backslash as \\\\",
      );
    }
  }
}

// ---- OpenMetrics

function openMetricsComment(scanner: Scanner, bytes: Uint8Array, at: number, end: number): Entry {
  const spaced = bytes[at + 1] === SPACE;
  const wordEnd = spaced ? endOfToken(bytes, at + 2) : at;
  const word = spaced ? keywordAt(scanner, bytes, at + 2, wordEnd) : "";
  if (word === "EOF" && wordEnd === end) {
    scanner.ended = true;
    return EOF;
  }
  const entry = keywords.get(word);
  if (entry === undefined) {
    throw new SyntaxFailure(
      at,
      end,
      "OpenMetrics has no comments: expected # TYPE, # HELP, # UNIT or # EOF",
    );
  }
  if (bytes[wordEnd] !== SPACE) {
    throw new SyntaxFailure(wordEnd, wordEnd, `expected a metric name after ${word}`);
  }
  const nameEnd = familyName(scanner, bytes, wordEnd + 1);
  if (bytes[nameEnd] !== SPACE) {
    throw new SyntaxFailure(
      nameEnd,
      Math.min(end, nameEnd + 1),
      `expected one blank after the metric name of a ${word} line`,
    );
  }
  scanner.textStart = nameEnd + 1;
  scanner.textEnd = end;
  if (entry === TYPE) familyType(scanner, bytes, openMetricsTypes);
  else if (entry === HELP) checkOpenMetricsHelp(scanner, bytes, nameEnd + 1, end);
  else checkUnit(bytes, nameEnd + 1, end);
  return entry;
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
  warnOfCarriageReturn(scanner, bytes, end, "HELP");
}

function checkUnit(bytes: Uint8Array, start: number, end: number): void {
  for (let at = start; at < end; at++) {
    if ((classOf[bytes[at]!]! & NAME) === 0) {
      throw new SyntaxFailure(start, end, "a unit is made of the characters of metric names");
    }
  }
}

// ---- both

/** A plain or quoted family name into `family`; returns the offset after it. */
function familyName(scanner: Scanner, bytes: Uint8Array, start: number): number {
  let end = scanner.familyAgain(bytes, start);
  if (end !== -1) {
    scanner.familyStart = start;
    scanner.familyEnd = end;
    return end;
  }
  end = start;
  if (bytes[start] === QUOTE) {
    const close = endOfQuoted(bytes, start + 1, "quoted name", false);
    end = close + 1;
    if (!scanner.dialect.quotedNames) {
      throw new SyntaxFailure(
        start,
        end,
        "name in quotes: text format 0.0.4 has none",
        "serve the payload with version=1.0.0 in its content type",
      );
    }
    if (close === start + 1) throw new SyntaxFailure(start, end, "empty name in quotes");
    const meaning = new Uint8Array(close - start);
    const length = unescapeInto(bytes, start + 1, close, meaning);
    scanner.family = scanner.names.intern(meaning, 0, length, NO_OWNER);
  } else {
    while ((classOf[bytes[end]!]! & NAME) !== 0) end++;
    if (end === start || (classOf[bytes[start]!]! & NAME_START) === 0) {
      throw new SyntaxFailure(
        start,
        Math.max(end, bytes[start] === LF ? start : start + 1),
        bytes[start] === LF ? "expected a metric name" : "expected a metric name here",
        "metric names are [a-zA-Z_:][a-zA-Z0-9_:]*",
      );
    }
    scanner.family = scanner.names.intern(bytes, start, end, NO_OWNER);
  }
  scanner.familyStart = start;
  scanner.familyEnd = end;
  scanner.plainFamily = bytes[start] !== QUOTE;
  return end;
}

function familyType(
  scanner: Scanner,
  bytes: Uint8Array,
  types: ReadonlyMap<string, FamilyType>,
): void {
  const { textStart, textEnd } = scanner;
  if (textStart === textEnd) {
    throw new SyntaxFailure(textStart, textEnd, "expected a type after the metric name");
  }
  const word = typeWordAt(scanner, bytes);
  const type = types.get(word);
  if (type !== undefined) {
    scanner.type = type;
    return;
  }
  const close = nearest(word, types.keys());
  throw new SyntaxFailure(
    textStart,
    textEnd,
    `unknown type ${quote(word)}: expected ${[...types.keys()].join(", ")}`,
    close === undefined ? undefined : `did you mean "${close}"?`,
  );
}

/** The word of a TYPE line. A known one is recognised by its bytes, all of which are compared. */
function typeWordAt(scanner: Scanner, bytes: Uint8Array): string {
  const { textStart, textEnd, view } = scanner;
  const known =
    textEnd - textStart < 4 ? undefined : typesByBytes.get(view.getInt32(textStart, true));
  if (known === undefined || known.length !== textEnd - textStart) {
    return decodeUtf8(bytes, textStart, textEnd);
  }
  for (let at = 4; at < known.length; at++) {
    if (bytes[textStart + at] !== known.charCodeAt(at))
      return decodeUtf8(bytes, textStart, textEnd);
  }
  return known;
}

/** HELP or UNIT text with its escapes undone. Unknown escapes stand for themselves. */
export function metadataText(scanner: Scanner): string {
  const { bytes, textStart, textEnd } = scanner;
  const text = decodeUtf8(bytes, textStart, textEnd);
  if (!text.includes("\\")) return text;
  const escapes = scanner.dialect.openMetrics ? /\\([\\n"])/g : /\\([\\n])/g;
  return text.replace(escapes, (_, char: string) => (char === "n" ? "\n" : char));
}
