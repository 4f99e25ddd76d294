import { describe, expect, it } from "vitest";
import { PromschemaError } from "../../../src/diagnostics/index.js";
import {
  type EscapingScheme,
  type Exposition,
  type Format,
  formats,
  type Labels,
  type MetricFamily,
  parseExposition,
  type SerializeOptions,
  safeSerializeExposition,
  samplesOf,
  serializeExposition,
} from "../../../src/exposition/index.js";

const text = "prometheus-text-1.0.0";
const oldText = "prometheus-text-0.0.4";
const openMetrics = "openmetrics-1.0";

/** A payload of one format as it is written with options. */
function rewritten(payload: string, from: Format, options: SerializeOptions = {}): string {
  return serializeExposition(parseExposition(payload, { format: from }), options);
}

function lossesOf(payload: string, from: Format, options: SerializeOptions): string[] {
  const exposition = parseExposition(payload, { format: from });
  return safeSerializeExposition(exposition, options).findings.map(
    ({ rule, severity, message, count }) => {
      expect([rule, severity]).toEqual(["serialize/loss", "warning"]);
      return count === undefined ? message : `${message} (${count})`;
    },
  );
}

/** Names, labels and values, whatever family they are of. */
function samples(payload: string, format: Format): string[] {
  return Array.from(samplesOf(parseExposition(payload, { format })), ({ name, labels, value }) => {
    const bounds = Object.entries(labels).map(([label, it]) => `${label}=${Number(it) || it}`);
    return `${name} ${bounds.join()} ${value}`;
  }).sort();
}

function gauges(labels: Labels, name = "g"): Exposition {
  const family: MetricFamily = { name, type: "gauge", series: [{ labels, value: 1, line: 1 }] };
  return { format: text, families: [family] };
}

function histogram(labels: Labels): Exposition {
  const series = [{ labels, value: { buckets: [{ upperBound: 1, count: 1 }] }, line: 1 }];
  return { format: text, families: [{ name: "h", type: "histogram", series }] };
}

const everyType = `# HELP hits Hits of \\"the\\" page.\\nAll.
# TYPE hits counter
hits_total{code="200"} 3.0 1.5e+09 # {trace_id="a\\"b"} 0.5 1.5e+09
hits_created{code="200"} 1e+06 1.5e+09
# TYPE open gauge
open -0.5
# TYPE what unknown
what NaN
# TYPE build info
build_info{version="1"} 1.0
# TYPE mode stateset
mode{node="n",mode="on"} 1.0
mode{node="n",mode="off"} 0.0
# TYPE wait_seconds histogram
# UNIT wait_seconds seconds
wait_seconds_bucket{q="a",le="0.5"} 3 # {} 0.25
wait_seconds_bucket{q="a",le="+Inf"} 1000000
wait_seconds_sum{q="a"} 1.75
wait_seconds_count{q="a"} 1000000
wait_seconds_created{q="a"} 12345.6
# TYPE size gaugehistogram
size_bucket{le="1.0"} 2
size_bucket{le="+Inf"} 2
size_gsum -1.0
size_gcount 2
# TYPE lag summary
lag{quantile="0.5"} 0.0
lag_sum 1e-05
lag_count 1
# EOF
`;

describe("an exposition", () => {
  it("is written in OpenMetrics as it was, in the spelling of numbers that Go has", () => {
    expect(rewritten(everyType, openMetrics)).toBe(everyType);
  });

  it("is written in text with the names that its samples have there", () => {
    expect(
      rewritten(everyType, openMetrics, { format: oldText }),
    ).toBe(`# HELP hits_total Hits of "the" page.\\nAll.
# TYPE hits_total counter
hits_total{code="200"} 3 1500000000000
# TYPE open gauge
open -0.5
# TYPE what untyped
what NaN
# TYPE build_info gauge
build_info{version="1"} 1
# TYPE mode gauge
mode{node="n",mode="on"} 1
mode{node="n",mode="off"} 0
# TYPE wait_seconds histogram
wait_seconds_bucket{q="a",le="0.5"} 3
wait_seconds_bucket{q="a",le="+Inf"} 1e+06
wait_seconds_sum{q="a"} 1.75
wait_seconds_count{q="a"} 1e+06
# TYPE size_bucket gauge
size_bucket{le="1"} 2
size_bucket{le="+Inf"} 2
# TYPE size_gsum gauge
size_gsum -1
# TYPE size_gcount gauge
size_gcount 2
# TYPE lag summary
lag{quantile="0.5"} 0
lag_sum 1e-05
lag_count 1
`);
  });

  it("says what it lost on the way, once a metric and kind", () => {
    expect(lossesOf(everyType, openMetrics, { format: oldText })).toEqual([
      "type of build is written as gauge: the text formats have no info",
      "type of mode is written as gauge: the text formats have no stateset",
      "unit of wait_seconds is left out: the text formats have none",
      "type of size is written as gauge: the text formats have no gaugehistogram",
      "exemplar of hits_total is left out: the text formats have none",
      "creation time of hits_total is left out: the text formats have none",
      "exemplar of wait_seconds is left out: the text formats have none",
      "creation time of wait_seconds is left out: the text formats have none",
    ]);
    expect(lossesOf(everyType, openMetrics, {})).toEqual([]);
  });

  it("counts how often the same was lost", () => {
    const payload = `# TYPE a counter\na_total{b="1"} 1.0 # {} 1\na_total{b="2"} 1.0 # {} 1\n# EOF\n`;
    expect(lossesOf(payload, openMetrics, { format: text })).toEqual([
      "exemplar of a_total is left out: the text formats have none (2)",
    ]);
  });

  it("loses its _total in the name of an OpenMetrics counter, and takes in the creation times beside it", () => {
    const payload = `# TYPE hits_total counter
hits_total{a="1",b="2"} 3
hits_total{a="2",b="2"} 4
# TYPE hits_created gauge
hits_created{b="2",a="1"} 1700000000.123
`;
    expect(rewritten(payload, text, { format: openMetrics })).toBe(`# TYPE hits counter
hits_total{a="1",b="2"} 3.0
hits_created{a="1",b="2"} 1.700000000123e+09
hits_total{a="2",b="2"} 4.0
# EOF
`);
    expect(lossesOf(payload, text, { format: openMetrics })).toEqual([
      "type of hits_created is written as the creation times of hits",
    ]);
  });

  it.each([
    ["without _total", "# TYPE hits counter\nhits 1\n", "a counter ends in _total"],
    [
      "whose name without it is another family's",
      "# TYPE hits_total counter\nhits_total 1\n# TYPE hits gauge\nhits 2\n",
      "a counter would have a name that is taken",
    ],
    [
      "beside creation times of other series",
      '# TYPE hits_total counter\nhits_total{a="1"} 1\n# TYPE hits_created gauge\nhits_created 2\n',
      "a counter would have a name that is taken",
    ],
    [
      "that is negative",
      "# TYPE hits_total counter\nhits_total -1\n",
      "a counter has no values like these",
    ],
    [
      "whose _count is no whole number",
      '# TYPE wait histogram\nwait_bucket{le="+Inf"} 1.5\nwait_sum 2\nwait_count 1.5\n',
      "a histogram has no values like these",
    ],
    [
      "with a sum and no count",
      '# TYPE wait histogram\nwait_bucket{le="+Inf"} 1\nwait_sum 2\n',
      "a histogram has no values like these",
    ],
    [
      "with a sum and bounds below zero",
      '# TYPE wait histogram\nwait_bucket{le="-1"} 0\nwait_bucket{le="+Inf"} 1\nwait_sum 2\nwait_count 1\n',
      "a histogram has no values like these",
    ],
    [
      "without an endless bucket",
      '# TYPE wait histogram\nwait_bucket{le="1"} 1\n',
      "a histogram has no values like these",
    ],
    [
      "with a sample of its own name",
      '# TYPE wait histogram\nwait_bucket{le="+Inf"} 1\nwait 7\n',
      "a histogram has no values like these",
    ],
    [
      "with a quantile above one",
      '# TYPE wait summary\nwait{quantile="50"} 1\n',
      "a summary has no values like these",
    ],
    [
      "with a negative quantile",
      '# TYPE wait summary\nwait{quantile="0.5"} -1\n',
      "a summary has no values like these",
    ],
    [
      "whose sum is of an earlier time than its quantiles",
      '# TYPE wait summary\nwait{quantile="0.5"} 1 2000\nwait_sum 2 1000\n',
      "a summary has no values like these",
    ],
    [
      "with creation times that belong to none",
      '# TYPE wait summary\nwait{quantile="0.5"} 1\n# TYPE wait_created counter\nwait_created 2\n',
      "a summary would have a name that is taken",
    ],
  ])("is of unknown type in OpenMetrics where it is a family %s", (_, payload, why) => {
    const [, name = ""] = payload.split(" ", 3).slice(1);
    const options = { format: openMetrics } as const;
    const written = rewritten(payload, text, options);
    expect(written).not.toMatch(/ (?:counter|histogram|summary)$/m);
    expect(samples(written, openMetrics)).toEqual(samples(payload, text));
    expect(lossesOf(payload, text, options)[0]).toBe(
      `type of ${name} is written as unknown: in OpenMetrics ${why}`,
    );
  });

  it("has the last of several points in text", () => {
    const payload = `# TYPE a gauge
a{b="1"} 1.0 1.0
a{b="1"} 2.0 2.0
a{b="1"} 3.0 3.0
a{b="2"} 4.0 1.0
# EOF
`;
    expect(rewritten(payload, openMetrics, { format: text })).toBe(
      '# TYPE a gauge\na{b="1"} 3 3000\na{b="2"} 4 1000\n',
    );
    expect(lossesOf(payload, openMetrics, { format: text })).toEqual([
      "point of a is left out: the text formats have one a series, and the last is kept (2)",
    ]);
  });

  it("has its samples before their TYPE line where they were", () => {
    const payload = `a 1
# TYPE a counter
a{b="1"} 2
w_sum 3
# TYPE w summary
w{quantile="0.5"} 4
`;
    expect(rewritten(payload, text)).toBe(payload);
  });

  it.each([
    [1, "0.001"],
    [-1500, "-1.5"],
    [0, "0.0"],
    [1234567890, "1.23456789e+06"],
    [1700000000123, "1.700000000123e+09"],
    [9007199254740991, "9.007199254740991e+12"],
  ])("has %d milliseconds as %s seconds in OpenMetrics", (milliseconds, seconds) => {
    const payload = `# TYPE g gauge\ng 1 ${milliseconds}\n`;
    const converted = rewritten(payload, text, { format: openMetrics });
    expect(converted).toBe(`# TYPE g gauge\ng 1.0 ${seconds}\n# EOF\n`);
    expect(rewritten(converted, openMetrics, { format: text })).toBe(payload);
  });

  it("has timestamps that are no whole milliseconds rounded in text, and none beyond 64 bits", () => {
    const payload = "# TYPE g gauge\ng 1.0 0.0015\n# TYPE h gauge\nh 1.0 1e300\n# EOF\n";
    expect(rewritten(payload, openMetrics, { format: text })).toBe(
      "# TYPE g gauge\ng 1 2\n# TYPE h gauge\nh 1\n",
    );
    expect(lossesOf(payload, openMetrics, { format: text })).toEqual([
      "timestamp of g is rounded to milliseconds",
      "timestamp of h is left out: it is beyond what the format can hold",
    ]);
  });

  it.each(["9223372036854775807", "-9223372036854775808", "9007199254740993"])(
    "keeps the timestamp %s, as near as a number can",
    (timestamp) => {
      const again = rewritten(`# TYPE g gauge\ng 1 ${timestamp}\n`, text);
      const read = /^g 1 (.*)$/m.exec(again)?.[1];
      expect(Number(read)).toBe(Number(timestamp));
      expect(BigInt.asIntN(64, BigInt(read ?? ""))).toBe(BigInt(read ?? ""));
    },
  );

  it("keeps label values and names of any characters", () => {
    const payload = `# TYPE "a.b" gauge
{"a.b"} 1
{"a.b","c d"="x\\\\y\\"z\\n","é"="😀\u0000"} 2
`;
    expect(rewritten(payload, text)).toBe(payload);
  });

  it("has blanks before a HELP text in OpenMetrics alone", () => {
    const payload = "# HELP g   Three.\n# TYPE g gauge\n# EOF\n";
    expect(rewritten(payload, openMetrics)).toBe(payload);
    expect(rewritten(payload, openMetrics, { format: text })).toBe(
      "# HELP g Three.\n# TYPE g gauge\n",
    );
    expect(lossesOf(payload, openMetrics, { format: text })).toEqual([
      "blanks of g before its description are left out",
    ]);
  });

  it("is read again when it is longer than what is written at once", () => {
    const series = Array.from({ length: 30_000 }, (_, index) => ({
      labels: { same: "x".repeat(90), other: index % 1000 === 0 ? "é" : `${index % 7}` },
      value: index,
      line: index + 2,
    }));
    const exposition: Exposition = {
      format: text,
      families: [{ name: "g", type: "gauge", series }],
    };
    const written = serializeExposition(exposition);
    expect(written.length).toBeGreaterThan(3e6);
    expect(parseExposition(written)).toEqual(exposition);
  });

  it("is nothing but the end of OpenMetrics when it is empty", () => {
    const nothing: Exposition = { format: text, families: [] };
    const written = formats.map((format) => serializeExposition(nothing, { format }));
    expect(written.sort()).toEqual(["", "", "# EOF\n"]);
  });
});

describe("names that need quotes", () => {
  const payload = `# TYPE "http.hits_total" counter
{"http.hits_total","status code"="200",a_b="1"} 1
`;

  it.each([
    [text, undefined, payload],
    [
      oldText,
      undefined,
      '# TYPE http_hits_total counter\nhttp_hits_total{status_code="200",a_b="1"} 1\n',
    ],
    [
      oldText,
      "allow-utf-8",
      '# TYPE http_hits_total counter\nhttp_hits_total{status_code="200",a_b="1"} 1\n',
    ],
    [
      text,
      "dots",
      '# TYPE http_dot_hits__total counter\nhttp_dot_hits__total{status__code="200",a__b="1"} 1\n',
    ],
    [
      text,
      "values",
      '# TYPE U__http_2e_hits__total counter\nU__http_2e_hits__total{U__status_20_code="200",a_b="1"} 1\n',
    ],
    [
      openMetrics,
      "values",
      '# TYPE U__http_2e_hits_ counter\nU__http_2e_hits__total{U__status_20_code="200",a_b="1"} 1.0\n# EOF\n',
    ],
  ] satisfies [Format, EscapingScheme | undefined, string][])(
    "are written in %s by the scheme %s",
    (format, scheme, expected) => {
      const escaping = scheme === undefined ? {} : { escaping: scheme };
      expect(rewritten(payload, text, { format, ...escaping })).toBe(expected);
    },
  );

  it("say how they are written", () => {
    expect(lossesOf(payload, text, { format: oldText })).toEqual([
      "name of http.hits_total is written http_hits_total",
      'label "status code" of http_hits_total is written status_code',
    ]);
  });

  it("stay apart where a scheme would make two of them one", () => {
    const alike = `# TYPE "a.b" gauge
{"a.b","l.m"="1","l-m"="2"} 1
{"a.b",l_m="3"} 1
# TYPE a_b gauge
a_b 2
`;
    expect(rewritten(alike, text, { format: oldText })).toBe(`# TYPE U__a_2e_b gauge
U__a_2e_b{U__l_2e_m="1",U__l_2d_m="2"} 1
U__a_2e_b{l_m="3"} 1
# TYPE a_b gauge
a_b 2
`);
  });
});

describe("a model that no format can hold", () => {
  it.each([
    ["a family without a name", gauges({}, ""), "a metric family has no name"],
    ["a label without a name", gauges({ "": "x" }), '"" cannot be the name of a label of g'],
    [
      "a label called __name__",
      gauges({ __name__: "x" }),
      '"__name__" cannot be the name of a label of g',
    ],
    [
      "a label that is part of the value",
      histogram({ le: "x" }),
      '"le" cannot be the name of a label of h',
    ],
    ["half a surrogate pair in a value", gauges({ a: "x\ud83d" }), "half a surrogate pair"],
    ["half a surrogate pair in a name", gauges({}, "x\ude00"), "half a surrogate pair"],
  ])("is refused: %s", (_, exposition, message) => {
    const refusal = caught(() => serializeExposition(exposition));
    expect(refusal).toBeInstanceOf(PromschemaError);
    expect(refusal).toMatchObject({ rule: "serialize/unwritable" });
    expect(String(refusal)).toContain(message);
    expect(safeSerializeExposition(exposition)).toEqual({
      ok: false,
      findings: (refusal as PromschemaError).findings, // asserted above
    });
  });

  it("is refused for a unit that is no name, in OpenMetrics", () => {
    const family: MetricFamily = { name: "g", type: "gauge", unit: "m/s", series: [] };
    const exposition: Exposition = { format: openMetrics, families: [family] };
    expect(String(caught(() => serializeExposition(exposition)))).toContain('"m/s" is no unit');
  });
});

function caught(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
}
