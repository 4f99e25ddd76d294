import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generateMock, mockExposition } from "../../../src/generate/index.js";
import {
  checkExposition,
  createChecker,
  type Format,
  formats,
  parseExposition,
  samplesOf,
  serializeExposition,
} from "../../../src/index.js";
import { loadRegistry } from "../../../src/load/index.js";
import type { CompiledRegistry } from "../../../src/registry/index.js";
import { registries } from "../../../src/testing/index.js";
import { compiled, hostileRegistries } from "./hostile.js";

/** What a check has against an exposition. What it says of names is for the registry to mend. */
function against(registry: CompiledRegistry, text: string, format: Format): string[] {
  return checkExposition(text, { registry, format })
    .findings.filter(({ severity }) => severity === "error")
    .map(({ rule, message }) => `${rule}: ${message}`);
}

/** A metric that has to have more series than it may have: the format writes several for one, or its values must all be there. */
function isContradictory({ metrics }: CompiledRegistry): boolean {
  return [...metrics.values()].some(
    ({ maxSeries, type }) =>
      maxSeries !== undefined &&
      (type === "stateset" || type === "gaugehistogram" || maxSeries < 2),
  );
}

/** Whether every metric can be mocked. Some share a name in the format, or have texts that cannot be written. */
function isWhole(registry: CompiledRegistry, format: Format = "openmetrics-1.0"): boolean {
  const descriptions = [...registry.metrics.values()].map(({ description }) => description);
  const isWritten = !/\p{Surrogate}/u.test(descriptions.join(" "));
  return (
    isWritten && mockExposition(registry, { format }).families.length === registry.metrics.size
  );
}

describe("mockExposition", () => {
  it("passes the check of its registry, in every format", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.tuple(registries(), fc.constantFrom(...formats)),
          // Text 0.0.4 spells names otherwise that need quotes.
          fc.tuple(
            hostileRegistries,
            fc.constantFrom<Format>("prometheus-text-1.0.0", "openmetrics-1.0"),
          ),
        ),
        fc.nat(100_000),
        ([registry, format], seconds) => {
          fc.pre(!isContradictory(registry) && isWhole(registry, format));
          const text = serializeExposition(mockExposition(registry, { seconds, format }), {
            format,
          });
          expect(against(registry, text, format)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("passes from scrape to scrape: what rises never falls", () => {
    fc.assert(
      fc.property(
        registries(),
        fc.array(fc.nat(1000), { minLength: 2, maxLength: 4 }),
        (registry, steps) => {
          fc.pre(!isContradictory(registry) && isWhole(registry));
          const checker = createChecker({ registry, format: "openmetrics-1.0" });
          let seconds = 0;
          for (const step of steps) {
            seconds += step;
            const text = serializeExposition(mockExposition(registry, { seconds }), {
              format: "openmetrics-1.0",
            });
            const { findings } = checker.check(text);
            expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("moves: after a minute every counter of Baseten is higher, and gauges are elsewhere", async () => {
    const registry = await loadRegistry("schemas/baseten.yaml");
    const samplesAt = (seconds: number) => [...samplesOf(mockExposition(registry, { seconds }))];
    const before = samplesAt(0);
    const after = samplesAt(60);
    const isCounter = (name: string) => /_total$|_count$|_sum$/.test(name);
    const stuck = before.filter(
      ({ name, value }, at) => isCounter(name) && !(after[at]!.value > value),
    );
    expect(stuck).toEqual([]);
    const gauges = before.filter(({ name }) => !/_total$|_count$|_sum$|_bucket$/.test(name));
    const moved = before.filter(
      ({ name, value }, at) =>
        gauges.some((gauge) => gauge.name === name) && after[at]!.value !== value,
    );
    expect(moved.length).toBeGreaterThan(gauges.length / 2);
  });

  it("is the same for the same seed, and another for another", async () => {
    const registry = await loadRegistry("schemas/baseten.yaml");
    expect(mockExposition(registry, { seed: "a" })).toEqual(
      mockExposition(registry, { seed: "a" }),
    );
    expect(mockExposition(registry, { seed: "a" })).not.toEqual(
      mockExposition(registry, { seed: "b" }),
    );
  });

  const familyOf = (fields: object, labels: object[] = []) =>
    mockExposition(
      compiled({ registry: "shop", metrics: { m: { ...fields, labels } } }),
    ).families.at(0);

  it("has every value that must be there, and knows what labels are called", () => {
    const family = familyOf({ type: "gauge" }, [
      { name: "state", enum: { a: { presence: "always" }, b: "B", c: { presence: "always" } } },
      { name: "method" },
      { name: "worker_id" },
      { name: "zone", pattern: "[a-c]-[0-9]{2}", optional: true },
    ]);
    const rows = family?.series.map(({ labels }) => ({ ...labels }));
    expect(rows?.map(({ state, method, worker_id }) => [state, method, worker_id])).toEqual([
      ["a", "GET", "worker-1"],
      ["c", "POST", "worker-2"],
      ["b", "PUT", "worker-3"],
    ]);
    expect(rows?.map(({ zone = "" }) => /^([a-c]-[0-9]{2})?$/.test(zone))).toEqual([
      true,
      true,
      true,
    ]);
    expect(rows?.map((row) => "zone" in row)).toEqual([true, true, false]);
  });

  it.each([
    ["maxSeries", { maxSeries: 2 }, [{ name: "l" }], 2],
    ["maxValues", {}, [{ name: "l", maxValues: 1 }], 1],
    ["no labels", {}, [], 1],
  ])("keeps to %s", (_, fields, labels, count) => {
    expect(familyOf({ type: "gauge", ...fields }, labels)?.series).toHaveLength(count);
  });

  it("calls a counter in the text formats what it is declared as, and in OpenMetrics what that wants", () => {
    const registry = compiled({
      registry: "shop",
      metrics: {
        ENERGY: { type: "counter" },
        held_bytes: { type: "gauge" },
        held_bytes_total: { type: "counter" },
        build: { type: "info" },
      },
    });
    const names = (format: Format) => {
      const text = serializeExposition(mockExposition(registry, { format }), { format });
      return [...samplesOf(parseExposition(text))].map(({ name }) => name);
    };
    const text = ["ENERGY", "held_bytes", "held_bytes_total", "build_info"];
    expect([names("prometheus-text-0.0.4"), names("prometheus-text-1.0.0")]).toEqual([text, text]);
    // Of two metrics with one name, the first has it.
    expect(names("openmetrics-1.0")).toEqual(["ENERGY_total", "held_bytes", "build_info"]);
  });

  it("puts moments where moments are, and leaves them there", () => {
    const startedAt = (seconds: number) =>
      mockExposition(
        compiled({ registry: "shop", metrics: { process_start_time_seconds: { type: "gauge" } } }),
        { seconds },
      ).families[0]?.series[0]?.value;
    expect(startedAt(0)).toBeGreaterThan(Date.UTC(2025, 11, 31) / 1000);
    expect(startedAt(0)).toBeLessThanOrEqual(Date.UTC(2026, 0) / 1000);
    expect(startedAt(900)).toBe(startedAt(0));
  });

  it("leaves a metric out whose label cannot be made up, and an optional label", () => {
    const odd = { name: "l", pattern: "\\pL+" };
    expect(familyOf({ type: "gauge" }, [odd])).toBeUndefined();
    expect(familyOf({ type: "gauge" }, [{ ...odd, examples: ["é"] }])?.series[0]?.labels["l"]).toBe(
      "é",
    );
    expect(familyOf({ type: "gauge" }, [{ ...odd, optional: true }])?.series).toHaveLength(1);
  });
});

const schemas = readdirSync("schemas").filter((name) => name.endsWith(".yaml"));

describe("generateMock", () => {
  it.each(schemas)("has every metric of schemas/%s, and passes its check", async (name) => {
    const registry = await loadRegistry(`schemas/${name}`);
    const text = generateMock(registry)[0]!.content;
    const report = checkExposition(text, { registry });
    expect(report.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(report.coverage?.seen).toHaveLength(registry.metrics.size);
  });

  it("gives a payload that says where it is from, and what it leaves out", () => {
    const registry = compiled({
      registry: "shop",
      metrics: {
        hits_total: { type: "counter", description: "Hits.", value: { integer: true } },
        odd: { type: "gauge", labels: [{ name: "l", pattern: "\\pL+" }] },
      },
    });
    const [file] = generateMock(registry, { source: "shop.yaml" });
    expect(file!.path).toBe("shop.prom");
    expect(
      file!.content.replace(/\d+\n$/, "N\n"),
    ).toBe(`# Generated from shop.yaml by \`promschema generate mock\`: edit that file, not this one.
# "odd" is left out: give its labels examples, since their patterns are RE2's own.
# HELP hits_total Hits.
# TYPE hits_total counter
hits_total N
`);
  });

  it("gives text that can be read again", () => {
    fc.assert(
      fc.property(hostileRegistries, (registry) => {
        const { families } = parseExposition(generateMock(registry)[0]!.content);
        const mocked = mockExposition(registry, { format: "prometheus-text-1.0.0" }).families;
        expect(families.length).toBeGreaterThanOrEqual(mocked.length);
      }),
      { numRuns: 60 },
    );
  });
});
