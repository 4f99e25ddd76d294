// The model taken apart into the samples it is made of: the one place that knows which parts of a value are samples of which name.

import type {
  Exemplar,
  Exposition,
  HistogramValue,
  Labels,
  MetricFamily,
  Series,
  StatesetValue,
  SummaryValue,
} from "./model.js";
import { mustBe } from "./serialize/losses.js";
import { numberText, openMetricsText } from "./serialize/write-number.js";

/** A line of a payload. */
export interface Sample {
  readonly name: string;
  /** With those that the model has in the value: `le`, `quantile`, a stateset's own name. */
  readonly labels: Labels;
  readonly value: number;
  /** Milliseconds since the epoch, whichever the format. */
  readonly timestamp?: number;
  readonly exemplar?: Exemplar;
  /** Line of the first sample of its series. */
  readonly line: number;
}

/** What a value says: a number, a number of observations, or milliseconds since the epoch. */
export type Quantity = "number" | "count" | "time";

/** What is called for each sample, with the suffix of its name. `own` is the value of the family's own label. */
export type Visit = (
  suffix: string,
  series: Series<unknown>,
  value: number,
  quantity: Quantity,
  own?: number | string,
  exemplar?: Exemplar,
) => void;

/** What a histogram or a summary may have. */
type Parts = Partial<HistogramValue & SummaryValue>;

/** The label that is part of the value of a family; empty for none. */
export function ownLabelOf({ type, name }: MetricFamily): string {
  if (type === "stateset") return name;
  return type === "summary" ? "quantile" : type.endsWith("histogram") ? "le" : "";
}

/** What the name of a family has behind it in the name of its samples, where those are a number each. */
export function valueSuffix(type: MetricFamily["type"], openMetrics: boolean): string {
  if (!openMetrics || (type !== "counter" && type !== "info")) return "";
  return type === "info" ? "_info" : "_total";
}

/** Calls `visit` for the samples of a family, series by series: buckets or quantiles, sum, count, creation time. */
export function walkSamples(family: MetricFamily, openMetrics: boolean, visit: Visit): void {
  const { type } = family;
  const gauge = type === "gaugehistogram" ? "_g" : "_";
  const isNumber = ownLabelOf(family) === "";
  const suffix = valueSuffix(type, openMetrics);
  for (const series of family.series) {
    const { created, exemplar } = series;
    // What the type says is of that type; a program without types may say otherwise, and then finds out here.
    const value: unknown = series.value;
    if (isNumber) {
      // A reader makes a counter without value from a creation time that stands alone.
      if (value !== undefined || created === undefined) {
        visit(suffix, series, value as number, "number", undefined, exemplar);
      }
    } else if (type === "stateset") {
      mustBe("object", value, family.name, "a value");
      for (const { state, enabled } of value as StatesetValue) {
        mustBe("string", state, family.name, "a state");
        visit("", series, enabled ? 1 : 0, "number", state);
      }
    } else {
      mustBe("object", value, family.name, "a value");
      const { buckets = [], quantiles = [], sum, count } = value as Parts;
      for (const { upperBound, count: within, exemplar: one } of buckets) {
        if (typeof upperBound !== "number") mustBe("number", upperBound, family.name, "a bound");
        // Without a bound it was a sample of the family's own name.
        if (Number.isNaN(upperBound)) visit("", series, within, "number");
        else visit("_bucket", series, within, "count", upperBound, one);
      }
      for (const { quantile, value: measured } of quantiles) {
        if (typeof quantile !== "number") mustBe("number", quantile, family.name, "a quantile");
        visit("", series, measured, "number", Number.isNaN(quantile) ? undefined : quantile);
      }
      if (sum !== undefined) visit(`${gauge}sum`, series, sum, "number");
      if (count !== undefined) visit(`${gauge}count`, series, count, "count");
    }
    if (created !== undefined) visit("_created", series, created, "time");
  }
}

/** The samples of a family as lines. Bounds are spelled as in OpenMetrics where they are `pointed`. */
export function samplesOfFamily(
  family: MetricFamily,
  openMetrics: boolean,
  pointed = openMetrics,
): Sample[] {
  const samples: Sample[] = [];
  const ownLabel = ownLabelOf(family);
  walkSamples(family, openMetrics, (suffix, series, value, quantity, own, exemplar) => {
    const { timestamp, line } = series;
    samples.push({
      name: family.name + suffix,
      labels: own === undefined ? series.labels : withLabel(series.labels, ownLabel, own, pointed),
      value: quantity === "time" ? value / 1000 : value,
      ...(timestamp === undefined ? {} : { timestamp }),
      ...(exemplar === undefined ? {} : { exemplar }),
      line,
    });
  });
  return samples;
}

/** The samples that an exposition is made of, as its format names them, series by series. */
export function* samplesOf(exposition: Exposition): Generator<Sample, void> {
  for (const family of exposition.families) {
    yield* samplesOfFamily(family, exposition.format === "openmetrics-1.0");
  }
}

function withLabel(labels: Labels, name: string, own: number | string, pointed: boolean): Labels {
  const all: Record<string, string> = Object.assign(Object.create(null), labels);
  all[name] = typeof own === "string" ? own : (pointed ? openMetricsText : numberText)(own);
  return all;
}
