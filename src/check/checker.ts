// Entries against the specification and a registry. While a payload conforms, a sample costs a pass over its changed labels and a look-up
// of its series; whatever is not plainly good goes to code that takes its time.

import { quote } from "../diagnostics/index.js";
import {
  type Dialect,
  type Entry,
  type Family,
  FamilyTracker,
  type Format,
  HELP,
  type Interner,
  type Role,
  SAMPLE,
  Scanner,
  type SyntaxWarning,
  TYPE,
  UNIT,
} from "../exposition/index.js";
import { judgeLabels } from "./contract/label-contract.js";
import { judgeFirstSample, judgeMetadataText, judgeType } from "./contract/metadata-contract.js";
import {
  type ContractCompiler,
  declaredAt,
  type MetricContract,
} from "./contract/metric-contract.js";
import {
  coverageOf,
  judgeAbsence,
  judgeCardinality,
  type Undeclared,
} from "./contract/presence.js";
import { judgeBounds } from "./contract/value-contract.js";
import { CurrentLine, type Place } from "./current-line.js";
import { createFamilyState, type FamilyState, type OwnLabels } from "./family-state.js";
import type { FindingSink } from "./finding-sink.js";
import type { CheckMemory } from "./memory.js";
import { type CheckOptions, targetLabels } from "./options.js";
import type { Coverage } from "./report.js";
import type { SeriesLabels } from "./series-labels.js";
import { type SeriesTable, UNTRACKED } from "./series-table.js";
import { Composites, type RowPlace } from "./specification/composites.js";
import { judgeExemplar } from "./specification/exemplars.js";
import { judgeMetadata } from "./specification/metadata.js";
import { Points } from "./specification/points.js";

/** Row of the composite series beyond the limit: only the current one of them is known. */
const SPARE_ROW = 0;
/** Most incomplete series whose place is kept for a code frame. */
const keptPlaces = 100;

/** Where a row began: offsets that are good until the range they are in ends, or from then on the place. */
type RowStart = Pick<Scanner, "lineStart" | "nameStart" | "nameEnd" | "line"> | RowPlace;

export class ExpositionChecker {
  readonly scanner: Scanner;
  samples = 0;
  series = 0;
  /** Samples of series beyond the limit. */
  untracked = 0;

  readonly #memory: CheckMemory;
  readonly #names: Interner;
  readonly #values: Interner;
  readonly #tracker: FamilyTracker;
  readonly #sink: FindingSink;
  readonly #line: CurrentLine;
  readonly #openMetrics: boolean;
  readonly #options: CheckOptions;
  readonly #compiler: ContractCompiler | undefined;
  readonly #labels: SeriesLabels;
  readonly #own: OwnLabels;
  readonly #states: (FamilyState | undefined)[] = [];
  readonly #undeclared: Undeclared[] = [];
  readonly #crossed = new Map<MetricContract, Place>();
  readonly #singles: SeriesTable;
  readonly #composites: SeriesTable;
  readonly #parts: Composites;
  readonly #points: Points;
  /** Family of each composite series, by row. */
  readonly #rowStates: (FamilyState | undefined)[] = [undefined];
  /** Where incomplete series began, by row: kept when another one follows, while the line is at hand. */
  readonly #incomplete = new Map<number, RowPlace>();

  #state: FamilyState | undefined;
  /** The composite series of the sample before. */
  #row = -1;
  #rowLow = 0;
  #rowHigh = 0;
  #rowStart: RowStart | undefined;

  constructor(
    memory: CheckMemory,
    format: Format,
    dialect: Dialect,
    warn: (warning: SyntaxWarning) => void,
    sink: FindingSink,
    options: CheckOptions,
    seriesLimit: number,
  ) {
    const { vocabulary } = memory;
    this.#memory = memory;
    this.scanner = new Scanner(vocabulary, dialect, warn);
    this.#names = vocabulary.names;
    this.#values = vocabulary.values;
    this.#openMetrics = format === "openmetrics-1.0";
    this.#tracker = new FamilyTracker(vocabulary.names, this.#openMetrics);
    this.#sink = sink;
    this.#line = new CurrentLine(this.scanner);
    this.#options = options;
    this.#compiler = memory.compiler;
    this.#labels = memory.labels;
    this.#labels.begin([...targetLabels, ...(options.allowLabels ?? [])]);
    this.#own = {
      le: vocabulary.names.internText("le"),
      quantile: vocabulary.names.internText("quantile"),
    };
    this.#singles = memory.singles;
    this.#composites = memory.composites;
    this.#singles.begin(seriesLimit);
    this.#composites.begin(seriesLimit);
    this.#parts = new Composites(sink, this.#line, this.#openMetrics);
    this.#points = new Points(sink, this.#line);
  }

  get families(): number {
    return this.#tracker.families.length;
  }

  entry(entry: Entry): void {
    if (entry === SAMPLE) this.#sample();
    else if (entry === TYPE || entry === HELP || entry === UNIT) this.#metadata(entry);
  }

  /** Between two ranges of a stream: nothing here rests on ids of label values. */
  rest(): void {
    this.#memory.trim();
    if (this.#rowStart !== undefined) this.#rowStart = this.#rowPlace();
  }

  // ---- metadata

  #metadata(entry: Entry): void {
    const { scanner } = this;
    const owner = this.#tracker.ownerOf(scanner.family);
    const family = this.#tracker.metadata(scanner.family, scanner.line);
    judgeMetadata(entry, family, this.#tracker, owner, this.#context());
    // What is known of the family may rest on the type it had.
    if (entry === TYPE) this.#states[family.index] = undefined;
    this.#state = undefined;
    const registry = this.#options.registry;
    if (registry === undefined) return;
    if (entry === TYPE) judgeType(this.#stateOf(family), this.#context(), this.#line.text());
    else judgeMetadataText(entry, family, registry, this.#context());
  }

  #context() {
    return {
      scanner: this.scanner,
      sink: this.#sink,
      line: this.#line,
      openMetrics: this.#openMetrics,
    };
  }

  // ---- samples

  #sample(): void {
    const { scanner } = this;
    const tracker = this.#tracker;
    const family = tracker.sample(scanner.name, scanner.line);
    const { role } = tracker;
    this.samples++;
    let state = this.#state;
    let shared = scanner.sharedLabels;
    if (state === undefined || state.family !== family) {
      state = this.#enter(family);
      shared = 0;
    }
    const labels = this.#labels;
    labels.read(scanner, state, shared);
    const { contract } = state;
    if (contract !== undefined) contract.seen = true;
    if (state.kind !== "single" && this.#isPart(state, role)) this.#compositeSample(state, role);
    else this.#singleSample(state, role);
  }

  /** Whether a sample is part of a composite series, and not one that its type has no place for. */
  #isPart(state: FamilyState, role: Role): boolean {
    if (role !== "value") return true;
    return state.kind === "stateset" || (state.kind === "summary" && this.#labels.ownAt !== -1);
  }

  #enter(family: Family): FamilyState {
    // Metadata that stands apart from its samples hurts no reader of the text formats.
    if (this.#tracker.reopened && (this.#openMetrics || family.samples > 1)) {
      this.#sink.add({
        rule: "spec/interleaved-family",
        metric: family.name,
        message: `${family.name} goes on here after lines of another metric family`,
        ...this.#line.name(),
        notes: [`it began on line ${family.line}`],
      });
    }
    const state = this.#stateOf(family);
    this.#state = state;
    if (state.entered) return state;
    state.entered = true;
    if (this.#options.registry !== undefined) {
      const undeclared = judgeFirstSample(state, this.#options.registry, this.#context());
      if (undeclared !== undefined) this.#undeclared.push(undeclared);
    }
    return state;
  }

  #stateOf(family: Family): FamilyState {
    const known = this.#states[family.index];
    if (known !== undefined) return known;
    const state = createFamilyState(
      family,
      this.#options.registry,
      this.#compiler,
      this.#own,
      this.#names,
      this.#openMetrics,
    );
    this.#states[family.index] = state;
    return state;
  }

  /** A sample that is a series of its own. */
  #singleSample(state: FamilyState, role: Role): void {
    const { scanner } = this;
    const labels = this.#labels;
    const { strongLow, strongHigh } = this.#names;
    const table = this.#singles;
    const index = table.enter(
      (labels.low + strongLow[scanner.name]!) | 0,
      (labels.high + strongHigh[scanner.name]!) | 0,
      scanner.line,
    );
    if (table.isNew) {
      if (index === UNTRACKED) this.untracked++;
      this.#countSeries(state);
      if (this.#openMetrics) this.#points.begin(index, this.#timestamp());
    } else if (this.#openMetrics) {
      this.#points.again(index, state, this.#timestamp(), table.lines[index]!);
    } else {
      this.#duplicate(state, table.lines[index]!);
    }
    if (state.isCounter) this.#judgeCounter(state);
    if (state.boundsValue) this.#judgeBounds(state);
    if (state.kind !== "single") this.#foreignSample(state);
    else if (state.family.type === "info") this.#infoSample(state, role);
    if (scanner.hasExemplar) this.#exemplar(state, role, Infinity);
  }

  /** Milliseconds of the current sample; NaN for none. */
  #timestamp(): number {
    return this.scanner.hasTimestamp ? this.scanner.timestamp : Number.NaN;
  }

  /** A sample that is part of a series. */
  #compositeSample(state: FamilyState, role: Role): void {
    const row = this.#rowOf(state);
    const { value } = this.scanner;
    const parts = this.#parts;
    let bound = Infinity;
    switch (role) {
      case "bucket":
        bound = this.#bucket(state, row);
        break;
      case "value":
        if (state.kind === "stateset") this.#stateSample(state);
        else this.#quantileSample(state, row);
        break;
      case "count":
      case "gcount":
        parts.part(row, state, "count", value);
        break;
      case "sum":
      case "gsum":
        parts.part(row, state, "sum", value);
        break;
      case "total":
        parts.part(row, state, "total", value);
        this.#judgeCounter(state);
        if (state.boundsValue) this.#judgeBounds(state);
        break;
      default:
        parts.part(row, state, "created", value);
    }
    if (this.scanner.hasExemplar) this.#exemplar(state, role, bound);
  }

  #exemplar(state: FamilyState, role: Role, bound: number): void {
    judgeExemplar(state, role, bound, this.scanner, this.#sink, this.#line);
  }

  #judgeBounds({ contract }: FamilyState): void {
    if (contract !== undefined) judgeBounds(contract, this.scanner.value, this.#sink, this.#line);
  }

  #rowOf(state: FamilyState): number {
    const labels = this.#labels;
    const low = (labels.low + this.#names.strongLow[state.family.id]!) | 0;
    const high = (labels.high + this.#names.strongHigh[state.family.id]!) | 0;
    if (low === this.#rowLow && high === this.#rowHigh && this.#row >= 0) {
      if (this.#openMetrics) this.#nextPoint(state);
      return this.#row;
    }
    this.#leaveRow();
    const table = this.#composites;
    const row = table.enter(low, high, this.scanner.line) + 1;
    this.#row = row;
    this.#rowLow = low;
    this.#rowHigh = high;
    if (!table.isNew) {
      if (this.#openMetrics) this.#returnToRow(state);
      return row;
    }
    if (row === SPARE_ROW) this.untracked++;
    this.#rowStates[row] = state;
    this.#beginRow(row);
    this.#countSeries(state);
    return row;
  }

  #beginRow(row: number): void {
    this.#parts.open(row, this.#timestamp());
    const { lineStart, nameStart, nameEnd, line } = this.scanner;
    this.#rowStart = { lineStart, nameStart, nameEnd, line };
  }

  /** OpenMetrics: a later timestamp begins the next point of a series; the one before is judged. */
  #nextPoint(state: FamilyState): void {
    if (state.kind === "stateset") return;
    if (!this.#parts.isNextPoint(this.#row, state, this.#timestamp())) return;
    if (this.#parts.isIncomplete(this.#row, state)) {
      this.#parts.close(this.#row, state, this.#rowPlace());
    }
    this.#beginRow(this.#row);
  }

  /** OpenMetrics: all samples of a series stand together. */
  #returnToRow(state: FamilyState): void {
    this.#sink.add({
      rule: "spec/interleaved-series",
      metric: state.name,
      message: `a series of ${state.name} goes on here after another series`,
      ...this.#line.name(),
    });
    this.#nextPoint(state);
  }

  /** Keeps the place of a series that looks incomplete; closes it where it will not be known again. */
  #leaveRow(): void {
    const state = this.#rowStates[this.#row];
    if (state !== undefined && this.#parts.isIncomplete(this.#row, state)) {
      if (this.#row === SPARE_ROW) this.#parts.close(SPARE_ROW, state, this.#rowPlace());
      else if (this.#rowStart !== undefined && this.#incomplete.size < keptPlaces) {
        this.#incomplete.set(this.#row, this.#rowPlace());
      }
    }
    this.#rowStart = undefined;
  }

  /** Where the current row began, as well as it is known: of a row that goes on after others, what was kept. */
  #rowPlace(): RowPlace {
    const start = this.#rowStart;
    if (start === undefined) return this.#keptPlace(this.#row);
    if (!("lineStart" in start)) return start;
    return this.#line.at(start.line, start.lineStart, start.nameStart, start.nameEnd);
  }

  #keptPlace(row: number): RowPlace {
    return this.#incomplete.get(row) ?? { line: this.#composites.lines[row - 1] ?? 0, column: 1 };
  }

  /** Returns the bound. */
  #bucket(state: FamilyState, row: number): number {
    const { scanner } = this;
    const at = this.#labels.ownAt;
    const pair = at === -1 ? 0 : scanner.labelValues[at]!;
    const bound = at === -1 ? Number.NaN : this.#labels.numberOf(pair);
    if (Number.isNaN(bound)) {
      this.#badOwnLabel(state, "spec/bucket-label", "le", at, "an upper bound, a decimal number");
      return Infinity;
    }
    if (bound === Infinity && this.#openMetrics && this.#values.text(pair) !== "+Inf") {
      this.#badOwnLabel(state, "spec/bucket-label", "le", at, '"+Inf" for infinity');
    }
    this.#parts.bucket(row, state, bound, scanner.value);
    const { contract } = state;
    if (contract?.ownValues !== undefined && !this.#labels.isDeclared(pair, bound, contract)) {
      this.#undeclaredOwnLabel(contract, "bucket-bounds", "le", at);
    }
    return bound;
  }

  #quantileSample(state: FamilyState, row: number): void {
    const { scanner } = this;
    const at = this.#labels.ownAt;
    const pair = at === -1 ? 0 : scanner.labelValues[at]!;
    const quantile = at === -1 ? Number.NaN : this.#labels.numberOf(pair);
    if (Number.isNaN(quantile) || (this.#openMetrics && !(quantile >= 0 && quantile <= 1))) {
      const expected = this.#openMetrics ? "a number from 0 to 1" : "a quantile, a decimal number";
      this.#badOwnLabel(state, "spec/quantile-label", "quantile", at, expected);
      return;
    }
    this.#parts.quantile(row, state, quantile, scanner.value);
    const { contract } = state;
    if (contract?.ownValues !== undefined && !this.#labels.isDeclared(pair, quantile, contract)) {
      this.#undeclaredOwnLabel(contract, "summary-quantiles", "quantile", at);
    }
  }

  /** A state of a stateset: a series of its own on the wire. */
  #stateSample(state: FamilyState): void {
    const { scanner } = this;
    const at = this.#labels.ownAt;
    if (at === -1) {
      this.#badOwnLabel(state, "spec/stateset-label", state.name, at, "the state");
      return;
    }
    if (scanner.value !== 0 && scanner.value !== 1) {
      this.#sink.add({
        rule: "spec/stateset-value",
        metric: state.name,
        message: `state of ${state.name} is ${scanner.value}: expected 0 or 1`,
        ...this.#line.value(),
      });
    }
    const labels = this.#labels;
    const { strongLow, strongHigh } = this.#values;
    const pair = scanner.labelValues[at]!;
    const table = this.#singles;
    const index = table.enter(
      (labels.low + strongLow[pair]!) | 0,
      (labels.high + strongHigh[pair]!) | 0,
      scanner.line,
    );
    if (table.isNew) this.#points.begin(index, this.#timestamp());
    else this.#points.nextState(index, state, this.#timestamp(), table.lines[index]!);
  }

  #infoSample(state: FamilyState, role: Role): void {
    if (role !== "info") {
      this.#foreignSample(state);
    } else if (this.scanner.value !== 1) {
      this.#sink.add({
        rule: "spec/info-value",
        metric: state.name,
        message: `info ${state.name} is ${this.scanner.value}: expected 1`,
        ...this.#line.value(),
      });
    }
  }

  /** A series seen for the first time: it counts, and what is wrong with its labels is told once. */
  #countSeries(state: FamilyState): void {
    this.series++;
    const { contract } = state;
    if (contract === undefined) return;
    contract.series++;
    if (contract.series - 1 === contract.metric.maxSeries) {
      this.#crossed.set(contract, this.#line.name());
    }
    if (!this.#labels.faulty) return;
    judgeLabels({
      contract,
      ...this.#context(),
      isAllowed: (name) => this.#labels.isAllowed(name, state),
    });
  }

  // ---- what to say

  #duplicate(state: FamilyState, firstLine: number): void {
    this.#sink.add({
      rule: "spec/duplicate-series",
      metric: state.name,
      message: `series of ${state.name} stands twice: the same labels as on line ${firstLine}`,
      ...this.#line.name(),
    });
  }

  #judgeCounter(state: FamilyState): void {
    const { value } = this.scanner;
    if (value >= 0) return;
    this.#sink.add({
      rule: "spec/counter-value",
      metric: state.name,
      message: `counter ${state.name} is ${value}: expected a number that is not negative`,
      ...this.#line.value(),
    });
  }

  #foreignSample(state: FamilyState): void {
    this.#sink.add({
      rule: "spec/foreign-sample",
      metric: state.name,
      message: `${state.name} is of type ${state.family.type}, which has no sample under its own name${state.kind === "summary" ? " without the label quantile" : ""}`,
      ...this.#line.name(),
    });
  }

  #badOwnLabel(
    state: FamilyState,
    rule: "spec/bucket-label" | "spec/quantile-label" | "spec/stateset-label",
    label: string,
    at: number,
    what: string,
  ): void {
    const value = at === -1 ? undefined : this.#values.text(this.scanner.labelValues[at]!);
    this.#sink.add({
      rule,
      metric: state.name,
      label,
      ...(value === undefined ? {} : { value }),
      message:
        value === undefined
          ? `sample of ${state.name} has no label ${label}: expected ${what}`
          : `${label} of ${state.name} is ${quote(value)}: expected ${what}`,
      ...(at === -1 ? this.#line.name() : this.#line.labelValue(at)),
    });
  }

  #undeclaredOwnLabel(
    contract: MetricContract,
    rule: "bucket-bounds" | "summary-quantiles",
    label: string,
    at: number,
  ): void {
    const { metric } = contract;
    const value = this.#values.text(this.scanner.labelValues[at]!);
    if (this.#sink.again(rule, metric.name, label, value) !== undefined) return;
    this.#sink.add({
      rule,
      metric: metric.name,
      label,
      value,
      message: `${metric.name} has ${label}=${quote(value)}, which is not declared`,
      ...this.#line.labelValue(at),
      notes: [`declared: ${(metric.buckets ?? metric.quantiles ?? []).join(", ")}`],
      ...declaredAt(metric.position),
    });
  }

  // ---- the end

  /** What was seen of the registry so far. */
  coverage(): Coverage | undefined {
    return this.#compiler === undefined ? undefined : coverageOf(this.#compiler, this.#undeclared);
  }

  /** Judges what only the whole exposition can show. */
  finish(): Coverage | undefined {
    this.#leaveRow();
    this.#rowStates.forEach((state, row) => {
      if (state === undefined || row === SPARE_ROW) return;
      this.#parts.close(row, state, this.#keptPlace(row));
    });
    const compiler = this.#compiler;
    if (compiler === undefined) return undefined;
    const coverage = coverageOf(compiler, this.#undeclared);
    judgeAbsence(compiler.registry, coverage, this.#undeclared, this.samples, this.#sink);
    for (const contract of compiler.compiled()) {
      if (!contract.seen) continue;
      judgeCardinality(contract, this.#crossed.get(contract), this.#sink);
    }
    return coverage;
  }
}
