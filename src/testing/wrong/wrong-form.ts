// Metrics whose lines break a rule of the format, whatever the registry says.

import type { Metric } from "../../registry/index.js";
import { type Breach, rightTexts, seriesText } from "./breach.js";
import { histogramSamples, sampleLine, typeLine } from "./metric-text.js";

/** Each rule of the format that the metric can break. */
export function wrongForm(metric: Metric): Breach[] {
  const { type } = metric;
  const right = rightTexts(metric);
  const breach = (rule: Breach["rule"], write: (series: string) => string): Breach => ({
    rule,
    lines: right.map((labels) => write(seriesText(metric, labels))),
  });
  const isNumber = type === "counter" || type === "gauge" || type === "unknown";
  return [
    breach("syntax", (series) => `${typeLine(metric)}${series.trimEnd()} of what\n`),
    breach("final-newline", (series) => typeLine(metric) + series.slice(0, -1)),
    breach("spec/repeated-metadata", (series) => typeLine(metric) + typeLine(metric) + series),
    ...(isNumber
      ? [breach("spec/duplicate-series", (series) => typeLine(metric) + series + series)]
      : []),
    ...(type === "histogram" ? wrongHistograms(metric) : []),
  ];
}

function wrongHistograms(metric: Metric): Breach[] {
  const bound = String(metric.buckets?.[0] ?? 1);
  const of = (
    rule: Breach["rule"],
    buckets: readonly (readonly [string, number])[],
    count?: number,
  ): Breach => ({
    rule,
    lines: rightTexts(metric).map((labels) => {
      const samples = histogramSamples(labels, buckets, count);
      return typeLine(metric) + samples.map((sample) => sampleLine(metric, sample)).join("");
    }),
  });
  const falling = [
    [bound, 3],
    ["+Inf", 1],
  ] as const;
  return [
    of("spec/histogram-inf", [[bound, 1]]),
    of("spec/histogram-cumulative", falling),
    of("spec/histogram-count", [["+Inf", 1]], 2),
  ];
}
