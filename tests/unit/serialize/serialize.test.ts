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

  it("has a sample name once in OpenMetrics that two families have in text", () => {
    const payload = `# TYPE w histogram
w_bucket{le="+Inf"} 1
w_sum 2
w_count 1
# TYPE w_count counter
w_count 5
`;
    expect(rewritten(payload, text, { format: openMetrics })).toBe(`# TYPE w_bucket unknown
w_bucket{le="+Inf"} 1.0
# TYPE w_sum unknown
w_sum 2.0
# TYPE w_count unknown
w_count 5.0
# EOF
`);
    expect(lossesOf(payload, text, { format: openMetrics })).toContain(
      "sample w_count of w is left out: the name is taken",
    );
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

  it("of a stateset are no label that it has already", () => {
    const states = '# TYPE "a.b" stateset\n{"a.b",a_b="q","a.b"="on"} 1.0\n# EOF\n';
    expect(rewritten(states, openMetrics, { escaping: "underscores" })).toBe(
      '# TYPE U__a_2e_b stateset\nU__a_2e_b{a_b="q",U__a_2e_b="on"} 1.0\n# EOF\n',
    );
  });

  it("leave a unit out that no longer ends them", () => {
    const payload = "# TYPE a_my_unit gauge\n# UNIT a_my_unit my_unit\n# EOF\n";
    expect(rewritten(payload, openMetrics, { escaping: "dots" })).toBe(
      "# TYPE a__my__unit gauge\n# EOF\n",
    );
    expect(lossesOf(payload, openMetrics, { escaping: "dots" })).toContain(
      "unit of a_my_unit is left out: the name it is written under does not end in it",
    );
  });

  it("leave an exemplar out whose labels they would make too long", () => {
    const long = "é".repeat(40);
    const payload = `# TYPE a counter\na_total 1.0 # {"${long}"="x"} 1.0\n# EOF\n`;
    expect(rewritten(payload, openMetrics)).toBe(payload);
    expect(rewritten(payload, openMetrics, { escaping: "values" })).toBe(
      "# TYPE a counter\na_total 1.0\n# EOF\n",
    );
  });

  it.each([
    ["label with 😱", "label_with__", "label__with____", "U__label_20_with_20__1f631_"],
    ["花火", "__", "____", "U___82b1__706b_"],
    ["http.status:sum", "http_status:sum", "http_dot_status:sum", "U__http_2e_status:sum"],
    ["1a_b.c", "_a_b_c", "__a__b_dot_c", "U___31_a__b_2e_c"],
    ["a_b", "a_b", "a__b", "a_b"],
  ])("are escaped as Prometheus does: %s", (name, underscores, dots, values) => {
    for (const [escaping, escaped] of Object.entries({ underscores, dots, values })) {
      const options = { escaping: escaping as EscapingScheme }; // as the object above says
      expect(serializeExposition(gauges({}, name), options)).toContain(`\n${escaped} 1\n`);
    }
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
    ["half a surrogate pair in a label", gauges({ "x\ude00": "" }), "half a surrogate pair"],
    ["half a surrogate pair in a description", family({ help: "\udc00" }), "half a surrogate pair"],
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
    const exposition = family({ unit: "m/s" }, openMetrics);
    expect(String(caught(() => serializeExposition(exposition)))).toContain('"m/s" is no unit');
  });
});

describe("what a program without types hands over", () => {
  it.each([
    [undefined, "undefined"],
    [null, "null"],
    [Number.NaN, "number"],
    [7, "number"],
    [true, "boolean"],
    [{}, "object"],
    [Symbol("x"), "symbol"],
  ])("is refused where a label value is %s", (value, kind) => {
    const message = `label "a" of g is ${kind}: expected string`;
    expect(refusalOf(family({ series: [{ labels: { a: value }, value: 1 }] }))).toBe(message);
    // Also where the line before has the same label.
    const series = [
      { labels: { a: "x" }, value: 1 },
      { labels: { a: value }, value: 1 },
    ];
    expect(refusalOf(family({ series }))).toBe(message);
    const exemplar = { labels: { a: value }, value: 1 };
    const counter = { type: "counter", series: [{ labels: {}, value: 1, exemplar }] };
    expect(refusalOf(family(counter, openMetrics))).toBe(message);
  });

  it.each([
    [undefined, "undefined"],
    [null, "null"],
    ["1", "string"],
    [1n, "bigint"],
    [[], "object"],
  ])("is refused where a number is %s", (value, kind) => {
    const number = (what: string) => `${what} of g is ${kind}: expected number`;
    expect(refusalOf(family({ series: [{ labels: {}, value }] }))).toBe(number("a value"));
    const bucket = { upperBound: 1, count: value };
    const composite = { type: "histogram", series: [{ labels: {}, value: { buckets: [bucket] } }] };
    expect(refusalOf(family(composite))).toBe(number("a value"));
    const exemplar = { labels: {}, value };
    const counter = { type: "counter", series: [{ labels: {}, value: 1, exemplar }] };
    expect(refusalOf(family(counter, openMetrics))).toBe(number("an exemplar"));
    if (value === undefined) return;
    const timed = { series: [{ labels: {}, value: 1, timestamp: value }] };
    expect(refusalOf(family(timed))).toBe(number("a timestamp"));
    expect(refusalOf(family(timed, openMetrics))).toBe(number("a timestamp"));
  });

  it.each(["histogram", "summary", "stateset"])("is refused where a %s has a number", (type) => {
    const series = [{ labels: {}, value: 5 }];
    expect(refusalOf(family({ type, series }, openMetrics))).toBe(
      "a value of g is number: expected object",
    );
  });

  it("is refused where a state is no text, and where a bound is none", () => {
    const states = [{ labels: {}, value: [{ state: undefined, enabled: true }] }];
    expect(refusalOf(family({ type: "stateset", series: states }, openMetrics))).toBe(
      "a state of g is undefined: expected string",
    );
    const buckets = [{ upperBound: undefined, count: 1 }];
    const composite = { type: "histogram", series: [{ labels: {}, value: { buckets } }] };
    expect(refusalOf(family(composite))).toBe("a bound of g is undefined: expected number");
    const quantiles = [{ quantile: "0.5", value: 1 }];
    const summary = { type: "summary", series: [{ labels: {}, value: { quantiles } }] };
    expect(refusalOf(family(summary))).toBe("a quantile of g is string: expected number");
  });

  it.each([
    ["no series", family({ series: undefined })],
    ["a series that is none", family({ series: [null] })],
    ["a name that is a number", family({ name: 5 })],
    ["a type that is none", family({ type: "gauges" })],
    ["no type", family({ type: undefined })],
    ["a description that is none", family({ help: 5 })],
    ["a unit that is none", family({ unit: null }, openMetrics)],
    ["no families", { format: text }],
    ["no exposition", undefined],
  ])("is refused with an error of ours where there is %s", (_, exposition) => {
    // The point of these tests: it is none.
    const refusal = caught(() => serializeExposition(exposition as Exposition));
    expect(refusal).toBeInstanceOf(PromschemaError);
    expect(refusal).toMatchObject({ rule: "serialize/unwritable" });
  });

  it.each([
    [{ format: "json" }, '"json" is no format: expected one of prometheus-text-1.0.0, '],
    [{ format: "__proto__" }, '"__proto__" is no format'],
    [{ escaping: "none" }, '"none" is no escaping scheme: expected one of allow-utf-8, '],
    [{ escaping: null }, '"null" is no escaping scheme'],
  ])("is refused where the options are %j", (options, message) => {
    expect(refusalOf(gauges({}), options as SerializeOptions)).toContain(message);
  });

  it("may have labels that objects have", () => {
    const labels = { ["__proto__"]: "a", constructor: "b", toString: "c" };
    const written = serializeExposition(family({ series: [{ labels, value: 1 }] }));
    expect(written).toBe('# TYPE g gauge\ng{__proto__="a",constructor="b",toString="c"} 1\n');
  });

  it("has no time where it is endless or no number", () => {
    for (const timestamp of [Number.NaN, Infinity, -Infinity]) {
      for (const format of [text, openMetrics] as const) {
        const series = [{ labels: {}, value: 1, timestamp }];
        const written = safeSerializeExposition(family({ series }, format));
        expect(written.ok && written.value).toMatch(/^g 1(?:\.0)?$/m);
        expect(written.findings.map(({ message }) => message)).toEqual([
          "timestamp of g is left out: it is beyond what the format can hold",
        ]);
      }
    }
  });
});

/** An exposition of one family, with members as a program without types may make them. */
function family(members: object, format: Format = text): Exposition {
  const made = { name: "g", type: "gauge", series: [], ...members };
  return { format, families: [made as unknown as MetricFamily] };
}

function refusalOf(exposition: Exposition, options: SerializeOptions = {}): string {
  const refusal = caught(() => serializeExposition(exposition, options));
  return refusal instanceof PromschemaError ? refusal.findings[0].message : String(refusal);
}

function caught(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
}
