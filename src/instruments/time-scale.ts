import { declaredAt, refuse } from "../construct/index.js";
import { printable } from "../diagnostics/index.js";
import type { Metric } from "../registry/index.js";

/** How much of each unit is a second. */
const inSecond: ReadonlyMap<string, number> = new Map([
  ["seconds", 1],
  ["milliseconds", 1e3],
  ["microseconds", 1e6],
  ["nanoseconds", 1e9],
  ["minutes", 1 / 60],
  ["hours", 1 / 3600],
  ["days", 1 / 86_400],
]);

/** How many of the metric's unit are a second. Throws a PromschemaError where it has one that is none of time. */
export function timeScale(metric: Metric): number {
  const { name, unit = "seconds" } = metric;
  const scale = inSecond.get(unit);
  if (scale !== undefined) return scale;
  return refuse("construct/argument", {
    message: `${printable(name)} has the unit ${printable(unit)}: expected one of time for a timer`,
    metric: name,
    ...declaredAt(metric),
  });
}
