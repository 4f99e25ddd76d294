import fc from "fast-check";
import { expect, it } from "vitest";
import { type LoadResult, safeParseRegistry } from "../../../src/load/index.js";

const pieces = fc.constantFrom(
  ..."-?:,[]{}#&*!|>'\"%@`~ \n\t.<x1".split(""),
  "registry: a\n",
  "labels:\n",
  "labelSets: ",
  "metrics:\n",
  "  hits: ",
  "{ type: gauge }",
  "__proto__",
  "<<: ",
  "&a ",
  "*a",
  "---\n",
  "...",
  "\\",
  "\r\n",
  "\ufeff",
  "😀",
);
const texts = fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join(""));

/** Every finding has its place in the text. */
function expectPlaces(text: string, result: LoadResult): void {
  if (result.ok) return;
  const lines = text.replace(/^\ufeff/, "").split("\n");
  for (const { line, column, source } of result.findings) {
    expect(source).toBe("any");
    const length = lines[(line ?? 0) - 1]?.length ?? -1;
    expect(column).toBeGreaterThan(0);
    expect(column).toBeLessThanOrEqual(length + 1);
  }
}

it("any text is a registry or has findings with places, whichever the format", () => {
  fc.assert(
    fc.property(texts, fc.constantFrom("yaml" as const, "json" as const), (text, format) => {
      expectPlaces(text, safeParseRegistry(text, { source: "any", format }));
    }),
    { numRuns: 3000 },
  );
});

it("any string at all is a registry or has findings with places", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      expectPlaces(text, safeParseRegistry(text, { source: "any" }));
    }),
    { numRuns: 1000 },
  );
});
