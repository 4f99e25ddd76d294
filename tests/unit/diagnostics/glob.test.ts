import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileGlob } from "../../../src/diagnostics/index.js";

describe("a pattern for names", () => {
  it.each([
    ["http_requests_total", "http_requests_total", true],
    ["http_requests_total", "http_requests", false],
    ["http_*", "http_requests_total", true],
    ["http_*", "http_", true],
    ["http_*", "xhttp_a", false],
    ["*_total", "a_total_total", true],
    ["*_total", "a_total_", false],
    ["*a*b*c*", "xxaxxbxxcxx", true],
    ["*a*b*c*", "xxaxxcxxbxx", false],
    ["a**b", "ab", true],
    ["??", "ab", true],
    ["?", "", false],
    ["?", "😀", true],
    ["[a-c]x", "bx", true],
    ["[a-c]x", "dx", false],
    ["[!a-c]x", "dx", true],
    ["[^a]", "a", false],
    ["[]x]", "]", true],
    ["[a-]", "-", true],
    ["[open", "[open", true],
    ["a\\*", "a*", true],
    ["a\\*", "ab", false],
    ["a\\", "a\\", true],
    ["", "", true],
    ["*", "", true],
    ["a.c", "abc", false],
  ])("%s matches %s: %s", (pattern, name, want) => {
    expect(compileGlob(pattern)(name)).toBe(want);
  });

  it("without anything special matches itself alone", () => {
    const plain = fc.stringMatching(/^[\w.:/ -]*$/);
    fc.assert(
      fc.property(plain, plain, (one, other) => {
        expect(compileGlob(one)(one)).toBe(true);
        expect(compileGlob(one)(other)).toBe(one === other);
      }),
    );
  });

  it("takes a pattern that makes others try again and again", () => {
    const stars = compileGlob(`${"*a".repeat(100)}b`);
    expect(stars("a".repeat(5000))).toBe(false);
  });
});
