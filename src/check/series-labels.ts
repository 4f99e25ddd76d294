// The labels of the current sample: what identifies its series, and whether they keep their metric's contract. One pass over the labels
// that changed since the line before.

import {
  grown,
  type Interner,
  type Scanner,
  ValueNumbers,
  type Vocabulary,
} from "../exposition/index.js";
import { isComplete, type LabelRule, type MetricContract } from "./contract/metric-contract.js";

/** How the labels of a family are read. */
export interface LabelReading {
  readonly contract: MetricContract | undefined;
  /** Interned label that is part of the value and not of the identity: `le`, `quantile`; 0 for none. */
  readonly ownLabel: number;
  /** Interned label that the type brings along and that no contract declares: 0 for none. */
  readonly freeLabel: number;
}

/** Distinct values of a label that are counted: beyond, there are too many in any case, and only declared ones are looked out for. */
const mostCounted = 1 << 16;

/** Marks of label values by interned pair: not seen, empty, or the number of the definition that last accepted it. */
const UNSEEN = 0;
const EMPTY = -1;
const FILLED = 1;

export class SeriesLabels {
  /** Identity of the labels, whatever their order, without empty ones and the family's own: 64 bits. */
  low = 0;
  high = 0;
  /** Whether something about the labels breaks the contract. */
  faulty = false;
  /** Position of the family's own label, or -1. */
  ownAt = -1;

  readonly #values: Interner;
  readonly #names: Interner;
  #allowedNames: readonly string[] = [];
  #allowed: ReadonlySet<number> = new Set();
  readonly #numbers: ValueNumbers;
  #marks = new Int32Array(1024);
  // Sums over the labels before each position.
  #lows = new Int32Array(64);
  #highs = new Int32Array(64);
  #present = new Int32Array(64);

  constructor(vocabulary: Vocabulary) {
    this.#values = vocabulary.values;
    this.#names = vocabulary.names;
    this.#numbers = new ValueNumbers(vocabulary.values);
  }

  /** Begins an exposition, in which series of any metric may have these labels. */
  begin(allowLabels: readonly string[]): void {
    const known = this.#allowedNames;
    if (known.length !== allowLabels.length || allowLabels.some((name, at) => name !== known[at])) {
      this.#allowedNames = allowLabels;
      this.#allowed = new Set(allowLabels.map((name) => this.#names.internText(name)));
    }
    this.faulty = false;
    this.ownAt = -1;
  }

  /** Forgets what was found about values: their ids mean nothing any more. */
  forget(): void {
    this.#marks.fill(UNSEEN);
    this.#numbers.forget();
  }

  /** Reads the labels from position `shared` to `rest`: those before and behind are the same, in the same family, as in the call before. */
  read(scanner: Scanner, reading: LabelReading, shared: number, rest: number): void {
    const { labelCount, labelNames, labelValues } = scanner;
    const { contract, ownLabel } = reading;
    const { strongLow, strongHigh } = this.#values;
    // What was wrong with a shared label has to be found again, to be counted.
    const from = this.faulty ? 0 : shared;
    const end = this.faulty || rest > labelCount ? labelCount : rest;
    while (labelCount >= this.#lows.length) this.#grow();
    let low = this.#lows[from]!;
    let high = this.#highs[from]!;
    let present = this.#present[from]!;
    if (this.ownAt >= from && (this.ownAt < end || this.ownAt >= labelCount)) this.ownAt = -1;
    this.faulty = false;
    const lowBefore = this.#lows[end]!;
    const highBefore = this.#highs[end]!;
    const presentBefore = this.#present[end]!;
    for (let index = from; index < labelCount; index++) {
      if (index === end && present === presentBefore) {
        this.#shift(end, labelCount, low - lowBefore, high - highBefore);
        low = this.#lows[labelCount]!;
        high = this.#highs[labelCount]!;
        present = this.#present[labelCount]!;
        break;
      }
      const name = labelNames[index]!;
      const value = labelValues[index]!;
      if (name === ownLabel) {
        this.ownAt = index;
      } else {
        const mark = this.#marks[value] ?? UNSEEN;
        if (mark > UNSEEN || this.#firstSight(value) !== EMPTY) {
          low = (low + strongLow[value]!) | 0;
          high = (high + strongHigh[value]!) | 0;
          if (contract !== undefined) {
            const rule = contract.labels.get(name);
            if (rule === undefined) {
              if (name !== reading.freeLabel && !this.#allowed.has(name)) this.faulty = true;
            } else {
              present |= rule.bit;
              if (mark !== rule.definition && !this.#accepts(rule, value)) this.faulty = true;
              if (rule.values !== undefined) countValue(rule, this.#values.text(value));
            }
          }
        }
      }
      this.#lows[index + 1] = low;
      this.#highs[index + 1] = high;
      this.#present[index + 1] = present;
    }
    this.low = low;
    this.high = high;
    if (contract !== undefined && !isComplete(contract, present)) this.faulty = true;
  }

  /** Whether series of any metric may have the label. */
  isAllowed(name: number, reading: LabelReading): boolean {
    return name === reading.ownLabel || name === reading.freeLabel || this.#allowed.has(name);
  }

  /** The number that an interned value spells; NaN for none, and for NaN. */
  numberOf(value: number): number {
    return this.#numbers.of(value);
  }

  /** Whether an own label's value is one of those declared. */
  isDeclared(value: number, number: number, contract: MetricContract): boolean {
    if (this.#marks[value] === contract.ownDefinition) return true;
    if (contract.ownValues?.has(number) === false) return false;
    this.#mark(value, contract.ownDefinition);
    return true;
  }

  #accepts(rule: LabelRule, value: number): boolean {
    const { accepts } = rule;
    if (accepts !== undefined && !accepts(this.#values.text(value))) return false;
    this.#mark(value, rule.definition);
    return true;
  }

  #firstSight(value: number): number {
    const mark = this.#marks[value] ?? UNSEEN;
    if (mark !== UNSEEN) return mark;
    const first = this.#values.lengthOf(value) === 0 ? EMPTY : FILLED;
    this.#mark(value, first);
    return first;
  }

  #mark(value: number, mark: number): void {
    while (value >= this.#marks.length) this.#marks = grown(this.#marks);
    this.#marks[value] = mark;
  }

  /** Moves the sums behind position `end`, whose labels stay. */
  #shift(end: number, labelCount: number, low: number, high: number): void {
    if (low === 0 && high === 0) return;
    for (let index = end + 1; index <= labelCount; index++) {
      this.#lows[index] = this.#lows[index]! + low;
      this.#highs[index] = this.#highs[index]! + high;
    }
  }

  #grow(): void {
    this.#lows = grown(this.#lows);
    this.#highs = grown(this.#highs);
    this.#present = grown(this.#present);
  }
}

/** Counts a distinct value of a label. */
export function countValue({ values, declared }: LabelRule, text: string): void {
  if (values === undefined) return;
  if (values.size < mostCounted || declared?.has(text)) values.add(text);
}
