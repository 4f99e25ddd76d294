// A metric in text 1.0.0, by a writer that knows no contract and holds nobody to a rule: what is wrong stays wrong.

import type { Metric } from "../../registry/index.js";

/** A label as it is written. */
export type LabelText = readonly [name: string, value: string];

/** One sample: what its name has beyond the metric's, its labels and its value. */
export interface SampleText {
  readonly suffix?: string;
  readonly labels: readonly LabelText[];
  readonly value: string;
}

/** How the text formats name the types they do not have. */
const written: Readonly<Record<Metric["type"], string>> = {
  counter: "counter",
  gauge: "gauge",
  histogram: "histogram",
  summary: "summary",
  unknown: "untyped",
  info: "gauge",
  stateset: "gauge",
  gaugehistogram: "histogram",
};

/** The TYPE line of a metric: of its own type, or of another. */
export function typeLine({ name, type }: Metric, told: string = written[type]): string {
  return `# TYPE ${nameText(name)} ${told}\n`;
}

/** The line of a sample. */
export function sampleLine({ name }: Metric, { suffix = "", labels, value }: SampleText): string {
  const pairs = labels.map(([label, text]) => `${labelText(label)}=${quoted(text)}`);
  const full = name + suffix;
  if (!isPlain(full)) return `{${[quoted(full), ...pairs].join()}} ${value}\n`;
  return `${full}${pairs.length === 0 ? "" : `{${pairs.join()}}`} ${value}\n`;
}

/** The samples of a right series, with a value for those that are one number. */
export function samplesOfSeries(
  metric: Metric,
  labels: readonly LabelText[],
  value: number,
): SampleText[] {
  switch (metric.type) {
    case "histogram":
    case "gaugehistogram":
      return histogramSamples(labels, [["+Inf", 0]]);
    case "summary":
      return [
        { suffix: "_sum", labels, value: "0" },
        { suffix: "_count", labels, value: "0" },
      ];
    case "stateset":
      return [{ labels: [...labels, [metric.name, metric.states?.[0] ?? "on"]], value: "1" }];
    case "info":
      return [{ labels, value: "1" }];
    default:
      return [{ labels, value: String(value) }];
  }
}

/** The samples of a histogram with these buckets, which are written as they are. */
export function histogramSamples(
  labels: readonly LabelText[],
  buckets: readonly (readonly [bound: string, count: number])[],
  count: number = buckets.at(-1)?.[1] ?? 0,
): SampleText[] {
  return [
    ...buckets.map(
      ([bound, value]): SampleText => ({
        suffix: "_bucket",
        labels: [...labels, ["le", bound]],
        value: String(value),
      }),
    ),
    { suffix: "_sum", labels, value: "0" },
    { suffix: "_count", labels, value: String(count) },
  ];
}

function isPlain(name: string): boolean {
  return /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name);
}

function nameText(name: string): string {
  return isPlain(name) ? name : quoted(name);
}

function labelText(name: string): string {
  return isPlain(name) && !name.includes(":") ? name : quoted(name);
}

function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll('"', '\\"')}"`;
}
