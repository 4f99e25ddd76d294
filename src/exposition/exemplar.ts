import {
  BRACE_CLOSE,
  BRACE_OPEN,
  COMMA,
  classOf,
  EQUALS,
  HASH,
  LABEL_START,
  LF,
  QUOTE,
  SPACE,
} from "./grammar.js";
import { grown } from "./interner.js";
import { endOfLabelName } from "./label-names.js";
import { endOfToken, readNumber } from "./number.js";
import { endOfQuoted, unescapeInto } from "./quoted.js";
import { fail } from "./syntax-failure.js";
import { decodeUtf8 } from "./utf8.js";

/** As many numbers as an engine keeps with the object, where they are cheap to make. */
const fewOffsets = 16;

/**
 * The exemplar of a sample: `# {labels} value [timestamp]` (OpenMetrics 1.0, section 4.1). Its label values are mostly trace ids, seen
 * once, so they are kept as offsets and become text on demand.
 */
export class Exemplar {
  value = 0;
  valueStart = 0;
  valueEnd = 0;
  hasTimestamp = false;
  /** Milliseconds since the epoch. */
  timestamp = 0;
  start = 0;
  labelsEnd = 0;
  labelCount = 0;

  /** Four offsets a label: name start and end, value start and end, quotes left out. */
  #offsets = new Int32Array(fewOffsets);
  /** The number reader's target. */
  readonly #number = { value: 0 };

  /** Reads from the number sign; returns the offset of what follows, which has to be the line feed. */
  read(bytes: Uint8Array, at: number): number {
    this.start = at;
    if (bytes[at] !== HASH || bytes[at + 1] !== SPACE || bytes[at + 2] !== BRACE_OPEN) {
      fail(at, at + 1, "expected an exemplar: # {labels} value [timestamp]");
    }
    const labelsEnd = this.#labels(bytes, at + 3);
    this.labelsEnd = labelsEnd;
    if (bytes[labelsEnd] !== SPACE) {
      fail(labelsEnd, labelsEnd + 1, "expected a blank and the exemplar's value");
    }
    this.valueStart = labelsEnd + 1;
    this.valueEnd = this.#readNumber(bytes, labelsEnd + 1, 0, "an exemplar's value");
    this.value = this.#number.value;
    this.hasTimestamp = bytes[this.valueEnd] === SPACE;
    if (!this.hasTimestamp) return this.valueEnd;
    const end = this.#readNumber(bytes, this.valueEnd + 1, 3, "an exemplar's timestamp in seconds");
    this.timestamp = this.#number.value;
    if (!Number.isFinite(this.timestamp)) {
      fail(this.valueEnd + 1, end, "an exemplar's timestamp is a finite number");
    }
    return end;
  }

  #readNumber(bytes: Uint8Array, at: number, shift: number, what: string): number {
    const end = readNumber(bytes, at, shift, this.#number);
    if (end < 0) fail(at, endOfToken(bytes, at), `expected ${what}`);
    return end;
  }

  #labels(bytes: Uint8Array, start: number): number {
    this.labelCount = 0;
    let at = start;
    if (bytes[at] === BRACE_CLOSE) return at + 1;
    for (;;) {
      const base = this.labelCount * 4;
      if (base + 4 > this.#offsets.length) this.#offsets = grown(this.#offsets);
      at = this.#labelName(bytes, at, base);
      if (bytes[at] !== EQUALS || bytes[at + 1] !== QUOTE) {
        fail(at, at + 1, 'expected ="value" after an exemplar\'s label name');
      }
      const valueEnd = endOfQuoted(bytes, at + 2, "label value", true);
      this.#offsets[base + 2] = at + 2;
      this.#offsets[base + 3] = valueEnd;
      this.labelCount++;
      at = valueEnd + 1;
      if (bytes[at] === BRACE_CLOSE) return at + 1;
      if (bytes[at] !== COMMA) {
        fail(at, at + 1, "expected , or } after an exemplar's label");
      }
      at++;
    }
  }

  #labelName(bytes: Uint8Array, start: number, base: number): number {
    const end = endOfLabelName(bytes, start);
    const isQuoted = bytes[start] === QUOTE;
    if (isQuoted && end === start + 2) fail(start, end, "empty name in quotes");
    if (!isQuoted && (classOf[bytes[start]!]! & LABEL_START) === 0) {
      fail(start, bytes[start] === LF ? start : start + 1, "expected an exemplar's label name");
    }
    const quotes = isQuoted ? 1 : 0;
    this.#offsets[base] = start + quotes;
    this.#offsets[base + 1] = end - quotes;
    return end;
  }

  /** The labels as `[name, value]`, escapes undone. */
  labels(bytes: Uint8Array): [name: string, value: string][] {
    const pairs: [string, string][] = [];
    for (let index = 0; index < this.labelCount; index++) {
      pairs.push([this.#text(bytes, index * 4), this.#text(bytes, index * 4 + 2)]);
    }
    return pairs;
  }

  #text(bytes: Uint8Array, base: number): string {
    const start = this.#offsets[base]!;
    const end = this.#offsets[base + 1]!;
    const meaning = new Uint8Array(end - start);
    const length = unescapeInto(bytes, start, end, meaning);
    return decodeUtf8(meaning, 0, length);
  }
}
