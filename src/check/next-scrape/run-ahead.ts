// Reads on where the lines are those of the scrape before. Each line predicts the next; as long as the bytes that say which series it is
// are the predicted ones, its name and labels are neither read nor judged again, and only its value goes through the laws. Where they
// are not, the scanner reads the line as ever, and the prediction goes on from that line.

import { type Entry, HELP, SAMPLE, type Scanner, TYPE, UNIT } from "../../exposition/index.js";
import type { Families } from "../families.js";
import type { FamilyState } from "../family-state.js";
import type { FindingSink } from "../finding-sink.js";
import { isBlank } from "../label-places.js";
import type { OwnLabelReader } from "../own-labels.js";
import { isPart, type SampleLaws, SPARE_ROW } from "../sample-laws.js";
import type { SeriesLabels } from "../series-labels.js";
import { UNTRACKED } from "../series-table.js";
import {
  BUCKET,
  entryOf,
  metadataKind,
  PART,
  type Place,
  QUANTILE,
  readingOf,
  type SampleKind,
  SINGLE,
  typeOf,
} from "./line-kinds.js";
import {
  areEqual,
  FACTS,
  KIND,
  LENGTH,
  NAME,
  NEXT,
  NO_LINE,
  SERIES,
  START,
  TALLY,
  TEXT,
} from "./line-memory.js";
import { endOfPlainNumber, readPlainTime } from "./plain-number.js";
import type { TargetMemory } from "./target-memory.js";

const LF = 0x0a;
const SPACE = 0x20;
const QUOTE = 0x22;
const ZERO = 0x30;
const NINE = 0x39;
const BRACE_OPEN = 0x7b;
/** Longest name whose place fits the facts of a line. */
const longestName = 0xffff;
/** Digits of a whole number that a double holds whatever they are. */
const exactDigits = 15;
/** So many lines have to be read as ever, and more than were predicted, until predictions are given up. */
const patience = 512;

/** What the check has to do with the current line, whichever way it was read. */
export interface LineReader {
  readonly scanner: Scanner;
  readonly families: Families;
  readonly labels: SeriesLabels;
  readonly own: OwnLabelReader;
  readonly laws: SampleLaws;
  readonly sink: FindingSink;
}

export class RunAhead {
  readonly #target: TargetMemory;
  readonly #reader: LineReader;
  /** Whether the target was known before: else everything is new, and nothing can be predicted. */
  readonly #known: boolean;
  #over = false;
  /** The last line that is in the memory. */
  #last = NO_LINE;
  #remarks = 0;
  #predicted = 0;
  #found = 0;
  #added = 0;
  #missed = 0;

  constructor(target: TargetMemory, reader: LineReader) {
    this.#target = target;
    this.#reader = reader;
    this.#known = target.lines.size > 1;
  }

  /** To be called when the scanner has read a line, and the check has judged it: remembers it, and reads on as far as lines are known. */
  after(entry: Entry): void {
    if (this.#over) return;
    const { sink, own } = this.#reader;
    const remarks = sink.taken + own.remarks;
    const clean = remarks === this.#remarks;
    this.#remarks = remarks;
    if (entry === SAMPLE) this.#sample(clean);
    else if (entry === TYPE || entry === HELP || entry === UNIT) this.#metadata(entry, clean);
    else return;
    if (!this.#over) this.#run();
  }

  end(): void {
    if (!this.#over) this.#target.end(this.#predicted + this.#found, this.#added);
  }

  // ---- remembering

  #sample(clean: boolean): void {
    const { scanner, families, labels } = this.#reader;
    const { bytes, lineStart, nameStart, nameEnd, valueStart } = scanner;
    const { state, role } = families;
    if (!clean || labels.faulty || state === undefined || state.kind === "stateset") return;
    const end = valueStart - 1;
    if (bytes[end] !== SPACE) return;
    if (nameEnd - lineStart > longestName) return;
    if (this.#known && ++this.#missed > patience && this.#missed > this.#predicted) {
      this.#over = true;
      this.#target.giveUp();
      return;
    }
    const series = this.#reader.laws.index;
    const part = isPart(state, role, labels.ownAt);
    if (series === (part ? SPARE_ROW : UNTRACKED)) return;
    const pair = labels.ownAt === -1 ? 0 : scanner.labelValues[labels.ownAt]!;
    const { strongLow } = scanner.names;
    const key =
      labels.low ^ Math.imul(strongLow[scanner.name]! ^ scanner.values.strongLow[pair]!, 31);
    const line = this.#remember(key, lineStart, end);
    if (line === NO_LINE) return;
    const { lines, kinds, tallies } = this.#target;
    const base = line * FACTS;
    const { facts } = lines;
    facts[base + KIND] = kinds.of(scanner.name, state, role, placeOf(part, role)).number;
    facts[base + NAME] = ((nameStart - lineStart) << 16) | (nameEnd - lineStart);
    facts[base + SERIES] = series;
    facts[base + TALLY] = tallies.of(scanner, state);
    lines.numbers[line] = pair === 0 ? Number.NaN : labels.numberOf(pair);
  }

  #metadata(entry: Entry, clean: boolean): void {
    const { scanner } = this.#reader;
    const { lineStart, familyStart, familyEnd, textStart, textEnd, at } = scanner;
    if (!clean || familyEnd - lineStart > longestName) return;
    const key = scanner.names.strongLow[scanner.family]! ^ Math.imul(at - lineStart, 31) ^ entry;
    const line = this.#remember(key, lineStart, at);
    if (line === NO_LINE) return;
    const { facts } = this.#target.lines;
    const base = line * FACTS;
    facts[base + KIND] = metadataKind(entry, scanner.type);
    facts[base + NAME] = ((familyStart - lineStart) << 16) | (familyEnd - lineStart);
    facts[base + SERIES] = scanner.family;
    facts[base + TEXT] = textStart - lineStart;
    facts[base + TALLY] = textEnd - lineStart;
  }

  /** The line of these bytes, from now on the one after the last. */
  #remember(key: number, start: number, end: number): number {
    const { lines } = this.#target;
    const { view } = this.#reader.scanner;
    const next = this.#last * FACTS + NEXT;
    if (lines.size === 1) lines.reserve(this.#reader.scanner.end - start);
    let line = lines.find(key, view, start, end);
    if (line !== NO_LINE) {
      this.#found++;
      lines.facts[next] = line;
    } else {
      line = lines.add(key, view, start, end);
      if (line === NO_LINE) return NO_LINE;
      this.#added++;
      lines.facts[line * FACTS + NEXT] = lines.facts[next]!;
      lines.facts[next] = line;
    }
    this.#last = line;
    return line;
  }

  // ---- reading on

  #run(): void {
    const { scanner, families, laws } = this.#reader;
    const { lines, tallies } = this.#target;
    const { facts, numbers, view: known } = lines;
    const { bytes, view, end } = scanner;
    let { at } = scanner;
    let predicted = 0;
    /** The kind of sample met last, and the state of its family. */
    let current = -1;
    let kind: SampleKind | undefined;
    let state: FamilyState | undefined;
    for (;;) {
      const line = facts[this.#last * FACTS + NEXT]!;
      if (line === NO_LINE) break;
      const base = line * FACTS;
      const length = facts[base + LENGTH]!;
      const stop = at + length;
      if (stop > end || !areEqual(known, facts[base + START]!, view, at, length)) break;
      const number = facts[base + KIND]!;
      if (number < 0) {
        this.#last = line;
        this.#passMetadata(base, at);
        at = stop;
        current = -1;
        predicted++;
        continue;
      }
      if (stop === end || !startsValue(bytes, stop)) break;
      if (number !== current) {
        current = number;
        kind = this.#target.kinds.at(number);
        state = this.#stateFor(kind);
      }
      if (kind === undefined || (state === undefined && !this.#isNew(kind))) break;
      this.#last = line;
      predicted++;
      const name = facts[base + NAME]!;
      scanner.line++;
      scanner.lineStart = at;
      scanner.nameStart = at + (name >>> 16);
      scanner.nameEnd = at + (name & longestName);

      // The value: of most lines a plain one, that the line feed follows.
      const start = stop + 1;
      let cursor = start;
      let value = 0;
      if (kind.anyNumber) {
        cursor = endOfPlainNumber(bytes, start);
      } else {
        let byte = bytes[cursor]!;
        while (byte >= ZERO && byte <= NINE) {
          value = value * 10 + (byte - ZERO);
          byte = bytes[++cursor]!;
        }
        if (cursor === start || cursor > start + exactDigits) cursor = 0;
      }
      if (cursor !== 0 && bytes[cursor] === LF) {
        scanner.value = value;
        scanner.valueStart = start;
        scanner.valueEnd = cursor;
        scanner.hasTimestamp = false;
        scanner.hasExemplar = false;
        at = cursor + 1;
      } else {
        at = this.#readValue(stop, cursor, value);
      }

      if (state !== undefined && families.state === state) families.again(state);
      else state = families.sample(kind.name);
      if (state.contract !== undefined) state.contract.seen = true;
      if (facts[base + TALLY] !== 0) tallies.enter(facts[base + TALLY]!);
      const series = facts[base + SERIES]!;
      if (kind.place === SINGLE) {
        laws.knownSingle(state, kind.role, series);
      } else {
        const row = laws.knownRow(state, series);
        if (kind.place === BUCKET) laws.bucket(state, row, numbers[line]!);
        else if (kind.place === PART) laws.part(state, row, kind.role);
        else laws.quantile(state, row, numbers[line]!);
      }
      if (scanner.hasExemplar) {
        laws.exemplar(state, kind.role, kind.place === BUCKET ? numbers[line]! : Infinity);
      }
    }
    this.#predicted += predicted;
    // Where no line was passed, the scanner may go on sharing labels with the one before.
    if (predicted > 0) scanner.goTo(at);
  }

  /**
   * Reads the value after the blank at `blank`, and what follows it; returns where the next line begins. A plain `value` that ends at `end`
   * is read already; 0 for none.
   */
  #readValue(blank: number, end: number, value: number): number {
    const { scanner } = this.#reader;
    if (end !== 0 && scanner.bytes[end] === SPACE) {
      const next = readPlainTime(scanner, end + 1);
      if (next !== 0) {
        scanner.value = value;
        scanner.valueStart = blank + 1;
        scanner.valueEnd = end;
        scanner.hasTimestamp = true;
        scanner.hasExemplar = false;
        return next;
      }
    }
    scanner.readValue(blank);
    return scanner.at;
  }

  /** The state of the family that samples of this kind belong to as things stand; undefined where they are of another kind now. */
  #stateFor(kind: SampleKind): FamilyState | undefined {
    const state = this.#reader.families.find(kind.name);
    // The labels of the first sample are to be read.
    if (state?.isUntypedBucket === true && !state.entered) return undefined;
    if (state === undefined || kind.state === state) return state;
    if (readingOf(state) !== kind.reading) return undefined;
    kind.state = state;
    return state;
  }

  /** Whether a sample of this kind would open a family, as it did before. */
  #isNew({ name, opens }: SampleKind): boolean {
    return opens && this.#reader.families.find(name) === undefined;
  }

  #passMetadata(base: number, start: number): void {
    const { scanner, families } = this.#reader;
    const { facts } = this.#target.lines;
    const kind = facts[base + KIND]!;
    const name = facts[base + NAME]!;
    scanner.line++;
    scanner.lineStart = start;
    scanner.family = facts[base + SERIES]!;
    scanner.familyStart = start + (name >>> 16);
    scanner.familyEnd = start + (name & longestName);
    scanner.plainFamily = scanner.bytes[scanner.familyStart] !== QUOTE;
    scanner.textStart = start + facts[base + TEXT]!;
    scanner.textEnd = start + facts[base + TALLY]!;
    scanner.type = typeOf(kind);
    families.metadata(entryOf(kind));
  }
}

/** Whether one blank and a value follow, and nothing that could make the bytes before mean something else. */
function startsValue(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== SPACE) return false;
  const first = bytes[at + 1]!;
  return first !== BRACE_OPEN && !isBlank(first);
}

function placeOf(part: boolean, role: string): Place {
  if (!part) return SINGLE;
  if (role === "bucket") return BUCKET;
  return role === "value" ? QUANTILE : PART;
}
