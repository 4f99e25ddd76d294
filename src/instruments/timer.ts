import { readFields } from "../construct/index.js";
import type { Metric } from "../registry/index.js";
import { timeScale } from "./time-scale.js";

/**
 * Starts a clock. It tells the time since then in the unit of the metric: in seconds where it has none. Throws a PromschemaError where that is none
 * of time.
 */
export function startClock(metric: Metric): () => number {
  const scale = timeScale(metric);
  const start = performance.now();
  return () => ((performance.now() - start) / 1000) * scale;
}

/** Labels of the start and of the end of a timer. Where only one of them has any, they are left as they are. */
export function joinLabels(metric: Metric, start: unknown, end: unknown): unknown {
  if (start === undefined || end === undefined) return start ?? end ?? {};
  const all = [start, end].flatMap((labels) => [...readFields(metric, "labels", labels)]);
  return Object.fromEntries(all);
}
