// What OpenMetrics 1.0 (section 5) asks of values that the text formats do not ask. A family that breaks it is written without its type.

import type { HistogramValue, MetricFamily, SummaryValue } from "../model.js";

/** Why a family of a text format cannot keep its type in OpenMetrics; undefined where it can. */
export function whyUntyped(family: MetricFamily): string | undefined {
  switch (family.type) {
    case "counter":
      if (!/.+_total$/s.test(family.name)) return "OpenMetrics counters end in _total";
      return family.series.every(({ value }) => value >= 0)
        ? undefined
        : "OpenMetrics counters are not negative";
    case "histogram":
      return firstReason(family.series, whyNoHistogram);
    case "summary":
      return firstReason(family.series, whyNoSummary);
    default:
      return undefined;
  }
}

function firstReason<Value>(
  series: readonly { readonly value: Value }[],
  judge: (value: Value) => string | undefined,
): string | undefined {
  for (const { value } of series) {
    const reason = judge(value);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function whyNoHistogram({ buckets, sum, count }: HistogramValue): string | undefined {
  if ((sum === undefined) !== (count === undefined)) {
    return "OpenMetrics histograms have a sum and a count or neither";
  }
  if (sum !== undefined && !(sum >= 0)) return "OpenMetrics histograms have no negative sum";
  if (sum !== undefined && buckets.some(({ upperBound }) => upperBound < 0)) {
    return "OpenMetrics histograms with negative bounds have no sum";
  }
  if (!buckets.some(({ upperBound }) => upperBound === Infinity)) {
    return "OpenMetrics histograms have a bucket without bound";
  }
  if (buckets.some(({ upperBound }) => Number.isNaN(upperBound))) {
    return "OpenMetrics histograms have no sample under their own name";
  }
  const areCounts = buckets.every((bucket) => isCount(bucket.count)) && isCount(count ?? 0);
  return areCounts ? undefined : "OpenMetrics histograms count in whole numbers";
}

function whyNoSummary({ quantiles, sum, count }: SummaryValue): string | undefined {
  if (sum !== undefined && !(sum >= 0)) return "OpenMetrics summaries have no negative sum";
  if (quantiles.some(({ quantile }) => !(quantile >= 0 && quantile <= 1))) {
    return "OpenMetrics quantiles are between 0 and 1";
  }
  if (quantiles.some(({ value }) => value < 0)) {
    return "OpenMetrics summaries have no negative quantile";
  }
  return isCount(count ?? 0) ? undefined : "OpenMetrics summaries count in whole numbers";
}

function isCount(value: number): boolean {
  return value >= 0 && Number.isInteger(value);
}
