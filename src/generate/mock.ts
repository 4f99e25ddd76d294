// An exposition that nobody measured: valid, plausible, and the same for the same seed and time.
import {
  type Exposition,
  type Labels,
  type MetricFamily,
  type Series,
  serializeExposition,
  suffixesOf,
} from "../exposition/index.js";
import type { CompiledRegistry, Metric } from "../registry/index.js";
import { fileOf, type GeneratedFile, type GenerateOptions, oneLine, origin } from "./file.js";
import { labelRows } from "./mock/label-rows.js";
import {
  counterValue,
  gaugeValue,
  histogramValue,
  statesetValue,
  summaryValue,
} from "./mock/movement.js";
import { randomOf } from "./mock/random.js";

export interface MockOptions {
  /**
   * What the values are drawn from: the same seed gives the same values.
   * @default "promschema"
   */
  readonly seed?: string;
  /**
   * Time on the clock of the mock. Counters rise with it, gauges swing.
   * @default 0
   */
  readonly seconds?: number;
}

/**
 * A valid exposition in the Prometheus text format, with plausible values for every metric: for dashboards and alerts before the service exists,
 * and for tests.
 */
export function generateMock(
  registry: CompiledRegistry,
  options: GenerateOptions & MockOptions = {},
): readonly GeneratedFile[] {
  const { left, ...exposition } = mock(registry, options);
  const comments = [
    origin(registry, "mock", options),
    ...left.map(({ name, why }) => oneLine(`${JSON.stringify(name)} is left out: ${why}.`)),
  ];
  const text = serializeExposition(exposition, { format: "prometheus-text-1.0.0" });
  const head = comments.map((line) => `# ${line}\n`).join("");
  return fileOf(registry, ".prom", head + text);
}

/**
 * The same as an exposition, to be written in any format. A metric is left out where a required label has a pattern that only RE2 reads and no
 * examples, and where an earlier metric has its name in some format.
 */
export function mockExposition(registry: CompiledRegistry, options: MockOptions = {}): Exposition {
  const { left: _, ...exposition } = mock(registry, options);
  return exposition;
}

interface LeftOut {
  readonly name: string;
  readonly why: string;
}

function mock(
  registry: CompiledRegistry,
  { seed = "promschema", seconds = 0 }: MockOptions,
): Exposition & { readonly left: readonly LeftOut[] } {
  const left: LeftOut[] = [];
  const owners = new Map<string, string>();
  const families: MetricFamily[] = [];
  for (const metric of registry.metrics.values()) {
    const { name } = metric;
    const names = wireNames(metric);
    const owner = names.map((one) => owners.get(one)).find((one) => one !== undefined);
    const rows = labelRows(metric, weightOf(metric), seed);
    if (owner !== undefined)
      left.push({ name, why: `it shares a name with ${JSON.stringify(owner)}` });
    else if (rows === undefined) {
      left.push({ name, why: "give its labels examples, since their patterns are RE2's own" });
    } else {
      for (const one of names) owners.set(one, name);
      families.push(familyOf(metric, rows, seed, seconds));
    }
  }
  return { format: "openmetrics-1.0", families, left };
}

/** Every name that the metric has on the wire, in any format. */
function wireNames(metric: Metric): readonly string[] {
  const family = familyName(metric);
  return [family, ...suffixesOf(metric.type, true).map((suffix) => family + suffix)];
}

/** How many series a text format writes for one. */
function weightOf({ type, states, buckets }: Metric): number {
  if (type === "stateset") return states?.length ?? 2;
  return type === "gaugehistogram" ? (buckets?.length ?? 8) + 3 : 1;
}

function familyOf(
  metric: Metric,
  rows: readonly Labels[],
  seed: string,
  seconds: number,
): MetricFamily {
  const { type, description } = metric;
  const name = familyName(metric);
  const unit = unitOf(metric, name);
  const head = {
    name,
    ...(description !== "" && { help: writable(description) }),
    ...(unit !== undefined && { unit }),
  };
  const series = <Value>(
    valueAt: (metric: Metric, random: () => number, seconds: number) => Value,
  ): readonly Series<Value>[] =>
    rows.map((labels) => {
      const random = randomOf(`${seed} ${metric.name} ${JSON.stringify(Object.entries(labels))}`);
      return { labels, value: valueAt(metric, random, seconds), line: 0 };
    });
  switch (type) {
    case "counter":
      return { ...head, type, series: series(counterValue) };
    case "gauge":
    case "unknown":
      return { ...head, type, series: series(gaugeValue) };
    case "info":
      return { ...head, type, series: series(() => 1) };
    case "histogram":
    case "gaugehistogram":
      return { ...head, type, series: series(histogramValue) };
    case "summary":
      return { ...head, type, series: series(summaryValue) };
    case "stateset":
      return { ...head, type, series: series(statesetValue) };
  }
}

/** Name of the family, from which formats make the names of samples: without the suffix of its type. */
function familyName({ name, type }: Metric): string {
  const suffix = type === "counter" ? "_total" : type === "info" ? "_info" : "";
  const isSuffixed = suffix !== "" && name.endsWith(suffix) && name !== suffix;
  return isSuffixed ? name.slice(0, -suffix.length) : name;
}

/** The unit, where OpenMetrics takes it: the name ends in it. */
function unitOf({ unit }: Metric, name: string): string | undefined {
  if (unit === undefined || !/^[\w:]+$/.test(unit)) return undefined;
  return name.endsWith(`_${unit}`) ? unit : undefined;
}

/** Halves of surrogate pairs cannot be written. */
function writable(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
