// The pull scanner: bytes in, one entry a line out. It knows lines, not families: what a sample belongs to is the family tracker's.
//
// Cursor convention: a reading function gets the offset of the first byte of its production and returns the offset after its last.
// Every range handed to `feed` ends in a line feed, so no loop here looks for the end of the buffer: the line feed ends each token.
// UTF-8 is checked where bytes above 127 can stand (quoted names, label values, HELP, comments); elsewhere the grammar has none.

import { quote } from "../diagnostics/index.js";
import { readComment } from "./comment.js";
import { type Dialect, END, type Entry, type FamilyType, SAMPLE } from "./entry.js";
import { Exemplar } from "./exemplar.js";
import {
  APOSTROPHE,
  BLANK,
  BRACE_CLOSE,
  BRACE_OPEN,
  COMMA,
  CR,
  classOf,
  DEL,
  EQUALS,
  HASH,
  LABEL,
  LABEL_START,
  LF,
  NAME,
  NAME_START,
  QUOTE,
  SPACE,
  VALUE_STOP,
} from "./grammar.js";
import { grown, HASH_STEP, type Interner, NO_OWNER, type Vocabulary } from "./interner.js";
import { endOfToken, isInt64, OUT_OF_RANGE, readNumber } from "./number.js";
import { endOfLine } from "./place.js";
import { endOfQuoted, hasNul, requireUtf8, unescapeInto } from "./quoted.js";
import { SyntaxFailure, type SyntaxWarning } from "./syntax-failure.js";
import { decodeUtf8, lenientText } from "./utf8.js";

/** No line whose labels the next one could share. */
const NOTHING = -1;
/** End of a label that no comma follows: never within a shared prefix. */
const NO_COMMA = 0x7fffffff;
/** Mark of a plain label name that nothing is to be said about. */
const KNOWN = 1;
/** Labels there is room for at first: as many numbers as an engine keeps with the object, where they are cheap to make. */
const fewLabels = 16;
const noBytes = new Uint8Array(0);
const noView = new DataView(noBytes.buffer);
/** From this many labels on, a repeated name is looked for in a set. */
const manyLabels = 48;

export class Scanner {
  // The current entry, valid until the next call of `next`. First what every entry has.
  /** Line number, from 1, over all ranges fed. */
  line = 0;
  lineStart = 0;

  // Of a sample.
  /** Its interned name. */
  name = 0;
  nameStart = 0;
  nameEnd = 0;
  labelCount = 0;
  /** Interned label names, by position. */
  labelNames = new Int32Array(fewLabels);
  /** Interned label values, each owned by its name, by position. */
  labelValues = new Int32Array(fewLabels);
  /** How many leading labels are those of the sample before: verdicts about them stand. */
  sharedLabels = 0;
  value = 0;
  valueStart = 0;
  valueEnd = 0;
  hasTimestamp = false;
  /** Milliseconds since the epoch. */
  timestamp = 0;
  timestampStart = 0;
  timestampEnd = 0;
  hasExemplar = false;
  readonly exemplar = new Exemplar();

  // Of metadata.
  /** Interned name of the family. */
  family = 0;
  familyStart = 0;
  familyEnd = 0;
  /** Whether it stands at `familyStart` without quotes: then a name that reads the same needs no look-up. */
  plainFamily = false;
  type: FamilyType = "unknown";
  /** The type, or the HELP or UNIT text as written. */
  textStart = 0;
  textEnd = 0;

  /** Interned name that `plainName` read. */
  found = 0;
  /** How many ranges were fed: offsets into `bytes` are good until the next. */
  feeds = 0;
  /** Whether `# EOF` was read: nothing may follow. */
  ended = false;
  bytes: Uint8Array = noBytes;
  readonly names: Interner;
  readonly values: Interner;
  readonly dialect: Dialect;
  readonly warn: (warning: SyntaxWarning) => void;

  view: DataView<ArrayBufferLike> = noView;
  /** Offset of the next line. */
  at = 0;
  #end = 0;
  /** Start of the line whose labels the next one may share, or NOTHING. */
  #previous = NOTHING;
  /** Offset of its first label from its start: just past the brace. */
  #previousBlock = 0;
  /** Length of its label block, closing brace included. */
  #blockLength = 0;
  /** Offset from the first label to just past the comma behind each label. */
  #labelEnds = new Int32Array(fewLabels);
  #scratch: Uint8Array = noBytes;
  readonly #vocabulary: Vocabulary;
  /** The label name read last, or 0 where there was a closing brace instead. */
  #readName = 0;
  /** Where it begins, its quote included. */
  #readStart = 0;
  #readValue = 0;

  constructor(vocabulary: Vocabulary, dialect: Dialect, warn: (warning: SyntaxWarning) => void) {
    this.#vocabulary = vocabulary;
    this.names = vocabulary.names;
    this.values = vocabulary.values;
    this.dialect = dialect;
    this.warn = warn;
  }

  /** Takes the next range, `bytes[start, end)`. Its last byte must be a line feed. */
  feed(bytes: Uint8Array, start: number, end: number): void {
    if (bytes !== this.bytes) {
      this.bytes = bytes;
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    this.at = start;
    this.#end = end;
    this.#previous = NOTHING;
    this.plainFamily = false;
    this.feeds++;
  }

  /** Where the range ends. */
  get end(): number {
    return this.#end;
  }

  /** Goes on at `next`: the lines before, which its reader knew, were read elsewhere, and counted. */
  goTo(next: number): void {
    this.at = next;
    this.#previous = NOTHING;
  }

  /** Reads what follows the name and labels of the current sample, which its reader knew. Throws SyntaxFailure. */
  readValue(blank: number): void {
    this.#value(this.bytes, blank);
  }

  /** Reads on to the next line that says something. Throws SyntaxFailure. */
  next(): Entry {
    const bytes = this.bytes;
    while (this.at < this.#end) {
      const at = this.at;
      this.line++;
      this.lineStart = at;
      if (this.ended) throw new SyntaxFailure(at, endOfLine(bytes, at), "nothing may follow # EOF");
      if ((classOf[bytes[at]!]! & NAME_START) !== 0) return this.#sample(bytes, at);
      const entry = this.#otherLine(bytes, at);
      if (entry !== END) return entry;
    }
    return END;
  }

  // ---- lines

  /** A line that begins with something else than a plain name: blanks, a comment, a sample in the quoted syntax, or nothing. */
  #otherLine(bytes: Uint8Array, lineStart: number): Entry {
    let at = lineStart;
    if (!this.dialect.openMetrics) while ((classOf[bytes[at]!]! & BLANK) !== 0) at++;
    const byte = bytes[at]!;
    if ((classOf[byte]! & NAME_START) !== 0) return this.#sample(bytes, at);
    if (byte === HASH) {
      return readComment(this, bytes, at);
    }
    if (byte === BRACE_OPEN) return this.#bracedSample(bytes, at);
    if (byte !== LF) this.#failLineStart(bytes, at);
    if (this.dialect.openMetrics) {
      throw new SyntaxFailure(at, at, "empty line: OpenMetrics has none", "remove the line");
    }
    this.at = at + 1;
    return END;
  }

  /** sample = name [ "{" labels "}" ] value [ timestamp ] [ exemplar ] LF */
  #sample(bytes: Uint8Array, at: number): Entry {
    const previous = this.#previous;
    let block = NOTHING;
    let shared = 0;
    if (previous !== NOTHING) {
      const before = this.#previousBlock;
      const same = this.commonPrefix(previous, at, before + this.#blockLength);
      if (same >= before) {
        block = at + before;
        shared = same - before;
        // Blanks may stand between name and brace, so its length is that of the name before.
        this.nameEnd = at + this.nameEnd - this.nameStart;
        this.nameStart = at;
      }
    }
    let cursor = at;
    if (block === NOTHING) {
      cursor = this.#name(bytes, at);
      if (bytes[cursor] !== BRACE_OPEN && !this.dialect.openMetrics) {
        cursor = this.#braceAfterBlanks(bytes, cursor);
      }
      if (bytes[cursor] === BRACE_OPEN) {
        block = cursor + 1;
        if (previous !== NOTHING) {
          shared = this.commonPrefix(previous + this.#previousBlock, block, this.#blockLength);
        }
      } else {
        this.labelCount = 0;
        this.sharedLabels = 0;
        this.#previous = NOTHING;
        return this.#value(bytes, cursor);
      }
    }
    return this.#value(bytes, this.#block(bytes, at, block, shared));
  }

  /** sample = "{" quoted-name [ "," labels ] "}" value ... LF */
  #bracedSample(bytes: Uint8Array, at: number): Entry {
    this.name = 0;
    this.#previous = NOTHING;
    const cursor = this.#block(bytes, at, at + 1, 0);
    this.#previous = NOTHING;
    if (this.name === 0) {
      throw new SyntaxFailure(
        at,
        cursor,
        "sample without a metric name",
        'write name{label="value"} 1, or {"name",label="value"} 1 for a name that needs quotes',
      );
    }
    return this.#value(bytes, cursor);
  }

  #name(bytes: Uint8Array, start: number): number {
    this.nameStart = start;
    const again = this.familyAgain(bytes, start);
    if (again !== NOTHING) {
      this.name = this.family;
      this.nameEnd = again;
      return again;
    }
    this.nameEnd = this.plainName(bytes, start);
    this.name = this.found;
    return this.nameEnd;
  }

  /** Reads the plain metric name at `start` into `found`; returns the offset after it. */
  plainName(bytes: Uint8Array, start: number): number {
    const { names } = this;
    const expected = names.expected(NO_OWNER);
    if (expected !== 0) {
      const end = names.endAt(expected, bytes, this.view, start);
      if (end !== 0 && (classOf[bytes[end]!]! & NAME) === 0) {
        names.meet(expected);
        this.found = expected;
        return end;
      }
    }
    let at = start;
    let byte = bytes[at]!;
    let hash = names.seed;
    while ((classOf[byte]! & NAME) !== 0) {
      hash = Math.imul(hash ^ byte, HASH_STEP);
      byte = bytes[++at]!;
    }
    this.found = names.find(bytes, start, at, hash, NO_OWNER);
    if (this.found === 0) this.found = names.add(bytes, start, at, hash, NO_OWNER);
    names.meet(this.found);
    return at;
  }

  /** The offset after the name at `start` where it is that of the last metadata line; else NOTHING. */
  familyAgain(bytes: Uint8Array, start: number): number {
    if (!this.plainFamily) return NOTHING;
    const length = this.familyEnd - this.familyStart;
    if (this.commonPrefix(this.familyStart, start, length) < length) return NOTHING;
    return (classOf[bytes[start + length]!]! & NAME) === 0 ? start + length : NOTHING;
  }

  /** Text formats allow blanks between a name and its brace. */
  #braceAfterBlanks(bytes: Uint8Array, at: number): number {
    const next = this.blanks(bytes, at);
    return bytes[next] === BRACE_OPEN ? next : at;
  }

  // ---- labels

  /** labels "}", of which the first `shared` bytes are those of the line before. */
  #block(bytes: Uint8Array, lineStart: number, block: number, shared: number): number {
    let kept = this.#previous === NOTHING ? 0 : this.labelCount;
    let cursor: number;
    if (kept !== 0 && shared === this.#blockLength) {
      this.sharedLabels = kept;
      this.#previous = lineStart;
      cursor = block + shared;
    } else {
      while (kept > 0 && this.#labelEnds[kept - 1]! > shared) kept--;
      this.sharedLabels = kept;
      this.#previous = lineStart;
      cursor = this.#labels(bytes, block, kept);
      this.#blockLength = cursor - block;
    }
    this.#previousBlock = block - lineStart;
    return cursor;
  }

  /** Labels from number `from` on, through the closing brace. */
  #labels(bytes: Uint8Array, block: number, from: number): number {
    const { names, values, view } = this;
    let at = from === 0 ? block : block + this.#labelEnds[from - 1]!;
    // Names that are those of the line before, from the first on, have been compared with each other.
    let inherited = this.labelCount;
    for (let index = from; ; index++) {
      if (index === this.labelNames.length) this.#growLabels();
      this.#readStart = at;
      let name = this.labelNames[index]!;
      const nameEnd =
        this.#vocabulary.labelMarks[name] === KNOWN ? names.endAt(name, bytes, view, at) : 0;
      if (nameEnd !== 0 && bytes[nameEnd] === EQUALS && bytes[nameEnd + 1] === QUOTE) {
        at = nameEnd + 2;
      } else {
        inherited = 0;
        at = this.#labelName(bytes, at, index);
        name = this.#readName;
        if (name === 0) {
          this.labelCount = index;
          return at;
        }
      }
      if (index >= inherited) this.#checkRepeated(name, index);

      let value = values.expected(name);
      const valueEnd = value === 0 ? 0 : values.endAt(value, bytes, view, at);
      if (valueEnd !== 0 && bytes[valueEnd] === QUOTE) {
        values.meet(value);
        at = valueEnd;
      } else {
        at = this.#labelValue(bytes, at, name);
        value = this.#readValue;
      }
      this.labelNames[index] = name;
      this.labelValues[index] = value;

      let byte = bytes[++at]!;
      if ((classOf[byte]! & BLANK) !== 0 && !this.dialect.openMetrics) {
        at = this.blanks(bytes, at);
        byte = bytes[at]!;
      }
      if (byte === COMMA) {
        at++;
        this.#labelEnds[index] = at - block;
      } else if (byte === BRACE_CLOSE) {
        this.#labelEnds[index] = NO_COMMA;
        this.labelCount = index + 1;
        return at + 1;
      } else {
        this.#failAfterItem(bytes, at, "label value");
      }
    }
  }

  /** A label that the line before did not have in its place: its name into `#readName`, and through the quote that opens its value. */
  #labelName(bytes: Uint8Array, start: number, index: number): number {
    const { names } = this;
    let at = start;
    let byte = bytes[at]!;
    let hash = names.seed;
    while ((classOf[byte]! & LABEL) !== 0) {
      hash = Math.imul(hash ^ byte, HASH_STEP);
      byte = bytes[++at]!;
    }
    const isPlain =
      byte === EQUALS && bytes[at + 1] === QUOTE && (classOf[bytes[start]!]! & LABEL_START) !== 0;
    if (!isPlain) {
      at = this.#oddLabel(bytes, start, index);
      if (this.#readName !== 0) this.#judgeLabelName(this.#readName);
      return at;
    }
    let name = names.find(bytes, start, at, hash, NO_OWNER);
    if (name === 0) name = names.add(bytes, start, at, hash, NO_OWNER);
    this.#readName = name;
    if (this.#judgeLabelName(name)) this.#vocabulary.markLabel(name, KNOWN);
    return at + 2;
  }

  /** A label value into `#readValue`; returns the offset of the quote that closes it. */
  #labelValue(bytes: Uint8Array, start: number, name: number): number {
    const { values } = this;
    let at = start;
    let byte = bytes[at]!;
    let hash = values.seedOf(name);
    while ((classOf[byte]! & VALUE_STOP) === 0) {
      hash = Math.imul(hash ^ byte, HASH_STEP);
      byte = bytes[++at]!;
    }
    if (byte !== QUOTE) {
      at = endOfQuoted(bytes, start, "label value", this.dialect.openMetrics);
      this.#readValue = this.#internQuoted(bytes, start, at, values, name);
      return at;
    }
    let value = values.find(bytes, start, at, hash, name);
    if (value === 0) {
      requireUtf8(bytes, start, at, "label value");
      value = values.add(bytes, start, at, hash, name);
    }
    values.meet(value);
    this.#readValue = value;
    return at;
  }

  /**
   * What is no plain `name="`: blanks, a quoted name, the end of the labels. Leaves the label name in `#readName` and returns the offset
   * of the value's first character, or leaves 0 and returns the offset after the closing brace.
   */
  #oddLabel(bytes: Uint8Array, start: number, index: number): number {
    const { openMetrics } = this.dialect;
    let at = openMetrics ? start : this.blanks(bytes, start);
    this.#readName = 0;
    let afterComma = index > 0;
    while (bytes[at] === QUOTE) {
      this.#readStart = at;
      const end = this.#quotedName(bytes, at);
      const next = openMetrics ? end : this.blanks(bytes, end);
      if (bytes[next] === EQUALS) return this.#valueStart(bytes, next);
      this.#setQuotedMetricName(at, end, index);
      if (bytes[next] === BRACE_CLOSE) {
        this.#readName = 0;
        return next + 1;
      }
      if (bytes[next] !== COMMA) this.#failAfterItem(bytes, next, "metric name");
      at = openMetrics ? next + 1 : this.blanks(bytes, next + 1);
      afterComma = true;
    }
    this.#readName = 0;
    if (bytes[at] === BRACE_CLOSE) {
      if (afterComma && openMetrics) {
        throw new SyntaxFailure(at - 1, at, "comma after the last label: OpenMetrics allows none");
      }
      return at + 1;
    }
    return this.#plainLabelName(bytes, at);
  }

  /** A plain label name, blanks around what follows it allowed in the text formats. */
  #plainLabelName(bytes: Uint8Array, start: number): number {
    let at = start;
    while ((classOf[bytes[at]!]! & LABEL) !== 0) at++;
    if (at === start || (classOf[bytes[start]!]! & LABEL_START) === 0) {
      this.#failLabelName(bytes, start);
    }
    const next = this.dialect.openMetrics ? at : this.blanks(bytes, at);
    if (bytes[next] !== EQUALS) this.#failLabelName(bytes, start);
    this.#readName = this.names.intern(bytes, start, at, NO_OWNER);
    this.#readStart = start;
    return this.#valueStart(bytes, next);
  }

  /** "=" quote, blanks allowed between in the text formats. */
  #valueStart(bytes: Uint8Array, equals: number): number {
    const at = this.dialect.openMetrics ? equals + 1 : this.blanks(bytes, equals + 1);
    if (bytes[at] === QUOTE) return at + 1;
    throw new SyntaxFailure(
      at,
      Math.max(at + 1, endOfToken(bytes, at)),
      "expected a label value in double quotes",
      bytes[at] === APOSTROPHE ? "use double quotes" : undefined,
    );
  }

  /** A name in quotes into `#readName`; returns the offset after the closing quote. */
  #quotedName(bytes: Uint8Array, quote: number): number {
    const end = endOfQuoted(bytes, quote + 1, "quoted name", false);
    if (!this.dialect.quotedNames) {
      throw new SyntaxFailure(
        quote,
        end + 1,
        "name in quotes: text format 0.0.4 has none",
        "serve the payload with version=1.0.0 in its content type",
      );
    }
    if (end === quote + 1) throw new SyntaxFailure(quote, end + 1, "empty name in quotes");
    this.#readName = this.#internQuoted(bytes, quote + 1, end, this.names, NO_OWNER);
    return end + 1;
  }

  #setQuotedMetricName(quote: number, end: number, index: number): void {
    if (this.name !== 0 && this.nameStart >= this.lineStart) {
      throw new SyntaxFailure(quote, end, "a second metric name: expected a label");
    }
    this.name = this.#readName;
    this.nameStart = quote;
    this.nameEnd = end;
    if (index === 0) return;
    this.warn({
      rule: "name-position",
      at: quote,
      end,
      message: "the metric name stands after a label: the format wants it first in the braces",
    });
  }

  #checkRepeated(name: number, index: number): void {
    if (index >= manyLabels) {
      this.#checkAmongMany(name, index);
      return;
    }
    const names = this.labelNames;
    for (let earlier = 0; earlier < index; earlier++) {
      if (names[earlier] === name) this.#failRepeated(name);
    }
  }

  #many: Set<number> | undefined;
  #manyLine = 0;

  #checkAmongMany(name: number, index: number): void {
    if (this.#manyLine !== this.line) {
      this.#manyLine = this.line;
      this.#many = new Set(this.labelNames.subarray(0, index));
    }
    if (this.#many?.has(name) === true) this.#failRepeated(name);
    this.#many?.add(name);
  }

  /** The interned meaning of a quoted slice. A line with a NUL shares nothing with the next: see `commonPrefix`. */
  #internQuoted(
    bytes: Uint8Array,
    start: number,
    end: number,
    interner: Interner,
    owner: number,
  ): number {
    if (this.#scratch.length < end - start) this.#scratch = new Uint8Array((end - start) * 2);
    if (hasNul(bytes, start, end)) this.#previous = NOTHING;
    const length = unescapeInto(bytes, start, end, this.#scratch);
    return interner.intern(this.#scratch, 0, length, owner);
  }

  // ---- values

  /** blank value [ blank timestamp ] [ exemplar ] LF */
  #value(bytes: Uint8Array, start: number): Entry {
    let at = start;
    if (bytes[at] === SPACE && (classOf[bytes[at + 1]!]! & BLANK) === 0) at++;
    else at = this.#oddBeforeValue(bytes, at);
    const end = readNumber(bytes, at, 0, this);
    if (end < 0) this.#failNumber(bytes, at, end);
    this.valueStart = at;
    this.valueEnd = end;
    this.hasTimestamp = false;
    this.hasExemplar = false;
    if (bytes[end] === LF) {
      this.at = end + 1;
      return SAMPLE;
    }
    return this.dialect.openMetrics
      ? this.#afterOpenMetricsValue(bytes, end)
      : this.#afterTextValue(bytes, end);
  }

  #oddBeforeValue(bytes: Uint8Array, start: number): number {
    const at = this.dialect.openMetrics ? start : this.blanks(bytes, start);
    if (at > start && bytes[at] !== LF) return at;
    if (!this.dialect.openMetrics && bytes[start - 1] === BRACE_CLOSE && bytes[at] !== LF)
      return at;
    if (bytes[at] === LF) this.#failNoValue(at);
    if (this.dialect.openMetrics && (classOf[bytes[at]!]! & BLANK) !== 0) {
      throw new SyntaxFailure(at, at + 1, "expected one blank before the value");
    }
    throw new SyntaxFailure(
      at,
      Math.max(at + 1, endOfToken(bytes, at)),
      `unexpected ${shown(bytes, at)} after the metric name`,
      "names are [a-zA-Z_:][a-zA-Z0-9_:]*, then {labels}, a blank and the value",
    );
  }

  /** Text: [ blanks int64-milliseconds ] [ blanks ] LF */
  #afterTextValue(bytes: Uint8Array, start: number): Entry {
    let at = this.blanks(bytes, start);
    if (bytes[at] !== LF) {
      const end = endOfToken(bytes, at);
      const token = decodeUtf8(bytes, at, end);
      if (!isInt64(token)) this.#failTimestamp(bytes, at, end);
      this.hasTimestamp = true;
      this.timestamp = Number(token);
      this.timestampStart = at;
      this.timestampEnd = end;
      at = this.blanks(bytes, end);
      if (bytes[at] !== LF) {
        throw new SyntaxFailure(
          at,
          endOfLine(bytes, at),
          "unexpected text after the timestamp",
          bytes[at] === HASH ? "exemplars are OpenMetrics; this is the text format" : undefined,
        );
      }
    }
    this.at = at + 1;
    return SAMPLE;
  }

  /** OpenMetrics: [ SP seconds ] [ SP "#" SP exemplar ] LF */
  #afterOpenMetricsValue(bytes: Uint8Array, start: number): Entry {
    if (bytes[start] !== SPACE) {
      throw new SyntaxFailure(start, start + 1, "expected one blank after the value");
    }
    let at = start + 1;
    if (bytes[at] !== HASH) {
      const value = this.value;
      const end = readNumber(bytes, at, 3, this);
      const timestamp = this.value;
      this.value = value;
      if (end < 0 || !Number.isFinite(timestamp)) {
        throw new SyntaxFailure(
          at,
          Math.max(at + 1, endOfToken(bytes, at)),
          "expected a timestamp in seconds",
        );
      }
      this.hasTimestamp = true;
      this.timestamp = timestamp;
      this.timestampStart = at;
      this.timestampEnd = end;
      if (bytes[end] === LF) {
        this.at = end + 1;
        return SAMPLE;
      }
      at = end + 1;
    }
    if (bytes[at - 1] !== SPACE || bytes[at] !== HASH) {
      throw new SyntaxFailure(at - 1, endOfLine(bytes, at), "unexpected text after the value");
    }
    this.hasExemplar = true;
    at = this.exemplar.read(bytes, at);
    if (bytes[at] !== LF) {
      throw new SyntaxFailure(at, endOfLine(bytes, at), "unexpected text after the exemplar");
    }
    this.at = at + 1;
    return SAMPLE;
  }

  blanks(bytes: Uint8Array, start: number): number {
    let at = start;
    while ((classOf[bytes[at]!]! & BLANK) !== 0) at++;
    return at;
  }

  /**
   * Number of equal bytes at `left` and `right`, at most `limit`. Eight at a time, as floats: equal bits are equal floats but for NaN, which
   * only ever ends the run early and which valid UTF-8 cannot spell, and 0 and -0, eight bytes with seven NULs. Lines with a NUL
   * are never `left`, so the bytes of one side rule those out.
   */
  commonPrefix(left: number, right: number, limit: number): number {
    const bytes = this.bytes;
    const { view } = this;
    const length = Math.min(limit, this.#end - right);
    const wide = length - 8;
    let same = 0;
    while (
      same <= wide &&
      view.getFloat64(left + same, true) === view.getFloat64(right + same, true)
    ) {
      same += 8;
    }
    while (same < length && bytes[left + same] === bytes[right + same]) same++;
    return same;
  }

  #growLabels(): void {
    this.labelNames = grown(this.labelNames);
    this.labelValues = grown(this.labelValues);
    this.#labelEnds = grown(this.#labelEnds);
  }

  // ---- what to say

  /** Speaks up about the label name just read. True where there was nothing to be said. */
  #judgeLabelName(name: number): boolean {
    const text = this.names.text(name);
    if (!text.startsWith("__")) return true;
    const at = this.#readStart;
    const end = endOfLabelName(this.bytes, at);
    if (text === "__name__") {
      throw new SyntaxFailure(
        at,
        end,
        "label __name__ is reserved: the metric name stands before the braces",
      );
    }
    this.warn({
      rule: "reserved-label",
      at,
      end,
      message: "label names that begin with two underscores are reserved for Prometheus",
    });
    // The next line shares nothing, so that it is told of each series, wherever a stream is cut.
    this.#previous = NOTHING;
    return false;
  }

  #failRepeated(name: number): never {
    const at = this.#readStart;
    throw new SyntaxFailure(
      at,
      endOfLabelName(this.bytes, at),
      `label ${quote(this.names.text(name))} stands twice in one series`,
      "give it one value",
    );
  }

  #failLabelName(bytes: Uint8Array, at: number): never {
    let end = at;
    while ((classOf[bytes[end]!]! & LABEL) !== 0) end++;
    if (end > at && (classOf[bytes[at]!]! & LABEL_START) !== 0) {
      const next = this.dialect.openMetrics ? end : this.blanks(bytes, end);
      throw new SyntaxFailure(
        next,
        next + 1,
        `expected ="value" after the label name, found ${shown(bytes, next)}`,
        bytes[next] === LF ? undefined : "label names are [a-zA-Z_][a-zA-Z0-9_]*",
      );
    }
    throw new SyntaxFailure(
      at,
      Math.max(end, at + 1),
      bytes[at] === LF
        ? "labels are not closed: expected } before the end of the line"
        : `expected a label name or }, found ${shown(bytes, at)}`,
      bytes[at] === LF ? undefined : "label names are [a-zA-Z_][a-zA-Z0-9_]*",
    );
  }

  #failAfterItem(bytes: Uint8Array, at: number, what: string): never {
    throw new SyntaxFailure(
      at,
      at + 1,
      bytes[at] === LF
        ? "labels are not closed: expected } before the end of the line"
        : `expected , or } after the ${what}, found ${shown(bytes, at)}`,
      what === "label value" && bytes[at] !== LF
        ? 'a quote inside a label value is written \\"'
        : undefined,
    );
  }

  #failNoValue(at: number): never {
    throw new SyntaxFailure(at, at, "expected a value before the end of the line");
  }

  #failNumber(bytes: Uint8Array, at: number, why: number): never {
    if (bytes[at] === LF) this.#failNoValue(at);
    const end = Math.max(endOfToken(bytes, at), at + 1);
    const token = shownToken(bytes, at, end);
    throw new SyntaxFailure(
      at,
      end,
      why === OUT_OF_RANGE
        ? `value ${token} does not fit a 64-bit float`
        : `expected a number as the value, found ${token}`,
      bytes[end - 1] === CR ? "lines end with \\n alone, not \\r\\n" : undefined,
    );
  }

  #failTimestamp(bytes: Uint8Array, at: number, end: number): never {
    throw new SyntaxFailure(
      at,
      end,
      bytes[at] === HASH
        ? "unexpected # after the value: the text format has no exemplars and no comments there"
        : `expected a timestamp in whole milliseconds, found ${shownToken(bytes, at, end)}`,
      bytes[end - 1] === CR ? "lines end with \\n alone, not \\r\\n" : undefined,
    );
  }

  #failLineStart(bytes: Uint8Array, at: number): never {
    throw new SyntaxFailure(
      at,
      Math.max(at + 1, endOfToken(bytes, at)),
      `expected a metric name or a comment, found ${shown(bytes, at)}`,
    );
  }
}

/** Offset after the plain or quoted label name at `at`, which has been read. */
function endOfLabelName(bytes: Uint8Array, at: number): number {
  if (bytes[at] === QUOTE) return endOfQuoted(bytes, at + 1, "quoted name", false) + 1;
  let end = at;
  while ((classOf[bytes[end]!]! & LABEL) !== 0) end++;
  return end;
}

/** One character, for a message. Bytes that are not printable ASCII are named by their code. */
function shown(bytes: Uint8Array, at: number): string {
  const byte = bytes[at]!;
  if (byte === LF) return "the end of the line";
  if (byte > SPACE && byte < DEL)
    return byte === QUOTE ? "a quote" : `"${String.fromCharCode(byte)}"`;
  if (byte === SPACE) return "a blank";
  return `byte 0x${byte.toString(16).padStart(2, "0")}`;
}

/** A token for a message, printable and cut. */
function shownToken(bytes: Uint8Array, at: number, end: number): string {
  return quote(lenientText(bytes, at, Math.min(end, at + 256)));
}
