import type { Metric } from "../registry/index.js";

/** How many of a unit a millisecond is. */
const perMillisecond: ReadonlyMap<string | undefined, number> = new Map([
  ["milliseconds", 1],
  ["microseconds", 1e3],
  ["nanoseconds", 1e6],
]);

/** Starts a clock. It tells the time since then in the unit of the metric; in seconds where that is no unit of time. */
export function startClock({ unit }: Metric): () => number {
  const start = performance.now();
  const factor = perMillisecond.get(unit) ?? 1e-3;
  return () => (performance.now() - start) * factor;
}
