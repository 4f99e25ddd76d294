import { defineRegistry } from "../../../src/registry/index.js";

/** One metric of each type, and one label of each kind. */
export const shop = defineRegistry({
  registry: "shop",
  labels: {
    path: { description: "Route." },
    method: { enum: { GET: "read", POST: "write" } },
    outcome: { enum: ["ok", "failed"], open: true },
    retried: { type: "boolean" },
    attempt: { type: "integer" },
    code: { pattern: "[1-5][0-9]{2}" },
    env: { requires: ["phase"] },
    phase: { enum: ["promoting", "stable"], requires: ["env"] },
    few: { maxValues: 2 },
  },
  metrics: {
    up: { type: "gauge", value: { min: 0, max: 1, integer: true } },
    hits_total: {
      type: "counter",
      description: 'Hits, "all".',
      labels: ["path", "method?", "retried?", "attempt?", "code?"],
    },
    replicas: { type: "gauge", labels: ["env?", "phase?", "few?"], maxSeries: 3 },
    latency_seconds: {
      type: "histogram",
      unit: "seconds",
      description: "Latency.",
      labels: ["outcome?"],
      buckets: [0.1, 1],
      value: { min: 0 },
    },
    drift: { type: "histogram", buckets: [-1, 1] },
    queue: { type: "gaugehistogram", buckets: [1], maxSeries: 4 },
    size_bytes: { type: "summary", unit: "bytes", quantiles: [0.5, 0.9] },
    build_info: { type: "info", labels: ["path"] },
    mode: { type: "stateset", states: ["idle", "busy"], maxSeries: 2 },
    odd: {
      type: "unknown",
      labels: [{ name: "__proto__", optional: true }, { name: "toString?" }],
    },
    hits: { type: "gauge" },
  },
});
