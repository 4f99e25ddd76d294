import { type CompiledRegistry, compileRegistry } from "../../../src/registry/index.js";

/** Compiles a registry document that is meant to be right. */
export function registryOf(document: Record<string, unknown>): CompiledRegistry {
  const result = compileRegistry(
    { registry: "fixture", ...document },
    { source: "fixture.yaml", locate: () => ({ source: "fixture.yaml", line: 7, column: 3 }) },
  );
  if (!result.ok) throw new Error(result.findings.map(({ message }) => message).join("\n"));
  return result.registry;
}

/** Deployment metrics in small: one of each kind of promise a registry can make. */
export const fleet = registryOf({
  labels: {
    model: { description: "Model." },
    phase: {
      enum: { promoting: "being promoted to production", stable: "serving" },
      requires: ["env"],
    },
    env: { requires: ["phase"] },
    code: { pattern: "[1-5][0-9][0-9]" },
    async: { type: "boolean" },
    gpu: { type: "integer" },
  },
  metrics: {
    replicas: {
      type: "gauge",
      description: "Replicas.",
      labels: ["model", "env?", "phase?"],
      value: { min: 0, integer: true },
      presence: "after-event",
    },
    utilization: {
      type: "gauge",
      description: "Utilization.",
      labels: ["model", "gpu"],
      value: { min: 0, max: 100 },
      presence: "after-event",
    },
    requests_total: {
      type: "counter",
      description: "Requests.",
      labels: ["model", "code", "async"],
      presence: "after-event",
    },
    latency_seconds: {
      type: "histogram",
      description: "Latency.",
      unit: "seconds",
      labels: ["model"],
      buckets: [0.1, 1],
      presence: "after-event",
    },
    size_bytes: {
      type: "summary",
      description: "Size.",
      labels: ["model"],
      quantiles: [0.5, 0.9],
      presence: "after-event",
    },
  },
});
