import type { Interner, Vocabulary } from "./interner.js";
import type { Labels } from "./model.js";
import type { Scanner } from "./scanner.js";
import type { Open } from "./series-parts.js";

/** Labels of series, without the one that is part of the value, in one order. Series with the same ones share their object. */
export interface LabelSet {
  readonly labels: Labels;
  /** Interned values, each of which stands for a pair of name and value. */
  pairs: readonly number[];
  /** Sums of the hashes of the pairs. */
  low: number;
  high: number;
  /** What all sets with these labels share, in whichever order: the latest series that has them. */
  readonly shared: { open: Open | undefined };
}

const fewSets = 64;

/** The label sets of an exposition, each once. */
export class LabelSets {
  size = 0;
  readonly #names: Interner;
  readonly #values: Interner;
  #table = emptyTable(fewSets);
  /** The pairs at hand, and the sums of their hashes. */
  readonly #pairs: number[] = [];
  #low = 0;
  #high = 0;

  constructor({ names, values }: Vocabulary) {
    this.#names = names;
    this.#values = values;
  }

  /** The labels of the current sample but for `ownLabel`. */
  of(scanner: Scanner, ownLabel: number): LabelSet {
    const { labelCount, labelNames, labelValues } = scanner;
    const pairs = this.#pairs;
    let count = 0;
    for (let index = 0; index < labelCount; index++) {
      if (labelNames[index] !== ownLabel) pairs[count++] = labelValues[index]!;
    }
    pairs.length = count;
    this.#sum(pairs);
    let shared: LabelSet["shared"] | undefined;
    const mask = this.#table.length - 1;
    for (let slot = this.#low & mask; ; slot = (slot + 1) & mask) {
      const known = this.#table[slot];
      if (known === undefined) break;
      if (known.low !== this.#low || known.high !== this.#high) continue;
      if (isSame(known.pairs, pairs)) return known;
      if (hasSame(known.pairs, pairs)) shared = known.shared;
    }
    const set: LabelSet = {
      labels: this.#labels(scanner, ownLabel),
      pairs: pairs.slice(),
      low: this.#low,
      high: this.#high,
      shared: shared ?? { open: undefined },
    };
    this.#add(set);
    return set;
  }

  clear(): void {
    this.size = 0;
    this.#table = emptyTable(fewSets);
  }

  /** Takes in a set again after `clear`. Where the values were forgotten as well, they are interned anew. */
  keep(set: LabelSet, forgotten: boolean): void {
    if (forgotten) {
      set.pairs = Object.entries(set.labels).map(([name, value]) =>
        this.#values.internText(value, this.#names.internText(name)),
      );
      this.#sum(set.pairs);
      set.low = this.#low;
      set.high = this.#high;
    }
    this.#add(set);
  }

  #sum(pairs: readonly number[]): void {
    const { strongLow, strongHigh } = this.#values;
    let low = 0;
    let high = 0;
    for (let index = 0; index < pairs.length; index++) {
      const pair = pairs[index]!;
      low = (low + strongLow[pair]!) | 0;
      high = (high + strongHigh[pair]!) | 0;
    }
    this.#low = low;
    this.#high = high;
  }

  #labels({ labelCount, labelNames, labelValues }: Scanner, ownLabel: number): Labels {
    const labels = emptyLabels();
    for (let index = 0; index < labelCount; index++) {
      const name = labelNames[index]!;
      if (name !== ownLabel) {
        labels[this.#names.text(name)] = this.#values.text(labelValues[index]!);
      }
    }
    return labels;
  }

  #add(set: LabelSet): void {
    if (++this.size * 2 > this.#table.length) {
      const sets = this.#table;
      this.#table = emptyTable(sets.length * 2);
      for (const known of sets) if (known !== undefined) this.#insert(known);
    }
    this.#insert(set);
  }

  #insert(set: LabelSet): void {
    const mask = this.#table.length - 1;
    let slot = set.low & mask;
    while (this.#table[slot] !== undefined) slot = (slot + 1) & mask;
    this.#table[slot] = set;
  }
}

/** A record without prototype. Made this way it keeps the fast shape that `Object.create(null)` does not get. */
export function emptyLabels(): Record<string, string> {
  return Object.setPrototypeOf({}, null);
}

function emptyTable(length: number): (LabelSet | undefined)[] {
  return new Array<LabelSet | undefined>(length).fill(undefined);
}

function isSame(left: readonly number[], right: readonly number[]): boolean {
  let index = left.length;
  if (index !== right.length) return false;
  while (--index >= 0) if (left[index] !== right[index]) return false;
  return true;
}

/** Whether both hold the same in any order. No pair stands twice in either. */
function hasSame(left: readonly number[], right: readonly number[]): boolean {
  const held = new Set(left);
  return left.length === right.length && right.every((pair) => held.has(pair));
}
