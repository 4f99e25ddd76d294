import { PromschemaError } from "../../../src/diagnostics/index.js";
import {
  type CompiledRegistry,
  compileRegistry,
  type Metric,
} from "../../../src/registry/index.js";

/** A registry of a document that no type holds. */
export function registryOf(document: object): CompiledRegistry {
  const compilation = compileRegistry({ registry: "jobs", ...document });
  if (!compilation.ok) throw new PromschemaError(compilation.findings);
  return compilation.registry;
}

/** The only metric of a registry. */
export function onlyMetric(registry: CompiledRegistry): Metric {
  const [metric] = registry.metrics.values();
  if (metric === undefined) throw new Error("expected a metric");
  return metric;
}

/** Rules and messages of what a call refuses. */
export function refusalOf(call: () => unknown): string {
  try {
    return `nothing: ${JSON.stringify(call())}`;
  } catch (error) {
    if (!(error instanceof PromschemaError)) throw error;
    return error.findings.map(({ rule, message }) => `${rule}: ${message}`).join("\n");
  }
}
