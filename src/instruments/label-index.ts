// The label sets of one metric, each with a row of its own: a number by which whoever keeps something for a series finds it again.

import { declaredAt, type Objection, objection, readLabels, refuseIf } from "../construct/index.js";
import { printable } from "../diagnostics/index.js";
import type { Labels } from "../exposition/index.js";
import type { Metric } from "../registry/index.js";
import { labelJudge } from "./label-judge.js";
import { LabelReader } from "./label-reader.js";
import { LabelTree } from "./label-tree.js";

export interface LabelIndexOptions {
  /** Most series, where it is less than the metric declares. @default what the metric declares */
  readonly maxSeries?: number | undefined;
  /** How many series one label set is where they are counted. @default 1 */
  readonly weight?: number;
  /** Called with the row of a new label set before it is there, to make room. */
  readonly entered?: (row: number) => void;
}

/** The texts of a label set in the order of the registry, "" for a label that is absent. */
export type LabelTexts = readonly string[];

export class LabelIndex {
  readonly #metric: Metric;
  /** Most series, by what is declared and what is allowed; Infinity where neither is. */
  readonly maxSeries: number;
  /** How many series one label set is where they are counted. */
  weight: number;
  readonly #entered: ((row: number) => void) | undefined;
  readonly #reader: LabelReader;
  readonly #isRight: (texts: LabelTexts) => boolean;
  readonly #tree: LabelTree;
  /** By row: whether it is free. */
  readonly #isFree: boolean[] = [];
  readonly #free: number[] = [];
  /** Of labels with a limit of values, how many rows have each value. */
  readonly #counts: readonly (Map<string, number> | undefined)[];

  constructor(metric: Metric, options: LabelIndexOptions = {}) {
    const { maxSeries = Infinity, weight = 1, entered } = options;
    this.#metric = metric;
    this.maxSeries = Math.min(maxSeries, metric.maxSeries ?? Infinity);
    this.weight = weight;
    this.#entered = entered;
    this.#reader = new LabelReader(metric);
    this.#isRight = labelJudge(metric);
    this.#tree = new LabelTree(metric.labels.length);
    this.#counts = metric.labels.map(({ definition }) =>
      definition.maxValues === undefined ? undefined : new Map(),
    );
  }

  /** Number of label sets. */
  get size(): number {
    return this.#isFree.length - this.#free.length;
  }

  /** One more than the greatest row there was: the length of a column. */
  get rows(): number {
    return this.#isFree.length;
  }

  /** The row of a label set; -1 for one that has none, and for one that is not read at a glance. Never throws. */
  peek(labels: unknown): number {
    const reader = this.#reader;
    return reader.read(labels) ? this.#tree.find(reader.texts) : -1;
  }

  /** The row of a label set; -1 for one that has none, and for one that is wrong. Never throws. */
  find(labels: unknown): number {
    const reader = this.#reader;
    if (reader.read(labels)) return this.#tree.find(reader.texts);
    const read = readLabels(this.#metric, labels);
    return read.objections.length > 0 ? -1 : this.#tree.find(this.#inOrder(read.texts));
  }

  /**
   * The row of a label set, a new one where it has none: the first that is free of those that were removed, else one more than there were. Throws a
   * PromschemaError, and changes nothing, for labels that break the contract of the metric, and for one series or one value too many.
   */
  rowOf(labels: unknown): number {
    const reader = this.#reader;
    if (!reader.read(labels)) return this.#enter(this.#texted(labels));
    const row = this.#tree.find(reader.texts);
    if (row >= 0) return row;
    return this.#enter(
      this.#isRight(reader.texts) ? reader.texts.map(owned) : this.#texted(labels),
    );
  }

  /** A label set as texts, whether it has a row or not. Throws a PromschemaError for labels that break the contract of the metric. */
  read(labels: unknown): Labels {
    return this.#record(this.#texted(labels));
  }

  /** Sets the weight. Throws a PromschemaError, and changes nothing, where the label sets that are there would be too many. */
  weigh(weight: number): void {
    refuseIf(this.#objectionsToSeries(this.size * weight));
    this.weight = weight;
  }

  /** Takes a label set out and gives the row that it had; -1 where it had none. Never throws. */
  remove(labels: unknown): number {
    const row = this.find(labels);
    if (row >= 0) this.removeRow(row);
    return row;
  }

  /** Takes the label set of a row out; false where that is free. */
  removeRow(row: number): boolean {
    const texts = this.textsOf(row);
    if (texts === undefined) return false;
    this.#tree.remove(row);
    this.#isFree[row] = true;
    this.#free.push(row);
    this.#count(texts, -1);
    return true;
  }

  /** Takes all label sets out. The next ones get rows from 0 on. */
  clear(): void {
    this.#tree.clear();
    this.#isFree.length = 0;
    this.#free.length = 0;
    for (const counts of this.#counts) counts?.clear();
  }

  /** The texts of a row; undefined where it is free. */
  textsOf(row: number): LabelTexts | undefined {
    return this.has(row) ? this.#tree.textsOf(row) : undefined;
  }

  /** Whether a row has a label set. */
  has(row: number): boolean {
    return this.#isFree[row] === false;
  }

  /** The labels of a row, without those that are absent; undefined where it is free. A frozen record without prototype. */
  labelsOf(row: number): Labels | undefined {
    return this.has(row) ? this.#record(this.#tree.textsOf(row)) : undefined;
  }

  /**
   * The rows of several label sets, new ones where they have none. All of them or none: throws as `rowOf` does, and then no label set is there that
   * was not before.
   */
  rowsOf(sets: readonly unknown[]): number[] {
    const entered: number[] = [];
    try {
      return sets.map((labels) => {
        const { size } = this;
        const row = this.rowOf(labels);
        if (this.size > size) entered.push(row);
        return row;
      });
    } catch (error) {
      for (const row of entered.reverse()) this.removeRow(row);
      throw error;
    }
  }

  #enter(texts: LabelTexts): number {
    const known = this.#tree.find(texts);
    if (known >= 0) return known;
    const size = (this.size + 1) * this.weight;
    refuseIf([...this.#objectionsToSeries(size), ...this.#objectionsToValues(texts)]);
    const row = this.#free.at(-1) ?? this.#isFree.length;
    this.#entered?.(row);
    this.#free.pop();
    this.#isFree[row] = false;
    this.#tree.add(texts, row);
    this.#count(texts, 1);
    return row;
  }

  #texted(labels: unknown): LabelTexts {
    const read = readLabels(this.#metric, labels);
    refuseIf(read.objections, read.cause);
    return this.#inOrder(read.texts);
  }

  #record(texts: LabelTexts): Labels {
    const labels: Record<string, string> = Object.create(null);
    this.#metric.labels.forEach(({ name }, place) => {
      const text = texts[place];
      if (text !== undefined && text !== "") labels[name] = text;
    });
    return Object.freeze(labels);
  }

  #inOrder(texts: ReadonlyMap<string, string>): LabelTexts {
    return this.#metric.labels.map(({ name }) => owned(texts.get(name) ?? ""));
  }

  #count(texts: LabelTexts, change: 1 | -1): void {
    this.#counts.forEach((counts, place) => {
      const text = texts[place] ?? "";
      if (counts === undefined || text === "") return;
      const count = (counts.get(text) ?? 0) + change;
      if (count === 0) counts.delete(text);
      else counts.set(text, count);
    });
  }

  #objectionsToSeries(size: number): Objection[] {
    const { name, maxSeries = Infinity } = this.#metric;
    if (size <= this.maxSeries) return [];
    const limited = this.maxSeries < maxSeries ? "allowed by the option maxSeries" : "declared";
    const message = `${printable(name)} would have ${size} series: at most ${this.maxSeries} are ${limited}`;
    return [objection("max-series", [], { message, metric: name, ...declaredAt(this.#metric) })];
  }

  #objectionsToValues(texts: LabelTexts): Objection[] {
    const { name, labels } = this.#metric;
    return labels.flatMap(({ name: label, definition }, place) => {
      const counts = this.#counts[place];
      const value = texts[place] ?? "";
      const { maxValues = Infinity, position } = definition;
      if (counts === undefined || value === "" || counts.has(value)) return [];
      if (counts.size < maxValues) return [];
      return objection("max-values", [label], {
        message: `${printable(label)} of ${printable(name)} would have ${counts.size + 1} values: at most ${maxValues} are declared`,
        metric: name,
        label,
        value,
        ...(position !== undefined && { declared: position }),
      });
    });
  }
}

/** From this length on V8 makes a part of a text a view of the whole, and keeps the whole as long as the part. */
const viewLength = 13;

/** A text that keeps no other alive: a label cut out of a request may not keep the request. */
function owned(text: string): string {
  return text.length < viewLength ? text : String(JSON.parse(JSON.stringify(text)));
}
