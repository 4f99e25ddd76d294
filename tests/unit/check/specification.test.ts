import { describe, expect, it } from "vitest";
import { checkExposition } from "../../../src/check/index.js";

const lines = (...text: string[]): string => `${text.join("\n")}\n`;

function findingsOf(text: string) {
  return checkExposition(text).findings.map(({ fingerprint, excerpt, ...rest }) => rest);
}

/** A histogram with these buckets, and a count. */
const histogram = (buckets: readonly (readonly [string, number])[], count: number): string =>
  lines(
    "# TYPE t histogram",
    ...buckets.map(([le, value]) => `t_bucket{le="${le}"} ${value}`),
    "t_sum 1",
    `t_count ${count}`,
  );

describe("the specification's rules for text, one by one, at their exact place", () => {
  it.each([
    {
      name: "a second TYPE line",
      text: lines("# TYPE a counter", "# TYPE a gauge", "a 1"),
      want: {
        rule: "spec/repeated-metadata",
        severity: "error",
        metric: "a",
        label: "TYPE",
        message: "a has a second TYPE line",
        line: 2,
        column: 8,
        length: 1,
        notes: ["the first says counter"],
      },
    },
    {
      name: "a second HELP line",
      text: lines("# HELP a One.", "# HELP a Two.", "a 1"),
      want: {
        rule: "spec/repeated-metadata",
        severity: "error",
        metric: "a",
        label: "HELP",
        message: "a has a second HELP line",
        line: 2,
        column: 8,
        length: 1,
      },
    },
    {
      name: "TYPE after a sample",
      text: lines("a 1", "# TYPE a counter"),
      want: {
        rule: "spec/late-type",
        severity: "error",
        metric: "a",
        message: "TYPE of a comes after its first sample",
        line: 2,
        column: 8,
        length: 1,
      },
    },
    {
      name: "HELP after a sample",
      text: lines("a 1", "# HELP a A."),
      want: {
        rule: "spec/late-help",
        severity: "warning",
        metric: "a",
        message: "HELP of a comes after its first sample",
        line: 2,
        column: 8,
        length: 1,
      },
    },
    {
      name: "a family in two places",
      text: lines("a 1", "bc 1", 'a{x="1"} 1'),
      want: {
        rule: "spec/interleaved-family",
        severity: "error",
        metric: "a",
        message: "a goes on here after lines of another metric family",
        line: 3,
        column: 1,
        length: 1,
        notes: ["it began on line 1"],
      },
    },
    {
      name: "a series twice, its labels in another order",
      text: lines('ab{x="1",y="2"} 1', 'ab{y="2",x="1"} 2'),
      want: {
        rule: "spec/duplicate-series",
        severity: "error",
        metric: "ab",
        message: "series of ab stands twice: the same labels as on line 1",
        line: 2,
        column: 1,
        length: 2,
      },
    },
    {
      name: "a series twice, where an empty label is as none",
      text: lines("ab 1", 'ab{x=""} 2'),
      want: {
        rule: "spec/duplicate-series",
        severity: "error",
        metric: "ab",
        message: "series of ab stands twice: the same labels as on line 1",
        line: 2,
        column: 1,
        length: 2,
      },
    },
    {
      name: "a series twice, in another order, behind others with the same last labels",
      text: lines(
        'ab{x="1",y="1",z="1"} 1',
        'ab{x="2",y="1",z="1"} 2',
        'ab{x="2",y="1",z="2"} 3',
        'ab{x="3",y="1",z="2"} 4',
        'ab{x="3",y="2",z="2"} 5',
        'ab{y="2",z="2",x="3"} 6',
      ),
      want: {
        rule: "spec/duplicate-series",
        severity: "error",
        metric: "ab",
        message: "series of ab stands twice: the same labels as on line 5",
        line: 6,
        column: 1,
        length: 2,
      },
    },
    {
      name: "a histogram without +Inf, at its first sample",
      text: histogram([["1", 3]], 3),
      want: {
        rule: "spec/histogram-inf",
        severity: "error",
        metric: "t",
        message: 'histogram t has no bucket with le="+Inf"',
        line: 2,
        column: 1,
        length: 8,
      },
    },
    {
      name: "buckets that fall",
      text: histogram(
        [
          ["1", 3],
          ["2", 2],
          ["+Inf", 3],
        ],
        3,
      ),
      want: {
        rule: "spec/histogram-cumulative",
        severity: "error",
        metric: "t",
        message: 'bucket le="2" of t counts 2, bucket le="1" 3: buckets are cumulative',
        line: 3,
        column: 18,
        length: 1,
      },
    },
    {
      name: "buckets out of order",
      text: histogram(
        [
          ["10", 3],
          ["2", 2],
          ["+Inf", 3],
        ],
        3,
      ),
      want: {
        rule: "spec/bucket-order",
        severity: "error",
        metric: "t",
        message: "le 2 of t comes after 10: expected rising order",
        line: 3,
        column: 1,
        length: 8,
      },
    },
    {
      name: "a bucket twice",
      text: histogram(
        [
          ["1", 3],
          ["1.0", 3],
          ["+Inf", 3],
        ],
        3,
      ),
      want: {
        rule: "spec/duplicate-series",
        severity: "error",
        metric: "t",
        message: 'bucket le="1" of t stands twice with the same labels',
        line: 3,
        column: 1,
        length: 8,
      },
    },
    {
      name: "+Inf that differs from the count",
      text: histogram([["+Inf", 3]], 4),
      want: {
        rule: "spec/histogram-count",
        severity: "error",
        metric: "t",
        message: 'count of t is 4, its bucket le="+Inf" 3: expected the same',
        line: 4,
        column: 9,
        length: 1,
      },
    },
    {
      name: "a negative bucket",
      text: histogram(
        [
          ["1", -1],
          ["+Inf", 3],
        ],
        3,
      ).replace("t_sum 1\n", ""),
      want: {
        rule: "spec/histogram-value",
        severity: "error",
        metric: "t",
        message: "bucket of t is -1: a count of observations is not negative",
        line: 2,
        column: 18,
        length: 2,
      },
    },
    {
      name: "a bucket without le",
      text: lines(
        "# TYPE t histogram",
        "t_bucket 3",
        't_bucket{le="+Inf"} 3',
        "t_sum 1",
        "t_count 3",
      ),
      want: {
        rule: "spec/bucket-label",
        severity: "error",
        metric: "t",
        label: "le",
        message: "sample of t has no label le: expected an upper bound, a decimal number",
        line: 2,
        column: 1,
        length: 8,
      },
    },
    {
      name: "an le that is no number",
      text: lines("# TYPE t histogram", 't_bucket{le="fast"} 3', 't_bucket{le="+Inf"} 3'),
      want: {
        rule: "spec/bucket-label",
        severity: "error",
        metric: "t",
        label: "le",
        value: "fast",
        message: 'le of t is "fast": expected an upper bound, a decimal number',
        line: 2,
        column: 14,
        length: 4,
      },
    },
    {
      name: "a quantile that is no number",
      text: lines("# TYPE s summary", 's{quantile="median"} 3'),
      want: {
        rule: "spec/quantile-label",
        severity: "error",
        metric: "s",
        label: "quantile",
        value: "median",
        message: 'quantile of s is "median": expected a quantile, a decimal number',
        line: 2,
        column: 13,
        length: 6,
      },
    },
    {
      name: "a summary's own name without quantile",
      text: lines("# TYPE s summary", "s 3"),
      want: {
        rule: "spec/foreign-sample",
        severity: "warning",
        metric: "s",
        message:
          "s is of type summary, which has no sample under its own name without the label quantile",
        line: 2,
        column: 1,
        length: 1,
      },
    },
    {
      name: "a bucket beside a summary",
      text: lines(
        "# TYPE s summary",
        's_bucket{a="b",le="1"} 0',
        's_bucket{le="2"} 1',
        "s_count 1",
      ),
      want: {
        rule: "spec/foreign-sample",
        severity: "warning",
        metric: "s_bucket",
        message:
          "s_bucket has the label le, but s is of type summary: expected buckets of a histogram",
        line: 2,
        column: 1,
        length: 8,
        notes: ["s began on line 1"],
      },
    },
    {
      name: "a negative counter",
      text: lines("# TYPE c counter", "c -3"),
      want: {
        rule: "spec/counter-value",
        severity: "warning",
        metric: "c",
        message: "counter c is -3: expected a number that is not negative",
        line: 2,
        column: 3,
        length: 2,
      },
    },
    {
      name: "a counter that is NaN",
      text: lines("# TYPE c counter", "c NaN"),
      want: {
        rule: "spec/counter-value",
        severity: "warning",
        metric: "c",
        message: "counter c is NaN: expected a number that is not negative",
        line: 2,
        column: 3,
        length: 3,
      },
    },
    {
      name: "a negative count of a summary",
      text: lines("# TYPE s summary", "s_sum 1", "s_count -1"),
      want: {
        rule: "spec/summary-value",
        severity: "warning",
        metric: "s",
        message: "count of s is -1: a count of observations is not negative",
        line: 3,
        column: 9,
        length: 2,
      },
    },
  ])("$name", ({ text, want }) => {
    expect(findingsOf(text)).toEqual([want]);
  });

  it("tells which buckets are not cumulative, where the higher one stands first", () => {
    const buckets: [string, number][] = [
      ["10", 2],
      ["2", 3],
      ["+Inf", 3],
    ];
    expect(findingsOf(histogram(buckets, 3)).map(({ line, message }) => [line, message])).toEqual([
      [3, "le 2 of t comes after 10: expected rising order"],
      [3, 'bucket le="2" of t counts 3, bucket le="10" 2: buckets are cumulative'],
    ]);
  });
});

describe("what conforms", () => {
  it.each([
    {
      name: "HELP and TYPE of another family in between",
      text: lines("# HELP a A.", "# TYPE b gauge", "# TYPE a gauge", "a 1", "b 1"),
    },
    { name: "an empty HELP, then one with text", text: lines("# HELP a", "# HELP a A.", "a 1") },
    {
      name: "a gauge beside a histogram that could have it as a sample",
      text: lines(
        "# TYPE t histogram",
        't_bucket{le="+Inf"} 1',
        "t_sum 1",
        "t_count 1",
        "# TYPE t_max gauge",
        "t_max 1",
      ),
    },
    {
      name: "sums before buckets, series by series",
      text: lines(
        "# TYPE t histogram",
        ...["a", "b"].flatMap((x) => [
          `t_sum{x="${x}"} 1`,
          `t_count{x="${x}"} 2`,
          `t_bucket{x="${x}",le="+Inf"} 2`,
        ]),
      ),
    },
    {
      name: "le anywhere among the labels",
      text: lines(
        "# TYPE t histogram",
        't_bucket{le="1",x="a"} 1',
        't_bucket{le="+Inf",x="a"} 2',
        't_sum{x="a"} 1',
        't_count{x="a"} 2',
      ),
    },
    {
      name: "parts of a histogram far apart",
      text: lines(
        "# TYPE t histogram",
        't_bucket{x="a",le="+Inf"} 1',
        't_bucket{x="b",le="+Inf"} 2',
        't_sum{x="a"} 1',
        't_sum{x="b"} 1',
        't_count{x="a"} 1',
        't_count{x="b"} 2',
      ),
    },
    {
      name: "a name in _bucket without le beside a gauge, and with le beside what has no TYPE",
      text: lines("# TYPE g gauge", "g 1", 'g_bucket{bucket="b"} 1', "h 1", 'h_bucket{le="1"} 1'),
    },
    { name: "le on a gauge: a label like any other", text: lines('g{le="1"} 1', 'g{le="2"} 1') },
    { name: "infinite counters", text: lines("# TYPE c counter", "c +Inf") },
  ])("$name", ({ text }) => {
    expect(findingsOf(text)).toEqual([]);
  });
});

describe("scattered histograms", () => {
  it("finds a count that differs, wherever it stands", () => {
    const text = lines(
      "# TYPE t histogram",
      't_bucket{x="a",le="+Inf"} 1',
      't_bucket{x="b",le="+Inf"} 2',
      't_count{x="b"} 2',
      't_count{x="a"} 3',
    );
    expect(findingsOf(text).map(({ rule, line }) => [rule, line])).toEqual([
      ["spec/histogram-count", 5],
    ]);
  });

  it("says how many series lack +Inf, at the first", () => {
    const text = lines(
      "# TYPE t histogram",
      ...["a", "b", "c"].map((x) => `t_bucket{x="${x}",le="1"} 1`),
    );
    expect(findingsOf(text).map(({ rule, line, count }) => [rule, line, count])).toEqual([
      ["spec/histogram-inf", 2, 3],
    ]);
  });

  it("still judges series beyond the limit, each by itself, and says so", () => {
    const series = ["a", "b", "c"].flatMap((x) => [
      `t_bucket{x="${x}",le="1"} 1`,
      `t_sum{x="${x}"} 1`,
      `t_count{x="${x}"} 1`,
    ]);
    const { findings } = checkExposition(lines("# TYPE t histogram", ...series), {
      maxTrackedSeries: 1,
    });
    expect(findings.map(({ rule, count }) => [rule, count])).toEqual([
      ["spec/histogram-inf", 3],
      ["series-limit", undefined],
    ]);
  });
});

describe("the report", () => {
  it("counts families, series and samples", () => {
    const text = lines(
      "# TYPE t histogram",
      't_bucket{le="1"} 1',
      't_bucket{le="+Inf"} 1',
      "t_sum 1",
      "t_count 1",
      "a 1",
      'a{x="1"} 1',
    );
    expect(checkExposition(text, { source: "metrics.prom" })).toEqual({
      source: "metrics.prom",
      format: "prometheus-text-1.0.0",
      bytes: text.length,
      families: 2,
      series: 3,
      samples: 6,
      coverage: { declared: 0, seen: [], absent: [], undeclared: [] },
      findings: [],
    });
  });

  it("keeps what was found before a syntax error, and its place", () => {
    const { findings, samples } = checkExposition(
      lines("# TYPE c counter", "c -3", 'c{x="é",y} 1', "c -4"),
    );
    expect(findings.map(({ rule, line, column }) => [rule, line, column])).toEqual([
      ["spec/counter-value", 2, 3],
      ["syntax", 3, 10],
    ]);
    expect(samples).toBe(1);
  });

  it("gives a code frame of a long line around what it is about", () => {
    const long = "é".repeat(500);
    const { findings } = checkExposition(lines("# TYPE c counter", `c{x="${long}"} -3`));
    expect(findings[0]).toMatchObject({ line: 2, column: 509, length: 2 });
    const { excerpt } = findings[0] ?? {};
    expect(excerpt?.cutLeft).toBe(true);
    expect(excerpt?.text.slice(509 - (excerpt?.column ?? 0))).toBe("-3");
  });
});
