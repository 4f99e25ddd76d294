// The pull scanner: bytes in, one entry a line out. It knows lines, not families: what a sample belongs to is the family tracker's.
//
// Cursor convention: a reading function gets the offset of the first byte of its production and returns the offset after its last.
// Every range handed to `feed` ends in a line feed, so no loop here looks for the end of the buffer: the line feed ends each token.
// UTF-8 is checked where bytes above 127 can stand (quoted names, label values, HELP, comments); elsewhere the grammar has none.

import { oddBeforeValue, readAfterValue } from "./around-value.js";
import { readComment } from "./comment.js";
import { endOfWord, failAfterItem, failNumber, shown } from "./complaints.js";
import { type Dialect, END, type Entry, type FamilyType, SAMPLE } from "./entry.js";
import { Exemplar } from "./exemplar.js";
import {
  BLANK,
  BRACE_CLOSE,
  BRACE_OPEN,
  COMMA,
  classOf,
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
  ZERO,
} from "./grammar.js";
import { grown, HASH_STEP, type Interner, NO_OWNER } from "./interner.js";
import { failRepeated, judgeLabelName, oddLabel } from "./label-names.js";
import { readNumber } from "./number.js";
import { endOfLine } from "./place.js";
import { endOfQuoted, hasNul, requireUtf8, unescapeInto } from "./quoted.js";
import { commonPrefix, sameBytes } from "./same-bytes.js";
import { fail, type SyntaxWarning } from "./syntax-failure.js";
import type { Vocabulary } from "./vocabulary.js";

/** No line whose labels the next one could share. */
const NOTHING = -1;
/** End of a label that no comma follows: never within a shared prefix. */
const NO_COMMA = 0x7fffffff;
/** Position of a label beyond all. */
const NO_LABEL = 0x7fffffff;
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
  /** From this position on, if there are so many, the labels are those of the sample before as well. */
  restFrom = 0;
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

  /** Interned name of a metric or label that was read last; 0 where there was a closing brace instead. */
  found = 0;
  /** Where the label name read last begins, its quote included. */
  foundAt = 0;
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
  #readValue = 0;
  /** Names of the many labels of a line, and which line that is. */
  #many: Set<number> | undefined;
  #manyLine = 0;

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
    this.shareNothing();
  }

  /** Makes the next line be read anew. */
  shareNothing(): void {
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
      if (this.ended) fail(at, endOfLine(bytes, at), "nothing may follow # EOF");
      if ((classOf[bytes[at]!]! & NAME_START) !== 0) return this.#sample(bytes, at);
      const entry = bytes[at] === HASH ? readComment(this, bytes, at) : this.#otherLine(bytes, at);
      if (entry !== END) return entry;
    }
    return END;
  }

  // ---- lines

  /** A line that begins with something else than a plain name: blanks, a comment, a sample in the quoted syntax, or nothing. */
  #otherLine(bytes: Uint8Array, lineStart: number): Entry {
    const at = this.gap(bytes, lineStart);
    const byte = bytes[at]!;
    if ((classOf[byte]! & NAME_START) !== 0) return this.#sample(bytes, at);
    if (byte === HASH) return readComment(this, bytes, at);
    if (byte === BRACE_OPEN) return this.#bracedSample(bytes, at);
    if (byte !== LF) {
      fail(
        at,
        endOfWord(bytes, at),
        `expected a metric name or a comment, found ${shown(bytes, at)}`,
      );
    }
    if (this.dialect.openMetrics) {
      fail(at, at, "empty line: OpenMetrics has none", "remove the line");
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
      const same = this.#prefix(previous, at, before + this.#blockLength);
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
      cursor = this.plainName(bytes, at);
      this.name = this.found;
      this.nameStart = at;
      this.nameEnd = cursor;
      if ((classOf[bytes[cursor]!]! & BLANK) !== 0) {
        // Text formats allow blanks between a name and its brace.
        const next = this.gap(bytes, cursor);
        if (bytes[next] === BRACE_OPEN) cursor = next;
      }
      if (bytes[cursor] === BRACE_OPEN) {
        block = cursor + 1;
        if (previous !== NOTHING) {
          shared = this.#prefix(previous + this.#previousBlock, block, this.#blockLength);
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
      fail(
        at,
        cursor,
        "sample without a metric name",
        'write name{label="value"} 1, or {"name",label="value"} 1 for a name that needs quotes',
      );
    }
    return this.#value(bytes, cursor);
  }

  /** Reads the plain metric name at `start` into `found`; returns the offset after it. */
  plainName(bytes: Uint8Array, start: number): number {
    const { names, view, familyStart } = this;
    const length = this.familyEnd - familyStart;
    const again = start + length;
    if (
      this.plainFamily &&
      again < this.#end &&
      (classOf[bytes[again]!]! & NAME) === 0 &&
      sameBytes(view, familyStart, view, start, length)
    ) {
      // That of the last metadata line.
      this.found = this.family;
      return again;
    }
    const expected = names.expected(NO_OWNER);
    if (expected !== 0) {
      const end = names.endAt(expected, bytes, view, start);
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
    this.found = names.findOrAdd(bytes, start, at, hash, NO_OWNER);
    names.meet(this.found);
    return at;
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
      const known = kept;
      for (kept = 0; kept < known && this.#labelEnds[kept]! <= shared; kept++);
      this.sharedLabels = kept;
      this.restFrom = NO_LABEL;
      const before = this.#previous === NOTHING ? block : this.#previous + this.#previousBlock;
      this.#previous = lineStart;
      cursor = this.#labels(bytes, block, kept, before);
      this.#blockLength = cursor - block;
    }
    this.#previousBlock = block - lineStart;
    return cursor;
  }

  /** Labels from number `from` on, through the closing brace. The line before has its own at `before`; `block` where it shares nothing. */
  #labels(bytes: Uint8Array, block: number, from: number, before: number): number {
    const { names, values, view } = this;
    let at = from === 0 ? block : block + this.#labelEnds[from - 1]!;
    // Names that are those of the line before, from the first on, have been compared with each other.
    let inherited = this.labelCount;
    for (let index = from; ; index++) {
      if (index === this.labelNames.length) this.#growLabels();
      this.foundAt = at;
      let name = this.labelNames[index]!;
      const nameEnd =
        this.#vocabulary.labelMarks[name] === KNOWN ? names.endAt(name, bytes, view, at) : 0;
      if (nameEnd !== 0 && bytes[nameEnd] === EQUALS && bytes[nameEnd + 1] === QUOTE) {
        at = nameEnd + 2;
      } else {
        inherited = 0;
        at = this.#labelName(bytes, at, index);
        name = this.found;
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
      if ((classOf[byte]! & BLANK) !== 0) {
        at = this.gap(bytes, at);
        byte = bytes[at]!;
      }
      if (byte === COMMA) {
        at++;
        if (index === from && index < inherited) {
          const end = this.#restAgain(at, index, block, before);
          if (end !== 0) return end;
        }
        this.#labelEnds[index] = at - block;
      } else if (byte === BRACE_CLOSE) {
        this.#labelEnds[index] = NO_COMMA;
        this.labelCount = index + 1;
        return at + 1;
      } else {
        failAfterItem(bytes, at, "label value");
      }
    }
  }

  /**
   * Offset after the block where the rest of it, at `at`, is that of the line before; else 0. Label `index`, behind which it stands, has another value
   * there, but the same name. A bucket whose bound stands first is told from its neighbour by nothing else.
   */
  #restAgain(at: number, index: number, block: number, before: number): number {
    const { view } = this;
    const ends = this.#labelEnds;
    const length = this.#blockLength - ends[index]!;
    const end = at + length;
    if (before === block || length <= 0 || end > this.#end) return 0;
    if (!sameBytes(view, before + ends[index]!, view, at, length)) return 0;
    this.restFrom = index + 1;
    ends[index] = at - block;
    // Those behind it have moved: the next line reads them anew, or has the same rest again.
    ends[index + 1] = NO_COMMA;
    return end;
  }

  /** A label that the line before did not have in its place: its name into `found`, and through the quote that opens its value. */
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
      at = oddLabel(this, bytes, start, index);
      if (this.found !== 0) judgeLabelName(this);
      return at;
    }
    this.found = names.findOrAdd(bytes, start, at, hash, NO_OWNER);
    if (judgeLabelName(this)) this.#vocabulary.markLabel(this.found, KNOWN);
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
      this.#readValue = this.internQuoted(bytes, start, at, values, name);
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

  /** The interned meaning of a quoted slice. A line with a NUL shares nothing with the next: see `commonPrefix`. */
  internQuoted(
    bytes: Uint8Array,
    start: number,
    end: number,
    interner: Interner,
    owner: number,
  ): number {
    if (this.#scratch.length < end - start) this.#scratch = new Uint8Array((end - start) * 2);
    if (hasNul(bytes, start, end)) this.shareNothing();
    const length = unescapeInto(bytes, start, end, this.#scratch);
    return interner.intern(this.#scratch, 0, length, owner);
  }

  #checkRepeated(name: number, index: number): void {
    const names = this.labelNames;
    if (index < manyLabels) {
      for (let earlier = 0; earlier < index; earlier++) {
        if (names[earlier] === name) failRepeated(this, name);
      }
      return;
    }
    if (this.#manyLine !== this.line) {
      this.#manyLine = this.line;
      this.#many = new Set(names.subarray(0, index));
    }
    if (this.#many?.has(name) === true) failRepeated(this, name);
    this.#many?.add(name);
  }

  // ---- values

  /** blank value [ blank timestamp ] [ exemplar ] LF */
  #value(bytes: Uint8Array, start: number): Entry {
    let at = start;
    if (bytes[at] === SPACE && (classOf[bytes[at + 1]!]! & BLANK) === 0) at++;
    else at = oddBeforeValue(this, bytes, at);
    this.hasTimestamp = false;
    this.hasExemplar = false;
    this.valueStart = at;
    const digit = bytes[at]! - ZERO;
    if (bytes[at + 1] === LF && digit >= 0 && digit <= 9) {
      // Half of the values of most payloads.
      this.value = digit;
      this.valueEnd = at + 1;
      this.at = at + 2;
      return SAMPLE;
    }
    const end = readNumber(bytes, at, 0, this);
    if (end < 0) failNumber(bytes, at, end);
    this.valueEnd = end;
    this.at = 1 + (bytes[end] === LF ? end : readAfterValue(this, bytes, end));
    return SAMPLE;
  }

  /** Skips blanks where the text formats allow any and OpenMetrics none. */
  gap(bytes: Uint8Array, start: number): number {
    return this.dialect.openMetrics ? start : this.blanks(bytes, start);
  }

  blanks(bytes: Uint8Array, start: number): number {
    let at = start;
    while ((classOf[bytes[at]!]! & BLANK) !== 0) at++;
    return at;
  }

  /**
   * Number of equal bytes at `left` and `right`, at most `limit`. Lines with a NUL are never `left`.
   */
  #prefix(left: number, right: number, limit: number): number {
    // An integer to V8 too, which would make it a float.
    return commonPrefix(this.view, left, right, Math.min(limit, this.#end - right)) | 0;
  }

  #growLabels(): void {
    this.labelNames = grown(this.labelNames);
    this.labelValues = grown(this.labelValues);
    this.#labelEnds = grown(this.#labelEnds);
  }
}
