import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, expectTypeOf, it } from "vitest";
import { generateGoldens } from "../../../scripts/generate/goldens.js";
import {
  buildExposition,
  checkExposition,
  type LabelsOf,
  sample,
  serializeExposition,
} from "../../../src/index.js";
import { type BasetenPodReadinessLabels, baseten } from "../../goldens/baseten.js";
import { validateBasetenPodReadiness, validators } from "../../goldens/baseten.validators.js";

const goldens = await generateGoldens();

describe("tests/goldens", () => {
  it("holds a file for each registry and target, and no other", () => {
    const names = readdirSync("tests/goldens").sort();
    expect(names.map((name) => `tests/goldens/${name}`)).toEqual(
      goldens.map(({ path }) => path).sort(),
    );
  });

  it.each(goldens)("$path is what `npm run generate` writes", ({ path, content }) => {
    expect(readFileSync(path, "utf8")).toBe(content);
  });
});

describe("the module of types of baseten", () => {
  it("has the labels that its registry infers", () => {
    expectTypeOf<BasetenPodReadinessLabels>().toExtend<
      LabelsOf<typeof baseten, "baseten_pod_readiness">
    >();
    expectTypeOf<
      LabelsOf<typeof baseten, "baseten_pod_readiness">
    >().toExtend<BasetenPodReadinessLabels>();
  });

  it("makes expositions that pass their check", () => {
    const labels: BasetenPodReadinessLabels = {
      model_id: "m",
      model_name: "n",
      deployment_id: "d",
      condition: "true",
    };
    expect(sample(baseten, "baseten_pod_readiness", labels, 2).value).toBe(2);
    const text = serializeExposition(
      buildExposition(baseten).gauge("baseten_pod_readiness", labels, 2).build(),
    );
    const report = checkExposition(text, { registry: baseten });
    expect(report.findings.filter(({ metric }) => metric === "baseten_pod_readiness")).toEqual([]);
    expect(validateBasetenPodReadiness(labels)).toEqual([]);
  });

  it("has a validator for each metric", () => {
    expect([...validators.keys()]).toEqual([...baseten.metrics.keys()]);
    expect(validateBasetenPodReadiness({ condition: "maybe", environment: "production" })).toEqual([
      { rule: "label-value", label: "condition" },
      { rule: "missing-label", label: "model_id" },
      { rule: "missing-label", label: "model_name" },
      { rule: "missing-label", label: "deployment_id" },
      { rule: "label-requires", label: "environment" },
    ]);
  });
});
