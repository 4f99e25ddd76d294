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
  NAMES,
  type Role,
  SAMPLE,
  Scanner,
  type SyntaxWarning,
  TYPE,
  UNIT,
} from "../exposition/index.js";
import { judgeLabels } from "./contract/label-contract.js";
import { judgeFirstSample, judgeMetadataText, judgeType } from "./contract/metadata-contract.js";
import { ContractCompiler, declaredAt, type MetricContract } from "./contract/metric-contract.js";
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
import { type CheckOptions, targetLabels } from "./options.js";
import type { Coverage } from "./report.js";
import { SeriesLabels } from "./series-labels.js";
import { SeriesTable, UNTRACKED } from "./series-table.js";
import { Distributions } from "./specification/distributions.js";
import { judgeMetadata } from "./specification/metadata.js";

/** Row of the composite series beyond the limit: only the current one of them is known. */
const SPARE_ROW = 0;
/** Most incomplete series whose place is kept for a code frame. */
const keptPlaces = 100;

export class ExpositionChecker {
  readonly scanner: Scanner;
  samples = 0;
  series = 0;
  /** Samples of series beyond the limit. */
  untracked = 0;

  readonly #interner: Interner;
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
  readonly #distributions: Distributions;
  /** Family of each composite series, by row. */
  readonly #rowStates: (FamilyState | undefined)[] = [undefined];
  /** Where incomplete series began, by row: kept when another one follows, while the line is at hand. */
  readonly #incomplete = new Map<number, Place>();

  #state: FamilyState | undefined;
  /** The composite series of the sample before. */
  #row = -1;
  #rowLow = 0;
  #rowHigh = 0;
  #rowStart:
    | {
        readonly lineStart: number;
        readonly nameStart: number;
        readonly nameEnd: number;
        readonly line: number;
        readonly feeds: number;
      }
    | undefined;

  constructor(
    interner: Interner,
    format: Format,
    dialect: Dialect,
    warn: (warning: SyntaxWarning) => void,
    sink: FindingSink,
    options: CheckOptions,
    seriesLimit: number,
  ) {
    this.scanner = new Scanner(interner, dialect, warn);
    this.#interner = interner;
    this.#openMetrics = format === "openmetrics-1.0";
    this.#tracker = new FamilyTracker(interner, this.#openMetrics);
    this.#sink = sink;
    this.#line = new CurrentLine(this.scanner);
    this.#options = options;
    this.#compiler =
      options.registry === undefined ? undefined : new ContractCompiler(options.registry, interner);
    this.#labels = new SeriesLabels(interner, [...targetLabels, ...(options.allowLabels ?? [])]);
    this.#own = {
      le: interner.internText("le", NAMES),
      quantile: interner.internText("quantile", NAMES),
    };
    this.#singles = new SeriesTable(seriesLimit);
    this.#composites = new SeriesTable(seriesLimit);
    this.#distributions = new Distributions(sink, this.#line);
  }

  get families(): number {
    return this.#tracker.families.length;
  }

  entry(entry: Entry): void {
    if (entry === SAMPLE) this.#sample();
    else if (entry === TYPE || entry === HELP || entry === UNIT) this.#metadata(entry);
  }

  // ---- metadata

  #metadata(entry: Entry): void {
    const { scanner } = this;
    const family = this.#tracker.metadata(scanner.family, scanner.line);
    judgeMetadata(entry, family, this.#tracker, {
      scanner,
      sink: this.#sink,
      line: this.#line,
      openMetrics: this.#openMetrics,
    });
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
    const isQuantile = state.kind === "summary" && labels.ownAt !== -1;
    if (state.composite && (role !== "value" || isQuantile)) this.#compositeSample(state, role);
    else this.#singleSample(state, role);
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
      this.#interner,
    );
    this.#states[family.index] = state;
    return state;
  }

  /** A sample that is a series of its own. */
  #singleSample(state: FamilyState, role: Role): void {
    const { scanner } = this;
    const labels = this.#labels;
    const { strongLow, strongHigh } = this.#interner;
    const table = this.#singles;
    const index = table.enter(
      (labels.low + strongLow[scanner.name]!) | 0,
      (labels.high + strongHigh[scanner.name]!) | 0,
      scanner.line,
    );
    if (table.isNew) {
      if (index === UNTRACKED) this.untracked++;
      if (role !== "created") this.#countSeries(state);
    } else {
      this.#duplicate(state, table.lines[index]!);
    }
    const { value } = scanner;
    if (state.isCounter && !(value >= 0)) this.#badCounter(state, value);
    if (state.boundsValue && state.contract !== undefined) {
      judgeBounds(state.contract, value, this.#sink, this.#line);
    }
    if (state.composite) this.#foreignSample(state);
  }

  /** A sample of a histogram or summary. */
  #compositeSample(state: FamilyState, role: Role): void {
    const row = this.#rowOf(state);
    const { scanner } = this;
    switch (role) {
      case "bucket":
        this.#bucket(state, row);
        break;
      case "value":
        this.#quantileSample(state, row);
        break;
      case "count":
      case "gcount":
        this.#distributions.part(row, state, "count", scanner.value);
        break;
      case "sum":
      case "gsum":
        this.#distributions.part(row, state, "sum", scanner.value);
        break;
      default:
        this.#distributions.part(row, state, "created", scanner.value);
    }
  }

  #rowOf(state: FamilyState): number {
    const labels = this.#labels;
    const low = (labels.low + this.#interner.strongLow[state.family.id]!) | 0;
    const high = (labels.high + this.#interner.strongHigh[state.family.id]!) | 0;
    if (low === this.#rowLow && high === this.#rowHigh && this.#row >= 0) return this.#row;
    this.#leaveRow();
    const table = this.#composites;
    const row = table.enter(low, high, this.scanner.line) + 1;
    this.#row = row;
    this.#rowLow = low;
    this.#rowHigh = high;
    if (!table.isNew) return row;
    if (row === SPARE_ROW) this.untracked++;
    this.#rowStates[row] = state;
    this.#distributions.open(row);
    const { lineStart, nameStart, nameEnd, line, feeds } = this.scanner;
    this.#rowStart = { lineStart, nameStart, nameEnd, line, feeds };
    this.#countSeries(state);
    return row;
  }

  /** Keeps the place of a series that looks incomplete; closes it where it will not be known again. */
  #leaveRow(): void {
    const state = this.#rowStates[this.#row];
    const start = this.#rowStart;
    this.#rowStart = undefined;
    if (state === undefined || !this.#distributions.isIncomplete(this.#row, state)) return;
    const place =
      start !== undefined && start.feeds === this.scanner.feeds
        ? this.#line.at(start.line, start.lineStart, start.nameStart, start.nameEnd)
        : undefined;
    if (this.#row === SPARE_ROW) {
      this.#distributions.close(SPARE_ROW, state, place ?? { line: start?.line ?? 0, column: 1 });
    } else if (place !== undefined && this.#incomplete.size < keptPlaces) {
      this.#incomplete.set(this.#row, place);
    }
  }

  #bucket(state: FamilyState, row: number): void {
    const { scanner } = this;
    const at = this.#labels.ownAt;
    const pair = at === -1 ? 0 : scanner.labelValues[at]!;
    const bound = at === -1 ? Number.NaN : this.#labels.numberOf(pair);
    if (Number.isNaN(bound)) {
      this.#badOwnLabel(state, "spec/bucket-label", "le", at, "an upper bound");
      return;
    }
    this.#distributions.bucket(row, state, bound, scanner.value);
    const { contract } = state;
    if (contract?.ownValues !== undefined && !this.#labels.isDeclared(pair, bound, contract)) {
      this.#undeclaredOwnLabel(contract, "bucket-bounds", "le", at);
    }
  }

  #quantileSample(state: FamilyState, row: number): void {
    const { scanner } = this;
    const at = this.#labels.ownAt;
    const pair = at === -1 ? 0 : scanner.labelValues[at]!;
    const quantile = at === -1 ? Number.NaN : this.#labels.numberOf(pair);
    if (Number.isNaN(quantile)) {
      this.#badOwnLabel(state, "spec/quantile-label", "quantile", at, "a quantile");
      return;
    }
    this.#distributions.quantile(row, state, quantile);
    const { contract } = state;
    if (contract?.ownValues !== undefined && !this.#labels.isDeclared(pair, quantile, contract)) {
      this.#undeclaredOwnLabel(contract, "summary-quantiles", "quantile", at);
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

  #badCounter(state: FamilyState, value: number): void {
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
      message: `${state.name} is a ${state.family.type}, which has no sample under its own name${state.kind === "summary" ? " without the label quantile" : ""}`,
      ...this.#line.name(),
    });
  }

  #badOwnLabel(
    state: FamilyState,
    rule: "spec/bucket-label" | "spec/quantile-label",
    label: string,
    at: number,
    what: string,
  ): void {
    const value = at === -1 ? undefined : this.#interner.text(this.scanner.labelValues[at]!);
    this.#sink.add({
      rule,
      metric: state.name,
      label,
      ...(value === undefined ? {} : { value }),
      message:
        value === undefined
          ? `sample of ${state.name} has no label ${label}: expected ${what}`
          : `${label} of ${state.name} is ${quote(value)}: expected ${what}, a decimal number`,
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
    const value = this.#interner.text(this.scanner.labelValues[at]!);
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
      const place = this.#incomplete.get(row) ?? {
        line: this.#composites.lines[row - 1]!,
        column: 1,
      };
      this.#distributions.close(row, state, place);
    });
    const compiler = this.#compiler;
    if (compiler === undefined) return undefined;
    const coverage = coverageOf(compiler, this.#undeclared);
    judgeAbsence(compiler.registry, coverage, this.#undeclared, this.samples, this.#sink);
    for (const contract of compiler.compiled()) {
      if (!contract.seen) continue;
      judgeCardinality(
        contract,
        this.#crossed.get(contract),
        (pair) => this.#interner.text(pair),
        this.#sink,
      );
    }
    return coverage;
  }
}
