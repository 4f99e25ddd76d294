// Levels for some metrics alone: the same in all three doors of a check, and in a lint.
import { describe, expect, it } from "vitest";
import {
  type CheckOptions,
  checkExposition,
  checkExpositionStream,
  createChecker,
} from "../../../src/check/index.js";
import type { MetricLevels } from "../../../src/diagnostics/index.js";
import { lintRegistry } from "../../../src/registry/index.js";
import { registryOf } from "./registry-fixture.js";

const registry = registryOf({
  metrics: {
    shop_hits_total: { type: "counter", labels: [{ name: "page", enum: ["a", "b"] }] },
    shop_cart: { type: "gauge", description: "Carts.", labels: [{ name: "page", enum: ["a"] }] },
  },
});

const payload = `# TYPE shop_hits_total counter
shop_hits_total{page="x"} 1
shop_hits_total{page="a",zone="1"} 1
# HELP shop_cart Wagons.
# TYPE shop_cart gauge
shop_cart{page="x"} 1
# TYPE go_threads gauge
go_threads 3
# TYPE go_hist histogram
go_hist_count 3
`;

/** The findings through each door, which must be the same: `severity rule metric`. */
async function found(options: CheckOptions): Promise<string[]> {
  const whole = checkExposition(payload, { registry, ...options });
  const stream = await checkExpositionStream(chunks(), { registry, ...options });
  const checker = createChecker({ registry, ...options });
  checker.check(payload);
  expect(stream).toEqual(whole);
  expect(checker.check(payload)).toEqual(whole);
  return whole.findings.map(({ severity, rule, metric }) => `${severity} ${rule} ${metric}`).sort();
}

async function* chunks() {
  for (let at = 0; at < payload.length; at += 7) yield payload.slice(at, at + 7);
}

const all = [
  "error label-value shop_cart",
  "error label-value shop_hits_total",
  "error spec/histogram-inf go_hist",
  "error undeclared-label shop_hits_total",
  "error undeclared-metric go_hist",
  "error undeclared-metric go_threads",
];

describe("levels for some metrics", () => {
  it.each([
    { name: "none", metricLevels: [], want: all },
    {
      name: "a rule off for a glob",
      metricLevels: [{ metrics: "go_*", levels: { "undeclared-metric": "off" } }],
      want: all.filter((line) => !line.includes("undeclared-metric")),
    },
    {
      name: "every rule off for a glob",
      metricLevels: [{ metrics: "go_?*", levels: "off" }],
      want: all.filter((line) => !line.includes("go_")),
    },
    {
      name: "the last that speaks of the rule",
      metricLevels: [
        { metrics: "shop_*", levels: { "label-value": "off" } },
        { metrics: "*_total", levels: { "label-value": "info" } },
        { metrics: "*", levels: { "undeclared-label": "off" } },
      ],
      want: [
        ...all.filter((line) => !/label-value|undeclared-label/.test(line)),
        "info label-value shop_hits_total",
      ].sort(),
    },
    {
      name: "a rule that is off by default, on",
      metricLevels: [{ metrics: "shop_cart", levels: { "metric-description": "warning" } }],
      want: [...all, "warning metric-description shop_cart"].sort(),
    },
  ] satisfies { name: string; metricLevels: MetricLevels[]; want: string[] }[])(
    "$name",
    async ({ metricLevels, want }) => {
      expect(await found({ metricLevels })).toEqual(want);
    },
  );

  it("go before the levels of rules", async () => {
    const options: CheckOptions = {
      levels: { "undeclared-metric": "off", "label-value": "warning" },
      metricLevels: [{ metrics: "go_threads", levels: { "undeclared-metric": "info" } }],
    };
    expect((await found(options)).filter((line) => /label-value|undeclared-m/.test(line))).toEqual([
      "info undeclared-metric go_threads",
      "warning label-value shop_cart",
      "warning label-value shop_hits_total",
    ]);
  });

  it("hold for a lint", () => {
    const about = (metricLevels: MetricLevels[]) =>
      new Set(lintRegistry(registry, { metricLevels }).map(({ metric }) => metric));
    expect([...about([])]).toEqual(expect.arrayContaining([undefined, "shop_hits_total"]));
    expect([...about([{ metrics: "*_total", levels: "off" }])]).toEqual([undefined]);
  });
});
