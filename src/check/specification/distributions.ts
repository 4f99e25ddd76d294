// What holds within one histogram or summary (text format, "Histograms and summaries"; OpenMetrics 1.0, section 5). The state of each series is
// a row in typed arrays, so that a conforming line allocates nothing.

import type { RuleId } from "../../diagnostics/index.js";
import type { CurrentLine, Place } from "../current-line.js";
import type { Draft, FindingSink } from "../finding-sink.js";

const HAS_BUCKET = 1;
const HAS_INF = 2;
const HAS_COUNT = 4;
const HAS_SUM = 8;
const HAS_QUANTILE = 16;
const HAS_CREATED = 32;

/** Part of a series that may stand once. */
export type Part = "count" | "sum" | "created";

const partFlags: Record<Part, number> = {
  count: HAS_COUNT,
  sum: HAS_SUM,
  created: HAS_CREATED,
};

/** A family of histograms or summaries, as far as the laws care. */
export interface DistributionFamily {
  readonly name: string;
  readonly kind: "histogram" | "gaugehistogram" | "summary";
}

export class Distributions {
  readonly #sink: FindingSink;
  readonly #line: CurrentLine;
  #flags = new Uint8Array(64);
  #lastBound = new Float64Array(64);
  #lastCount = new Float64Array(64);
  #infCount = new Float64Array(64);
  #count = new Float64Array(64);
  /** In a shuffled payload nearly every line breaks this rule: its finding is at hand. */
  #orderDraft: Draft | undefined;
  #orderFamily: DistributionFamily | undefined;

  constructor(sink: FindingSink, line: CurrentLine) {
    this.#sink = sink;
    this.#line = line;
  }

  /** Empties the row of a series. */
  open(row: number): void {
    while (row >= this.#flags.length) this.#grow();
    this.#flags[row] = 0;
    this.#lastBound[row] = -Infinity;
    this.#lastCount[row] = 0;
  }

  bucket(row: number, family: DistributionFamily, bound: number, value: number): void {
    const flags = this.#flags[row]!;
    if (!(value >= 0)) this.#badCount(family, "bucket", value);
    if (!(bound > this.#lastBound[row]!)) this.#notRising(row, family, bound, value);
    else if (value < this.#lastCount[row]!) this.#falls(family, value, this.#lastCount[row]!);
    this.#lastBound[row] = bound;
    this.#lastCount[row] = value;
    if (bound === Infinity) {
      this.#flags[row] = flags | HAS_BUCKET | HAS_INF;
      this.#infCount[row] = value;
      if ((flags & HAS_COUNT) !== 0) this.#compareCounts(row, family);
    } else {
      this.#flags[row] = flags | HAS_BUCKET;
    }
  }

  quantile(row: number, family: DistributionFamily, quantile: number): void {
    if (!(quantile > this.#lastBound[row]!)) {
      if (quantile === this.#lastBound[row]) this.#twice(family, `quantile ${quantile}`);
      else this.#outOfOrder(family, "quantile", quantile, this.#lastBound[row]!);
    }
    this.#lastBound[row] = quantile;
    this.#flags[row] = this.#flags[row]! | HAS_QUANTILE;
  }

  /** A `_count`, `_sum` or `_created` sample. */
  part(row: number, family: DistributionFamily, part: Part, value: number): void {
    const flag = partFlags[part];
    const flags = this.#flags[row]!;
    if ((flags & flag) !== 0) this.#twice(family, part);
    this.#flags[row] = flags | flag;
    if (part !== "count") return;
    if (!(value >= 0)) this.#badCount(family, "count", value);
    this.#count[row] = value;
    if ((flags & HAS_INF) !== 0) this.#compareCounts(row, family);
  }

  /** Whether a series lacks what it must have: where, as `place`, is worth keeping while its lines are at hand. */
  isIncomplete(row: number, family: DistributionFamily): boolean {
    return family.kind !== "summary" && (this.#flags[row]! & HAS_INF) === 0;
  }

  /** Judges a series when nothing can follow. */
  close(
    row: number,
    family: DistributionFamily,
    place: Place | { readonly line: number; readonly column: number },
  ): void {
    if (!this.isIncomplete(row, family)) return;
    this.#sink.add({
      rule: "spec/histogram-inf",
      metric: family.name,
      message: `histogram ${family.name} has no bucket with le="+Inf"`,
      ...place,
    });
  }

  #notRising(row: number, family: DistributionFamily, bound: number, value: number): void {
    const last = this.#lastBound[row]!;
    if (bound === last) {
      this.#twice(family, `bucket le="${bound === Infinity ? "+Inf" : bound}"`);
      return;
    }
    this.#outOfOrder(family, "le", bound, last);
    // Counts rise with the bounds, in whichever order the lines stand.
    if (value > this.#lastCount[row]!) this.#falls(family, value, this.#lastCount[row]!);
  }

  #outOfOrder(family: DistributionFamily, label: string, bound: number, last: number): void {
    if (this.#orderFamily === family && this.#orderDraft !== undefined) {
      this.#orderDraft.count++;
      return;
    }
    this.#orderFamily = family;
    this.#orderDraft = this.#report(
      "spec/bucket-order",
      family,
      this.#line.name(),
      `${label} ${spelled(bound)} of ${family.name} comes after ${spelled(last)}: expected rising order`,
    );
  }

  #falls(family: DistributionFamily, value: number, last: number): void {
    this.#report(
      "spec/histogram-cumulative",
      family,
      this.#line.value(),
      `bucket of ${family.name} counts ${value}, the bucket before it ${last}: buckets are cumulative`,
    );
  }

  #twice(family: DistributionFamily, part: string): void {
    this.#report(
      "spec/duplicate-series",
      family,
      this.#line.name(),
      `${part} of ${family.name} stands twice with the same labels`,
    );
  }

  #badCount(family: DistributionFamily, part: string, value: number): void {
    this.#report(
      family.kind === "summary" ? "spec/summary-value" : "spec/histogram-value",
      family,
      this.#line.value(),
      `${part} of ${family.name} is ${value}: a count of observations is not negative`,
    );
  }

  #compareCounts(row: number, family: DistributionFamily): void {
    const count = this.#count[row]!;
    const infinite = this.#infCount[row]!;
    if (count === infinite) return;
    this.#report(
      "spec/histogram-count",
      family,
      this.#line.value(),
      `count of ${family.name} is ${count}, its bucket le="+Inf" ${infinite}: expected the same`,
    );
  }

  #report(
    rule: RuleId,
    family: DistributionFamily,
    place: Place,
    message: string,
  ): Draft | undefined {
    return this.#sink.add({ rule, metric: family.name, message, ...place });
  }

  #grow(): void {
    const flags = new Uint8Array(this.#flags.length * 2);
    flags.set(this.#flags);
    this.#flags = flags;
    this.#lastBound = grownFloats(this.#lastBound);
    this.#lastCount = grownFloats(this.#lastCount);
    this.#infCount = grownFloats(this.#infCount);
    this.#count = grownFloats(this.#count);
  }
}

function grownFloats(array: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
}

function spelled(bound: number): string {
  return bound === Infinity ? "+Inf" : String(bound);
}
