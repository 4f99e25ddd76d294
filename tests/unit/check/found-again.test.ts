import { describe, expect, it } from "vitest";
import { checkExposition, createChecker } from "../../../src/check/index.js";
import { compileRegistry } from "../../../src/registry/index.js";

const compilation = compileRegistry({
  registry: "r",
  metrics: {
    hits: {
      type: "gauge",
      labels: [{ name: "code", enum: ["200"] }, { name: "path" }],
      value: { min: 0 },
    },
  },
});
if (!compilation.ok) throw new Error("the registry of the test does not compile");
const registry = compilation.registry;

function payload(series: number, value = "1"): string {
  const lines = Array.from({ length: series }, (_, at) => `hits{code="5",path="${at}"} ${value}\n`);
  return `# TYPE hits gauge\n${lines.join("")}`;
}

function found(text: string) {
  const { findings } = checkExposition(text, { registry, levels: { "value-bounds": "error" } });
  return findings.map(({ rule, line, count, alsoOnLines }) => ({ rule, line, count, alsoOnLines }));
}

describe("a breach that many series have", () => {
  it("is one finding, with the lines of the next three", () => {
    const one = { rule: "label-value", line: 2, count: undefined, alsoOnLines: undefined };
    expect(found(payload(1))).toEqual([one]);
    expect(found(payload(3))).toEqual([{ ...one, count: 3, alsoOnLines: [3, 4] }]);
    expect(found(payload(500))).toEqual([{ ...one, count: 500, alsoOnLines: [3, 4, 5] }]);
  });

  it("is told of series that differ in the label before it alone", () => {
    const series = ["a", "b", "c"].map((path) => `hits{path="${path}",code="5"} 1\n`);
    expect(found(`# TYPE hits gauge\n${series.join("")}`)).toEqual([
      { rule: "label-value", line: 2, count: 3, alsoOnLines: [3, 4] },
    ]);
  });

  it("is so for values too", () => {
    expect(found(payload(9, "-1"))).toContainEqual({
      rule: "value-bounds",
      line: 2,
      count: 9,
      alsoOnLines: [3, 4, 5],
    });
  });

  it("has the same lines where a checker reads only what changed", () => {
    const checker = createChecker({ registry });
    const lines = () => checker.check(payload(5)).findings.map(({ alsoOnLines }) => alsoOnLines);
    expect([lines(), lines()]).toEqual([[[3, 4, 5]], [[3, 4, 5]]]);
  });
});
