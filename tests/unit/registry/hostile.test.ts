import { describe, expect, it } from "vitest";
import { compileRegistry } from "../../../src/registry/index.js";

function failing(document: unknown) {
  const compilation = compileRegistry(document);
  if (compilation.ok) expect.fail("it compiled");
  return compilation.findings;
}

function numbered<Value>(count: number, make: (index: number) => readonly [string, Value]) {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => make(index)));
}

describe("a hostile document", () => {
  it("may contain itself", () => {
    const labels: Record<string, unknown> = {};
    labels["a"] = { examples: labels };
    expect(failing({ registry: "r", metrics: {}, labels })).toMatchObject([
      {
        rule: "registry/limit",
        message: "expected a registry, found more than 16 levels of nesting",
      },
    ]);
  });

  it("may hold the same object over and over", () => {
    let lots: unknown = "x";
    for (let level = 0; level < 12; level++) lots = Array(10).fill(lots);
    const findings = failing({ registry: "r", metrics: { m: lots } });
    expect(findings.map(({ message }) => message)).toEqual([
      "expected a registry, found more than 1000000 values in all",
    ]);
  });

  it("may have sets that double with each level", () => {
    const labelSets = numbered(30, (index) => [
      `s${index}`,
      index === 0 ? ["a"] : [`...s${index - 1}`, `...s${index - 1}`],
    ]);
    const document = { registry: "r", labels: { a: {} }, labelSets, metrics: {} };
    const findings = failing(document);
    expect(findings).toHaveLength(29);
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(
      new Set(["registry/duplicate-label"]),
    );
  });

  it.each(["forwards", "backwards"])("may chain thousands of sets %s", (direction) => {
    const link = (index: number) => (direction === "forwards" ? index - 1 : index + 1);
    const last = direction === "forwards" ? 0 : 19_999;
    const labelSets = numbered(20_000, (index) => [
      `s${index}`,
      index === last ? ["a"] : [`...s${link(index)}`],
    ]);
    const document = { registry: "r", labels: { a: {} }, labelSets, metrics: {} };
    const findings = failing(document);
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(["registry/limit"]));
    expect(findings[0]?.message).toMatch(
      /^expected at most 32 levels of label sets below s\d+, found more$/,
    );
  });

  it("may ask for endlessly many labels in a list", () => {
    const labels = numbered(300, (index) => [`l${index}`, {}]);
    const list = Object.keys(labels);
    const metrics = { m: { type: "gauge", labels: list }, n: { type: "gauge", labels: ["...s"] } };
    const document = { registry: "r", labels, labelSets: { s: list }, metrics };
    expect(failing(document).map(({ message }) => message)).toEqual([
      "expected at most 256 labels, found more in label set s",
      "expected at most 256 labels, found more in metric m",
    ]);
  });

  it("may spread a large set into very many metrics", () => {
    const labels = numbered(250, (index) => [`l${index}`, {}]);
    const labelSets = { s: Object.keys(labels) };
    const metrics = numbered(10_000, (index) => [`m${index}`, { type: "gauge", labels: ["...s"] }]);
    const findings = failing({ registry: "r", labels, labelSets, metrics });
    expect(findings[0]?.message).toMatch(
      /^expected at most 1000000 labels in all lists together, found more in metric m\d+$/,
    );
  });

  it("may misspell tens of thousands of labels", () => {
    const labels = numbered(20_000, (index) => [`label_${index}_of_many`, {}]);
    const metrics = numbered(20_000, (index) => [
      `m${index}`,
      { type: "gauge", labels: [`lable_${index}_of_many`] },
    ]);
    const findings = failing({ registry: "r", labels, metrics });
    expect(findings).toHaveLength(1001);
    expect(findings.at(-1)).toMatchObject({
      rule: "registry/limit",
      message: "expected a registry with few mistakes, found 19000 more than are listed",
    });
    expect(findings[0]?.hint).toMatch(/^did you mean "label_/);
  });

  it("may have very long names, which messages cut short", () => {
    const long = "x".repeat(100_000);
    const [finding] = failing({ registry: "r", metrics: { [long]: { type: "gauge" } } });
    expect(finding?.message).toBe(
      `expected at most 1024 characters as name of metric "${"x".repeat(60)}…" (100000 characters), found "${"x".repeat(60)}…" (100000 characters)`,
    );
  });

  it("may put control characters where they would reach a terminal", () => {
    const [finding] = failing({ registry: "r", metrics: {}, "\u001b[31m\n": 1 });
    expect(finding?.message).toBe('unknown field "\\x1b[31m\\n" in the registry');
  });

  it("may have a pattern that would take a backtracking engine years", () => {
    const pattern = "(a+)+b";
    const examples = ["a".repeat(5000)];
    const labels = { l: { pattern, examples } };
    const findings = failing({ registry: "r", labels, metrics: {} });
    expect(findings.map(({ rule }) => rule)).toEqual(["registry/value-conflict"]);
  });

  const foreign: readonly [string, unknown, string][] = [
    ["a date", new Date(0), "a date"],
    ["a map", new Map(), "an object that is not plain data"],
    ["a typed array", new Uint8Array(3), "an object that is not plain data"],
    ["a symbol", Symbol("x"), "x"],
    ["a big integer", 5n, "the number 5"],
    ["a function", () => 1, "a function"],
    ["NaN", Number.NaN, "the number NaN"],
  ];
  it.each(foreign)("may hold %s", (_name, value, found) => {
    const [finding] = failing({ registry: "r", metrics: { m: { type: "gauge", note: value } } });
    expect(finding?.message).toBe(`expected text for note of metric m, found ${found}`);
  });
});
