// What holds within one series of several samples: a histogram, a summary, in OpenMetrics also a counter with its creation time and a stateset
// (text format, "Histograms and summaries"; OpenMetrics 1.0, section 5). The state of each series is a row in typed arrays, so
// that a conforming line allocates nothing.

import type { RuleId } from "../../diagnostics/index.js";
import type { CompositeRows } from "../composite-rows.js";
import type { CurrentLine, Place } from "../current-line.js";
import type { Kind } from "../family-state.js";
import type { Draft, FindingSink } from "../finding-sink.js";

const HAS_BUCKET = 1;
const HAS_INF = 2;
const HAS_COUNT = 4;
const HAS_SUM = 8;
const HAS_VALUE = 16;
const HAS_CREATED = 32;
const HAS_NEGATIVE_BOUND = 64;

/** A part of a series that may stand once, and that is no bucket and no quantile. */
export type Part = "count" | "sum" | "created" | "total";

const partFlags: Record<Part, number> = {
  count: HAS_COUNT,
  sum: HAS_SUM,
  created: HAS_CREATED,
  total: HAS_VALUE,
};

/** A family of such series, as far as the laws care. */
export interface CompositeFamily {
  readonly name: string;
  readonly kind: Kind;
}

/** Where something is, with a code frame or without. */
export type RowPlace = Place | { readonly line: number; readonly column: number };

export class Composites {
  readonly #sink: FindingSink;
  readonly #line: CurrentLine;
  readonly #openMetrics: boolean;
  readonly #rows: CompositeRows;
  /** In a shuffled payload nearly every line breaks this rule: its finding is at hand. */
  #orderDraft: Draft | undefined;
  #orderFamily: CompositeFamily | undefined;

  constructor(sink: FindingSink, line: CurrentLine, openMetrics: boolean, rows: CompositeRows) {
    this.#sink = sink;
    this.#line = line;
    this.#openMetrics = openMetrics;
    this.#rows = rows;
  }

  /** Empties the row of a series. */
  open(row: number, timestamp: number): void {
    this.#rows.reserve(row, this.#openMetrics);
    this.#rows.flags[row] = 0;
    this.#rows.lastBound[row] = -Infinity;
    this.#rows.lastCount[row] = 0;
    if (this.#openMetrics) this.#rows.timestamp[row] = timestamp;
  }

  /** Takes a sample's timestamp, NaN for none: a later one begins the series' next point. True where it did. */
  isNextPoint(row: number, family: CompositeFamily, timestamp: number): boolean {
    const before = this.#rows.timestamp[row]!;
    if (timestamp === before || (Number.isNaN(timestamp) && Number.isNaN(before))) return false;
    if (timestamp > before) return true;
    this.#report(
      "spec/timestamp-order",
      family,
      Number.isNaN(timestamp) ? this.#line.value() : this.#line.timestamp(),
      Number.isNaN(timestamp) || Number.isNaN(before)
        ? `a series of ${family.name} has samples with and without a timestamp`
        : `timestamps of ${family.name} go back within a series`,
    );
    return false;
  }

  bucket(row: number, family: CompositeFamily, bound: number, value: number): void {
    if (!this.#takesBucket(row, bound, value)) this.#judgeBucket(row, family, bound, value);
  }

  #judgeBucket(row: number, family: CompositeFamily, bound: number, value: number): void {
    const flags = this.#rows.flags[row]!;
    if (!this.#isCount(value)) this.#badCount(family, "bucket", value);
    if ((flags & HAS_BUCKET) !== 0) this.#compareBuckets(row, family, bound, value);
    this.#rows.lastBound[row] = bound;
    this.#rows.lastCount[row] = value;
    if (bound === Infinity) {
      this.#rows.flags[row] = flags | HAS_BUCKET | HAS_INF;
      this.#rows.infCount[row] = value;
      if ((flags & HAS_COUNT) !== 0) this.#compareCounts(row, family);
    } else {
      this.#rows.flags[row] = flags | HAS_BUCKET | (bound < 0 ? HAS_NEGATIVE_BOUND : 0);
    }
  }

  /** Takes a bucket that there is nothing to say about. False for any other, with nothing changed. */
  #takesBucket(row: number, bound: number, count: number): boolean {
    if (!(count >= this.#rows.lastCount[row]! && bound > this.#rows.lastBound[row]!)) return false;
    if (!this.#isCount(count)) return false;
    const flags = this.#rows.flags[row]!;
    if (bound === Infinity) {
      if ((flags & HAS_COUNT) !== 0 && count !== this.#rows.count[row]) return false;
      this.#rows.infCount[row] = count;
      this.#rows.flags[row] = flags | HAS_BUCKET | HAS_INF;
    } else {
      this.#rows.flags[row] = flags | HAS_BUCKET | (bound < 0 ? HAS_NEGATIVE_BOUND : 0);
    }
    this.#rows.lastBound[row] = bound;
    this.#rows.lastCount[row] = count;
    return true;
  }

  quantile(row: number, family: CompositeFamily, quantile: number, value: number): void {
    if ((this.#rows.flags[row]! & HAS_VALUE) !== 0 && !(quantile > this.#rows.lastBound[row]!)) {
      if (quantile === this.#rows.lastBound[row]) this.#twice(family, `quantile ${quantile}`);
      else this.#outOfOrder(family, "quantile", quantile, this.#rows.lastBound[row]!);
    }
    this.#rows.lastBound[row] = quantile;
    this.#rows.flags[row] = this.#rows.flags[row]! | HAS_VALUE;
    if (this.#openMetrics && value < 0) this.#negative(family, "quantile", value);
  }

  /** A `_count`, `_sum`, `_created` or `_total` sample. */
  part(row: number, family: CompositeFamily, part: Part, value: number): void {
    const flag = partFlags[part];
    const flags = this.#rows.flags[row]!;
    if ((flags & flag) !== 0) this.#twice(family, part);
    this.#rows.flags[row] = flags | flag;
    if (part === "count") {
      if (!this.#isCount(value)) this.#badCount(family, "count", value);
      this.#rows.count[row] = value;
      if ((flags & HAS_INF) !== 0) this.#compareCounts(row, family);
    } else if (part === "sum" && this.#openMetrics && value < 0) {
      if (family.kind !== "gaugehistogram") this.#negative(family, "sum", value);
    }
  }

  /** Whether a series lacks what it must have: where, as `place`, is worth keeping while its lines are at hand. */
  isIncomplete(row: number, { kind }: CompositeFamily): boolean {
    const flags = this.#rows.flags[row]!;
    if (kind === "counter") return (flags & HAS_VALUE) === 0;
    if (kind !== "histogram" && kind !== "gaugehistogram") return false;
    if ((flags & HAS_INF) === 0) return true;
    if (!this.#openMetrics) return false;
    const hasSum = (flags & HAS_SUM) !== 0;
    if (hasSum !== ((flags & HAS_COUNT) !== 0)) return true;
    return hasSum && kind === "histogram" && (flags & HAS_NEGATIVE_BOUND) !== 0;
  }

  /** Judges a series, or a point of it, when nothing can follow. */
  close(row: number, family: CompositeFamily, place: RowPlace): void {
    if (!this.isIncomplete(row, family)) return;
    const { rule, message } = this.#missing(row, family);
    this.#sink.add({ rule, metric: family.name, message, ...place });
  }

  #missing(
    row: number,
    { kind, name }: CompositeFamily,
  ): { readonly rule: RuleId; readonly message: string } {
    const flags = this.#rows.flags[row]!;
    if (kind === "counter") {
      return { rule: "spec/counter-total", message: `counter ${name} has no sample ${name}_total` };
    }
    if ((flags & HAS_INF) === 0) {
      return {
        rule: "spec/histogram-inf",
        message: `histogram ${name} has no bucket with le="+Inf"`,
      };
    }
    const hasSum = (flags & HAS_SUM) !== 0;
    if (hasSum !== ((flags & HAS_COUNT) !== 0)) {
      return {
        rule: "spec/histogram-sum",
        message: `histogram ${name} has a ${hasSum ? "sum and no count" : "count and no sum"}: expected both or neither`,
      };
    }
    return {
      rule: "spec/histogram-sum",
      message: `histogram ${name} has negative bucket bounds and a sum: then the sum is no counter, and must not be there`,
    };
  }

  #isCount(value: number): boolean {
    // OpenMetrics asks for whole numbers as well.
    return value >= 0 && (!this.#openMetrics || Number.isInteger(value));
  }

  #compareBuckets(row: number, family: CompositeFamily, bound: number, value: number): void {
    const last = this.#rows.lastBound[row]!;
    if (bound === last) {
      this.#twice(family, `bucket le="${spelled(bound)}"`);
      return;
    }
    if (!(bound > last)) this.#outOfOrder(family, "le", bound, last);
    // Counts rise with the bounds, in whichever order the lines stand.
    const lastCount = this.#rows.lastCount[row]!;
    if (bound > last ? value < lastCount : value > lastCount) {
      this.#report(
        "spec/histogram-cumulative",
        family,
        this.#line.value(),
        `bucket le="${spelled(bound)}" of ${family.name} counts ${value}, bucket le="${spelled(last)}" ${lastCount}: buckets are cumulative`,
      );
    }
  }

  #outOfOrder(family: CompositeFamily, label: string, bound: number, last: number): void {
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

  #twice(family: CompositeFamily, part: string): void {
    this.#report(
      "spec/duplicate-series",
      family,
      this.#line.name(),
      `${part} of ${family.name} stands twice with the same labels`,
    );
  }

  #badCount(family: CompositeFamily, part: string, value: number): void {
    this.#report(
      family.kind === "summary" ? "spec/summary-value" : "spec/histogram-value",
      family,
      this.#line.value(),
      value > 0
        ? `${part} of ${family.name} is ${value}: a count of observations is a whole number`
        : `${part} of ${family.name} is ${value}: a count of observations is not negative`,
    );
  }

  #negative(family: CompositeFamily, part: string, value: number): void {
    this.#report(
      family.kind === "summary" ? "spec/summary-value" : "spec/histogram-sum",
      family,
      this.#line.value(),
      `${part} of ${family.name} is ${value}: OpenMetrics allows none below zero`,
    );
  }

  #compareCounts(row: number, family: CompositeFamily): void {
    const count = this.#rows.count[row]!;
    const infinite = this.#rows.infCount[row]!;
    if (count === infinite) return;
    this.#report(
      "spec/histogram-count",
      family,
      this.#line.value(),
      `count of ${family.name} is ${count}, its bucket le="+Inf" ${infinite}: expected the same`,
    );
  }

  #report(rule: RuleId, family: CompositeFamily, place: Place, message: string): Draft | undefined {
    return this.#sink.add({ rule, metric: family.name, message, ...place });
  }
}

function spelled(bound: number): string {
  if (bound === Infinity) return "+Inf";
  return bound === -Infinity ? "-Inf" : String(bound);
}
