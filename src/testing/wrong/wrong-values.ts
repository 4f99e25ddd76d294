// Samples whose values, types or numbers are not what their metric declares.

import type fc from "fast-check";
import type { Metric } from "../../registry/index.js";
import { type Breach, rightTexts, rightValue, seriesText } from "./breach.js";
import {
  histogramSamples,
  type LabelText,
  type SampleText,
  sampleLine,
  samplesOfSeries,
  typeLine,
} from "./metric-text.js";

/** Most series that are written to go beyond a limit. */
const mostSeries = 50;

/** Each rule about values, types and numbers of series that the metric can break. */
export function wrongValues(metric: Metric): Breach[] {
  const right = rightTexts(metric);
  const { type, value, buckets, quantiles } = metric;
  const isNumber = type === "counter" || type === "gauge" || type === "unknown";
  const one = (rule: Breach["rule"], text: string): Breach => ({
    rule,
    lines: right.map((labels) => typeLine(metric) + sampleLine(metric, { labels, value: text })),
  });
  const outside = [
    ...(value.min === undefined ? [] : [value.min - 1]),
    ...(value.max === undefined ? [] : [value.max + 1]),
  ];
  const half = rightValue(metric) + 0.5;
  const isHalfWithin = value.integer && half <= (value.max ?? Infinity);
  return [
    ...(isNumber ? outside.map((number) => one("value-bounds", String(number))) : []),
    ...(isNumber && isHalfWithin ? [one("value-integer", String(half))] : []),
    ...(type === "counter" ? [one("spec/counter-value", "-1")] : []),
    ...otherType(metric, right),
    ...(buckets === undefined ? [] : [ofHistogram(metric, right, betweenOf(buckets))]),
    ...(quantiles === undefined ? [] : quantileOf(metric, right, quantiles)),
    ...tooMany(metric, right),
  ];
}

type Right = fc.Arbitrary<LabelText[]>;

function otherType(metric: Metric, right: Right): Breach[] {
  const other = { counter: "gauge", gauge: "counter" }[metric.type as string];
  if (other === undefined) return [];
  const lines = right.map((labels) => typeLine(metric, other) + seriesText(metric, labels));
  return [{ rule: "metric-type", lines }];
}

/** A number that is not in the list, which rises. */
function betweenOf(numbers: readonly number[]): number {
  return (numbers.at(-1) ?? 0) + 1;
}

function ofHistogram(metric: Metric, right: Right, bound: number): Breach {
  const buckets = [
    [String(bound), 0],
    ["+Inf", 0],
  ] as const;
  return {
    rule: "bucket-bounds",
    lines: right.map(
      (labels) => typeLine(metric) + lines(metric, histogramSamples(labels, buckets)),
    ),
  };
}

function quantileOf(metric: Metric, right: Right, quantiles: readonly number[]): Breach[] {
  const other = [0.123, 0.456].find((quantile) => !quantiles.includes(quantile));
  if (other === undefined) return [];
  const written = right.map((labels) => {
    const quantile: SampleText = { labels: [...labels, ["quantile", String(other)]], value: "0" };
    return typeLine(metric) + lines(metric, [quantile, ...samplesOfSeries(metric, labels, 0)]);
  });
  return [{ rule: "summary-quantiles", lines: written }];
}

/** More series, or more values of a label, than declared: of a label that takes any text. */
function tooMany(metric: Metric, right: Right): Breach[] {
  const free = metric.labels.filter(({ definition: { type, enum: values, open, pattern } }) => {
    return type === "string" && pattern === undefined && (values === undefined || open);
  });
  return free.flatMap(({ name, definition: { maxValues } }) => {
    const many = (rule: Breach["rule"], limit: number | undefined): Breach[] => {
      if (limit === undefined || limit >= mostSeries) return [];
      const written = right.map((labels) => {
        const others = labels.filter(([label]) => label !== name);
        const numbers = Array.from({ length: limit + 1 }, (_, at) => `value ${at}`);
        const series = numbers.map((text) => seriesText(metric, [...others, [name, text]]));
        return typeLine(metric) + series.join("");
      });
      return [{ rule, lines: written }];
    };
    return [...many("max-series", metric.maxSeries), ...many("max-values", maxValues)];
  });
}

function lines(metric: Metric, samples: readonly SampleText[]): string {
  return samples.map((sample) => sampleLine(metric, sample)).join("");
}
