import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, expectTypeOf, it } from "vitest";
import { generateGoldens } from "../../../scripts/generate/goldens.js";
import { mockExposition } from "../../../src/generate/index.js";
import {
  buildExposition,
  checkExposition,
  type LabelsOf,
  sample,
  serializeExposition,
} from "../../../src/index.js";
import type { CompiledRegistry } from "../../../src/registry/index.js";
import { type BasetenPodReadinessLabels, baseten } from "../../goldens/baseten.js";
import { validateBasetenPodReadiness, validators } from "../../goldens/baseten.validators.js";
import { isValid } from "./json-schema-judge.js";

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

const schemas = readdirSync("schemas").filter((name) => name.endsWith(".yaml"));

/** What the generated modules of a registry export that is of use here. */
interface Modules {
  readonly registry: CompiledRegistry;
  readonly validators: ReadonlyMap<string, (labels: unknown) => readonly unknown[]>;
}

async function modulesOf(name: string): Promise<Modules> {
  const types: Record<string, unknown> = await import(`../../goldens/${name}.ts`);
  const { validators } = await import(`../../goldens/${name}.validators.ts`);
  const registry = Object.values(types).find(
    // A module of types exports the registry as its one value.
    (value): value is CompiledRegistry => typeof value === "object" && value !== null,
  );
  return { registry: registry!, validators };
}

describe("the generated code of every registry", () => {
  it.each(schemas)("of schemas/%s judges the mock of it as right", async (file) => {
    const name = file.replace(/\.yaml$/, "");
    const { registry, validators } = await modulesOf(name);
    const text = readFileSync(`tests/goldens/${name}.prom`, "utf8");
    const { findings } = checkExposition(text, { registry });
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect([...validators.keys()]).toEqual([...registry.metrics.keys()]);
    const schema: Record<string, unknown> = JSON.parse(
      readFileSync(`tests/goldens/${name}.schema.json`, "utf8"),
    );
    const { families } = mockExposition(registry, { format: "prometheus-text-1.0.0" });
    expect(families).toHaveLength(registry.metrics.size);
    for (const [at, metric] of [...registry.metrics.keys()].entries()) {
      for (const { labels } of families[at]!.series) {
        const wrong = { ...labels, surely_not_declared: "x" };
        const of = (given: object) => [
          validators.get(metric)!(given).length === 0,
          isValid({ name: metric, labels: given }, schema, schema),
        ];
        expect([metric, of(labels), of(wrong)]).toEqual([metric, [true, true], [false, false]]);
      }
    }
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
