import { describe, expect, it } from "vitest";
import { type Exposition, parseExposition } from "../../../src/exposition/index.js";

/** The families read, as plain objects: labels of a null prototype compare by what they hold. */
function familiesIn(text: string, format: Exposition["format"]): unknown[] {
  return [...parseExposition(text, { format }).families];
}

interface FamilyCase {
  readonly name: string;
  readonly given: string;
  readonly want: readonly object[];
}

const text: readonly FamilyCase[] = [
  { name: "nothing", given: "", want: [] },
  { name: "blanks and comments alone", given: " \n\t\n# a\n", want: [] },
  {
    name: "a name without metadata",
    given: "a 1\n",
    want: [{ name: "a", type: "unknown", series: [{ labels: {}, value: 1, line: 1 }] }],
  },
  {
    name: "metadata without samples",
    given: "# HELP a Text.\n# TYPE a counter\n",
    want: [{ name: "a", type: "counter", help: "Text.", series: [] }],
  },
  {
    name: "HELP with escapes, with blanks before it and behind it",
    given: '# HELP a \t \\\\ \\n \\\\n "q" \\" \n',
    want: [{ name: "a", type: "unknown", help: '\\ \n \\n "q" \\" ', series: [] }],
  },
  {
    name: "an empty HELP, which is none",
    given: "# HELP a\n# HELP b \n",
    want: [
      { name: "a", type: "unknown", series: [] },
      { name: "b", type: "unknown", series: [] },
    ],
  },
  {
    name: "HELP of several words that has more than one blank",
    given: "# HELP a b  c\n",
    want: [{ name: "a", type: "unknown", help: "b  c", series: [] }],
  },
  {
    name: "two HELP lines, of which the last holds",
    given: "# HELP a b\n# HELP a c\n",
    want: [{ name: "a", type: "unknown", help: "c", series: [] }],
  },
  {
    name: "a histogram in its natural order",
    given:
      '# TYPE h histogram\nh_bucket{le="0.5"} 1\nh_bucket{le="1e0"} 2\nh_bucket{le="+Inf"} 3\nh_sum 4.5\nh_count 3\n',
    want: [
      {
        name: "h",
        type: "histogram",
        series: [
          {
            labels: {},
            value: {
              count: 3,
              sum: 4.5,
              buckets: [
                { upperBound: 0.5, count: 1 },
                { upperBound: 1, count: 2 },
                { upperBound: Infinity, count: 3 },
              ],
            },
            line: 2,
          },
        ],
      },
    ],
  },
  {
    name: "a histogram whose sum and count come first",
    given: '# TYPE h histogram\nh_count{a="b"} 3\nh_sum{a="b"} 4\nh_bucket{a="b",le="+Inf"} 3\n',
    want: [
      {
        name: "h",
        type: "histogram",
        series: [
          {
            labels: { a: "b" },
            value: { count: 3, sum: 4, buckets: [{ upperBound: Infinity, count: 3 }] },
            line: 2,
          },
        ],
      },
    ],
  },
  {
    name: "two histograms whose parts are mixed, with labels in another order",
    given: [
      "# TYPE h histogram",
      'h_sum{a="1",b="2"} 4',
      'h_bucket{a="x",le="+Inf"} 30',
      'h_bucket{le="+Inf",b="2",a="1"} 3',
      'h_count{a="x"} 30',
      'h_bucket{b="2",le="1",a="1"} 2',
      'h_count{b="2",a="1"} 3',
      'h_sum{a="x"} 40',
      "",
    ].join("\n"),
    want: [
      {
        name: "h",
        type: "histogram",
        series: [
          {
            labels: { a: "1", b: "2" },
            value: {
              count: 3,
              sum: 4,
              buckets: [
                { upperBound: Infinity, count: 3 },
                { upperBound: 1, count: 2 },
              ],
            },
            line: 2,
          },
          {
            labels: { a: "x" },
            value: { count: 30, sum: 40, buckets: [{ upperBound: Infinity, count: 30 }] },
            line: 3,
          },
        ],
      },
    ],
  },
  {
    name: "several points of a histogram, each with its own timestamp",
    given: [
      "# TYPE h histogram",
      'h_bucket{le="+Inf"} 1 10',
      "h_count 1 10",
      'h_bucket{le="+Inf"} 2 20',
      "h_count 2 20",
      "h_sum 5 10",
      "h_sum 6 20",
      "",
    ].join("\n"),
    want: [
      {
        name: "h",
        type: "histogram",
        series: [
          {
            labels: {},
            value: { count: 1, sum: 5, buckets: [{ upperBound: Infinity, count: 1 }] },
            timestamp: 10,
            line: 2,
          },
          {
            labels: {},
            value: { count: 2, sum: 6, buckets: [{ upperBound: Infinity, count: 2 }] },
            timestamp: 20,
            line: 4,
          },
        ],
      },
    ],
  },
  {
    name: "a bucket, a sum and a count that stand twice, and so begin a series each",
    given:
      '# TYPE h histogram\nh_bucket{le="1"} 1\nh_bucket{le="1.0"} 2\nh_sum 1\nh_sum 2\nh_count 1\nh_count 2\n',
    want: [
      {
        name: "h",
        type: "histogram",
        series: [
          {
            labels: {},
            value: { buckets: [{ upperBound: 1, count: 1 }], sum: 2, count: 1 },
            line: 2,
          },
          {
            labels: {},
            value: { buckets: [{ upperBound: 1, count: 2 }], sum: 1, count: 2 },
            line: 3,
          },
        ],
      },
    ],
  },
  {
    name: "a bucket that stands twice in falling order",
    given: '# TYPE h histogram\nh_bucket{le="5"} 1\nh_bucket{le="1"} 1\nh_bucket{le="5"} 2\n',
    want: [
      {
        name: "h",
        type: "histogram",
        series: [
          {
            labels: {},
            value: {
              buckets: [
                { upperBound: 5, count: 1 },
                { upperBound: 1, count: 1 },
              ],
            },
            line: 2,
          },
          { labels: {}, value: { buckets: [{ upperBound: 5, count: 2 }] }, line: 4 },
        ],
      },
    ],
  },
  {
    name: "a summary",
    given:
      '# TYPE s summary\ns{quantile="0.5",a="b"} 1\ns{a="b",quantile="0.9"} 2\ns_sum{a="b"} 3\ns_count{a="b"} 4\n',
    want: [
      {
        name: "s",
        type: "summary",
        series: [
          {
            labels: { a: "b" },
            value: {
              count: 4,
              sum: 3,
              quantiles: [
                { quantile: 0.5, value: 1 },
                { quantile: 0.9, value: 2 },
              ],
            },
            line: 2,
          },
        ],
      },
    ],
  },
  {
    name: "suffixes of a histogram that belong to nothing of the kind",
    given: "# TYPE g gauge\ng 1\ng_sum 2\ng_count 3\nh_bucket 4\n",
    want: ["g", "g_sum", "g_count", "h_bucket"].map((name, index) => ({
      name,
      type: index === 0 ? "gauge" : "unknown",
      series: [{ labels: {}, value: index + 1, line: index + 2 }],
    })),
  },
  {
    name: "a family of a name that would be a part of another, by its own TYPE line",
    given: "# TYPE h histogram\n# TYPE h_count gauge\nh_count 1\n",
    want: [
      { name: "h", type: "histogram", series: [] },
      { name: "h_count", type: "gauge", series: [{ labels: {}, value: 1, line: 3 }] },
    ],
  },
  {
    name: "the same with the TYPE lines the other way round",
    given: "# TYPE h_count gauge\nh_count 1\n# TYPE h histogram\nh_count 2\n",
    want: [
      {
        name: "h_count",
        type: "gauge",
        series: [
          { labels: {}, value: 1, line: 2 },
          { labels: {}, value: 2, line: 4 },
        ],
      },
      { name: "h", type: "histogram", series: [] },
    ],
  },
  {
    name: "a family that comes back, as one",
    given: 'a 1\nb 2\na{c="d"} 3\n',
    want: [
      {
        name: "a",
        type: "unknown",
        series: [
          { labels: {}, value: 1, line: 1 },
          { labels: { c: "d" }, value: 3, line: 3 },
        ],
      },
      { name: "b", type: "unknown", series: [{ labels: {}, value: 2, line: 2 }] },
    ],
  },
  {
    name: "a TYPE line after samples, which begins a family of its own",
    given: "h 1\nh_sum 2\n# TYPE h histogram\nh_sum 3\n",
    want: [
      { name: "h", type: "unknown", series: [{ labels: {}, value: 1, line: 1 }] },
      { name: "h_sum", type: "unknown", series: [{ labels: {}, value: 2, line: 2 }] },
      {
        name: "h",
        type: "histogram",
        series: [{ labels: {}, value: { sum: 3, buckets: [] }, line: 4 }],
      },
    ],
  },
  {
    name: "a TYPE line that repeats what the samples were read as",
    given: '# TYPE a gauge\na 1\n# TYPE a gauge\na{b="c"} 2\n',
    want: [
      {
        name: "a",
        type: "gauge",
        series: [
          { labels: {}, value: 1, line: 2 },
          { labels: { b: "c" }, value: 2, line: 4 },
        ],
      },
    ],
  },
  {
    name: "a second TYPE line, after which the first gives up its sample names",
    given: "# TYPE h histogram\n# TYPE h gauge\nh_sum 1\n",
    want: [
      { name: "h", type: "gauge", series: [] },
      { name: "h_sum", type: "unknown", series: [{ labels: {}, value: 1, line: 3 }] },
    ],
  },
  {
    name: "labels that are empty, as they stand",
    given: 'a{b="",c="d"} 1\n',
    want: [
      { name: "a", type: "unknown", series: [{ labels: { b: "", c: "d" }, value: 1, line: 1 }] },
    ],
  },
  {
    name: "a label le or quantile where it is nothing special",
    given: '# TYPE g gauge\ng{le="1",quantile="x"} 1\n',
    want: [
      {
        name: "g",
        type: "gauge",
        series: [{ labels: { le: "1", quantile: "x" }, value: 1, line: 2 }],
      },
    ],
  },
];

const openMetrics: readonly FamilyCase[] = [
  {
    name: "a counter with everything",
    given:
      '# TYPE a counter\n# UNIT a seconds\n# HELP a \\"T\\" \\t\na_total{b="c"} 1 2.5 # {d="e"} 3 4.5\na_created{b="c"} 1.001\n# EOF\n',
    want: [
      {
        name: "a",
        type: "counter",
        unit: "seconds",
        help: '"T" \\t',
        series: [
          {
            labels: { b: "c" },
            value: 1,
            timestamp: 2500,
            created: 1001,
            exemplar: { labels: { d: "e" }, value: 3, timestamp: 4500 },
            line: 4,
          },
        ],
      },
    ],
  },
  {
    name: "a counter whose creation comes first, and says nothing of its timestamp",
    given: "# TYPE a counter\na_created 1\na_total 2 3\n# EOF\n",
    want: [
      {
        name: "a",
        type: "counter",
        series: [{ labels: {}, value: 2, timestamp: 3000, created: 1000, line: 2 }],
      },
    ],
  },
  {
    name: "a histogram whose creation comes first",
    given: '# TYPE h histogram\nh_created 1\nh_bucket{le="+Inf"} 2 3\nh_count 2 3\n# EOF\n',
    want: [
      {
        name: "h",
        type: "histogram",
        series: [
          {
            labels: {},
            value: { count: 2, buckets: [{ upperBound: Infinity, count: 2 }] },
            timestamp: 3000,
            created: 1000,
            line: 2,
          },
        ],
      },
    ],
  },
  {
    name: "several points of a counter",
    given: "# TYPE a counter\na_total 1 1\na_total 2 2\na_total 3 3\n# EOF\n",
    want: [
      {
        name: "a",
        type: "counter",
        series: [1, 2, 3].map((value) => ({
          labels: {},
          value,
          timestamp: value * 1000,
          line: value + 1,
        })),
      },
    ],
  },
  {
    name: "an info",
    given: '# TYPE a info\na_info{version="1"} 1\n# EOF\n',
    want: [{ name: "a", type: "info", series: [{ labels: { version: "1" }, value: 1, line: 2 }] }],
  },
  {
    name: "a stateset, its states in order of appearance",
    given: '# TYPE s stateset\ns{s="on",b="c"} 1\ns{b="c",s="off"} 0\ns{b="d",s="on"} 0\n# EOF\n',
    want: [
      {
        name: "s",
        type: "stateset",
        series: [
          {
            labels: { b: "c" },
            value: [
              { state: "on", enabled: true },
              { state: "off", enabled: false },
            ],
            line: 2,
          },
          { labels: { b: "d" }, value: [{ state: "on", enabled: false }], line: 4 },
        ],
      },
    ],
  },
  {
    name: "a gaugehistogram",
    given: '# TYPE g gaugehistogram\ng_bucket{le="+Inf"} 3\ng_gsum 4\ng_gcount 3\ng_sum 1\n# EOF\n',
    want: [
      {
        name: "g",
        type: "gaugehistogram",
        series: [
          {
            labels: {},
            value: { count: 3, sum: 4, buckets: [{ upperBound: Infinity, count: 3 }] },
            line: 2,
          },
        ],
      },
      { name: "g_sum", type: "unknown", series: [{ labels: {}, value: 1, line: 5 }] },
    ],
  },
];

describe("the families of an exposition", () => {
  it.each(text)("are read from text: $name", ({ given, want }) => {
    expect(familiesIn(given, "prometheus-text-1.0.0")).toEqual(want);
    expect(familiesIn(given, "prometheus-text-0.0.4")).toEqual(want);
  });

  it.each(openMetrics)("are read from OpenMetrics: $name", ({ given, want }) => {
    expect(familiesIn(given, "openmetrics-1.0")).toEqual(want);
  });

  it("have labels without a prototype, so that __proto__ is a label like any other", () => {
    const { families } = parseExposition('a{__proto__="b",constructor="c"} 1\n');
    const labels = families[0]?.series[0]?.labels ?? {};
    expect(Object.getPrototypeOf(labels)).toBeNull();
    expect(Object.entries(labels)).toEqual([
      ["__proto__", "b"],
      ["constructor", "c"],
    ]);
  });

  it("are made of plain objects, whatever their labels are", () => {
    const { families } = parseExposition(
      '# TYPE h histogram\nh_bucket{le="+Inf"} 1\nh_sum 2\nh_count 1\ng 3 4\n',
    );
    expect(families.map(({ series }) => series.map(({ labels, ...rest }) => rest))).toStrictEqual([
      [{ value: { count: 1, sum: 2, buckets: [{ upperBound: Infinity, count: 1 }] }, line: 2 }],
      [{ value: 3, timestamp: 4, line: 5 }],
    ]);
    expect(JSON.stringify(families[0]?.series[0])).toBe(
      '{"labels":{},"value":{"count":1,"sum":2,"buckets":[{"upperBound":null,"count":1}]},"line":2}',
    );
    for (const series of families.flatMap((family): readonly object[] => family.series)) {
      expect(Object.getPrototypeOf(series)).toBe(Object.prototype);
    }
  });

  it("have labels of their own, which those of the same payload read again are not", () => {
    const read = () => parseExposition('a{b="c",d="e"} 1\na{d="e",b="c"} 2\n').families[0]?.series;
    const before = read();
    for (const series of before ?? []) Object.assign(series.labels, { b: "changed" });
    const after = read();
    expect(after?.map(({ labels }) => Object.entries(labels))).toEqual([
      [
        ["b", "c"],
        ["d", "e"],
      ],
      [
        ["d", "e"],
        ["b", "c"],
      ],
    ]);
    expect(after?.[0]?.labels).not.toBe(before?.[0]?.labels);
  });

  it("are the same of a payload of many label sets that is read twice", () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => {
      return `a{b="${index % 200}",c="${Math.floor(index / 200)}"} ${index}\n`;
    });
    const before = parseExposition(lines.join(""));
    expect(before.families[0]?.series[1234]?.labels).toEqual({ b: "34", c: "6" });
    expect(parseExposition(lines.join(""))).toEqual(before);
  });

  it("may come in all the orders that there are, in linear time", () => {
    const orders = permutations(["a", "b", "c", "d", "e", "f", "g", "h"]);
    const lines = orders.map(
      (names, index) =>
        `s_bucket{${names.map((name) => `${name}="1",`).join("")}le="${index}"} 1\n`,
    );
    const { families } = parseExposition(`# TYPE s histogram\n${lines.join("")}`);
    expect(orders.length).toBe(40_320);
    // All of them are one series, whose labels stand as they did first.
    expect(families[0]?.series.map(({ labels }) => Object.keys(labels))).toEqual([orders[0]]);
    expect(families[0]?.series[0]?.value).toMatchObject({ buckets: { length: 40_320 } });
  });

  it("keep a thousand families and their parts apart", () => {
    const names = Array.from({ length: 1000 }, (_, index) => `h${index}`);
    const lines = names.flatMap((name) => [
      `# TYPE ${name} histogram`,
      `${name}_bucket{le="+Inf",n="${name}"} 1`,
      `${name}_count{n="${name}"} 1`,
    ]);
    const { families } = parseExposition(`${lines.join("\n")}\n`);
    expect(families.map(({ name }) => name)).toEqual(names);
    expect(families.map(({ series }) => series.length)).toEqual(names.map(() => 1));
    expect(families[999]?.series[0]?.labels).toEqual({ n: "h999" });
  });
});

function permutations(items: readonly string[]): string[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, at) =>
    permutations(items.toSpliced(at, 1)).map((others) => [item, ...others]),
  );
}
