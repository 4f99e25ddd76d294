import type { Metric } from "./registry.js";

/** Name of the metric's family in OpenMetrics, which takes `_total` and `_info` off. */
export function familyNameOf({ name, type }: Pick<Metric, "name" | "type">): string {
  const suffix = type === "counter" ? "_total" : type === "info" ? "_info" : "";
  const isSuffixed = suffix !== "" && name.endsWith(suffix) && name !== suffix;
  return isSuffixed ? name.slice(0, -suffix.length) : name;
}

/** The unit, where OpenMetrics takes it: the family's name ends in it. */
export function unitOf(metric: Metric): string | undefined {
  const { unit } = metric;
  if (unit === undefined || !/^[\w:]+$/.test(unit)) return undefined;
  return familyNameOf(metric).endsWith(`_${unit}`) ? unit : undefined;
}
