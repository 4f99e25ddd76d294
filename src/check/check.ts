import { toldLevels } from "../diagnostics/index.js";
import { ChunkEncoder, encodeText, Reading } from "../exposition/index.js";
import { ExpositionChecker } from "./checker.js";
import { noCoverage } from "./contract/presence.js";
import { FindingSink } from "./finding-sink.js";
import { Litter } from "./litter.js";
import { borrowMemory, type CheckMemory, returnMemory } from "./memory.js";
import { TargetMemory } from "./next-scrape/target-memory.js";
import type { CheckOptions } from "./options.js";
import type { Report } from "./report.js";
import { streamSeries } from "./rows.js";

const defaultMaxFindings = 1000;
const seriesLimitWhole = 1 << 22;

/**
 * Checks a whole payload: its syntax, the rules of the specification, and against a registry the contract. Never throws for what is in the payload:
 * everything is a finding of the report, a payload that cannot be read one of the rule `syntax`.
 */
export function checkExposition(input: string | Uint8Array, options: CheckOptions = {}): Report {
  const check = new Check(options, seriesLimitWhole);
  check.reading.push(typeof input === "string" ? encodeText(input) : input, true);
  return check.finish();
}

/**
 * Checks a payload while it arrives, without holding it whole: what is kept is one line, what is distinct, and a state for each series up to
 * `maxTrackedSeries`. The report is that of `checkExposition`. Errors of the stream itself are passed on.
 */
export async function checkExpositionStream(
  stream: AsyncIterable<Uint8Array | string>,
  options: CheckOptions = {},
): Promise<Report> {
  const check = new Check(options, streamSeries);
  const encoder = new ChunkEncoder();
  const litter = new Litter();
  for await (const chunk of stream) {
    check.reading.push(encoder.encode(chunk));
    litter.drop(chunk.length);
    if (check.reading.failure !== undefined) return check.finish();
  }
  check.reading.push(encoder.end());
  return check.finish();
}

/**
 * Makes a checker for the scrapes of one target. Each report is that of `checkExposition` with the same options; what the checker keeps of
 * the scrape before, a copy of its names and labels, makes the next one several times as fast where most series stay. Whoever has many
 * targets makes one for each.
 */
export function createChecker(options: CheckOptions = {}): Checker {
  const target = new TargetMemory(options.registry, options.labelCoverage === true);
  return {
    check(input, { source = options.source } = {}) {
      const named = source === undefined ? options : { ...options, source };
      target.prepare();
      const check = new Check(named, seriesLimitWhole, target);
      check.reading.push(typeof input === "string" ? encodeText(input) : input, true);
      return check.finish();
    },
  };
}

/** Checks the scrapes of one target, one after the other. */
export interface Checker {
  /** Checks a whole payload, as `checkExposition` does. The bytes may be overwritten afterwards. `source` is that of this payload alone. */
  check(input: string | Uint8Array, options?: Pick<CheckOptions, "source">): Report;
}

/** One check under way. */
class Check {
  readonly reading: Reading<ExpositionChecker>;
  readonly #target: TargetMemory | undefined;
  readonly #memory: CheckMemory;
  readonly #sink: FindingSink;
  readonly #options: CheckOptions;
  readonly #seriesLimit: number;

  constructor(options: CheckOptions, seriesLimit: number, target?: TargetMemory) {
    this.#options = options;
    this.#target = target;
    this.#memory = target?.check ?? borrowMemory(options.registry, options.labelCoverage === true);
    this.#seriesLimit = options.maxTrackedSeries ?? seriesLimit;
    this.#sink = new FindingSink(
      toldLevels(options),
      options.source,
      options.maxFindings ?? defaultMaxFindings,
    );
    this.reading = new Reading(
      options,
      (format, dialect, warn) => {
        this.#sink.openMetrics = dialect.openMetrics;
        return new ExpositionChecker(
          this.#memory,
          format,
          dialect,
          warn,
          this.#sink,
          options,
          this.#seriesLimit,
          target,
        );
      },
      (finding) => this.#sink.take(finding),
    );
  }

  finish(): Report {
    const { reading } = this;
    reading.end();
    const checker = reading.reader;
    const { registry, source, labelCoverage = false } = this.#options;
    // What was not read cannot be said to be absent: a payload that breaks off is judged as far as it goes.
    const coverage = reading.failure === undefined ? checker?.finish() : checker?.coverage();
    if (reading.failure === undefined) this.#judgeWhole(checker);
    if (this.#target === undefined) returnMemory(registry, this.#memory);
    return {
      ...(source === undefined ? {} : { source }),
      format: reading.format ?? "prometheus-text-1.0.0",
      bytes: reading.bytes,
      families: checker?.families ?? 0,
      series: checker?.series ?? 0,
      samples: checker?.samples ?? 0,
      coverage: coverage ?? noCoverage(registry, labelCoverage),
      findings: this.#sink.finish(),
    };
  }

  #judgeWhole(checker: ExpositionChecker | undefined): void {
    if (checker?.samples === 0) {
      this.#sink.add({
        rule: "empty-exposition",
        message: "the exposition has no samples: nothing was checked",
      });
    }
    const untracked = checker?.untracked ?? 0;
    if (untracked > 0) {
      this.#sink.add({
        rule: "series-limit",
        message: `duplicates were looked for in the first ${this.#seriesLimit} series; ${untracked} more samples were checked by themselves`,
        hint: "raise maxTrackedSeries to cover them",
      });
    }
  }
}
