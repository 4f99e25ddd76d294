import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLinear } from "../../../src/generate/pattern/linear.js";
import { printPattern } from "../../../src/generate/pattern/print.js";
import { readPattern } from "../../../src/generate/pattern/syntax.js";
import { compilePattern } from "../../../src/pattern/index.js";

/** Pieces of patterns, those that mean something beside those that do not. */
const piece = fc.constantFrom(
  ..."a b 1 - . * + ? | ( ) [ ] ^ $ { } , é 😀 \\".split(" "),
  ...[
    "(?:",
    "[^",
    "a-c",
    "\\d",
    "\\W",
    "\\s",
    "\\.",
    "\\n",
    "\\x41",
    "\\x{1F600}",
    "{2}",
    "{0,2}",
    "{1,}",
  ],
  ...[
    "[[:alpha:]]",
    "(?P<n>",
    "\\-",
    "\\]",
    "[ab]",
    "(ab)",
    "a?",
    "b*",
    "\\A",
    "\\z",
    "\n",
    "/",
    "\\pL",
    "(?i)",
  ],
);

const pattern = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(""));

const value = fc.string({
  maxLength: 6,
  unit: fc.constantFrom(..."a b c A 1 - . é 😀 ] [ ^ / { }".split(" "), "\n", " ", "\u2028"),
});

describe("readPattern and printPattern", () => {
  it("give JavaScript a pattern that matches what RE2 matches", () => {
    let read = 0;
    fc.assert(
      fc.property(pattern, fc.array(value, { minLength: 5, maxLength: 20 }), (text, values) => {
        const compiled = compilePattern(text);
        if (!compiled.ok) return;
        const node = readPattern(text);
        if (node === undefined) return;
        read++;
        const printed = new RegExp(`^(?:${printPattern(node)})$`, "u");
        for (const one of values)
          expect([one, printed.test(one)]).toEqual([one, compiled.matches(one)]);
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(100);
  });

  it.each([
    ["[1-5][0-9][0-9]", "[1-5][0-9][0-9]"],
    ["^a|b$", "(?:a|b)"],
    ["a.b", "a[\\s\\S]b"],
    ["[^a]", "[^a]"],
    ["\\w+", "[0-9A-Z_a-z]+"],
    ["\\s", "[\\u0009\\u000a\\u000c\\u000d ]"],
    ["(?P<x>ab){2,3}?c", "(?:ab){2,3}c"],
    ["\\/\\-[]\\-a]", "\\/-[\\-\\]a]"],
    ["a{,2}", "a\\{,2\\}"],
    ["GET|POST|PUT", "(?:GET|P(?:OST|UT))"],
    ["a|ab|a", "a(?:|b)"],
    ["", ""],
  ])("write %s as %s", (given, printed) => {
    expect(printPattern(readPattern(given)!)).toBe(printed);
  });

  it.each(["(?i)a", "\\pL", "\\Qa.b\\E", "a\\bb", "(^a|b)", "[^\\x00-\\x{10FFFF}]", "\\123"])(
    "leave %s to RE2",
    (given) => {
      expect(compilePattern(given).ok || given === "\\123").toBe(true);
      expect(readPattern(given)).toBeUndefined();
    },
  );
});

describe("isLinear", () => {
  it.each([
    "[1-5][0-9][0-9]",
    "[a-z][a-z0-9-]*",
    "GET|POST|PUT",
    "(a|b)+c?",
    "(ab*)*",
    "/[^/]*(/[^/]*)*",
    "v?[0-9]+(\\.[0-9]+){0,2}",
    "a{0,3}b",
  ])("has one way to match %s", (given) => {
    expect(isLinear(readPattern(given)!)).toBe(true);
  });

  it.each([
    "(a*)*",
    "(a+)+b",
    "([ab]|a)*",
    "(a|ab)(c|bcd)",
    ".*a.*b",
    "a*a*",
    "(a?b?)*",
    "(a?|b?)(c?|d?)",
    "(a{0,2}){3}",
    "[a-z]{600}",
  ])("does not have one way to match %s", (given) => {
    expect(isLinear(readPattern(given)!)).toBe(false);
  });

  it("holds for no pattern that takes JavaScript long", () => {
    const short = fc.array(
      fc.constantFrom("a", "b", "[ab]", "(", ")", "(?:", "*", "+", "?", "|", "{0,2}"),
      { minLength: 3, maxLength: 12 },
    );
    fc.assert(
      fc.property(short, (pieces) => {
        const text = pieces.join("");
        const node = compilePattern(text).ok ? readPattern(text) : undefined;
        if (node === undefined || !isLinear(node)) return;
        const printed = new RegExp(`^(?:${printPattern(node)})$`, "u");
        // A matcher that tried more than one way would be at it for hours.
        for (const run of ["a", "b", "ab", "aab"]) printed.test(`${run.repeat(5000)}!`);
      }),
      { numRuns: 3000 },
    );
  });
});
