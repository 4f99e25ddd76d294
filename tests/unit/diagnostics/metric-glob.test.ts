import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesGlob } from "../../../src/diagnostics/metric-glob.js";

describe("a glob of metric names", () => {
  it.each([
    ["go_*", "go_threads", true],
    ["go_*", "go_", true],
    ["go_*", "ago_x", false],
    ["*_total", "a_total_b_total", true],
    ["*_total", "total", false],
    ["a?c", "abc", true],
    ["a?c", "ac", false],
    ["*", "", true],
    ["", "", true],
    ["", "a", false],
    ["a*b*c", "aXbYbZc", true],
    ["a.c", "abc", false],
    ["[ab]", "a", false],
    ["Go", "go", false],
  ])("%j and %j: %s", (glob, name, want) => {
    expect(matchesGlob(glob, name)).toBe(want);
  });

  it("is what the expression of the same meaning matches", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 8 });
    const name = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 8 });
    fc.assert(
      fc.property(text, name, (glob, given) => {
        const expression = glob.replaceAll("*", ".*").replaceAll("?", ".");
        expect(matchesGlob(glob, given)).toBe(new RegExp(`^${expression}$`).test(given));
      }),
    );
  });

  it("takes no time that explodes", () => {
    const name = "a".repeat(20_000);
    expect(matchesGlob(`${"*a".repeat(50)}b`, name)).toBe(false);
  });
});
