import type { Metric } from "../../registry/index.js";
import type { CurrentLine } from "../current-line.js";
import type { FindingSink } from "../finding-sink.js";
import { declaredAt, type MetricContract } from "./metric-contract.js";

/** Judges a sample value by the metric's bounds. For counters, gauges and metrics of unknown type. */
export function judgeBounds(
  { metric }: MetricContract,
  value: number,
  sink: FindingSink,
  line: CurrentLine,
): void {
  const rule = boundsRule(metric, value);
  if (rule === undefined || sink.again(rule, line.number, metric.name) !== undefined) return;
  sink.add({
    rule,
    metric: metric.name,
    message: `${metric.name} is ${value}: expected ${boundsInWords(metric, rule)}`,
    ...line.value(),
    ...declaredAt(metric.position),
  });
}

/** What a value breaks of the bounds, if anything. */
export type BoundsRule = "value-bounds" | "value-integer";

/** The rule that a value breaks of its metric's bounds. NaN is within none. */
export function boundsRule({ value: bounds }: Metric, value: number): BoundsRule | undefined {
  const { min, max, integer } = bounds;
  if (min !== undefined && !(value >= min)) return "value-bounds";
  if (max !== undefined && !(value <= max)) return "value-bounds";
  if (!integer || Number.isInteger(value)) return undefined;
  return Number.isNaN(value) ? "value-bounds" : "value-integer";
}

/** What the bounds expect, in words. */
export function boundsInWords({ value: bounds }: Metric, rule: BoundsRule): string {
  if (rule === "value-integer") return "a whole number";
  const { min, max } = bounds;
  if (max === undefined) return min === undefined ? "a number" : `at least ${min}`;
  return min === undefined ? `at most ${max}` : `${min} to ${max}`;
}
