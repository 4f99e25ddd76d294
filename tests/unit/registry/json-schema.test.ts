import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generateRegistrySchema } from "../../../scripts/generate/registry-schema.js";
import { compileRegistry, registryJsonSchema } from "../../../src/registry/index.js";

/** Every object within the schema, with the path to it. */
function* partsOf(value: unknown, path = ""): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== "object" || value === null) return;
  // What JSON.stringify can print is arrays and records.
  if (!Array.isArray(value)) yield [path, value as Record<string, unknown>];
  for (const [key, inner] of Object.entries(value)) yield* partsOf(inner, `${path}/${key}`);
}

const schema = registryJsonSchema();
const objects = [...partsOf(schema)].filter(([, part]) => part["type"] === "object");

describe("the JSON Schema of the registry document", () => {
  it("is the committed file", () => {
    for (const { path, content } of generateRegistrySchema()) {
      expect(readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8")).toBe(content);
    }
  });

  it("is of draft 2020-12 and names no host of its own", () => {
    expect(schema["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema["$id"]).toBe("registry.schema.json");
  });

  it("has only closed objects, and maps whose values are described", () => {
    expect(objects.length).toBeGreaterThan(10);
    for (const [path, part] of objects) {
      const { properties, additionalProperties } = part;
      if (properties !== undefined) expect([path, additionalProperties]).toEqual([path, false]);
      else expect([path, typeof additionalProperties]).toEqual([path, "object"]);
    }
  });

  it("describes every field", () => {
    for (const [path, { properties }] of objects) {
      for (const [name, field] of Object.entries(properties ?? {})) {
        expect([`${path}/${name}`, field]).toEqual([
          `${path}/${name}`,
          expect.objectContaining({ description: expect.stringMatching(/^.+\.$/) }),
        ]);
      }
    }
  });

  it("knows the fields that the compiler knows", () => {
    const fields = objects.flatMap(([, { properties }]) => Object.keys(properties ?? {}));
    for (const field of [
      "labelSets",
      "open",
      "maxValues",
      "presence",
      "conditional",
      "quantiles",
    ]) {
      expect(fields).toContain(field);
    }
  });

  it("judges list items by a pattern as the compiler does", () => {
    const found = [...partsOf(schema)].find(([, part]) =>
      String(part["pattern"]).includes("\\.\\.\\."),
    );
    const pattern = new RegExp(String(found?.[1]["pattern"]), "u");
    const items = [
      "a",
      "a?",
      "...s",
      "a.b?",
      "größe",
      "a\nb",
      "a??",
      "?",
      "",
      "...",
      "...s?",
      "....a",
    ];
    for (const item of items) {
      const compilation = compileRegistry({
        registry: "r",
        metrics: { m: { type: "gauge", labels: [item] } },
      });
      const shapely =
        compilation.ok ||
        compilation.findings.every(({ rule }) => rule !== "registry/invalid-field");
      expect([item, pattern.test(item)]).toEqual([item, shapely]);
    }
  });
});
