import type fc from "fast-check";
import type { RuleId } from "../../diagnostics/index.js";
import type { Metric } from "../../registry/index.js";
import { labelsFor } from "../labels.js";
import { type LabelText, sampleLine, samplesOfSeries, typeLine } from "./metric-text.js";

/** A way to break a rule with one metric: what draws its lines. */
export interface Breach {
  readonly rule: RuleId;
  readonly lines: fc.Arbitrary<string>;
}

/** Right labels of a metric, as they are written: those that are absent left out. */
export function rightTexts(metric: Metric): fc.Arbitrary<LabelText[]> {
  return labelsFor(metric).map((labels) =>
    Object.entries(labels).flatMap(([name, value]): LabelText[] =>
      value === undefined || value === "" ? [] : [[name, String(value)]],
    ),
  );
}

/** A value that the bounds of a metric allow. */
export function rightValue({ value: { min = 0, max = min + 1, integer } }: Metric): number {
  const low = Math.min(Math.max(min, 0), max);
  return integer ? Math.ceil(low) : low;
}

/** The lines of one series with these labels, right in all else. */
export function seriesText(metric: Metric, labels: readonly LabelText[]): string {
  const samples = samplesOfSeries(metric, labels, rightValue(metric));
  return samples.map((sample) => sampleLine(metric, sample)).join("");
}

/** Breaks a rule by the labels of a series. */
export function labelBreach(
  rule: RuleId,
  metric: Metric,
  labels: fc.Arbitrary<readonly LabelText[]>,
): Breach {
  return { rule, lines: labels.map((drawn) => typeLine(metric) + seriesText(metric, drawn)) };
}
