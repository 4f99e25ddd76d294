// What metrics say of each other: former names, successors, and sample names that would collide.
import { type Collector, nameOf } from "./collector.js";
import type { Metric, MetricType } from "./registry.js";

/**
 * Complains of renames that lead nowhere, in a circle, or back to a metric that is still declared. `metricNames` are those
 * of the document, metrics too broken to compile included.
 */
export function checkRenames(
  metrics: ReadonlyMap<string, Metric>,
  metricNames: ReadonlySet<string>,
  collector: Collector,
): void {
  const claims = new Map<string, string>();
  for (const metric of metrics.values()) {
    checkSuccessor(metric, metrics, metricNames, collector);
    metric.renamedFrom.forEach((former, index) => {
      const wrong = wrongWithFormer(former, metric, metrics, claims);
      if (!claims.has(former)) claims.set(former, metric.name);
      if (wrong === undefined) return;
      // A single name is not in a list, and then the position of its field is found instead.
      collector.complain({
        rule: wrong.startsWith("twice") ? "registry/duplicate-value" : "registry/rename",
        message: `expected a former name in renamedFrom of metric ${nameOf(metric.name)}, found ${nameOf(former)}, ${wrong}`,
        path: ["metrics", metric.name, "renamedFrom", index],
        part: "value",
        metric: metric.name,
        value: former,
      });
    });
  }
}

function wrongWithFormer(
  former: string,
  metric: Metric,
  metrics: ReadonlyMap<string, Metric>,
  claims: ReadonlyMap<string, string>,
): string | undefined {
  if (former === metric.name) return "which is its present one";
  const claim = claims.get(former);
  if (claim === metric.name) return "twice";
  if (claim !== undefined) return `which metric ${nameOf(claim)} was called as well`;
  const declared = metrics.get(former);
  if (declared === undefined || declared.deprecated?.renamedTo === metric.name) return undefined;
  return "which is still declared and not deprecated in favour of it";
}

function checkSuccessor(
  metric: Metric,
  metrics: ReadonlyMap<string, Metric>,
  metricNames: ReadonlySet<string>,
  collector: Collector,
): void {
  const successor = metric.deprecated?.renamedTo;
  if (successor === undefined) return;
  const complain = (what: string, more: { readonly hint?: string } = {}) =>
    collector.complain({
      rule: "registry/rename",
      message: `expected a successor in renamedTo of metric ${nameOf(metric.name)}, found ${nameOf(successor)}, ${what}`,
      path: ["metrics", metric.name, "deprecated", "renamedTo"],
      part: "value",
      metric: metric.name,
      value: successor,
      ...more,
    });
  if (!metricNames.has(successor)) {
    complain("which is not declared", collector.suggest(successor, metricNames));
  } else if (leadsBack(metric, metrics)) {
    complain("which leads back to it");
  }
}

/** Whether the chain of successors comes back to the metric. Long chains are followed a little way only. */
function leadsBack(metric: Metric, metrics: ReadonlyMap<string, Metric>): boolean {
  let next = metric.deprecated?.renamedTo;
  for (let steps = 0; steps < 32 && next !== undefined; steps++) {
    if (next === metric.name) return true;
    next = metrics.get(next)?.deprecated?.renamedTo;
  }
  return false;
}

/** Suffixes of the sample names of a type, in the text formats. */
const suffixes: Readonly<Record<MetricType, readonly string[]>> = {
  counter: [],
  gauge: [],
  histogram: ["_bucket", "_count", "_sum"],
  summary: ["_count", "_sum"],
  info: [],
  stateset: [],
  gaugehistogram: ["_bucket", "_gcount", "_gsum"],
  unknown: [],
};

/** The names of the metric's samples in the text formats, other than its own. */
export function sampleNamesOf({ name, type }: Pick<Metric, "name" | "type">): readonly string[] {
  return suffixes[type].map((suffix) => `${name}${suffix}`);
}

/** Complains of metrics that carry the name of another's samples. */
export function checkNameClashes(metrics: ReadonlyMap<string, Metric>, collector: Collector): void {
  for (const family of metrics.values()) {
    for (const name of sampleNamesOf(family)) {
      const other = metrics.get(name);
      if (other === undefined) continue;
      collector.complain({
        rule: "registry/name-clash",
        message: `expected no metric ${nameOf(other.name)} beside ${family.type} ${nameOf(family.name)}, which writes samples of that name`,
        path: ["metrics", other.name],
        part: "key",
        metric: other.name,
        ...(family.position !== undefined && { other: family.position }),
      });
    }
  }
}
