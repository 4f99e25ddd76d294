import { nearest } from "../../diagnostics/index.js";
import type { FamilyType } from "../../exposition/index.js";
import type { CompiledRegistry, Metric, MetricType } from "../../registry/index.js";

/** What a metric family of a payload is to the registry. */
export type Resolution =
  | { readonly found: "metric"; readonly metric: Metric; readonly part: Part }
  /** Samples that belong to a declared metric without being judged by it: its creation times, written as a gauge. */
  | { readonly found: "companion"; readonly metric: Metric }
  | { readonly found: "nothing" };

/** Which samples of the metric the family holds: all of them, or those with one suffix. */
export type Part = "all" | "bucket" | "sum" | "count";

const partSuffixes: readonly (readonly [string, Part, readonly MetricType[]])[] = [
  ["_bucket", "bucket", ["histogram", "gaugehistogram"]],
  ["_sum", "sum", ["histogram", "summary"]],
  ["_count", "count", ["histogram", "summary"]],
  ["_gsum", "sum", ["gaugehistogram"]],
  ["_gcount", "count", ["gaugehistogram"]],
  ["_info", "all", ["info"]],
];

/** Types whose metrics have a `_created` sample in OpenMetrics, which some writers repeat in text as a gauge. */
const createdTypes: ReadonlySet<MetricType> = new Set(["counter", "histogram", "summary"]);

/** What a payload says of a family before its first sample. */
export interface FamilyHead {
  readonly name: string;
  readonly type: FamilyType;
  readonly hasType: boolean;
}

/**
 * The declared metric that a family belongs to. A registry names a metric as it is queried; OpenMetrics takes `_total` and `_info` off the
 * family's name, and a payload without types shows a histogram as three untyped families. What may bear the family's name and what may bear it
 * with a suffix are told apart by the format: only OpenMetrics takes suffixes off.
 */
export function resolveFamily(
  registry: CompiledRegistry,
  { name, type, hasType }: FamilyHead,
  openMetrics: boolean,
): Resolution {
  const suffix = type === "counter" ? "_total" : type === "info" ? "_info" : "";
  const candidates = openMetrics ? [name + suffix, name] : [name, name + suffix];
  const declared = candidates.flatMap((candidate) => registry.metrics.get(candidate) ?? []);
  const metric = declared.find((one) => one.type === type) ?? declared[0];
  if (metric !== undefined) return { found: "metric", metric, part: "all" };
  if (name.endsWith("_total")) {
    // A counter declared without the suffix, in text of a writer that adds it.
    const metric = registry.metrics.get(name.slice(0, -"_total".length));
    if (metric?.type === "counter") return { found: "metric", metric, part: "all" };
  }
  if (name.endsWith("_created")) {
    const base = name.slice(0, -"_created".length);
    const metric = registry.metrics.get(base) ?? registry.metrics.get(`${base}_total`);
    if (metric !== undefined && createdTypes.has(metric.type))
      return { found: "companion", metric };
  }
  if (!hasType || type === "gauge") return resolvePart(registry, name, hasType);
  return { found: "nothing" };
}

/** Of what has no type, a part of any metric; of what is gauges in a text format, a part of one that such formats cannot type. */
function resolvePart(registry: CompiledRegistry, name: string, hasType: boolean): Resolution {
  for (const [suffix, part, types] of partSuffixes) {
    if (!name.endsWith(suffix)) continue;
    const metric = registry.metrics.get(name.slice(0, -suffix.length));
    if (metric === undefined || !types.includes(metric.type)) continue;
    if (!hasType || textTypes[metric.type]?.includes("gauge") === true) {
      return { found: "metric", metric, part };
    }
  }
  return { found: "nothing" };
}

/** The declared metric that an undeclared name most likely is: its old name, or one misspelt. */
export function nearestMetric(registry: CompiledRegistry, name: string): Metric | undefined {
  for (const metric of registry.metrics.values()) {
    if (metric.renamedFrom.includes(name)) return metric;
  }
  const close = nearest(name, registry.metrics.keys());
  return close === undefined ? undefined : registry.metrics.get(close);
}

/** How the text formats write the types they do not have. */
const textTypes: Partial<Record<MetricType, readonly FamilyType[]>> = {
  info: ["gauge"],
  stateset: ["gauge"],
  gaugehistogram: ["histogram", "gauge"],
};

/** Whether a family's type is what the registry declares, as far as the format can say it. */
export function typeAgrees(declared: MetricType, found: FamilyType, openMetrics: boolean): boolean {
  if (declared === found) return true;
  return !openMetrics && (textTypes[declared]?.includes(found) ?? false);
}
