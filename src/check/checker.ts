// Entries against the specification and a registry. While a payload conforms, a sample costs a pass over its changed labels and a look-up
// of its series; whatever is not plainly good goes to code that takes its time.

import {
  type Dialect,
  type Entry,
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
import { judgeDemands } from "./contract/demands.js";
import { judgeLabels } from "./contract/label-contract.js";
import type { ContractCompiler, MetricContract } from "./contract/metric-contract.js";
import { coverageOf, judgeAbsence, judgeCardinality } from "./contract/presence.js";
import { CurrentLine } from "./current-line.js";
import { Families } from "./families.js";
import type { FamilyState } from "./family-state.js";
import type { FindingSink } from "./finding-sink.js";
import type { LineContext } from "./line-context.js";
import type { CheckMemory } from "./memory.js";
import { RunAhead } from "./next-scrape/run-ahead.js";
import type { TargetMemory } from "./next-scrape/target-memory.js";
import { type CheckOptions, targetLabels } from "./options.js";
import { OwnLabelReader } from "./own-labels.js";
import type { Coverage } from "./report.js";
import { isPart, SampleLaws } from "./sample-laws.js";
import type { SeriesLabels } from "./series-labels.js";

export class ExpositionChecker {
  readonly scanner: Scanner;

  readonly #memory: CheckMemory;
  readonly #names: Interner;
  readonly #values: Interner;
  readonly #families: Families;
  readonly #sink: FindingSink;
  readonly #context: LineContext;
  readonly #options: CheckOptions;
  readonly #compiler: ContractCompiler | undefined;
  readonly #labels: SeriesLabels;
  readonly #own: OwnLabelReader;
  readonly #laws: SampleLaws;
  /** Where the scrapes of one target are checked one after the other. */
  readonly #ahead: RunAhead | undefined;

  constructor(
    memory: CheckMemory,
    format: Format,
    dialect: Dialect,
    warn: (warning: SyntaxWarning) => void,
    sink: FindingSink,
    options: CheckOptions,
    seriesLimit: number,
    target: TargetMemory | undefined,
  ) {
    const { vocabulary } = memory;
    this.#memory = memory;
    this.scanner = new Scanner(vocabulary, dialect, warn);
    this.#names = vocabulary.names;
    this.#values = vocabulary.values;
    this.#sink = sink;
    this.#options = options;
    this.#compiler = memory.compiler;
    this.#labels = memory.labels;
    this.#labels.begin([...targetLabels, ...(options.allowLabels ?? [])]);
    const { scanner } = this;
    const line = new CurrentLine(scanner);
    const openMetrics = format === "openmetrics-1.0";
    this.#context = { scanner, sink, line, openMetrics };
    this.#families = new Families(memory, options, this.#context);
    this.#own = new OwnLabelReader(memory.labels, this.#context);
    const tables = target?.begin(format, seriesLimit);
    this.#laws = new SampleLaws(
      this.#context,
      tables ?? memory.tables.beginAnew(seriesLimit),
      (state, contract) => this.#judgeLabels(state, contract),
    );
    if (target === undefined || tables === undefined) return;
    this.#ahead = new RunAhead(target, {
      scanner,
      families: this.#families,
      labels: this.#labels,
      own: this.#own,
      laws: this.#laws,
      sink,
    });
  }

  get families(): number {
    return this.#families.size;
  }

  get samples(): number {
    return this.#families.samples;
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
    else if (entry === TYPE || entry === HELP || entry === UNIT) this.#families.metadata(entry);
    if (this.#ahead !== undefined) this.#ahead.after(entry);
  }

  /** Between two ranges of a stream: nothing here rests on ids of label values. */
  rest(): void {
    this.#memory.trim();
    this.#laws.rest();
  }

  // ---- samples

  #sample(): void {
    const { scanner } = this;
    const families = this.#families;
    const before = families.state;
    const state = families.sample(scanner.name);
    const labels = this.#labels;
    if (state === before) labels.read(scanner, state, scanner.sharedLabels, scanner.restFrom);
    else labels.read(scanner, state, 0, scanner.labelCount);
    const { contract } = state;
    if (contract !== undefined) contract.seen = true;
    const { role } = families;
    if (isPart(state, role, labels.ownAt)) {
      this.#compositeSample(state, role);
      return;
    }
    // A series of its own.
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
      ...this.#context,
      isAllowed: (name) => this.#labels.isAllowed(name, state),
    });
  }

  // ---- the end

  /** What was seen of the registry so far. */
  coverage(): Coverage | undefined {
    return this.#compiler === undefined
      ? undefined
      : coverageOf(this.#compiler, this.#families.undeclared);
  }

  /** Judges what only the whole exposition can show. */
  finish(): Coverage | undefined {
    this.#ahead?.end();
    this.#laws.finish();
    const compiler = this.#compiler;
    const { undeclared, entered } = this.#families;
    const coverage = this.coverage();
    const required = judgeDemands(this.#options, coverage, entered, this.#sink);
    if (compiler === undefined || coverage === undefined) return undefined;
    judgeAbsence(compiler.registry, coverage, undeclared, this.samples, required, this.#sink);
    for (const contract of compiler.compiled()) {
      if (!contract.seen) continue;
      judgeCardinality(contract, this.#laws.crossed.get(contract), this.#sink);
    }
    return coverage;
  }
}
