import fc from "fast-check";
import * as re2js from "re2js";
import { describe, expect, it } from "vitest";
import { readLabels } from "../../../src/construct/given-labels.js";
import { labelSchema } from "../../../src/construct/index.js";
import { generateValidators } from "../../../src/generate/index.js";
import type { CompiledRegistry } from "../../../src/registry/index.js";
import { anyLabels, registries } from "../../../src/testing/index.js";
import { compileErrors, run } from "./compiler.js";
import { compiled, hostileRegistries, hostileRegistry } from "./hostile.js";

type Validate = (labels: unknown) => readonly { readonly rule: string; readonly label?: string }[];

function textOf(registry: CompiledRegistry): string {
  return generateValidators(registry)[0]!.content;
}

function validatorsOf(registry: CompiledRegistry): ReadonlyMap<string, Validate> {
  // The one export that is a map.
  return run(textOf(registry), { re2js })["validators"] as ReadonlyMap<string, Validate>;
}

/** What readLabels says, without what it folds: a missing label that an undeclared one stands for. */
function rulesOf(
  problems: readonly { readonly rule: string; readonly label?: string | undefined }[],
) {
  const told = problems.map(({ rule, label }) => `${rule} ${label}`);
  return told.some((one) => one.startsWith("undeclared-label"))
    ? told.filter((one) => !one.startsWith("missing-label")).sort()
    : told.sort();
}

describe("generateValidators", () => {
  const cases = fc
    .oneof(registries({ utf8: true }), hostileRegistries)
    .chain((registry) =>
      fc.tuple(fc.constant(registry), fc.constantFrom(...registry.metrics.keys())),
    )
    .chain(([registry, name]) =>
      fc.tuple(
        fc.constant(registry),
        fc.constant(name),
        fc.array(anyLabels(registry, name), { minLength: 5, maxLength: 10 }),
      ),
    );

  it("gives validators that say what labelSchema and readLabels say", () => {
    let right = 0;
    fc.assert(
      fc.property(cases, ([registry, name, drawn]) => {
        const validate = validatorsOf(registry).get(name)!;
        for (const labels of drawn) {
          const problems = validate(labels);
          const { success } = labelSchema(registry, name).safeParse(labels);
          expect(problems.length === 0).toBe(success);
          const { objections } = readLabels(registry.metrics.get(name)!, labels);
          expect(rulesOf(problems)).toEqual(rulesOf(objections.map(({ finding }) => finding)));
          if (success) right++;
        }
      }),
      { numRuns: 150 },
    );
    expect(right).toBeGreaterThan(50);
  }, 60_000);

  const registry = compiled({
    registry: "shop",
    labels: {
      status: { pattern: "[1-5][0-9][0-9]" },
      host: { pattern: ".*\\.example\\.(com|org)" },
      region: { pattern: "(?i)eu-\\d" },
    },
    metrics: {
      hits_total: { type: "counter", labels: ["status"] },
      waits: { type: "gauge", labels: ["host?", "region?"] },
    },
  });

  it.each<[string, unknown, string[]]>([
    ["a value that matches", { status: "204" }, []],
    ["a value that does not", { status: "999" }, ["label-pattern status"]],
    ["none", undefined, ["construct/argument undefined"]],
    ["a map", new Map(), ["construct/argument undefined"]],
    ["a list", [], ["construct/argument undefined"]],
    [
      "a label under a symbol",
      { status: "200", [Symbol("a")]: 1 },
      ["construct/argument undefined"],
    ],
    ["half a character", { status: "\ud83d" }, ["serialize/unwritable status"]],
    ["an inherited label", Object.create({ status: "200" }), ["missing-label status"]],
    [
      "a getter that throws",
      {
        get status(): string {
          throw new Error("no");
        },
      },
      ["construct/argument undefined"],
    ],
  ])("judges %s", (_, labels, told) => {
    const problems = validatorsOf(registry).get("hits_total")!(labels);
    expect(problems.map(({ rule, label }) => `${rule} ${label}`)).toEqual(told);
  });

  it("takes RE2 where JavaScript means something else, or could take long", () => {
    const validate = validatorsOf(registry).get("waits")!;
    expect([
      validate({ host: "a.example.com", region: "EU-1" }),
      validate({ host: `${"a".repeat(100_000)}.example.net`, region: "eu-x" }),
    ]).toEqual([
      [],
      [
        { rule: "label-pattern", label: "host" },
        { rule: "label-pattern", label: "region" },
      ],
    ]);
  });

  it("imports RE2 only then, and zod never", () => {
    const imports = (registry: CompiledRegistry) => textOf(registry).match(/^import .*$/gm);
    const without = { registry: "shop", metrics: { hits_total: { type: "counter" } } };
    expect([imports(registry), imports(compiled(without))]).toEqual([
      ['import { RE2JS } from "re2js";'],
      null,
    ]);
  });

  it("gives modules that compile", () => {
    const drawn = [
      registry,
      hostileRegistry(),
      ...fc.sample(fc.oneof(registries({ utf8: true }), hostileRegistries), {
        numRuns: 30,
        seed: 1,
      }),
    ];
    const files = drawn.map((one, at) => [`drawn-${at}.ts`, textOf(one)] as const);
    expect(compileErrors(new Map(files))).toEqual([]);
  }, 60_000);
});
