// What OpenMetrics 1.0 (section 5) asks of values, and the text formats do not.

import type { Labels, MetricFamily } from "../model.js";

/** Whether a family of a text format can keep its type in OpenMetrics. */
export function fitsOpenMetrics(family: MetricFamily): boolean {
  switch (family.type) {
    case "counter":
      return family.series.every(({ value }) => value >= 0);
    case "histogram":
      return (
        hasOnePointEach(family) &&
        family.series.every(
          ({ value: { buckets, sum, count } }) =>
            (sum === undefined) === (count === undefined) &&
            isTotal(sum) &&
            isCount(count) &&
            buckets.some(({ upperBound }) => upperBound === Infinity) &&
            // A sum is a counter: beside it, what is observed is not negative. No comparison holds for a sample without a bound.
            buckets.every(
              ({ upperBound, count: within }) =>
                upperBound >= (sum === undefined ? -Infinity : 0) && isCount(within),
            ),
        )
      );
    case "summary":
      return (
        hasOnePointEach(family) &&
        family.series.every(
          ({ value: { quantiles, sum, count } }) =>
            isTotal(sum) &&
            isCount(count) &&
            quantiles.every(
              ({ quantile, value }) => quantile >= 0 && quantile <= 1 && isTotal(value),
            ),
        )
      );
    default:
      return true;
  }
}

/** Text has a timestamp a sample: where those of a series differ, a reader makes several series of it, which OpenMetrics takes for points. */
function hasOnePointEach({ series }: MetricFamily): boolean {
  return (
    series.every(({ timestamp }) => timestamp === undefined) ||
    new Set(series.map(({ labels }) => keyOf(labels))).size === series.length
  );
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
