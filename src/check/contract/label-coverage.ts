// What an exposition has of each declared metric, label and value. For those who ask: counting every value costs a look at each.

import type { CompiledRegistry, Label } from "../../registry/index.js";
import type { LabelCoverage, MetricCoverage } from "../report.js";
import type { MetricContract } from "./metric-contract.js";

/** Every declared metric, with what the contracts of those that were seen have counted. */
export function metricCoverage(
  registry: CompiledRegistry,
  seen: ReadonlyMap<string, MetricContract>,
): readonly MetricCoverage[] {
  return [...registry.metrics.values()].map(({ name, labels }) => {
    const contract = seen.get(name);
    return {
      name,
      series: contract?.series ?? 0,
      labels: labels.map((label, at) => labelCoverage(label, contract?.rules[at]?.values)),
    };
  });
}

function labelCoverage(
  { name, required, definition }: Label,
  values: ReadonlySet<string> = new Set(),
): LabelCoverage {
  const declared = definition.enum?.map(({ value }) => value);
  return {
    name,
    required,
    values: values.size,
    ...(declared === undefined
      ? {}
      : {
          seen: declared.filter((value) => values.has(value)),
          absent: declared.filter((value) => !values.has(value)),
        }),
  };
}
