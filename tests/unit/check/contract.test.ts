import { describe, expect, it } from "vitest";
import { type CheckOptions, checkExposition } from "../../../src/check/index.js";
import type { CompiledRegistry } from "../../../src/registry/index.js";
import { fleet, registryOf } from "./registry-fixture.js";

const lines = (...text: string[]): string => `${text.join("\n")}\n`;

/** The findings of a check, without what every one has. */
function findingsOf(text: string, options: CheckOptions = { registry: fleet }) {
  return checkExposition(text, options)
    .findings.filter(({ rule }) => rule !== "unseen-metric")
    .map(({ fingerprint, excerpt, declared, source, ...rest }) => rest);
}

const gauge = "# TYPE replicas gauge";

describe("the contract, rule by rule, at its exact place", () => {
  it.each([
    {
      name: "undeclared-metric, with the declared name that was meant",
      text: lines("# TYPE replica gauge", 'replica{model="a"} 1'),
      want: {
        rule: "undeclared-metric",
        severity: "error",
        metric: "replica",
        message: 'metric "replica" is not declared in fixture',
        hint: 'did you mean "replicas"?',
        line: 2,
        column: 1,
        length: 7,
        notes: ["replicas itself is absent: renamed?"],
      },
    },
    {
      name: "metric-type, at the type",
      text: lines("# TYPE replicas counter", 'replicas{model="a"} 1'),
      want: {
        rule: "metric-type",
        severity: "error",
        metric: "replicas",
        value: "counter",
        message: "replicas is a counter here, and declared a gauge",
        line: 1,
        column: 17,
        length: 7,
      },
    },
    {
      name: "metric-type of a family without TYPE, at its first sample",
      text: lines('replicas{model="a"} 1'),
      want: {
        rule: "metric-type",
        severity: "error",
        metric: "replicas",
        value: "unknown",
        message: "replicas has no TYPE line, so its type is unknown: it is declared a gauge",
        line: 1,
        column: 1,
        length: 8,
      },
    },
    {
      name: "missing-label, at the name of the series",
      text: lines(gauge, "replicas 1"),
      want: {
        rule: "missing-label",
        severity: "error",
        metric: "replicas",
        label: "model",
        message: 'replicas lacks its required label "model"',
        line: 2,
        column: 1,
        length: 8,
      },
    },
    {
      name: "missing-label where the label is there and empty",
      text: lines(gauge, 'replicas{model=""} 1'),
      want: {
        rule: "missing-label",
        severity: "error",
        metric: "replicas",
        label: "model",
        message: 'the required label "model" of replicas is empty, which counts as absent',
        line: 2,
        column: 10,
        length: 5,
      },
    },
    {
      name: "undeclared-label, at its name",
      text: lines(gauge, 'replicas{model="a",zone="x"} 1'),
      want: {
        rule: "undeclared-label",
        severity: "error",
        metric: "replicas",
        label: "zone",
        message: 'replicas has the label "zone", which is not declared for it',
        line: 2,
        column: 20,
        length: 4,
        notes: ["declared: model, env?, phase?"],
      },
    },
    {
      name: "a renamed label is one finding, not two",
      text: lines(gauge, 'replicas{modle="a"} 1'),
      want: {
        rule: "undeclared-label",
        severity: "error",
        metric: "replicas",
        label: "modle",
        message: 'replicas has the label "modle", which is not declared for it',
        hint: 'did you mean "model"?',
        line: 2,
        column: 10,
        length: 5,
        notes: ['the required label "model" is missing: renamed?'],
      },
    },
    {
      name: "label-value, with the allowed values and what they mean",
      text: lines(gauge, 'replicas{model="a",env="p",phase="promting"} 1'),
      want: {
        rule: "label-value",
        severity: "error",
        metric: "replicas",
        label: "phase",
        value: "promting",
        message: 'phase of replicas is "promting", which is not one of its values',
        hint: 'did you mean "promoting"?',
        line: 2,
        column: 35,
        length: 8,
        notes: ["allowed: promoting (being promoted to production), stable (serving)"],
      },
    },
    {
      name: "label-pattern",
      text: lines(
        "# TYPE requests_total counter",
        'requests_total{model="a",code="OK",async="true"} 1',
      ),
      want: {
        rule: "label-pattern",
        severity: "error",
        metric: "requests_total",
        label: "code",
        value: "OK",
        message: 'code of requests_total is "OK", which does not match its pattern',
        line: 2,
        column: 32,
        length: 2,
        notes: ["pattern: [1-5][0-9][0-9]"],
      },
    },
    {
      name: "label-type of a boolean",
      text: lines(
        "# TYPE requests_total counter",
        'requests_total{model="a",code="200",async="yes"} 1',
      ),
      want: {
        rule: "label-type",
        severity: "error",
        metric: "requests_total",
        label: "async",
        value: "yes",
        message: 'async of requests_total is "yes", which is no boolean',
        line: 2,
        column: 44,
        length: 3,
        notes: ["allowed: true, false"],
      },
    },
    {
      name: "label-type of an integer",
      text: lines("# TYPE utilization gauge", 'utilization{model="a",gpu="07"} 1'),
      want: {
        rule: "label-type",
        severity: "error",
        metric: "utilization",
        label: "gpu",
        value: "07",
        message: 'gpu of utilization is "07", which is no integer',
        line: 2,
        column: 28,
        length: 2,
        notes: ["allowed: whole numbers, as -3, 0 or 42"],
      },
    },
    {
      name: "label-requires, where the other is empty",
      text: lines(gauge, 'replicas{model="a",env="prod",phase=""} 1'),
      want: {
        rule: "label-requires",
        severity: "error",
        metric: "replicas",
        label: "env",
        message: 'replicas has the label "env" without "phase": they go together',
        hint: "set both, or leave both empty",
        line: 2,
        column: 20,
        length: 3,
      },
    },
    {
      name: "value-bounds, at the value",
      text: lines("# TYPE utilization gauge", 'utilization{model="a",gpu="0"} 140'),
      want: {
        rule: "value-bounds",
        severity: "error",
        metric: "utilization",
        message: "utilization is 140: expected 0 to 100",
        line: 2,
        column: 32,
        length: 3,
      },
    },
    {
      name: "value-bounds of NaN",
      text: lines(gauge, 'replicas{model="a"} NaN'),
      want: {
        rule: "value-bounds",
        severity: "error",
        metric: "replicas",
        message: "replicas is NaN: expected at least 0",
        line: 2,
        column: 21,
        length: 3,
      },
    },
    {
      name: "value-integer",
      text: lines(gauge, 'replicas{model="a"} 2.5'),
      want: {
        rule: "value-integer",
        severity: "error",
        metric: "replicas",
        message: "replicas is 2.5: expected a whole number",
        line: 2,
        column: 21,
        length: 3,
      },
    },
    {
      name: "bucket-bounds",
      text: lines(
        "# TYPE latency_seconds histogram",
        'latency_seconds_bucket{model="a",le="0.1"} 1',
        'latency_seconds_bucket{model="a",le="0.3"} 1',
        'latency_seconds_bucket{model="a",le="+Inf"} 1',
        'latency_seconds_sum{model="a"} 1',
        'latency_seconds_count{model="a"} 1',
      ),
      want: {
        rule: "bucket-bounds",
        severity: "error",
        metric: "latency_seconds",
        label: "le",
        value: "0.3",
        message: 'latency_seconds has le="0.3", which is not declared',
        line: 3,
        column: 38,
        length: 3,
        notes: ["declared: 0.1, 1"],
      },
    },
    {
      name: "summary-quantiles",
      text: lines("# TYPE size_bytes summary", 'size_bytes{model="a",quantile="0.42"} 1'),
      want: {
        rule: "summary-quantiles",
        severity: "error",
        metric: "size_bytes",
        label: "quantile",
        value: "0.42",
        message: 'size_bytes has quantile="0.42", which is not declared',
        line: 2,
        column: 32,
        length: 4,
        notes: ["declared: 0.5, 0.9"],
      },
    },
  ])("$name", ({ text, want }) => {
    const { notes, ...rest } = want;
    expect(findingsOf(text)).toEqual([notes === undefined ? rest : { ...rest, notes }]);
  });

  it("names the place in the registry that was broken", () => {
    const { findings } = checkExposition(lines(gauge, "replicas 1"), { registry: fleet });
    expect(findings[0]?.declared).toEqual({ source: "fixture.yaml", line: 7, column: 3 });
  });
});

describe("what conforms", () => {
  it.each([
    {
      name: "a label left out, or empty",
      text: lines(gauge, 'replicas{model="a",phase="",env=""} 1'),
    },
    { name: "target labels", text: lines(gauge, 'replicas{job="j",instance="i:1",model="a"} 1') },
    {
      name: "an undeclared label that is empty",
      text: lines(gauge, 'replicas{model="a",zone=""} 1'),
    },
    {
      name: "a histogram, with bounds spelled otherwise than declared",
      text: lines(
        "# TYPE latency_seconds histogram",
        'latency_seconds_bucket{model="a",le="1e-1"} 1',
        'latency_seconds_bucket{model="a",le="1.0"} 1',
        'latency_seconds_bucket{model="a",le="+Inf"} 1',
        'latency_seconds_sum{model="a"} 1',
        'latency_seconds_count{model="a"} 1',
      ),
    },
    {
      name: "a summary",
      text: lines(
        "# TYPE size_bytes summary",
        'size_bytes{model="a",quantile="0.5"} 1',
        'size_bytes_sum{model="a"} 1',
        'size_bytes_count{model="a"} 1',
      ),
    },
    {
      name: "the creation times that some writers add as gauges",
      text: lines(
        "# TYPE requests_total counter",
        'requests_total{model="a",code="200",async="true"} 1',
        "# TYPE requests_created gauge",
        'requests_created{model="a",code="200",async="true"} 1.7e9',
        "# TYPE latency_seconds_created gauge",
        'latency_seconds_created{model="a"} 1.7e9',
      ),
    },
    {
      name: "a counter in OpenMetrics, whose family goes without _total",
      text: lines(
        "# TYPE requests counter",
        'requests_total{model="a",code="200",async="true"} 1',
        'requests_created{model="a",code="200",async="true"} 1.7e9',
        "# EOF",
      ),
    },
  ])("$name", ({ text }) => {
    expect(findingsOf(text)).toEqual([]);
  });

  it("labels allowed by option, and no others", () => {
    const text = lines(gauge, 'replicas{model="a",zone="x",pod="y"} 1');
    const found = findingsOf(text, { registry: fleet, allowLabels: ["zone"] });
    expect(found.map(({ rule, label }) => [rule, label])).toEqual([["undeclared-label", "pod"]]);
  });
});

describe("a payload without types", () => {
  it("takes the three families of a histogram for one metric, and says once that it is untyped", () => {
    const text = lines(
      'latency_seconds_bucket{model="a",le="+Inf"} 1',
      'latency_seconds_sum{model="a"} 1',
      'latency_seconds_count{model="a"} 1',
    );
    expect(findingsOf(text).map(({ rule, metric, count }) => [rule, metric, count])).toEqual([
      ["metric-type", "latency_seconds", 3],
    ]);
  });
});

describe("presence", () => {
  const registry: CompiledRegistry = registryOf({
    metrics: {
      always_here: { type: "gauge", description: "A." },
      later: { type: "counter", description: "B.", presence: "after-event" },
      flagged: { type: "gauge", description: "C.", presence: { conditional: "behind a flag" } },
      states: {
        type: "gauge",
        description: "D.",
        labels: [{ name: "state", enum: { up: { presence: "always" }, down: {} } }],
      },
    },
  });

  it("tells absent metrics by their presence, after everything that has a line", () => {
    const text = lines("# TYPE states gauge", 'states{state="down"} 1');
    expect(
      checkExposition(text, { registry }).findings.map(({ rule, severity, metric, value }) => ({
        rule,
        severity,
        metric,
        value,
      })),
    ).toEqual([
      { rule: "absent-metric", severity: "error", metric: "always_here", value: undefined },
      { rule: "unseen-metric", severity: "info", metric: "later", value: undefined },
      { rule: "unseen-metric", severity: "info", metric: "flagged", value: undefined },
      { rule: "absent-value", severity: "error", metric: "states", value: "up" },
    ]);
  });

  it("reports coverage in order of declaration", () => {
    const text = lines("# TYPE states gauge", 'states{state="up"} 1', "other 1");
    expect(checkExposition(text, { registry }).coverage).toEqual({
      declared: 4,
      seen: ["states"],
      absent: ["always_here", "later", "flagged"],
      undeclared: ["other"],
    });
  });

  it("does not count a family without samples as seen", () => {
    const { coverage } = checkExposition("# TYPE always_here gauge\n", { registry });
    expect(coverage.seen).toEqual([]);
  });

  it("says of a renamed metric in one finding that the declared one is absent", () => {
    const text = lines("# TYPE alway_here gauge", "alway_here 1", 'states{state="up"} 1');
    const found = checkExposition(text, { registry }).findings.filter(
      ({ severity, rule }) => severity === "error" && rule !== "metric-type",
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      rule: "undeclared-metric",
      hint: 'did you mean "always_here"?',
      notes: ["always_here itself is absent: renamed?"],
    });
  });

  it("folds the absence of everything into one finding for an empty payload", () => {
    expect(
      checkExposition("", { registry }).findings.map(({ rule, message }) => [rule, message]),
    ).toEqual([
      [
        "absent-metric",
        "no declared metric is in this exposition: it has no samples, and 2 metrics should always be there",
      ],
      ["empty-exposition", "the exposition has no samples: nothing was checked"],
    ]);
  });

  it("claims no absence where the payload broke off", () => {
    const { findings, coverage } = checkExposition('states{state="up} 1\n', { registry });
    expect(findings.map(({ rule }) => rule)).toEqual(["syntax"]);
    expect(coverage.absent).toHaveLength(4);
  });
});

describe("cardinality", () => {
  const registry = registryOf({
    metrics: {
      jobs: {
        type: "gauge",
        description: "Jobs.",
        maxSeries: 2,
        labels: [{ name: "id", maxValues: 2 }],
      },
    },
  });

  it("keeps metrics and labels within their budgets, and counts in full", () => {
    const text = lines(
      "# TYPE jobs gauge",
      ...["a", "b", "c", "d"].map((id) => `jobs{id="${id}"} 1`),
    );
    expect(findingsOf(text, { registry })).toEqual([
      {
        rule: "max-series",
        severity: "error",
        metric: "jobs",
        message: "jobs has 4 series: at most 2 are declared",
        line: 4,
        column: 1,
        length: 4,
      },
      {
        rule: "max-values",
        severity: "error",
        metric: "jobs",
        label: "id",
        message: "id of jobs has 4 values: at most 2 are declared",
      },
    ]);
  });

  it("counts a histogram as one series", () => {
    const histogram = registryOf({
      metrics: { t: { type: "histogram", description: "T.", maxSeries: 1 } },
    });
    const text = lines(
      "# TYPE t histogram",
      't_bucket{le="1"} 1',
      't_bucket{le="+Inf"} 1',
      "t_sum 1",
      "t_count 1",
    );
    expect(findingsOf(text, { registry: histogram })).toEqual([]);
  });
});

describe("folding and levels", () => {
  it("counts series, not samples, that break the same promise", () => {
    const series = ["a", "b", "c"].map(
      (model) => `replicas{model="${model}",env="p",phase="off"} 1`,
    );
    const found = findingsOf(lines(gauge, ...series));
    expect(found.map(({ rule, count, line }) => [rule, count, line])).toEqual([
      ["label-value", 3, 2],
    ]);
  });

  it("finds a fault again in labels that lines share", () => {
    const text = lines(
      "# TYPE latency_seconds histogram",
      ...["a", "b"].flatMap((model) => [
        `latency_seconds_bucket{zone="z",model="${model}",le="+Inf"} 1`,
        `latency_seconds_sum{zone="z",model="${model}"} 1`,
        `latency_seconds_count{zone="z",model="${model}"} 1`,
      ]),
    );
    expect(findingsOf(text).map(({ rule, count }) => [rule, count])).toEqual([
      ["undeclared-label", 2],
    ]);
  });

  it("takes levels from the options", () => {
    const text = lines(gauge, 'replicas{model="a",zone="z"} 2.5');
    const found = findingsOf(text, {
      registry: fleet,
      levels: { "undeclared-label": "off", "value-integer": "info" },
    });
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["value-integer", "info"],
    ]);
  });

  it("checks the description where its rule is on", () => {
    const text = lines("# HELP replicas Some replicas.", gauge, 'replicas{model="a"} 1');
    const found = findingsOf(text, {
      registry: fleet,
      levels: { "metric-description": "warning" },
    });
    expect(found).toEqual([
      {
        rule: "metric-description",
        severity: "warning",
        metric: "replicas",
        message: 'HELP of replicas is "Some replicas.": expected "Replicas."',
        line: 1,
        column: 17,
        length: 14,
      },
    ]);
  });

  it("checks the unit in OpenMetrics, and holds nothing against a payload without one", () => {
    const text = (unit: string) =>
      lines(
        "# TYPE latency_seconds histogram",
        ...(unit === "" ? [] : [`# UNIT latency_seconds ${unit}`]),
        'latency_seconds_bucket{model="a",le="+Inf"} 1',
        'latency_seconds_count{model="a"} 1',
        'latency_seconds_sum{model="a"} 1',
        "# EOF",
      );
    const rules = (unit: string) => findingsOf(text(unit)).map(({ rule }) => rule);
    expect(rules("")).toEqual([]);
    expect(rules("seconds")).toEqual([]);
    expect(rules("milliseconds")).toContain("metric-unit");
  });

  it("says of the first thousand undeclared metrics what was meant, so that a payload cannot make the search endless", () => {
    const numbers = Array.from({ length: 300 }, (_, at) => at);
    const registry = registryOf({
      metrics: Object.fromEntries(numbers.map((at) => [`shop_thing_${at}`, { type: "gauge" }])),
    });
    const misspelt = [..."abcdefg"].flatMap((letter) =>
      numbers.map((at) => `sho${letter}_thing_${at} 1`),
    );
    const found = findingsOf(lines(...misspelt), { registry, maxFindings: 100_000 });
    const undeclared = found.filter(({ rule }) => rule === "undeclared-metric");
    expect(undeclared).toHaveLength(2100);
    expect(undeclared.filter(({ hint }) => hint !== undefined)).toHaveLength(1000);
    expect(undeclared[999]?.hint).toBe('did you mean "shop_thing_99"?');
  });

  it("weighs the finding about unlisted findings like the heaviest of them", () => {
    const series = ["a", "b", "c"].map((phase) => `replicas{model="m",env="p",phase="${phase}"} 1`);
    const { findings } = checkExposition(lines(gauge, ...series), {
      registry: fleet,
      maxFindings: 1,
    });
    expect(findings.map(({ rule, severity }) => [rule, severity])).toContainEqual([
      "findings-limit",
      "error",
    ]);
  });
});

describe("names from the payload", () => {
  it.each(["__proto__", "constructor", "toString"])(
    "%s is a metric and a label like any other",
    (name) => {
      const registry = registryOf({
        metrics: Object.fromEntries([
          [name, { type: "gauge", description: "X.", labels: [{ name }] }],
        ]),
      });
      const rules = (text: string) => findingsOf(text, { registry }).map(({ rule }) => rule);
      const plain = name !== "__proto__";
      const lint = plain ? [] : ["reserved-label"];
      expect(rules(lines(`# TYPE ${name} gauge`, `${name}{${name}="1"} 1`))).toEqual(lint);
      expect(rules(lines(`# TYPE ${name} gauge`, `${name} 1`))).toEqual(["missing-label"]);
      expect(
        findingsOf(lines(`# TYPE ${name} gauge`, `${name} 1`)).map(({ rule }) => rule),
      ).toEqual(["undeclared-metric"]);
    },
  );
});

describe("a metric of a type that the text formats have not", () => {
  const registry = registryOf({
    metrics: {
      waiting: { type: "gaugehistogram", labels: [{ name: "queue" }] },
      build: { type: "info", labels: [{ name: "version" }] },
    },
  });

  it("is found in the gauges that its samples are written as", () => {
    const text = lines(
      "# TYPE waiting_bucket gauge",
      'waiting_bucket{queue="a",le="+Inf"} 1',
      "# TYPE waiting_gsum gauge",
      'waiting_gsum{queue="a"} 1',
      "# TYPE waiting_gcount gauge",
      'waiting_gcount{queue="a"} 1',
      "# TYPE build_info gauge",
      'build_info{version="1"} 1',
    );
    const { findings, coverage } = checkExposition(text, { registry });
    expect(findings).toEqual([]);
    expect(coverage.seen).toEqual(["waiting", "build"]);
  });

  it("is held to its labels there", () => {
    const text = lines("# TYPE waiting_gsum gauge", "waiting_gsum 1");
    const { findings } = checkExposition(text, { registry, levels: { "absent-metric": "off" } });
    expect(findings.map(({ rule, label }) => [rule, label])).toEqual([["missing-label", "queue"]]);
  });
});

describe("two metrics that one family name may mean", () => {
  it("are told apart by their type", () => {
    const registry = registryOf({
      metrics: {
        hits: { type: "counter", labels: [{ name: "path" }] },
        hits_total: { type: "gauge", presence: "after-event" },
      },
    });
    const text = lines("# TYPE hits counter", 'hits{path="/"} 1');
    const { findings, coverage } = checkExposition(text, { registry });
    expect(findings.map(({ rule }) => rule)).toEqual(["unseen-metric"]);
    expect(coverage.seen).toEqual(["hits"]);
  });

  it("are told apart by the format where both are counters: text writes a family's name as it is, OpenMetrics without _total", () => {
    const registry = registryOf({
      metrics: {
        hits: { type: "counter", presence: "after-event" },
        hits_total: { type: "counter", presence: "after-event" },
      },
    });
    const seen = (text: string) => checkExposition(text, { registry }).coverage.seen;
    expect(seen(lines("# TYPE hits counter", "hits 1"))).toEqual(["hits"]);
    expect(seen(lines("# TYPE hits_total counter", "hits_total 1"))).toEqual(["hits_total"]);
    expect(seen(lines("# TYPE hits counter", "hits_total 1", "# EOF"))).toEqual(["hits_total"]);
  });
});
