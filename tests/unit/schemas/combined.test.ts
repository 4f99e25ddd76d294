// A payload of a program that shows the metrics of two registries that ship.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkExposition } from "../../../src/check/index.js";
import { PromschemaError } from "../../../src/diagnostics/index.js";
import { loadRegistry } from "../../../src/load/index.js";
import { combineRegistries } from "../../../src/registry/index.js";

const load = (name: string) => loadRegistry(`schemas/${name}.yaml`);
const golden = (name: string) => readFileSync(`tests/goldens/${name}.prom`, "utf8");

const [baseten, nodejs, python] = await Promise.all(["baseten", "nodejs", "python"].map(load));
if (baseten === undefined || nodejs === undefined || python === undefined) throw new Error("none");

describe("two registries that ship, combined", () => {
  const registry = combineRegistries([baseten, nodejs]);
  const payload = golden("baseten") + golden("nodejs");

  it("declare all that both payloads hold", () => {
    const { findings, coverage } = checkExposition(payload, { registry });
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(coverage.declared).toBe(baseten.metrics.size + nodejs.metrics.size);
    expect(coverage.undeclared).toEqual([]);
    expect(checkExposition(payload, { registry: nodejs }).coverage.undeclared).toHaveLength(
      baseten.metrics.size,
    );
  });

  it("find a breach of either where it is declared", () => {
    const wrong = payload
      .replace(/rollout_phase="[^"]*"/, 'rollout_phase="promting"')
      .replace(
        "# TYPE nodejs_eventloop_lag_seconds gauge",
        "# TYPE nodejs_eventloop_lag_seconds counter",
      );
    const errors = checkExposition(wrong, { registry }).findings.filter(
      ({ severity }) => severity === "error",
    );
    expect(errors.map(({ rule, declared }) => [rule, declared?.source])).toEqual([
      ["label-value", "schemas/baseten.yaml"],
      ["metric-type", "schemas/nodejs.yaml"],
    ]);
  });
});

describe("registries of two client libraries", () => {
  it("clash in what every process has", () => {
    let error: unknown;
    try {
      combineRegistries([nodejs, python]);
    } catch (thrown) {
      error = thrown;
    }
    if (!(error instanceof PromschemaError)) return expect.fail("they do not clash");
    expect(new Set(error.findings.map(({ rule }) => rule))).toEqual(
      new Set(["registry/name-clash"]),
    );
    expect(error.findings.map(({ metric }) => metric)).toEqual(
      [...python.metrics.keys()].filter((name) => name.startsWith("process_")),
    );
  });
});
