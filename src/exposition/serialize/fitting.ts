// What OpenMetrics 1.0 (section 5) asks of values, and the text formats do not.

import type { HistogramValue, Labels, MetricFamily, SummaryValue } from "../model.js";

/** Whether a family of a text format can keep its type in OpenMetrics. */
export function fitsOpenMetrics({ type, series }: MetricFamily): boolean {
  const isHistogram = type === "histogram";
  if (type === "counter") return series.every(({ value }) => value >= 0);
  if (!isHistogram && type !== "summary") return true;
  // Text has a timestamp a sample: where those of a series differ, a reader makes several of it, which OpenMetrics takes for points.
  const isTimed = series.some(({ timestamp }) => timestamp !== undefined);
  if (isTimed && new Set(series.map(({ labels }) => keyOf(labels))).size < series.length) {
    return false;
  }
  return series.every(({ value }) => {
    const {
      buckets = [],
      quantiles = [],
      sum,
      count,
    }: Partial<HistogramValue & SummaryValue> = value;
    return (
      isTotal(sum) &&
      isCount(count) &&
      (!isHistogram ||
        ((sum === undefined) === (count === undefined) &&
          buckets.at(-1)?.upperBound === Infinity)) &&
      // A sum is a counter: beside it, what is observed is not negative. No comparison holds for a sample without a bound.
      buckets.every(
        ({ upperBound, count: within }) =>
          upperBound >= (sum === undefined ? -Infinity : 0) && isCount(within),
      ) &&
      quantiles.every(({ quantile, value: at }) => quantile >= 0 && quantile <= 1 && isTotal(at))
    );
  });
}

function isTotal(value = 0): boolean {
  return !(value < 0);
}

function isCount(value = 0): boolean {
  return value >= 0 && Number.isInteger(value);
}

/** The same text for the same labels in any order. */
export function keyOf(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([left], [right]) => (left < right ? -1 : 1)));
}
