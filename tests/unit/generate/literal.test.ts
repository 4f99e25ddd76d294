import { describe, expect, it } from "vitest";
import { printLiteral } from "../../../src/generate/typescript/literal.js";

function print(value: unknown): string {
  return printLiteral(value, { before: 0, indent: 0 });
}

describe("printLiteral", () => {
  it.each<[unknown, string]>([
    ["a", '"a"'],
    ['say "a"', "'say \"a\"'"],
    [`it's "a"`, `'it\\'s "a"'`],
    [`it's`, `"it's"`],
    [1.5, "1.5"],
    [true, "true"],
    [[], "[]"],
    [{}, "{}"],
    [["a", 1], '["a", 1]'],
    [{ a: 1, "b-c": [2] }, '{ a: 1, "b-c": [2] }'],
    [{ a: { b: 1 } }, "{\n  a: { b: 1 },\n}"],
    [{ a: [{ b: 1 }] }, "{ a: [{ b: 1 }] }"],
    [[{ b: 1 }, 2], "[\n  { b: 1 },\n  2,\n]"],
    [{ a: [[{ b: 1 }, 2]] }, "{\n  a: [\n    [\n      { b: 1 },\n      2,\n    ],\n  ],\n}"],
    [JSON.parse('{ "__proto__": -0 }'), '{ ["__proto__"]: -0 }'],
  ])("writes %j as the formatter would", (value, text) => {
    expect(print(value)).toBe(text);
  });

  it("breaks what is too long for a line, a string after its key", () => {
    const long = "x".repeat(90);
    expect(print({ description: long, note: long })).toBe(
      `{\n  description:\n    "${long}",\n  note: "${long}",\n}`,
    );
    expect(print([long, "yyy"])).toBe(`[\n  "${long}",\n  "yyy",\n]`);
  });

  it("fits a line of exactly 100 columns, the comma counted", () => {
    expect(print({ a: "x".repeat(90) })).toBe(`{ a: "${"x".repeat(90)}" }`);
    expect(print({ a: "x".repeat(91) })).toBe(`{\n  a: "${"x".repeat(91)}",\n}`);
  });
});
