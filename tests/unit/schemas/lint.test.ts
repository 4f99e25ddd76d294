import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { RuleId } from "../../../src/diagnostics/index.js";
import { loadRegistry } from "../../../src/load/index.js";
import { lintRegistry } from "../../../src/registry/index.js";

/** A registry of somebody else's metrics takes their names as they are. What is wrong with those, and with nothing else, is listed here. */
const givenNames: Record<string, Partial<Record<RuleId, readonly string[] | "every metric">>> = {
  "baseten.yaml": {},
  "go.yaml": {
    // The one is a gauge, the other a counter, and OpenMetrics takes _total off the name of the counter.
    "naming/family-clash": ["go_memstats_alloc_bytes"],
  },
  "nodejs.yaml": {
    "naming/counter-total": [
      "nodejs_active_resources_total",
      "nodejs_active_handles_total",
      "nodejs_active_requests_total",
    ],
    "naming/type-in-name": [
      "nodejs_eventloop_utilization_summary",
      "nodejs_eventloop_utilization_histogram",
    ],
  },
  "python.yaml": {},
  "vllm.yaml": {
    "naming/colon": "every metric",
    "naming/counter-total": ["vllm:iteration_tokens_total"],
    "naming/unit-abbreviation": [
      "vllm:avg_prompt_throughput_toks_per_s",
      "vllm:avg_generation_throughput_toks_per_s",
    ],
  },
  "dcgm-exporter.yaml": {
    "naming/camel-case": ["modelName"],
    "naming/counter-total": [
      "DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION",
      "DCGM_FI_DEV_PCIE_REPLAY_COUNTER",
      "DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL",
      "DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS",
      "DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS",
    ],
    "naming/type-in-name": ["DCGM_FI_DEV_PCIE_REPLAY_COUNTER"],
  },
};

describe("the registries that ship", () => {
  it("are those whose names are judged below", () => {
    const files = readdirSync("schemas").filter((name) => name.endsWith(".yaml"));
    expect(files.sort()).toEqual(Object.keys(givenNames).sort());
  });

  it.each(Object.entries(givenNames))(
    "%s has no finding but those of names it was given",
    async (file, names) => {
      const registry = await loadRegistry(`schemas/${file}`);
      const found = new Map<string, string[]>();
      for (const { rule, metric, label } of lintRegistry(registry)) {
        found.set(rule, [...(found.get(rule) ?? []), metric ?? label ?? ""]);
      }
      const every = [...registry.metrics.keys()];
      const expected = Object.entries(names).map(([rule, list]) => [
        rule,
        list === "every metric" ? every : list,
      ]);
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
    },
  );

  it.each(Object.keys(givenNames))("%s describes each metric and label by itself", async (file) => {
    const registry = await loadRegistry(`schemas/${file}`);
    const texts = [...registry.metrics.values()].map(({ description }) => description);
    for (const text of texts) expect(text).toMatch(/^[A-Z0-9].*\.$/);
    expect(registry.name).toBe(file.replace(/\.yaml$/, ""));
  });
});
