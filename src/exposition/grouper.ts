// Entries into metric families. One object a series: the lines of a histogram land in one.

import { metadataText } from "./comment.js";
import type { Dialect } from "./entry.js";
import { type Entry, HELP, SAMPLE, TYPE, UNIT } from "./entry.js";
import { type Family, FamilyTracker, type Role } from "./family-tracker.js";
import type { Interner, Vocabulary } from "./interner.js";
import type { Bucket, Exemplar, Labels, MetricFamily } from "./model.js";
import { readNumber } from "./number.js";
import { Scanner } from "./scanner.js";
import type { SyntaxWarning } from "./syntax-failure.js";
import { ValueNumbers } from "./value-numbers.js";

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

/** A series of a type whose values take several samples, and what tells whether the next sample is a part that it lacks. */
interface Open {
  readonly series: Draft;
  pairs: Int32Array;
  /** Whether all it has is a `_created` sample, which says nothing of the timestamp of the others. */
  bare: boolean;
  /** Highest bound or quantile: what is above it is a new part. */
  highest: number;
  /** Bounds, quantiles or states that it has, once they do not come in rising order. */
  parts: Set<number | string> | undefined;
}

/** What is kept beside a family while it grows. */
interface Growing {
  readonly draft: DraftFamily;
  /** Label that is part of the value: `le`, `quantile`, a stateset's name; 0 for none. */
  ownLabel: number;
  /** Series by identity, for samples that do not follow their own: the latest points of a label set, the last one first. */
  readonly byIdentity: Map<number, Open[]>;
}

/** Most series of a family that are held before they are handed over, where families are streamed. */
const pieceLength = 4096;
/** Most label values remembered between two ranges of a stream. */
const keptValues = 1 << 16;

/** Points of one label set among which the one is looked for that lacks a scattered sample. */
const openPoints = 64;

export class Grouper {
  readonly scanner: Scanner;
  readonly families: MetricFamily[] = [];

  readonly #tracker: FamilyTracker;
  readonly #names: Interner;
  readonly #values: Interner;
  readonly #growing: (Growing | undefined)[] = [];
  readonly #onFamily: ((family: MetricFamily) => void) | undefined;
  readonly #le: number;
  readonly #quantile: number;
  /** The series of the sample before, for the next one that belongs to it. */
  #last: Open | undefined;
  #lastGrowing: Growing | undefined;
  readonly #numbers: ValueNumbers;
  #pairs = new Int32Array(32);
  #pairCount = 0;

  /** With `onFamily`, a family is handed over when its last line is behind, and forgotten. */
  constructor(
    vocabulary: Vocabulary,
    dialect: Dialect,
    warn: (warning: SyntaxWarning) => void,
    onFamily?: (family: MetricFamily) => void,
  ) {
    this.scanner = new Scanner(vocabulary, dialect, warn);
    this.#names = vocabulary.names;
    this.#values = vocabulary.values;
    this.#tracker = new FamilyTracker(vocabulary.names, dialect.openMetrics);
    this.#numbers = new ValueNumbers(vocabulary.values);
    this.#onFamily = onFamily;
    this.#le = vocabulary.names.internText("le");
    this.#quantile = vocabulary.names.internText("quantile");
  }

  entry(entry: Entry): void {
    if (entry === SAMPLE) this.#sample();
    else if (entry === TYPE || entry === HELP || entry === UNIT) this.#metadata(entry);
  }

  /** Between two ranges of a stream: forgets label values where there are many. Those of the series at hand are interned anew. */
  rest(): void {
    if (this.#onFamily === undefined || this.#values.size <= keptValues) return;
    this.#values.clear();
    this.#numbers.forget();
    for (const growing of this.#growing) {
      for (const open of [...(growing?.byIdentity.values() ?? [])].flat()) {
        open.pairs = this.#pairsOf(open);
      }
    }
  }

  /** The label values of a series, interned anew. */
  #pairsOf({ series }: Open): Int32Array<ArrayBuffer> {
    const pairs = Object.entries(series.labels).map(([name, value]) =>
      this.#values.internText(value, this.#names.internText(name)),
    );
    return Int32Array.from(pairs);
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
    if (entry === TYPE) {
      this.#tracker.setType(family, scanner.type);
      const growing = this.#retyped(family);
      growing.draft.type = scanner.type;
      growing.ownLabel = this.#ownLabelOf(family);
    } else {
      const growing = this.#growingOf(family);
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

  /** What a late TYPE line is about: samples before it are of another type, and stay a family by themselves. */
  #retyped(family: Family): Growing {
    const growing = this.#growingOf(family);
    if (growing.draft.series.length === 0 || growing.draft.type === family.type) return growing;
    if (this.#onFamily !== undefined) this.#handOver(growing);
    this.#growing[family.index] = undefined;
    return this.#growingOf(family);
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
    if (growing.ownLabel !== 0 || growing.draft.type === "counter") {
      const { role } = this.#tracker;
      this.#addPart(growing, this.#openFor(growing, role), role);
    } else {
      // The next line may share labels with this one, and not with the last series.
      this.#last = undefined;
      const series = this.#newSeries(growing);
      if (scanner.hasTimestamp) series.timestamp = scanner.timestamp;
      this.#setValue(series);
    }
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

  /** The series that the current sample is a part of: the last one, or an earlier one that lacks it, or a new one. */
  #openFor(growing: Growing, role: Role): Open {
    const last = this.#last;
    const goesOn = last !== undefined && this.#lastGrowing === growing;
    if (goesOn && this.#sharesAll(growing.ownLabel, last) && this.#lacks(growing, last, role)) {
      return last;
    }
    this.#collectPairs(growing.ownLabel);
    if (goesOn && this.#samePairs(last.pairs) && this.#lacks(growing, last, role)) return last;
    const identity = this.#identity();
    const same = growing.byIdentity.get(identity);
    let open = same?.find(
      (earlier) => this.#sameSet(earlier.pairs) && this.#lacks(growing, earlier, role),
    );
    if (open === undefined) {
      open = {
        series: this.#newSeries(growing),
        pairs: this.#pairs.slice(0, this.#pairCount),
        bare: role === "created",
        highest: -Infinity,
        parts: undefined,
      };
      if (same === undefined) growing.byIdentity.set(identity, [open]);
      else if (same.unshift(open) > openPoints) same.pop();
    }
    this.#last = open;
    this.#lastGrowing = growing;
    return open;
  }

  /** Whether the current labels are plainly those of the series before, but for its own label at the end: the scanner has compared them. */
  #sharesAll(ownLabel: number, last: Open): boolean {
    const { labelCount, labelNames, sharedLabels } = this.scanner;
    const count = last.pairs.length;
    if (sharedLabels < count) return false;
    return labelCount === count || (labelCount === count + 1 && labelNames[count] === ownLabel);
  }

  #identity(): number {
    let low = 0;
    let high = 0;
    for (let index = 0; index < this.#pairCount; index++) {
      low = (low + this.#values.strongLow[this.#pairs[index]!]!) | 0;
      high = (high + this.#values.strongHigh[this.#pairs[index]!]!) | 0;
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
  #lacks(growing: Growing, open: Open, role: Role): boolean {
    const { series } = open;
    if (role === "created") return series.created === undefined;
    const { type } = growing.draft;
    if (type === "counter") return open.bare;
    const { scanner } = this;
    const timestamp = scanner.hasTimestamp ? scanner.timestamp : undefined;
    if (series.timestamp !== timestamp && !open.bare) return false;
    if (type === "stateset") return !partsOf(open).has(this.#ownValue(growing.ownLabel));
    const distribution = series.value as DraftDistribution; // drafts of histograms and summaries hold one
    switch (role) {
      case "sum":
      case "gsum":
        return distribution.sum === undefined;
      case "count":
      case "gcount":
        return distribution.count === undefined;
      default: {
        const bound = this.#ownNumber(growing.ownLabel);
        return bound > open.highest || !partsOf(open).has(bound);
      }
    }
  }

  #newSeries(growing: Growing): Draft {
    if (this.#onFamily !== undefined && growing.draft.series.length >= pieceLength) {
      this.#onFamily({ ...growing.draft } as unknown as MetricFamily); // a draft is filled in when it is handed over
      growing.draft.series = [];
      growing.byIdentity.clear();
    }
    const series: Draft = {
      labels: this.#labels(growing.ownLabel),
      value: emptyValue(growing.draft.type),
      line: this.scanner.line,
    };
    growing.draft.series.push(series);
    return series;
  }

  #labels(ownLabel: number): Labels {
    const { labelCount, labelNames, labelValues } = this.scanner;
    const labels = emptyLabels();
    for (let index = 0; index < labelCount; index++) {
      const name = labelNames[index]!;
      if (name !== ownLabel) {
        labels[this.#names.text(name)] = this.#values.text(labelValues[index]!);
      }
    }
    return labels;
  }

  #setValue(series: Draft): void {
    series.value = this.scanner.value;
    if (this.scanner.hasExemplar) series.exemplar = this.#exemplar();
  }

  #addPart(growing: Growing, open: Open, role: Role): void {
    const { scanner } = this;
    const { series } = open;
    if (role === "created") {
      series.created = this.#milliseconds();
      return;
    }
    open.bare = false;
    if (scanner.hasTimestamp) series.timestamp = scanner.timestamp;
    const { type } = growing.draft;
    if (type === "counter") {
      this.#setValue(series);
      return;
    }
    if (type === "stateset") {
      const state = this.#ownValue(growing.ownLabel);
      const states = series.value as { state: string; enabled: boolean }[]; // drafts of statesets hold them
      states.push({ state, enabled: scanner.value === 1 });
      open.parts?.add(state);
      return;
    }
    const distribution = series.value as DraftDistribution; // drafts of histograms and summaries hold one
    if (role === "sum" || role === "gsum") {
      distribution.sum = scanner.value;
      return;
    }
    if (role === "count" || role === "gcount") {
      distribution.count = scanner.value;
      return;
    }
    const bound = this.#ownNumber(growing.ownLabel);
    if (bound > open.highest) open.highest = bound;
    open.parts?.add(bound);
    distribution.quantiles?.push({ quantile: bound, value: scanner.value });
    distribution.buckets?.push(
      scanner.hasExemplar
        ? { upperBound: bound, count: scanner.value, exemplar: this.#exemplar() }
        : { upperBound: bound, count: scanner.value },
    );
  }

  /** The value of the current sample, seconds, as milliseconds: rounded once, as timestamps are. */
  #milliseconds(): number {
    const { bytes, valueStart, value } = this.scanner;
    const target = { value: 0 };
    return readNumber(bytes, valueStart, 3, target) < 0 ? value * 1000 : target.value;
  }

  #ownValue(ownLabel: number): string {
    const { labelCount, labelNames, labelValues } = this.scanner;
    for (let index = labelCount - 1; index >= 0; index--) {
      if (labelNames[index] === ownLabel) return this.#values.text(labelValues[index]!);
    }
    return "";
  }

  /** The bound or quantile of the current sample; NaN where the label is missing or no number. */
  #ownNumber(ownLabel: number): number {
    const { labelCount, labelNames, labelValues } = this.scanner;
    for (let index = labelCount - 1; index >= 0; index--) {
      if (labelNames[index] === ownLabel) return this.#numbers.of(labelValues[index]!);
    }
    return Number.NaN;
  }

  #exemplar(): Exemplar {
    const { exemplar, bytes } = this.scanner;
    const labels = emptyLabels();
    for (const [name, value] of exemplar.labels(bytes)) labels[name] = value;
    return exemplar.hasTimestamp
      ? { labels, value: exemplar.value, timestamp: exemplar.timestamp }
      : { labels, value: exemplar.value };
  }
}

/** A record without prototype. Made this way it keeps the fast shape that `Object.create(null)` does not get. */
function emptyLabels(): Writable<Labels> {
  return Object.setPrototypeOf({}, null);
}

/** What a series has of the parts that an own label tells apart. */
function partsOf(open: Open): Set<number | string> {
  if (open.parts === undefined) {
    const { value } = open.series;
    open.parts = new Set();
    if (Array.isArray(value)) for (const { state } of value) open.parts.add(state);
    else {
      const { buckets, quantiles } = value as DraftDistribution; // what is no list of states is one
      for (const { upperBound } of buckets ?? []) open.parts.add(upperBound);
      for (const { quantile } of quantiles ?? []) open.parts.add(quantile);
    }
  }
  return open.parts;
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
