import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelSchema } from "../../../src/construct/index.js";
import { generateJsonSchema } from "../../../src/generate/index.js";
import type { CompiledRegistry } from "../../../src/registry/index.js";
import { anyLabels, registries } from "../../../src/testing/index.js";
import { compiled, hostileRegistries } from "./hostile.js";
import { isValid } from "./json-schema-judge.js";

function schemaOf(registry: CompiledRegistry) {
  return JSON.parse(generateJsonSchema(registry)[0]!.content);
}

describe("generateJsonSchema", () => {
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

  it("gives a schema that takes the labels that labelSchema takes", () => {
    let right = 0;
    fc.assert(
      fc.property(cases, ([registry, name, drawn]) => {
        const schema = schemaOf(registry);
        const { labels } = registry.metrics.get(name)!;
        const isTextOnly = labels.some(
          ({ definition: { type, pattern } }) => type === "integer" && pattern !== undefined,
        );
        for (const given of drawn) {
          // What JSON cannot say is not said: undefined and symbols fall out, half a character has no pattern.
          const text = JSON.stringify(given);
          if (/\\ud[89a-f]/i.test(text) || Object.values(given).some(Number.isNaN)) continue;
          const json = JSON.parse(text);
          const { success } = labelSchema(registry, name).safeParse(json);
          const valid = isValid({ name, labels: json }, schema, schema);
          if (!isTextOnly || !success) expect([json, valid]).toEqual([json, success]);
          if (success) right++;
        }
      }),
      { numRuns: 150 },
    );
    expect(right).toBeGreaterThan(50);
  });

  it("takes no metric that is not declared, and nothing but a name and labels", () => {
    const schema = schemaOf(
      compiled({ registry: "shop", metrics: { "a/b~c %": { type: "gauge" } } }),
    );
    const valid = (value: unknown) => isValid(value, schema, schema);
    expect([
      valid({ name: "a/b~c %", labels: {} }),
      valid({ name: "a/b~c %", labels: { other: "x" } }),
      valid({ name: "other", labels: {} }),
      valid({ labels: {} }),
      valid([]),
    ]).toEqual([true, false, false, false, false]);
  });

  it("says what a label takes, in words too", () => {
    const { $defs } = schemaOf(
      compiled({
        registry: "shop",
        metrics: {
          hits: {
            type: "gauge",
            deprecated: {},
            labels: [
              { name: "phase", enum: { warm: "traffic moves", done: { presence: "always" } } },
              { name: "code", pattern: "[1-5]\\d\\d", examples: [200], description: "Status." },
              { name: "size", type: "integer", optional: true },
              { name: "kind", enum: ["a"], open: true },
              { name: "host", pattern: "(?i)a" },
            ],
          },
        },
      }),
    );
    expect($defs.hits).toEqual({
      deprecated: true,
      type: "object",
      properties: {
        phase: { anyOf: [{ enum: ["warm"], description: "traffic moves" }, { enum: ["done"] }] },
        code: {
          description: "Status.",
          examples: ["200"],
          type: "string",
          minLength: 1,
          pattern: "^[1-5][0-9][0-9]$",
        },
        size: {
          anyOf: [
            { type: "integer", minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
            { type: "string", pattern: "^(?:0|-?[1-9][0-9]*)$" },
            { const: "" },
          ],
        },
        kind: { examples: ["a"], type: "string", minLength: 1 },
        host: { type: "string", minLength: 1, $comment: "matches (?i)a, in the syntax of RE2" },
      },
      required: ["phase", "code", "kind", "host"],
      additionalProperties: { const: "" },
    });
  });
});
