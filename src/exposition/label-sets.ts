import type { Interner } from "./interner.js";
import type { Labels } from "./model.js";
import type { Scanner } from "./scanner.js";
import type { Vocabulary } from "./vocabulary.js";

/** Labels of series, without the one that is part of the value, in one order. Series with the same ones share their object. */
export interface LabelSet {
  readonly labels: Labels;
  /** Interned values, each of which stands for a pair of name and value. */
  pairs: readonly number[];
  /** The set that was met first with these labels in another order. */
  readonly first: LabelSet | undefined;
  /** Another set whose hash is the same. */
  next: LabelSet | undefined;
  /** Its place among the sets. */
  index: number;
}

/** The label sets of an exposition, each once. */
export class LabelSets {
  readonly #names: Interner;
  readonly #values: Interner;
  #sets = new Map<number, LabelSet>();
  /** By pairs: sets of labels that were met in another order before. Labels have more orders than a chain of one hash should have links. */
  #orders = new Map<string, LabelSet>();
  /** The pairs at hand. */
  readonly #pairs: number[] = [];
  #last: LabelSet | undefined;
  /** By set: the one that came after it last time. Families repeat the label sets of those before them, in their order. */
  #followers: (LabelSet | undefined)[] = [];

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
    if (pairs.length !== count) pairs.length = count;
    const last = this.#last;
    if (last !== undefined && isSame(last.pairs, pairs)) return last;
    const expected = last && this.#followers[last.index];
    const set =
      expected !== undefined && isSame(expected.pairs, pairs)
        ? expected
        : this.#find(scanner, ownLabel);
    if (last !== undefined) this.#followers[last.index] = set;
    this.#last = set;
    return set;
  }

  /** The set of the pairs at hand, made where it is new. */
  #find(scanner: Scanner, ownLabel: number): LabelSet {
    const pairs = this.#pairs;
    let known = this.#sets.get(this.#hash(pairs));
    while (known !== undefined && !hasSame(known.pairs, pairs)) known = known.next;
    if (known !== undefined && isSame(known.pairs, pairs)) return known;
    const order = known && pairs.join();
    const met = order && this.#orders.get(order);
    if (met) return met;
    const set: LabelSet = {
      labels: this.#labels(scanner, ownLabel),
      pairs: pairs.slice(),
      first: known?.first ?? known,
      next: undefined,
      index: 0,
    };
    this.#take(set, order);
    return set;
  }

  clear(): void {
    // V8 links what a cleared map held to what it holds next, and keeps it all while old generations are not collected. Sets that point to their
    // followers would be such a chain too.
    this.#sets = new Map();
    this.#orders = new Map();
    this.#followers = [];
    this.#last = undefined;
  }

  /** Takes in a set again after `clear`, though the values may have been forgotten as well. */
  keep(set: LabelSet): void {
    set.pairs = Object.entries(set.labels).map(([name, value]) =>
      this.#values.internText(value, this.#names.internText(name)),
    );
    this.#take(set);
  }

  #take(set: LabelSet, order?: string): void {
    set.index = this.#followers.push(undefined) - 1;
    if (order !== undefined) {
      this.#orders.set(order, set);
      return;
    }
    const hash = this.#hash(set.pairs);
    set.next = this.#sets.get(hash);
    this.#sets.set(hash, set);
  }

  /** Of the pairs in any order: the sum of their hashes, which begin with a random seed. Of 30 bits, a small integer in every engine. */
  #hash(pairs: readonly number[]): number {
    const { strongLow } = this.#values;
    let hash = 0;
    for (let index = 0; index < pairs.length; index++) {
      hash = (hash + strongLow[pairs[index]!]!) | 0;
    }
    return hash >>> 2;
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
}

/** A record without prototype. Made this way it keeps the fast shape that `Object.create(null)` does not get. */
export function emptyLabels(): Record<string, string> {
  return Object.setPrototypeOf({}, null);
}

function isSame(left: readonly number[], right: readonly number[]): boolean {
  let index = left.length;
  if (index !== right.length) return false;
  while (--index >= 0) if (left[index] !== right[index]) return false;
  return true;
}

/** Whether both hold the same in any order. No pair stands twice in either. */
function hasSame(left: readonly number[], right: readonly number[]): boolean {
  if (isSame(left, right)) return true;
  const held = new Set(left);
  return left.length === right.length && right.every((pair) => held.has(pair));
}
