// Entries against the specification and a registry. While a payload conforms, a sample costs a pass over its changed labels and a look-up
// of its series; whatever is not plainly good goes to code that takes its time.

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
import type { ContractCompiler, MetricContract } from "./contract/metric-contract.js";
import {
  coverageOf,
  judgeAbsence,
  judgeCardinality,
  type Undeclared,
} from "./contract/presence.js";
import { CurrentLine } from "./current-line.js";
import { createFamilyState, type FamilyState, type OwnLabels } from "./family-state.js";
import type { FindingSink } from "./finding-sink.js";
import type { CheckMemory } from "./memory.js";
import { type CheckOptions, targetLabels } from "./options.js";
import { OwnLabelReader } from "./own-labels.js";
import type { Coverage } from "./report.js";
import { SampleLaws } from "./sample-laws.js";
import type { SeriesLabels } from "./series-labels.js";
import { judgeMetadata } from "./specification/metadata.js";

export class ExpositionChecker {
  readonly scanner: Scanner;
  samples = 0;

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
  readonly #ownNames: OwnLabels;
  readonly #own: OwnLabelReader;
  readonly #laws: SampleLaws;
  readonly #states: (FamilyState | undefined)[] = [];
  readonly #undeclared: Undeclared[] = [];

  #state: FamilyState | undefined;

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
    this.#ownNames = {
      le: vocabulary.names.internText("le"),
      quantile: vocabulary.names.internText("quantile"),
    };
    const { scanner } = this;
    this.#own = new OwnLabelReader(scanner, memory.labels, sink, this.#line, this.#openMetrics);
    this.#laws = new SampleLaws(
      scanner,
      sink,
      this.#line,
      this.#openMetrics,
      seriesLimit,
      (state, contract) => this.#judgeLabels(state, contract),
    );
  }

  get families(): number {
    return this.#tracker.families.length;
  }

  get series(): number {
    return this.#laws.series;
  }

  /** Samples of series beyond the limit. */
  get untracked(): number {
    return this.#laws.untracked;
  }

  entry(entry: Entry): void {
    if (entry === SAMPLE) this.#sample();
    else if (entry === TYPE || entry === HELP || entry === UNIT) this.#metadata(entry);
  }

  /** Between two ranges of a stream: nothing here rests on ids of label values. */
  rest(): void {
    this.#memory.trim();
    this.#laws.rest();
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
      this.#ownNames,
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
    const low = (labels.low + strongLow[scanner.name]!) | 0;
    const high = (labels.high + strongHigh[scanner.name]!) | 0;
    this.#laws.single(state, role, low, high, labels.faulty);
    if (scanner.hasExemplar) this.#laws.exemplar(state, role, Infinity);
  }

  /** A sample that is part of a series. */
  #compositeSample(state: FamilyState, role: Role): void {
    const labels = this.#labels;
    const laws = this.#laws;
    const { strongLow, strongHigh } = this.#names;
    const low = (labels.low + strongLow[state.family.id]!) | 0;
    const high = (labels.high + strongHigh[state.family.id]!) | 0;
    const row = laws.row(state, low, high, labels.faulty);
    let bound = Infinity;
    if (role === "bucket") {
      const written = this.#own.bound(state);
      if (!Number.isNaN(written)) {
        bound = written;
        laws.bucket(state, row, bound);
      }
    } else if (role !== "value") {
      laws.part(state, row, role);
    } else if (state.kind === "stateset") {
      this.#stateSample(state);
    } else {
      const quantile = this.#own.quantile(state);
      if (!Number.isNaN(quantile)) laws.quantile(state, row, quantile);
    }
    if (this.scanner.hasExemplar) laws.exemplar(state, role, bound);
  }

  #stateSample(state: FamilyState): void {
    const pair = this.#own.state(state);
    if (pair === 0) return;
    const labels = this.#labels;
    const { strongLow, strongHigh } = this.#values;
    const low = (labels.low + strongLow[pair]!) | 0;
    const high = (labels.high + strongHigh[pair]!) | 0;
    this.#laws.stateSample(state, low, high);
  }

  #judgeLabels(state: FamilyState, contract: MetricContract): void {
    judgeLabels({
      contract,
      ...this.#context(),
      isAllowed: (name) => this.#labels.isAllowed(name, state),
    });
  }

  // ---- the end

  /** What was seen of the registry so far. */
  coverage(): Coverage | undefined {
    return this.#compiler === undefined ? undefined : coverageOf(this.#compiler, this.#undeclared);
  }

  /** Judges what only the whole exposition can show. */
  finish(): Coverage | undefined {
    this.#laws.finish();
    const compiler = this.#compiler;
    if (compiler === undefined) return undefined;
    const coverage = coverageOf(compiler, this.#undeclared);
    judgeAbsence(compiler.registry, coverage, this.#undeclared, this.samples, this.#sink);
    for (const contract of compiler.compiled()) {
      if (!contract.seen) continue;
      judgeCardinality(contract, this.#laws.crossed.get(contract), this.#sink);
    }
    return coverage;
  }
}
