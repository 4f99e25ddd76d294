import { nearestMetric } from "../check/index.js";
import { quote } from "../diagnostics/index.js";
import type { CompiledRegistry, Metric } from "../registry/index.js";
import { givenAs, type Objection, objection, refuseIf } from "./refusal.js";

/** What is wrong with a name under which the registry declares no metric. */
export function undeclaredMetric(registry: CompiledRegistry, name: unknown): Objection {
  const meant = typeof name === "string" ? nearestMetric(registry, name) : undefined;
  return objection("undeclared-metric", ["name"], {
    message:
      typeof name === "string"
        ? `metric ${quote(name)} is not declared in ${registry.name}`
        : `the name of a metric is ${givenAs(name)}: expected one that ${registry.name} declares`,
    ...(typeof name === "string" && { metric: name }),
    ...(meant !== undefined && { hint: `did you mean ${quote(meant.name)}?` }),
  });
}

/** The metric of that name. Throws a PromschemaError where the registry declares none. */
export function declaredMetric(registry: CompiledRegistry, name: unknown): Metric {
  const metric = typeof name === "string" ? registry.metrics.get(name) : undefined;
  if (metric === undefined) refuseIf([undeclaredMetric(registry, name)]);
  // What is undefined was refused.
  return metric as Metric;
}
