// What a metric is called in each format: two metrics that share a name in one of them cannot stand in one exposition.

import { resolveFamily } from "../check/index.js";
import { suffixesOf } from "../exposition/index.js";
import {
  type CompiledRegistry,
  familyNameOf,
  type Metric,
  type MetricType,
} from "../registry/index.js";

type NameAndType = Pick<Metric, "name" | "type">;

/** Every name of the metric's family and samples, in any format. */
export function wireNamesOf(metric: NameAndType): string[] {
  const family = familyNameOf(metric);
  return [family, ...suffixesOf(metric.type, true).map((suffix) => family + suffix)];
}

/** Whether a check finds the metric, and no other one of the registry, under the names that it is written with. */
export function isFoundByName(registry: CompiledRegistry, metric: Metric): boolean {
  return writtenFamilies(metric).every(([name, type], at) => {
    const resolution = resolveFamily(registry, { name, type, hasType: true }, at === 0);
    return resolution.found === "metric" && resolution.metric === metric;
  });
}

/** The families that the metric is written as: the first in OpenMetrics, the others in the text formats. */
function writtenFamilies(metric: Metric): [name: string, type: MetricType][] {
  const family = familyNameOf(metric);
  const { type } = metric;
  const inText: [string, MetricType][] =
    type === "counter"
      ? [[`${family}_total`, type]]
      : type === "info"
        ? [[`${family}_info`, "gauge"]]
        : type === "stateset"
          ? [[family, "gauge"]]
          : type === "gaugehistogram"
            ? suffixesOf(type, true).map((suffix) => [family + suffix, "gauge"])
            : [];
  return [[family, type], ...inText];
}
