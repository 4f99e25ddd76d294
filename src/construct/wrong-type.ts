import { printable } from "../diagnostics/index.js";
import type { Metric, MetricType } from "../registry/index.js";
import { type Objection, objection } from "./refusal.js";
import { declaredAt } from "./sample-value.js";

/** What is wrong with a metric where only those of some types will do. */
export function objectionsToType(
  metric: Metric,
  types: readonly MetricType[],
  why: string,
  hint: string,
): Objection[] {
  if (types.includes(metric.type)) return [];
  return [
    objection("metric-type", ["name"], {
      message: `${printable(metric.name)} is declared as ${metric.type}: ${why}`,
      metric: metric.name,
      hint,
      ...declaredAt(metric),
    }),
  ];
}
