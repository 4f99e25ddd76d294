import { describe, expect, it } from "vitest";
import { PromschemaError } from "../../../src/diagnostics/index.js";
import { compilePattern } from "../../../src/pattern/index.js";
import { compileRegistry, defineRegistry } from "../../../src/registry/index.js";

describe("defineRegistry", () => {
  it("gives what the compiler gives of the same document", () => {
    const document = {
      registry: "shop",
      labels: { path: { description: "Route." } },
      labelSets: { http: ["path"] },
      metrics: { hits_total: { type: "counter", labels: ["...http"] } },
    } as const;
    const compilation = compileRegistry(document);
    if (!compilation.ok) expect.fail();
    expect(defineRegistry(document)).toEqual(compilation.registry);
  });

  it("carries its types without a value for them", () => {
    const registry = defineRegistry({ registry: "r", metrics: {} });
    expect("~types" in registry).toBe(false);
  });

  it("throws all findings of what types cannot see", () => {
    const define = () =>
      defineRegistry({
        registry: "r",
        labels: { a: { pattern: "[" }, b: { open: true } },
        metrics: { m: { type: "gauge", labels: ["a", "b"] } },
      });
    expect(define).toThrow(PromschemaError);
    expect(define).toThrow(
      'expected an RE2 pattern for label a, found "[": missing closing ]: `[` (and 1 more)',
    );
  });
});

describe("a label pattern", () => {
  const cases: readonly [string, string, boolean][] = [
    ["a|ab", "ab", true],
    ["[1-5][0-9][0-9]", "2000", false],
    ["[1-5][0-9][0-9]", "200", true],
    ["a.c", "a\nc", true],
    ["(?i)ok", "OK", true],
    ["größe", "größe", true],
    [".*", "", true],
    ["a$", "a\n", false],
  ];
  it.each(cases)("%s against %j: %s", (pattern, value, want) => {
    const compiled = compilePattern(pattern);
    if (!compiled.ok) expect.fail(compiled.reason);
    expect(compiled.matches(value)).toBe(want);
  });

  it("says why it is none", () => {
    expect(compilePattern("a{2,1}")).toEqual({
      ok: false,
      reason: "invalid repeat count: `{2,1}`",
    });
  });
});
