import { describe, expect, it } from "vitest";
import { parseExposition, readExposition } from "../../../src/exposition/index.js";
import { failureIn } from "./outcome.js";

// Sizes at which work that grows with the square of the input would take minutes: the time limit of a test is the assertion.

const format = "prometheus-text-1.0.0";
const range = (length: number) => Array.from({ length }, (_, index) => index);

describe("a payload of unusual size", () => {
  it("has a series with 100,000 labels", () => {
    const labels = range(100_000).map((index) => `l${index}="${index}"`);
    const { families } = parseExposition(`a{${labels.join(",")}} 1\n`, { format });
    expect(Object.keys(families[0]?.series[0]?.labels ?? {})).toHaveLength(100_000);
    labels.push('l99998=""');
    expect(failureIn(`a{${labels.join(",")}} 1\n`, { format })).toBe(
      `1:${labels.slice(0, -1).join(",").length + 4}+6 label "l99998" stands twice in one series | give it one value`,
    );
  });

  it("has a label value of ten megabytes", () => {
    const value = `${"x".repeat(10_000_000)}\\n`;
    const { families } = parseExposition(`a{b="${value}"} 1\n`, { format });
    expect(families[0]?.series[0]?.labels["b"]).toHaveLength(10_000_001);
  });

  it("has a label value of two megabytes that comes a hundred bytes at a time", async () => {
    async function* chunks() {
      yield 'a{b="';
      for (let sent = 0; sent < 2_000_000; sent += 100) yield "x".repeat(100);
      yield '"} 1\n';
    }
    for await (const family of readExposition(chunks(), { format })) {
      expect(family.series[0]?.labels["b"]).toHaveLength(2_000_000);
    }
  });

  it("has a million digits, and a letter", () => {
    const digits = "1".repeat(1_000_000);
    expect(failureIn(`a ${digits}x\n`, { format })).toContain("expected a number as the value");
    expect(failureIn(`a 1 ${digits}x\n`, { format })).toContain("expected a timestamp");
    expect(failureIn(`a 1 ${"0".repeat(1_000_000)}x\n`, { format })).toContain(
      "expected a timestamp",
    );
    expect(failureIn(`a ${digits}\n`, { format })).toContain("does not fit a 64-bit float");
  });

  it.each([
    { type: "counter", how: "points in time", line: (at: number) => `a 1 ${at}` },
    { type: "histogram", how: "points in time", line: (at: number) => `a_bucket{le="1"} 1 ${at}` },
    { type: "histogram", how: "falling buckets", line: (at: number) => `a_bucket{le="${-at}"} 1` },
    { type: "histogram", how: "buckets of one bound", line: () => 'a_bucket{le="1"} 1' },
    { type: "histogram", how: "counts", line: () => "a_count 1" },
    { type: "summary", how: "falling quantiles", line: (at: number) => `a{quantile="${-at}"} 1` },
    { type: "gauge", how: "samples of the same labels", line: () => 'a{b="c"} 1' },
  ])("has 50,000 $how of one $type", ({ type, line }) => {
    const text = `# TYPE a ${type}\n${range(50_000).map(line).join("\n")}\n`;
    const { families } = parseExposition(text, { format });
    expect(families).toHaveLength(1);
  });

  it("has 50,000 states of one stateset", () => {
    const lines = range(50_000).map((index) => `s{s="${index}"} 1`);
    const text = `# TYPE s stateset\n${lines.join("\n")}\n# EOF\n`;
    const { families } = parseExposition(text, { format: "openmetrics-1.0" });
    expect(families[0]?.series[0]?.value).toHaveLength(50_000);
  });

  it("has 50,000 families, and as many label names and values", () => {
    const lines = range(50_000).map((index) => `m${index}{l${index}="v${index}"} ${index}`);
    const { families } = parseExposition(`${lines.join("\n")}\n`, { format });
    expect(families).toHaveLength(50_000);
    for (const index of [0, 1023, 1024, 4096, 49_999]) {
      expect(families[index]).toEqual({
        name: `m${index}`,
        type: "unknown",
        series: [{ labels: { [`l${index}`]: `v${index}` }, value: index, line: index + 1 }],
      });
    }
  });

  it("has 200,000 empty lines and comments", () => {
    expect(parseExposition("\n# a\n".repeat(100_000), { format }).families).toEqual([]);
  });
});
