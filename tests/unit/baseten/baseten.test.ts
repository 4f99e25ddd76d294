import { readFile } from "node:fs/promises";
import { describe, expect, expectTypeOf, it } from "vitest";
import { generateBaseten } from "../../../scripts/generate/baseten.js";
import { baseten } from "../../../src/baseten.js";
import { loadRegistry } from "../../../src/load/index.js";
import type { LabelsOf } from "../../../src/registry/index.js";
import { reference } from "./reference.js";

const registry = await loadRegistry("schemas/baseten.yaml");

/** The registry without places in files, which a literal does not have. */
function withoutPlaces(value: unknown): unknown {
  const text = JSON.stringify(value, (key, part: unknown) => {
    if (key === "position" || key === "source") return undefined;
    return part instanceof Map ? Array.from(part) : part;
  });
  return JSON.parse(text);
}

describe("schemas/baseten.yaml", () => {
  it("declares the metrics of the reference and no other", () => {
    const names = reference.map(({ name }) => name).sort();
    expect(Array.from(registry.metrics.keys()).sort()).toEqual(names);
    expect(names).toHaveLength(17);
  });

  it.each(reference)("declares $name as the reference does", (metric) => {
    const declared = registry.metrics.get(metric.name);
    const labels = declared?.labels ?? [];
    expect({
      type: declared?.type,
      unit: declared?.unit,
      required: labels.filter(({ required }) => required).map(({ name }) => name),
      optional: labels.filter(({ required }) => !required).map(({ name }) => name),
      value: declared?.value,
      presence: declared?.presence.policy,
      stability: declared?.stability,
    }).toEqual({
      type: metric.type,
      unit: metric.unit,
      required: ["model_id", "model_name", "deployment_id", ...metric.labels],
      optional: ["environment", "rollout_phase"],
      value: {
        ...(metric.min === undefined ? {} : { min: metric.min }),
        ...(metric.max === undefined ? {} : { max: metric.max }),
        integer: metric.integer ?? false,
      },
      presence: metric.conditional === true ? "conditional" : "always",
      stability: "stable",
    });
  });

  it("has one definition for each of the ten labels, and every metric uses that one", () => {
    expect(Array.from(registry.labels.keys()).sort()).toEqual([
      "condition",
      "deployment_id",
      "environment",
      "gpu",
      "is_async",
      "model_id",
      "model_name",
      "replica",
      "rollout_phase",
      "status_code",
    ]);
    for (const metric of registry.metrics.values()) {
      for (const { name, definition } of metric.labels) {
        expect(definition).toBe(registry.labels.get(name));
      }
    }
  });

  it.each([
    ["rollout_phase", ["promoting", "stable"]],
    ["condition", ["true", "false", "unknown"]],
  ])("allows %s the values of the reference, each with its meaning", (name, values) => {
    const definition = registry.labels.get(name);
    expect(definition?.enum?.map(({ value }) => value)).toEqual(values);
    expect(definition?.open).toBe(false);
    for (const { meaning } of definition?.enum ?? []) expect(meaning).toMatch(/^[a-z].*[a-z]$/);
  });

  it("says what the other labels may hold", () => {
    const { labels } = registry;
    expect(labels.get("is_async")?.type).toBe("boolean");
    expect(labels.get("status_code")?.pattern).toBe("[1-5][0-9][0-9]");
    expect(labels.get("environment")?.requires).toEqual(["rollout_phase"]);
    expect(labels.get("rollout_phase")?.requires).toEqual(["environment"]);
    const free = ["model_id", "model_name", "deployment_id", "replica", "gpu", "environment"];
    for (const name of free) {
      const definition = labels.get(name);
      expect([definition?.type, definition?.enum, definition?.pattern]).toEqual([
        "string",
        undefined,
        undefined,
      ]);
    }
  });

  it("describes everything in a sentence", () => {
    const described = [...registry.metrics.values(), ...registry.labels.values()];
    for (const { description } of described) expect(description).toMatch(/^[A-Z].*\w\.$/);
  });

  it("tells editors of its schema in the first line", async () => {
    const text = await readFile("schemas/baseten.yaml", "utf8");
    expect(text.split("\n", 1)).toEqual(["# yaml-language-server: $schema=./registry.schema.json"]);
  });
});

describe("promschema/baseten", () => {
  it("is the registry of the file", () => {
    expect(withoutPlaces(baseten)).toEqual(withoutPlaces(registry));
  });

  it("knows the labels of each metric, and their values", () => {
    type Readiness = LabelsOf<typeof baseten, "baseten_pod_readiness">;
    expectTypeOf<Readiness["condition"]>().toEqualTypeOf<"true" | "false" | "unknown">();
    type Requests = LabelsOf<typeof baseten, "baseten_inference_requests_total">;
    expectTypeOf<Requests["is_async"]>().toEqualTypeOf<boolean | "true" | "false">();
    const outside: Readiness = {
      model_id: "a",
      model_name: "b",
      deployment_id: "c",
      condition: "true",
    };
    // @ts-expect-error environment and rollout_phase go together.
    const half: Readiness = { ...outside, environment: "production" };
    // @ts-expect-error promting is none of the values.
    const wrong: Readiness = { ...outside, environment: "production", rollout_phase: "promting" };
    expect([outside, half, wrong]).toHaveLength(3);
  });

  it("is what `npm run generate` makes of it", async () => {
    const [file, ...more] = await generateBaseten();
    expect(more).toEqual([]);
    expect(file?.path).toBe("src/baseten.ts");
    expect(file?.content).toBe(await readFile("src/baseten.ts", "utf8"));
  });
});
