// Entries into metric families. One object a series: the lines of a histogram land in one.

import type { Dialect } from "./comment.js";
import { metadataText } from "./comment.js";
import { type Family, FamilyTracker, type Role } from "./family-tracker.js";
import { type Interner, NAMES } from "./interner.js";
import type { Bucket, Exemplar, Labels, MetricFamily } from "./model.js";
import { parseNumber } from "./number.js";
import { type Entry, HELP, SAMPLE, Scanner, TYPE, UNIT } from "./scanner.js";
import type { SyntaxWarning } from "./syntax-failure.js";

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A series of any type while it is being read: what its family's type has no use for stays unset. */
interface Draft {
  labels: Labels;
  value: unknown;
  timestamp?: number;
  created?: number;
  exemplar?: Exemplar;
  line: number;
}

interface DraftDistribution {
  count?: number;
  sum?: number;
  buckets?: Bucket[];
  quantiles?: { quantile: number; value: number }[];
}

interface DraftFamily {
  name: string;
  type: string;
  help?: string;
  unit?: string;
  series: Draft[];
}

/** What is kept beside a family while it grows. */
interface Growing {
  readonly draft: DraftFamily;
  /** Label that is part of the value: `le`, `quantile`, a stateset's name; 0 for none. */
  ownLabel: number;
  /** Series by identity, for samples that do not follow their own: the last one of a label set. */
  readonly byIdentity: Map<number, { readonly series: Draft; readonly pairs: Int32Array }[]>;
}

export class Grouper {
  readonly scanner: Scanner;
  readonly families: MetricFamily[] = [];

  readonly #tracker: FamilyTracker;
  readonly #interner: Interner;
  readonly #growing: (Growing | undefined)[] = [];
  readonly #onFamily: ((family: MetricFamily) => void) | undefined;
  readonly #le: number;
  readonly #quantile: number;
  /** The series of the sample before, for the next one that belongs to it. */
  #last: Draft | undefined;
  #lastGrowing: Growing | undefined;
  #lastPairs = new Int32Array(0);
  #pairs = new Int32Array(32);
  #pairCount = 0;

  /** With `onFamily`, a family is handed over when its last line is behind, and forgotten. */
  constructor(
    interner: Interner,
    dialect: Dialect,
    warn: (warning: SyntaxWarning) => void,
    onFamily?: (family: MetricFamily) => void,
  ) {
    this.scanner = new Scanner(interner, dialect, warn);
    this.#interner = interner;
    this.#tracker = new FamilyTracker(interner, dialect.openMetrics);
    this.#onFamily = onFamily;
    this.#le = interner.internText("le", NAMES);
    this.#quantile = interner.internText("quantile", NAMES);
  }

  entry(entry: Entry): void {
    if (entry === SAMPLE) this.#sample();
    else if (entry === TYPE || entry === HELP || entry === UNIT) this.#metadata(entry);
  }

  /** Hands over what is still open. */
  finish(): void {
    if (this.#onFamily === undefined) return;
    for (const growing of this.#growing) if (growing !== undefined) this.#handOver(growing);
  }

  #metadata(entry: Entry): void {
    const { scanner } = this;
    const before = this.#tracker.current;
    const family = this.#tracker.metadata(scanner.family, scanner.line);
    this.#left(before, family);
    const growing = this.#growingOf(family);
    if (entry === TYPE) {
      this.#tracker.setType(family, scanner.type);
      if (growing.draft.series.length === 0) {
        growing.draft.type = scanner.type;
        growing.ownLabel = this.#ownLabelOf(family);
      }
    } else {
      const text = metadataText(scanner);
      if (text === "") return;
      if (entry === HELP) growing.draft.help = text;
      else growing.draft.unit = text;
    }
  }

  #growingOf(family: Family): Growing {
    const known = this.#growing[family.index];
    if (known !== undefined) return known;
    const draft: DraftFamily = { name: family.name, type: family.type, series: [] };
    // The draft fills in while it is read: what a reader gets to see of it is a MetricFamily.
    this.families.push(draft as unknown as MetricFamily);
    const growing: Growing = { draft, ownLabel: this.#ownLabelOf(family), byIdentity: new Map() };
    this.#growing[family.index] = growing;
    return growing;
  }

  #ownLabelOf(family: Family): number {
    switch (family.type) {
      case "histogram":
      case "gaugehistogram":
        return this.#le;
      case "summary":
        return this.#quantile;
      case "stateset":
        return family.id;
      default:
        return 0;
    }
  }

  /** Hands over the family that the current line left, where families are streamed. */
  #left(before: Family | undefined, now: Family): void {
    if (this.#onFamily === undefined || before === undefined || before === now) return;
    const growing = this.#growing[before.index];
    if (growing !== undefined) this.#handOver(growing);
    this.#growing[before.index] = undefined;
  }

  #handOver(growing: Growing): void {
    this.families.length = 0;
    this.#last = undefined;
    this.#onFamily?.(growing.draft as unknown as MetricFamily);
  }

  #sample(): void {
    const { scanner } = this;
    const before = this.#tracker.current;
    const family = this.#tracker.sample(scanner.name, scanner.line);
    this.#left(before, family);
    const growing = this.#growingOf(family);
    const { role } = this.#tracker;
    this.#collectPairs(growing.ownLabel);
    const series = this.#seriesFor(growing, role);
    this.#set(growing, series, role);
  }

  #collectPairs(ownLabel: number): void {
    const { labelCount, labelNames, labelValues } = this.scanner;
    if (this.#pairs.length < labelCount) this.#pairs = new Int32Array(labelCount * 2);
    let count = 0;
    for (let index = 0; index < labelCount; index++) {
      if (labelNames[index] !== ownLabel) this.#pairs[count++] = labelValues[index]!;
    }
    this.#pairCount = count;
  }

  /** The series that the current sample is a part of: the last one, or an earlier one whose part is missing, or a new one. */
  #seriesFor(growing: Growing, role: Role): Draft {
    const composite = growing.ownLabel !== 0 || growing.draft.type === "counter";
    const last = this.#last;
    if (
      composite &&
      last !== undefined &&
      this.#lastGrowing === growing &&
      this.#samePairs(this.#lastPairs) &&
      this.#accepts(growing, last, role)
    ) {
      return last;
    }
    const pairs = this.#pairs.slice(0, this.#pairCount);
    if (composite) {
      const found = this.#find(growing, role);
      if (found !== undefined) return this.#remember(growing, found, pairs);
    }
    const series = this.#newSeries(growing);
    growing.draft.series.push(series);
    if (composite) {
      const identity = this.#identity();
      const same = growing.byIdentity.get(identity);
      const entry = { series, pairs };
      if (same === undefined) growing.byIdentity.set(identity, [entry]);
      else same.unshift(entry);
    }
    return this.#remember(growing, series, pairs);
  }

  #remember(growing: Growing, series: Draft, pairs: Int32Array<ArrayBuffer>): Draft {
    this.#last = series;
    this.#lastGrowing = growing;
    this.#lastPairs = pairs;
    return series;
  }

  #find(growing: Growing, role: Role): Draft | undefined {
    const found = growing.byIdentity
      .get(this.#identity())
      ?.find((entry) => this.#sameSet(entry.pairs) && this.#accepts(growing, entry.series, role));
    return found?.series;
  }

  #identity(): number {
    let low = 0;
    let high = 0;
    for (let index = 0; index < this.#pairCount; index++) {
      low = (low + this.#interner.strongLow[this.#pairs[index]!]!) | 0;
      high = (high + this.#interner.strongHigh[this.#pairs[index]!]!) | 0;
    }
    return (high >>> 0) * 0x20_0000 + (low >>> 11);
  }

  #samePairs(pairs: Int32Array): boolean {
    if (pairs.length !== this.#pairCount) return false;
    for (let index = 0; index < pairs.length; index++) {
      if (pairs[index] !== this.#pairs[index]) return false;
    }
    return true;
  }

  /** The same labels in any order. */
  #sameSet(pairs: Int32Array): boolean {
    if (this.#samePairs(pairs)) return true;
    if (pairs.length !== this.#pairCount) return false;
    const set = new Set(pairs);
    return this.#pairs.subarray(0, this.#pairCount).every((pair) => set.has(pair));
  }

  /** Whether the current sample can be a further part of a series: the part is missing and the timestamp the same. */
  #accepts(growing: Growing, series: Draft, role: Role): boolean {
    const { scanner } = this;
    if (role === "created") return series.created === undefined;
    const timestamp = scanner.hasTimestamp ? scanner.timestamp : undefined;
    const value = series.value;
    if (growing.draft.type === "counter") return value === undefined;
    if (series.timestamp !== timestamp) return false;
    if (growing.draft.type === "stateset") {
      const state = this.#ownValue(growing.ownLabel);
      return !(value as { state: string }[]).some((known) => known.state === state);
    }
    const distribution = value as DraftDistribution; // drafts of histograms and summaries hold one
    switch (role) {
      case "sum":
      case "gsum":
        return distribution.sum === undefined;
      case "count":
      case "gcount":
        return distribution.count === undefined;
      default:
        return !this.#hasPart(growing, distribution);
    }
  }

  #hasPart(growing: Growing, distribution: DraftDistribution): boolean {
    const bound = this.#ownNumber(growing.ownLabel);
    if (distribution.buckets !== undefined) {
      const last = distribution.buckets.at(-1);
      if (last === undefined || last.upperBound < bound) return false;
      return distribution.buckets.some((bucket) => Object.is(bucket.upperBound, bound));
    }
    return distribution.quantiles?.some((known) => Object.is(known.quantile, bound)) ?? false;
  }

  #newSeries(growing: Growing): Draft {
    const { scanner } = this;
    const series: Draft = {
      labels: this.#labels(growing.ownLabel),
      value: emptyValue(growing.draft.type),
      line: scanner.line,
    };
    if (scanner.hasTimestamp) series.timestamp = scanner.timestamp;
    return series;
  }

  #labels(ownLabel: number): Labels {
    const { labelCount, labelNames, labelValues } = this.scanner;
    const labels: Writable<Labels> = Object.create(null);
    for (let index = 0; index < labelCount; index++) {
      const name = labelNames[index]!;
      if (name !== ownLabel) {
        labels[this.#interner.text(name)] = this.#interner.text(labelValues[index]!);
      }
    }
    return labels;
  }

  #set(growing: Growing, series: Draft, role: Role): void {
    const { scanner } = this;
    if (role === "created") {
      series.created = scanner.value * 1000;
      return;
    }
    const { type } = growing.draft;
    if (type === "stateset") {
      (series.value as { state: string; enabled: boolean }[]).push({
        state: this.#ownValue(growing.ownLabel),
        enabled: scanner.value === 1,
      });
      return;
    }
    const exemplar = scanner.hasExemplar ? this.#exemplar() : undefined;
    if (growing.ownLabel === 0) {
      series.value = scanner.value;
      if (exemplar !== undefined) series.exemplar = exemplar;
      return;
    }
    const distribution = series.value as DraftDistribution; // drafts of histograms and summaries hold one
    if (role === "sum" || role === "gsum") distribution.sum = scanner.value;
    else if (role === "count" || role === "gcount") distribution.count = scanner.value;
    else if (type === "summary") {
      const quantile = this.#ownNumber(growing.ownLabel);
      distribution.quantiles?.push({ quantile, value: scanner.value });
    } else {
      const upperBound = this.#ownNumber(growing.ownLabel);
      distribution.buckets?.push(
        exemplar === undefined
          ? { upperBound, count: scanner.value }
          : { upperBound, count: scanner.value, exemplar },
      );
    }
  }

  #ownValue(ownLabel: number): string {
    const { labelCount, labelNames, labelValues } = this.scanner;
    for (let index = labelCount - 1; index >= 0; index--) {
      if (labelNames[index] === ownLabel) return this.#interner.text(labelValues[index]!);
    }
    return "";
  }

  /** The bound or quantile of the current sample; NaN where the label is missing or no number. */
  #ownNumber(ownLabel: number): number {
    const number = parseNumber(this.#ownValue(ownLabel));
    return typeof number === "number" ? number : Number.NaN;
  }

  #exemplar(): Exemplar {
    const { exemplar, bytes } = this.scanner;
    const labels: Writable<Labels> = Object.create(null);
    for (const [name, value] of exemplar.labels(bytes)) labels[name] = value;
    return exemplar.hasTimestamp
      ? { labels, value: exemplar.value, timestamp: exemplar.timestamp }
      : { labels, value: exemplar.value };
  }
}

function emptyValue(type: string): unknown {
  switch (type) {
    case "histogram":
    case "gaugehistogram":
      return { buckets: [] } satisfies DraftDistribution;
    case "summary":
      return { quantiles: [] } satisfies DraftDistribution;
    case "stateset":
      return [];
    default:
      return undefined;
  }
}
