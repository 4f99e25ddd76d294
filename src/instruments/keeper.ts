// What all instruments are: the series of a metric, by row, each with its labels, what it is called on the wire and when it began.

import { familyNameOf, refuse, unitOf } from "../construct/index.js";
import { printable } from "../diagnostics/index.js";
import type { MetricFamily, Series } from "../exposition/index.js";
import type { Metric, MetricType } from "../registry/index.js";
import type { Collectors } from "./collectors.js";
import { combinations } from "./combinations.js";
import { initialLimit } from "./given-options.js";
import type { Guard } from "./guard.js";
import { LabelIndex } from "./label-index.js";
import { headerOf } from "./write/family-text.js";
import type { PayloadWriter } from "./write/payload-writer.js";
import { RowBytes } from "./write/row-bytes.js";

/** What the instruments of a registry share. */
export interface Context {
  readonly guard: Guard;
  readonly collectors: Collectors;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly maxSeries: number | undefined;
  /** Whether OpenMetrics is told since when a series counts. */
  readonly created: boolean;
  readonly defaultBuckets: readonly number[];
  readonly window: { readonly seconds: number; readonly parts: number };
}

/** No row has this version. */
const unbound = -1;

/** A handle of one series, which it finds in a row as long as that is of the same version. */
export class Bound<Owner extends Keeper> {
  protected readonly owner: Owner;
  protected row = 0;
  protected version = unbound;
  readonly #labels: unknown;

  constructor(owner: Owner, labels: unknown) {
    this.owner = owner;
    this.#labels = labels;
  }

  /** The row of the series, which begins anew where it was removed. Throws a PromschemaError where it may not. */
  enter(): number {
    const { index, versions } = this.owner;
    if (versions[this.row] === this.version) return this.row;
    this.row = index.rowOf(this.#labels);
    this.version = this.owner.versions[this.row] ?? unbound;
    return this.row;
  }

  /** The row of the series; -1 where it is not there. */
  protected find(): number {
    const { index, versions } = this.owner;
    return versions[this.row] === this.version ? this.row : index.find(this.#labels);
  }

  /** Whether a program that does not know the registry gave labels, though the metric has none. */
  protected isGivenLabels(given: unknown): boolean {
    return typeof given === "object" && given !== null && this.owner.metric.labels.length === 0;
  }
}

export abstract class Keeper {
  readonly metric: Metric;
  readonly index: LabelIndex;
  /** What a program sees of it: itself, or where there are no labels the handle of its one series, with what all instruments have. */
  readonly instrument: object;
  /** By row: how often it was given to a series, and taken from one. */
  versions = new Uint32Array(0);
  protected readonly context: Context;
  protected readonly bytes = new RowBytes();
  /** By row: since when it counts, in milliseconds since the epoch. */
  protected created = new Float64Array(0);
  readonly #headers = new Map<string, string>();

  constructor(metric: Metric, context: Context, weight = 1) {
    this.metric = metric;
    this.context = context;
    const { maxSeries } = context;
    const entered = (row: number) => this.#enter(row);
    this.index = new LabelIndex(metric, { maxSeries, weight, entered });
    this.instrument = metric.labels.length > 0 ? this : this.#sole();
  }

  get name(): string {
    return this.metric.name;
  }

  get type(): MetricType {
    return this.metric.type;
  }

  get size(): number {
    return this.index.size;
  }

  remove(labels: unknown = {}): boolean {
    const row = this.index.find(labels);
    // What is wrong is not merely absent.
    if (row < 0) this.index.read(labels);
    else this.#remove(row);
    return row >= 0;
  }

  reset(): void {
    for (let row = 0; row < this.index.rows; row++) this.#remove(row);
    this.index.clear();
    this.bytes.clear();
    this.begin();
  }

  initialize(known?: unknown): number {
    const { weight, maxSeries } = this.index;
    const limit = maxSeries === Infinity ? initialLimit : Math.floor(maxSeries / weight);
    const sets = combinations(this.metric, known, limit);
    this.judgeInitial();
    this.index.rowsOf(sets);
    return sets.length;
  }

  /** Lets a metric begin that has no labels and is always to be there, where it may be what it would be. */
  begin(): void {
    const { labels, presence } = this.metric;
    const fits = this.index.weight <= this.index.maxSeries;
    if (labels.length > 0 || presence.policy !== "always" || !fits) return;
    if (this.beginsAlone) this.index.rowOf({});
  }

  /** Calls back at each scrape with the instrument, until the function that it gives is called. */
  collect(callback: unknown): () => void {
    return this.context.collectors.add(this.name, callback, () => this.instrument);
  }

  /** A handle of the series of labels that are right, which need not be there. */
  abstract handle(labels: unknown): Bound<Keeper>;

  /** Labels as texts; as they are where they are wrong and nothing is to be thrown. */
  protected read(labels: unknown): unknown {
    return this.context.guard.run(() => this.index.read(labels)) ?? labels;
  }

  /** A handle with its series begun. */
  protected entered<Handle extends Bound<Keeper>>(handle: Handle): Handle {
    this.context.guard.run(() => handle.enter());
    return handle;
  }

  /** The family as OpenMetrics or the text formats have it now; undefined where it has no series. */
  family(openMetrics: boolean): MetricFamily | undefined {
    const { metric, index } = this;
    if (index.size === 0) return undefined;
    const unit = unitOf(metric);
    const series: Series<unknown>[] = [];
    for (let row = 0; row < index.rows; row++) {
      const labels = index.labelsOf(row);
      if (labels === undefined) continue;
      const created = this.isTimed ? { created: this.created[row]! } : {};
      series.push(Object.freeze({ labels, ...this.point(row, openMetrics), ...created, line: 0 }));
    }
    const { type, description } = metric;
    return Object.freeze({
      name: familyNameOf(metric),
      type,
      ...(description !== "" && { help: description }),
      ...(unit !== undefined && { unit }),
      series: Object.freeze(series),
      // Each instrument gives values of the shape that its type has.
    }) as MetricFamily;
  }

  /** Writes the family, where it has series. */
  abstract write(out: PayloadWriter, openMetrics: boolean): void;

  /** Whether the exemplars are written without quotes. */
  get hasPlainExemplars(): boolean {
    return true;
  }

  /** Whether one series may begin without anything being recorded. */
  protected abstract readonly beginsAlone: boolean;
  /** Throws a PromschemaError where no series may begin without a recording. */
  protected judgeInitial(): void {
    if (this.beginsAlone) return;
    refuse("construct/argument", {
      message: `${printable(this.name)} has no value to begin with: set it`,
      metric: this.name,
    });
  }
  /** Makes room for so many rows. */
  protected abstract grow(rows: number): void;
  /** Makes a row as it is before anything is recorded. */
  protected abstract clear(row: number): void;
  /** The value of a row, and its exemplar. */
  protected abstract point(
    row: number,
    openMetrics: boolean,
  ): Pick<Series<unknown>, "value" | "exemplar">;

  /** Whether OpenMetrics is told since when the series count. */
  protected get isTimed(): boolean {
    const { type } = this.metric;
    return this.context.created && ["counter", "histogram", "summary"].includes(type);
  }

  /** HELP, TYPE and UNIT, before samples of a name. */
  protected header(openMetrics: boolean, name: string): string {
    const key = openMetrics ? "" : name;
    let text = this.#headers.get(key);
    if (text === undefined) {
      text = headerOf(this.metric, openMetrics, name);
      this.#headers.set(key, text);
    }
    return text;
  }

  /** Keeps what a row is called, where it is there and that is not known yet; false where it is not there. */
  protected hasBytes(row: number, textOf: (texts: readonly string[]) => string): boolean {
    if (this.bytes.has(row)) return true;
    const texts = this.index.textsOf(row);
    if (texts === undefined) return false;
    this.bytes.set(row, textOf(texts));
    return true;
  }

  #sole(): object {
    return Object.defineProperties(this.handle({}), {
      name: { value: this.name },
      type: { value: this.type },
      size: { get: () => this.size },
      remove: { value: () => this.remove({}) },
      reset: { value: () => this.reset() },
      initialize: { value: () => this.initialize() },
      collect: { value: (callback: unknown) => this.collect(callback) },
    });
  }

  #enter(row: number): void {
    const { length } = this.versions;
    if (row >= length) {
      const rows = Math.max(8, row * 2);
      const versions = new Uint32Array(rows);
      versions.set(this.versions);
      const created = new Float64Array(rows);
      created.set(this.created);
      // First what may find no memory.
      this.grow(rows);
      this.versions = versions;
      this.created = created;
    }
    if (this.isTimed) this.created[row] = this.context.now();
    // What was written of the row before is not of this one.
    this.versions[row]! += 1;
  }

  #remove(row: number): void {
    if (!this.index.removeRow(row)) return;
    this.versions[row]! += 1;
    this.bytes.delete(row);
    this.clear(row);
  }
}
