import { describe, expect, it } from "vitest";
import { type CheckOptions, checkExposition } from "../../../src/check/index.js";
import { registryOf } from "./registry-fixture.js";

const lines = (...all: string[]) => `${all.join("\n")}\n`;

const registry = registryOf({
  labels: {
    phase: { enum: ["new", "old", "gone"] },
    kind: { enum: ["a", "b"], open: true },
  },
  metrics: {
    jobs: { type: "gauge", labels: ["phase", "kind?", { name: "id" }] },
    runs_total: { type: "counter", labels: ["phase?"], presence: "after-event" },
    latency_seconds: { type: "histogram", buckets: [1], presence: { conditional: "a flag" } },
  },
});

const payload = lines(
  "# TYPE jobs gauge",
  'jobs{phase="new",id="1"} 1',
  'jobs{phase="new",kind="",id="2"} 1',
  'jobs{phase="gone",kind="z",id="2"} 1',
);

function rulesOf(text: string, options: CheckOptions) {
  return checkExposition(text, options).findings.map(({ rule, severity, metric }) =>
    [severity, rule, metric ?? ""].join(" "),
  );
}

describe("the coverage of labels and values", () => {
  it("is told of every declared metric, where it is asked for", () => {
    const { coverage } = checkExposition(payload, { registry, labelCoverage: true });
    expect(coverage.metrics).toEqual([
      {
        name: "jobs",
        series: 3,
        labels: [
          { name: "phase", required: true, values: 2, seen: ["new", "gone"], absent: ["old"] },
          { name: "kind", required: false, values: 1, seen: [], absent: ["a", "b"] },
          { name: "id", required: true, values: 2 },
        ],
      },
      {
        name: "runs_total",
        series: 0,
        labels: [
          { name: "phase", required: false, values: 0, seen: [], absent: ["new", "old", "gone"] },
        ],
      },
      { name: "latency_seconds", series: 0, labels: [] },
    ]);
  });

  it("is not there where nobody asks, whoever asked before", () => {
    const asked = checkExposition(payload, { registry, labelCoverage: true });
    const { metrics: _, ...names } = asked.coverage;
    expect(checkExposition(payload, { registry }).coverage).toEqual(names);
    expect(checkExposition(payload, { registry, labelCoverage: true })).toEqual(asked);
    expect(checkExposition(payload, { labelCoverage: true }).coverage).toEqual({
      declared: 0,
      seen: [],
      absent: [],
      undeclared: [],
    });
  });

  it("goes as far as a payload that breaks off", () => {
    const broken = `${payload}jobs{\n`;
    const { metrics = [] } = checkExposition(broken, { registry, labelCoverage: true }).coverage;
    expect(metrics.map(({ name, series }) => [name, series])).toEqual([
      ["jobs", 3],
      ["runs_total", 0],
      ["latency_seconds", 0],
    ]);
  });

  it("counts values to a limit, and finds declared ones beyond it", () => {
    const many = Array.from(
      { length: 70_000 },
      (_, at) => `jobs{phase="new",kind="k${at}",id="i"} 1`,
    );
    const text = lines("# TYPE jobs gauge", ...many, 'jobs{phase="new",kind="b",id="i"} 1');
    const { metrics = [] } = checkExposition(text, { registry, labelCoverage: true }).coverage;
    expect(metrics[0]?.labels[1]).toEqual({
      name: "kind",
      required: false,
      values: 65_537,
      seen: ["b"],
      absent: ["a"],
    });
  });
});

describe("a metric that is required", () => {
  it.each([
    ["by its name", ["runs_total"], ["error required-metric runs_total"]],
    ["by a pattern", ["*_total"], ["error required-metric runs_total"]],
    [
      "twice, and is said to be absent once",
      ["runs_total", "r*"],
      ["error required-metric runs_total"],
    ],
    [
      "by a pattern for several",
      ["*s*"],
      ["error required-metric runs_total", "error required-metric latency_seconds"],
    ],
    ["that is nowhere", ["other"], ["error required-metric other"]],
    ["and there", ["jobs", "j?bs"], []],
  ])("%s", (_name, required, want) => {
    const levels = { "unseen-metric": "off" } as const;
    expect(rulesOf(payload, { registry, levels, required })).toEqual(want);
  });

  it("takes the place of the finding that it is absent", () => {
    expect(rulesOf(payload, { registry, required: ["latency_seconds"] })).toEqual([
      "error required-metric latency_seconds",
      "info unseen-metric runs_total",
    ]);
    expect(rulesOf("up 1\n", { registry, required: ["jobs"] })).not.toContain(
      "error absent-metric jobs",
    );
  });

  it("says what pattern asks for it, where it is declared, and what was meant", () => {
    const { findings } = checkExposition(payload, {
      registry,
      required: ["*_total", "job", "x*"],
      levels: { "unseen-metric": "off" },
    });
    expect(
      findings.map(({ message, hint, notes, declared }) => ({ message, hint, notes, declared })),
    ).toEqual([
      {
        message: "runs_total is required and not in this exposition",
        hint: undefined,
        notes: ['required by the pattern "*_total"'],
        declared: { source: "fixture.yaml", line: 7, column: 3 },
      },
      {
        message: "job is required and not in this exposition",
        hint: 'did you mean "jobs"?',
        notes: ["the registry declares no such metric either"],
        declared: undefined,
      },
      {
        message: 'no metric of this exposition matches "x*", which is required',
        hint: undefined,
        notes: ["the registry declares no such metric either"],
        declared: undefined,
      },
    ]);
  });

  it.each([
    ["text", "# TYPE a_total counter\na_total 1\n", "a_total"],
    ["OpenMetrics, by its family", "# TYPE a counter\na_total 1\n# EOF\n", "a"],
    ["OpenMetrics, by its samples", "# TYPE a counter\na_total 1\n# EOF\n", "a_total"],
    ["OpenMetrics, an info", "# TYPE b info\nb_info 1\n# EOF\n", "b_info"],
  ])("is looked for without a registry as well: %s", (_name, text, name) => {
    expect(rulesOf(text, { required: [name] })).toEqual([]);
    expect(rulesOf(text, { required: [`${name}_`] })).toEqual([`error required-metric ${name}_`]);
  });

  it("is not there by metadata alone, nor by a scrape before", () => {
    const text = "# TYPE a gauge\na 1\n";
    expect(rulesOf(text, { required: ["a"] })).toEqual([]);
    expect(rulesOf("# TYPE a gauge\nb 1\n", { required: ["a"] })).toEqual([
      "error required-metric a",
    ]);
  });

  it("is found by the name of its declaration", () => {
    const text = lines("# TYPE runs counter", "runs_total 1", "# EOF");
    expect(rulesOf(text, { registry, required: ["runs_total"] })).not.toContain(
      "error required-metric runs_total",
    );
  });

  it("is not missed in what could not be read", () => {
    expect(rulesOf("jobs{\n", { registry, required: ["jobs"], minCoverage: 100 })).toEqual([
      "error syntax ",
    ]);
  });
});

describe("the least coverage", () => {
  it.each([
    [33, []],
    [33.4, ["error min-coverage "]],
    [100, ["error min-coverage "]],
    [0, []],
  ])("of %d %%", (minCoverage, want) => {
    const levels = { "unseen-metric": "off" } as const;
    expect(rulesOf(payload, { registry, levels, minCoverage })).toEqual(want);
  });

  it("is said in figures that never read as enough", () => {
    const { findings } = checkExposition(payload, { registry, minCoverage: 33.34 });
    expect(findings.find(({ rule }) => rule === "min-coverage")).toMatchObject({
      message: "1 of 3 declared metrics are seen, 33.3 %: expected at least 33.34 %",
      notes: ["absent: runs_total, latency_seconds"],
    });
  });

  it("is reached by a registry that declares nothing, and of no matter without one", () => {
    expect(rulesOf("up 1\n", { registry: registryOf({ metrics: {} }), minCoverage: 100 })).toEqual([
      "error undeclared-metric up",
    ]);
    expect(rulesOf("up 1\n", { minCoverage: 100 })).toEqual([]);
  });
});

describe("an empty exposition", () => {
  it("is an error with a registry and without, and has a level", () => {
    const optional = registryOf({ metrics: { a: { type: "gauge", presence: "after-event" } } });
    expect(rulesOf("", {})).toEqual(["error empty-exposition "]);
    expect(rulesOf("# TYPE a gauge\n", {})).toEqual(["error empty-exposition "]);
    expect(rulesOf("# EOF\n", { registry: optional })).toEqual([
      "info unseen-metric a",
      "error empty-exposition ",
    ]);
    expect(rulesOf("", { levels: { "empty-exposition": "info" } })).toEqual([
      "info empty-exposition ",
    ]);
  });
});
