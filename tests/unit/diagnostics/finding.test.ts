import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createFinding,
  type FindingInput,
  findRule,
  fingerprint,
  PromschemaError,
  place,
  reaches,
} from "../../../src/diagnostics/index.js";

const input: FindingInput = {
  rule: "label-value",
  severity: "error",
  message: 'rollout_phase of m is "promting"',
  line: 12,
  column: 9,
  metric: "m",
  label: "rollout_phase",
  value: "promting",
};

describe("a fingerprint", () => {
  it("is sixteen hexadecimal digits and does not change with a release", () => {
    expect(createFinding(input).fingerprint).toBe(
      fingerprint("label-value", "m", "rollout_phase", "promting"),
    );
    expect(fingerprint("syntax")).toMatch(/^[0-9a-f]{16}$/);
  });

  it("does not depend on where the finding is or how it is worded", () => {
    const moved = createFinding({ ...input, line: 99, column: 1, message: "other words" });
    expect(moved.fingerprint).toBe(createFinding(input).fingerprint);
  });

  it("keeps its parts apart, and absent from empty", () => {
    expect(fingerprint("a", "bc")).not.toBe(fingerprint("ab", "c"));
    expect(fingerprint("a", "")).not.toBe(fingerprint("a", undefined));
    expect(fingerprint("a", "")).not.toBe(fingerprint("a"));
  });

  it("tells different parts apart", () => {
    const parts = fc.array(fc.string({ maxLength: 6 }), { maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(fingerprint(...one) === fingerprint(...other)).toBe(same);
      }),
    );
  });
});

describe("severities", () => {
  it.each([
    ["error", "error", true],
    ["error", "info", true],
    ["warning", "error", false],
    ["warning", "warning", true],
    ["info", "warning", false],
    ["info", "info", true],
  ] as const)("%s against a threshold of %s: %s", (severity, threshold, want) => {
    expect(reaches(severity, threshold)).toBe(want);
  });
});

describe("PromschemaError", () => {
  const first = createFinding({ ...input, source: "m.prom", hint: 'did you mean "promoting"?' });

  it("reads as its first finding, with place, hint and the number of the others", () => {
    expect(new PromschemaError([first]).message).toBe(
      'm.prom:12:9: rollout_phase of m is "promting"; did you mean "promoting"?',
    );
    expect(new PromschemaError([first, first, first]).message).toMatch(/\(and 2 more\)$/);
  });

  it("mirrors rule, line, column and hint of the first finding", () => {
    const { rule, line, column, hint } = new PromschemaError([first, createFinding(input)]);
    expect({ rule, line, column, hint }).toEqual({
      rule: "label-value",
      line: 12,
      column: 9,
      hint: 'did you mean "promoting"?',
    });
  });

  it("keeps its cause and has a plain wire form", () => {
    const cause = new Error("disk");
    const error = new PromschemaError([first], { cause });
    expect(error.cause).toBe(cause);
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "PromschemaError",
      message: error.message,
      findings: [JSON.parse(JSON.stringify(first))],
    });
  });

  it("is known across copies of the class, and other errors are not", () => {
    const ofOtherCopy = Object.assign(new Error("x"), { brand: "promschema.error" });
    expect(ofOtherCopy instanceof PromschemaError).toBe(true);
    for (const other of [new Error("x"), null, undefined, "x", { brand: "else" }]) {
      expect((other as unknown) instanceof PromschemaError).toBe(false);
    }
  });
});

describe("place", () => {
  it.each([
    ["everything", { source: "a.yaml", line: 3, column: 7 }, "a.yaml:3:7: "],
    ["no column", { source: "a.yaml", line: 3 }, "a.yaml:3: "],
    ["the source alone", { source: "a.yaml" }, "a.yaml: "],
    ["no source", { line: 3, column: 7 }, "line 3, column 7: "],
    ["nothing", {}, ""],
  ])("writes %s", (_name, given, want) => {
    expect(place(given)).toBe(want);
  });
});

describe("findRule", () => {
  it("knows the rules of the catalogue, and no property of objects", () => {
    expect(findRule("label-value")?.group).toBe("contract");
    for (const id of ["nope", "", "constructor", "__proto__"]) {
      expect(findRule(id)).toBeUndefined();
    }
  });
});
