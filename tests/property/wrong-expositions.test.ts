import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkExposition } from "../../src/check/index.js";
import { PromschemaError } from "../../src/diagnostics/index.js";
import { loadRegistry } from "../../src/load/index.js";
import { compileRegistry, defineRegistry } from "../../src/registry/index.js";
import { registries, wrongExpositions } from "../../src/testing/index.js";

// One seed for all, so that a failure is the same on every machine; FAST_CHECK_SEED tries another.
fc.configureGlobal({ seed: Number(process.env["FAST_CHECK_SEED"] ?? 20_251_124) });

/** A registry in which every rule can be broken. */
const everything = defineRegistry({
  registry: "everything",
  labels: {
    method: { description: "Method.", enum: ["GET", "POST"] },
    code: { description: "Status.", pattern: "[1-5][0-9]{2}" },
    attempt: { description: "Attempt.", type: "integer" },
    cached: { description: "Whether it was cached.", type: "boolean" },
    ready: {
      description: "Readiness.",
      enum: { yes: { presence: "always" }, no: { presence: "always" } },
    },
    environment: { description: "Environment.", requires: ["phase"] },
    phase: { description: "Phase.", requires: ["environment"] },
    path: { description: "Path.", maxValues: 3 },
  },
  metrics: {
    hits_total: {
      type: "counter",
      description: "Hits.",
      labels: ["method", "code", "attempt", "cached", "path"],
      value: { min: 0, integer: true },
      maxSeries: 4,
    },
    load: {
      type: "gauge",
      description: "Load.",
      labels: ["ready", "environment?", "phase?"],
      value: { min: 0, max: 1 },
    },
    wait_seconds: { type: "histogram", description: "Wait.", buckets: [0.1, 1] },
    size_bytes: { type: "summary", description: "Size.", quantiles: [0.5, 0.99] },
    build_info: { type: "info", description: "Build.", labels: ["code"] },
    mode: { type: "stateset", description: "Mode.", states: ["on", "off"] },
  },
});

const breakable = [
  "absent-metric",
  "absent-value",
  "bucket-bounds",
  "final-newline",
  "label-pattern",
  "label-requires",
  "label-type",
  "label-value",
  "max-series",
  "max-values",
  "metric-type",
  "missing-label",
  "spec/counter-value",
  "spec/duplicate-series",
  "spec/histogram-count",
  "spec/histogram-cumulative",
  "spec/histogram-inf",
  "spec/repeated-metadata",
  "summary-quantiles",
  "syntax",
  "undeclared-label",
  "undeclared-metric",
  "value-bounds",
  "value-integer",
] as const;

describe("an exposition that is wrong on purpose", () => {
  it.each([false, true])(
    "breaks the rule it names, of any registry (names beyond ASCII: %s)",
    (utf8) => {
      const cases = registries({ utf8 }).chain((registry) =>
        wrongExpositions(registry).map((wrong) => ({ registry, wrong })),
      );
      fc.assert(
        fc.property(cases, ({ registry, wrong: { rule, text } }) => {
          const { findings } = checkExposition(text, { registry });
          expect(findings.map((finding) => finding.rule)).toContain(rule);
        }),
        { numRuns: 250 },
      );
    },
    120_000,
  );

  it("breaks every rule that a registry has to offer", () => {
    const seen = new Set<string>();
    for (const { rule } of fc.sample(wrongExpositions(everything), 300)) seen.add(rule);
    expect([...seen].sort()).toEqual(breakable);
  });

  it.each(breakable)("breaks %s where it is asked to, by the metric it names", (rule) => {
    fc.assert(
      fc.property(wrongExpositions(everything, { rules: [rule] }), (wrong) => {
        expect(wrong.rule).toBe(rule);
        const { findings } = checkExposition(wrong.text, { registry: everything });
        const finding = findings.find(
          (one) => one.rule === rule && (one.metric ?? wrong.metric) === wrong.metric,
        );
        expect(finding, wrong.text).toBeDefined();
      }),
      { numRuns: 10 },
    );
  });

  it("is drawn of every registry that ships", async () => {
    for (const name of ["baseten", "nodejs", "go", "python", "vllm", "dcgm-exporter"]) {
      const registry = await loadRegistry(`schemas/${name}.yaml`);
      for (const { rule, text } of fc.sample(wrongExpositions(registry), 5)) {
        const { findings } = checkExposition(text, { registry });
        expect(findings.map((finding) => finding.rule)).toContain(rule);
      }
    }
  }, 60_000);

  it("cannot break what no metric of the registry can", () => {
    const compiled = compileRegistry({
      registry: "plain",
      metrics: { load: { type: "gauge", description: "Load." } },
    });
    if (!compiled.ok) throw new Error("a registry that compiles");
    const draw = () => wrongExpositions(compiled.registry, { rules: ["label-value"] });
    expect(draw).toThrow(PromschemaError);
    expect(draw).toThrow("no metric of plain can break any of the rules");
  });
});
