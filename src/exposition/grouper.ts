// Entries into metric families. One object a series: the lines of a histogram land in one.

import { metadataText } from "./comment.js";
import type { Dialect } from "./entry.js";
import { type Entry, HELP, SAMPLE, TYPE, UNIT } from "./entry.js";
import type { Family, FamilyTracker, Role } from "./family-tracker.js";
import { emptyLabels, type LabelSet, LabelSets } from "./label-sets.js";
import type { Exemplar, MetricFamily } from "./model.js";
import { readNumber } from "./number.js";
import { Scanner } from "./scanner.js";
import { addItem, type Draft, isWhole, type Kind, lacks, type Open, seal } from "./series-parts.js";
import type { SyntaxWarning } from "./syntax-failure.js";
import { ValueNumbers } from "./value-numbers.js";
import type { Vocabulary } from "./vocabulary.js";

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
  kind: Kind;
  /** Label that is part of the value: `le`, `quantile`, a stateset's name; 0 for none. */
  ownLabel: number;
  /** Series that may take further samples, the latest of each label set. */
  opens: Map<LabelSet, Open>;
}

/** Series of a family that are handed over together, where families are streamed and the last of them has all that its type needs. */
const pieceLength = 512;
/** Most series that are held where it has not: then the samples of a series may stand far apart. */
const longestPiece = 4096;
/** Most label values remembered between two ranges of a stream. */
const keptValues = 20_000;

/** Points of one label set among which the one is looked for that lacks a scattered sample. */
const openPoints = 64;

export class Grouper {
  readonly scanner: Scanner;
  readonly families: MetricFamily[] = [];

  readonly #vocabulary: Vocabulary;
  readonly #tracker: FamilyTracker;
  readonly #growing: (Growing | undefined)[] = [];
  readonly #onFamily: ((family: MetricFamily) => void) | undefined;
  readonly #openMetrics: boolean;
  readonly #numbers: ValueNumbers;
  readonly #sets: LabelSets;
  /** Family and labels of the sample before. */
  #current: Growing | undefined;
  #set: LabelSet | undefined;
  /** The series of the last sample that was a part of one. */
  #last: Open | undefined;

  /** With `onFamily`, a family is handed over when its last line is behind, and forgotten. */
  constructor(
    vocabulary: Vocabulary,
    dialect: Dialect,
    warn: (warning: SyntaxWarning) => void,
    onFamily?: (family: MetricFamily) => void,
  ) {
    this.scanner = new Scanner(vocabulary, dialect, warn);
    this.#vocabulary = vocabulary;
    this.#openMetrics = dialect.openMetrics;
    this.#tracker = vocabulary.families;
    this.#tracker.begin(dialect.openMetrics);
    this.#numbers = new ValueNumbers(vocabulary.values);
    this.#sets = new LabelSets(vocabulary);
    this.#onFamily = onFamily;
  }

  entry(entry: Entry): void {
    if (entry === SAMPLE) this.#sample();
    else if (entry === TYPE || entry === HELP || entry === UNIT) this.#metadata(entry);
  }

  /** Between two ranges of a stream: forgets label values where there are many. Those of the series at hand are interned anew. */
  rest(): void {
    const { values } = this.#vocabulary;
    if (this.#onFamily === undefined || values.size <= keptValues) return;
    values.clear();
    this.#numbers.forget();
    this.#sets.clear();
    this.#set = undefined;
    for (const growing of this.#growing) {
      for (const set of growing?.opens.keys() ?? []) this.#sets.keep(set);
    }
  }

  /** To be called at the end: completes what is still open, and hands it over. */
  finish(): void {
    for (const growing of this.#growing) if (growing !== undefined) this.#finished(growing);
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
      this.#shape(growing, family);
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
    const growing: Growing = { draft, kind: "single", ownLabel: 0, opens: new Map() };
    this.#shape(growing, family);
    this.#growing[family.index] = growing;
    return growing;
  }

  /** What a late TYPE line is about: samples before it are of another type, and stay a family by themselves. */
  #retyped(family: Family): Growing {
    const growing = this.#growingOf(family);
    if (growing.draft.series.length === 0 || growing.draft.type === family.type) return growing;
    this.#finished(growing);
    this.#growing[family.index] = undefined;
    return this.#growingOf(family);
  }

  /** Takes the type that a family has by now. */
  #shape(growing: Growing, { type, id }: Family): void {
    growing.ownLabel = 0;
    growing.kind = "single";
    switch (type) {
      case "histogram":
      case "gaugehistogram":
        growing.kind = "buckets";
        growing.ownLabel = this.#vocabulary.le;
        break;
      case "summary":
        growing.kind = "quantiles";
        growing.ownLabel = this.#vocabulary.quantile;
        break;
      case "stateset":
        growing.kind = "states";
        growing.ownLabel = id;
        break;
      case "counter":
        // A counter of the text formats is one sample.
        if (this.#openMetrics) growing.kind = "counter";
    }
  }

  /** Hands over the family that the current line left, where families are streamed. */
  #left(before: Family | undefined, now: Family): void {
    if (this.#onFamily === undefined || before === undefined || before === now) return;
    const growing = this.#growing[before.index];
    if (growing !== undefined) this.#finished(growing);
    this.#growing[before.index] = undefined;
  }

  /** Nothing follows in this family: its series get their values. Where families are streamed, it is handed over and forgotten. */
  #finished(growing: Growing): void {
    for (const latest of growing.opens.values()) {
      for (let open: Open | undefined = latest; open !== undefined; open = open.earlier) seal(open);
    }
    if (this.#onFamily === undefined) return;
    this.families.length = 0;
    this.#sets.clear();
    this.#current = undefined;
    this.#last = undefined;
    this.#onFamily(growing.draft as unknown as MetricFamily); // filled in by now
  }

  #sample(): void {
    const { scanner } = this;
    const tracker = this.#tracker;
    const before = tracker.current;
    const family = tracker.sample(scanner.name, scanner.line);
    this.#left(before, family);
    const growing = this.#growingOf(family);
    const set = this.#setOf(growing);
    this.#set = set;
    this.#current = growing;
    if (growing.kind === "single") this.#setValue(this.#newSeries(growing, set, true));
    else this.#part(growing, set, tracker.role);
  }

  /** The labels of the current sample. Where they are plainly those of the sample before, the scanner has compared them. */
  #setOf(growing: Growing): LabelSet {
    const { scanner } = this;
    const { ownLabel } = growing;
    if (growing === this.#current && this.#set !== undefined) {
      const { length } = this.#set.pairs;
      const { labelCount, labelNames, sharedLabels } = scanner;
      // The family's own label may differ, at the end.
      if (
        sharedLabels >= length &&
        (labelCount === length || (labelCount === length + 1 && labelNames[length] === ownLabel))
      ) {
        return this.#set;
      }
    }
    return this.#sets.of(scanner, ownLabel);
  }

  /** A sample that makes a series together with others. */
  #part(growing: Growing, set: LabelSet, role: Role): void {
    const { scanner } = this;
    const own = this.#ownValue(growing);
    const open = this.#openFor(growing, set, role, own);
    const { series } = open;
    if (role === "created") {
      series.created = this.#milliseconds();
      return;
    }
    open.bare = false;
    if (scanner.hasTimestamp) series.timestamp = scanner.timestamp;
    if (growing.kind === "counter") this.#setValue(series);
    else if (role === "sum" || role === "gsum") open.sum = scanner.value;
    else if (role === "count" || role === "gcount") open.count = scanner.value;
    else addItem(open, own, scanner.value, scanner.hasExemplar ? this.#exemplar() : undefined);
  }

  /** The series that the current sample is a part of: the last one, or an earlier one that lacks it, or a new one. */
  #openFor(growing: Growing, set: LabelSet, role: Role, own: number | string): Open {
    const { scanner } = this;
    const timestamp = scanner.hasTimestamp ? scanner.timestamp : undefined;
    const last = this.#last;
    if (last?.set === set && last.owner === growing && lacks(last, role, own, timestamp)) {
      return last;
    }
    const key = set.first ?? set;
    let open = growing.opens.get(key);
    for (let points = 1; open !== undefined && !lacks(open, role, own, timestamp); points++) {
      open = points < openPoints ? open.earlier : undefined;
    }
    if (open === undefined) {
      open = {
        series: this.#newSeries(growing, set, role !== "created"),
        set,
        owner: growing,
        // Not what was handed over just now: that takes nothing more.
        earlier: growing.opens.get(key),
        bare: role === "created",
        items: [],
        sum: undefined,
        count: undefined,
        highest: -Infinity,
        parts: undefined,
      };
      growing.opens.set(key, open);
    }
    this.#last = open;
    return open;
  }

  #newSeries(growing: Growing, set: LabelSet, timed: boolean): Draft {
    if (this.#onFamily !== undefined && isPiece(growing, this.#last)) this.#piece(growing, set);
    const { labels } = set;
    const { line, hasTimestamp, timestamp } = this.scanner;
    const series: Draft =
      timed && hasTimestamp
        ? { labels, value: undefined, timestamp, line }
        : { labels, value: undefined, line };
    growing.draft.series.push(series);
    return series;
  }

  /** Hands over the series that a streamed family has so far. */
  #piece(growing: Growing, set: LabelSet): void {
    const { draft } = growing;
    this.#finished({ ...growing, draft: { ...draft } });
    draft.series = [];
    growing.opens = new Map();
    this.#sets.keep(set);
    this.#current = growing;
  }

  #setValue(series: Draft): void {
    series.value = this.scanner.value;
    if (this.scanner.hasExemplar) series.exemplar = this.#exemplar();
  }

  /** The value of the current sample, seconds, as milliseconds: rounded once, as timestamps are. */
  #milliseconds(): number {
    const { bytes, valueStart, value } = this.scanner;
    const target = { value: 0 };
    return readNumber(bytes, valueStart, 3, target) < 0 ? value * 1000 : target.value;
  }

  /** The bound, quantile or state of the current sample; NaN or nothing where the label is missing or no number. */
  #ownValue({ ownLabel, kind }: Growing): number | string {
    const { labelCount, labelNames, labelValues } = this.scanner;
    const isText = kind === "states";
    for (let index = labelCount - 1; index >= 0; index--) {
      if (labelNames[index] === ownLabel) {
        const value = labelValues[index]!;
        return isText ? this.#vocabulary.values.text(value) : this.#numbers.of(value);
      }
    }
    return isText ? "" : Number.NaN;
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

/** Whether the series of a streamed family are to be handed over before the next one begins. */
function isPiece({ draft, kind }: Growing, last: Open | undefined): boolean {
  const { length } = draft.series;
  if (length < pieceLength) return false;
  return length >= longestPiece || kind === "single" || (last !== undefined && isWhole(last));
}
