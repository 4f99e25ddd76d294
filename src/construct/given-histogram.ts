// A histogram's value: from what was observed, or from buckets that somebody else counted.

import { printable } from "../diagnostics/index.js";
import type { Bucket, Exemplar, HistogramValue } from "../exposition/index.js";
import type { Metric } from "../registry/index.js";
import { readExemplar } from "./given-exemplar.js";
import { readCount, readFields, readList, readNumber } from "./given-fields.js";
import { refuse, refuseIf } from "./refusal.js";
import { declaredAt, objectionsToBounds } from "./sample-value.js";

/** Buckets that were counted elsewhere, as a parsed histogram has them. */
export interface CountedBuckets {
  /**
   * Cumulative: how many observations were at most the bound. In rising order, the declared bounds and no others; the last, of `Infinity`, may be left
   * out where there is a count.
   */
  readonly buckets: readonly Bucket[];
  readonly sum?: number;
  /** Number of observations. @default the count of the last bucket */
  readonly count?: number;
}

/** What a histogram is built from: observations, which are sorted into the declared buckets, or buckets. */
export type HistogramInput = readonly number[] | CountedBuckets;

/** Reads a histogram or gauge histogram. Throws a PromschemaError for what its registry or the specification rejects. */
export function readHistogram(
  metric: Metric,
  given: unknown,
  exemplars: readonly Exemplar[],
): HistogramValue {
  const counted = isList(given) ? observe(metric, given) : readCounted(metric, given);
  const { sum, count } = counted;
  if (sum !== undefined && !(sum >= 0) && metric.type === "histogram" && !isNegative(counted)) {
    refuse("spec/histogram-sum", {
      message: `sum of ${printable(metric.name)} is ${sum}: expected a number that is not negative`,
      metric: metric.name,
      notes: ["OpenMetrics allows a sum below zero in a gaugehistogram alone"],
      ...declaredAt(metric),
    });
  }
  const buckets = withExemplars(metric, counted.buckets, exemplars);
  // OpenMetrics 1.0, section 5.3: a sum that may fall is no counter, and a count goes with the sum.
  const isBare = sum === undefined || (metric.type === "histogram" && isNegative(counted));
  return Object.freeze({ ...(isBare ? {} : { count, sum }), buckets: Object.freeze(buckets) });
}

interface Counted {
  readonly count: number;
  readonly sum: number | undefined;
  readonly buckets: readonly Bucket[];
}

function isList(given: unknown): boolean {
  try {
    return Array.isArray(given);
  } catch {
    // A proxy that is revoked: reading its fields says so.
    return false;
  }
}

function isNegative({ buckets }: Counted): boolean {
  return (buckets[0]?.upperBound ?? 0) < 0;
}

function observe(metric: Metric, given: unknown): Counted {
  const bounds = [...(metric.buckets ?? []), Infinity];
  const counts = bounds.map(() => 0);
  let sum = 0;
  const values = readList(metric, "observations", given);
  for (const one of values) {
    const value = readNumber(metric, "an observation", one);
    const name = printable(metric.name);
    if (Number.isNaN(value)) {
      const message = `an observation of ${name} is NaN: expected a number`;
      refuse("construct/argument", { message, metric: metric.name });
    }
    refuseIf(objectionsToBounds(metric, value, `an observation of ${name} is ${value}`));
    sum += value;
    const at = bounds.findIndex((bound) => value <= bound);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  let count = 0;
  const buckets = bounds.map((upperBound, at) => {
    count += counts[at] ?? 0;
    return { upperBound, count };
  });
  return { count, sum, buckets };
}

function readCounted(metric: Metric, given: unknown): Counted {
  const fields = readFields(metric, "the value", given);
  const buckets = readList(metric, "buckets", fields.get("buckets")).map((one) =>
    readBucket(metric, one),
  );
  const whole = fields.get("count");
  const count = whole === undefined ? undefined : readCount(metric, "count", whole);
  const last = buckets.at(-1);
  if (last?.upperBound !== Infinity) {
    if (count === undefined) {
      refuse("spec/histogram-inf", {
        message: `${printable(metric.name)} has no bucket of Infinity and no count: expected one of the two`,
        metric: metric.name,
      });
    }
    buckets.push({ upperBound: Infinity, count });
  } else if (count !== undefined && count !== last.count) {
    refuse("spec/histogram-count", {
      message: `count of ${printable(metric.name)} is ${count}, its bucket of Infinity ${last.count}: expected the same`,
      metric: metric.name,
    });
  }
  checkOrder(metric, buckets);
  checkBounds(metric, buckets);
  const sum = fields.get("sum");
  return {
    buckets,
    count: buckets.at(-1)?.count ?? 0,
    sum: sum === undefined ? undefined : readNumber(metric, "sum", sum),
  };
}

function readBucket(metric: Metric, given: unknown): Bucket {
  const fields = readFields(metric, "a bucket", given);
  const exemplar = fields.get("exemplar");
  return {
    upperBound: readNumber(metric, "upperBound of a bucket", fields.get("upperBound")) + 0,
    count: readCount(metric, "count of a bucket", fields.get("count")),
    ...(exemplar !== undefined && { exemplar: readExemplar(metric, exemplar) }),
  };
}

function checkOrder(metric: Metric, buckets: readonly Bucket[]): void {
  const name = printable(metric.name);
  buckets.forEach(({ upperBound, count }, at) => {
    const before = buckets[at - 1];
    if (Number.isNaN(upperBound) || (before !== undefined && !(upperBound > before.upperBound))) {
      refuse("spec/bucket-order", {
        message: `buckets of ${name}: expected rising bounds, found ${upperBound}${before === undefined ? "" : ` after ${before.upperBound}`}`,
        metric: metric.name,
      });
    }
    if (before !== undefined && count < before.count) {
      refuse("spec/histogram-cumulative", {
        message: `bucket ${upperBound} of ${name} counts ${count}, the one before it ${before.count}: expected cumulative counts`,
        metric: metric.name,
      });
    }
  });
}

/** Buckets of a declared histogram are those it declares: quantiles over writers with different ones are wrong. */
function checkBounds(metric: Metric, buckets: readonly Bucket[]): void {
  if (metric.buckets === undefined) return;
  const bounds = buckets.map(({ upperBound }) => upperBound).slice(0, -1);
  if (
    bounds.length === metric.buckets.length &&
    metric.buckets.every((one, at) => one === bounds[at])
  )
    return;
  refuse("bucket-bounds", {
    message: `buckets of ${printable(metric.name)}: expected those declared, found others`,
    metric: metric.name,
    notes: [`declared: ${metric.buckets.join(", ")}`, `found: ${bounds.join(", ")}`],
    ...declaredAt(metric),
  });
}

function withExemplars(
  metric: Metric,
  buckets: readonly Bucket[],
  exemplars: readonly Exemplar[],
): Bucket[] {
  const placed = new Map<Bucket, Exemplar>();
  for (const exemplar of exemplars) {
    const bucket = buckets.find(({ upperBound }) => exemplar.value <= upperBound);
    if (bucket !== undefined) placed.set(bucket, exemplar);
  }
  return buckets.map((bucket) => {
    const exemplar = placed.get(bucket) ?? bucket.exemplar;
    if (exemplar !== undefined && exemplar.value > bucket.upperBound) {
      refuse("spec/exemplar-value", {
        message: `exemplar of ${printable(metric.name)} is ${exemplar.value}, above the bound ${bucket.upperBound} of its bucket`,
        metric: metric.name,
      });
    }
    return Object.freeze({ ...bucket, ...(exemplar !== undefined && { exemplar }) });
  });
}
