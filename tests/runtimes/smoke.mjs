// One short look at every part of the exposition reader, for any runtime: nothing but the language, `console` and the web's `Response`.
// `node tests/runtimes/smoke.mjs` runs it against dist; run.mjs runs it in the other runtimes. Prints `ok N`, or throws.
import {
  formatOfContentType,
  PromschemaError,
  parseExposition,
  readExposition,
  safeParseExposition,
} from "promschema/exposition";

const openMetrics = `# TYPE requests counter
# HELP requests Requests, "answered".
requests_total{code="200"} 3 1700000000.5 # {trace_id="4bf9"} 0.5 1700000000.25
requests_created{code="200"} 1600000000
# TYPE wait_seconds histogram
# UNIT wait_seconds seconds
wait_seconds_bucket{le="0.5"} 3 # {trace_id="é漢🙂"} 0.25
wait_seconds_bucket{le="+Inf"} 4
wait_seconds_sum 1.75
wait_seconds_count 4
# TYPE state stateset
state{state="on"} 1
state{state="off"} 0
# EOF
`;

const openMetricsFamilies = [
  {
    name: "requests",
    type: "counter",
    help: 'Requests, "answered".',
    series: [
      {
        labels: { code: "200" },
        value: 3,
        timestamp: 1700000000500,
        created: 1600000000000,
        exemplar: { labels: { trace_id: "4bf9" }, value: 0.5, timestamp: 1700000000250 },
        line: 3,
      },
    ],
  },
  {
    name: "wait_seconds",
    type: "histogram",
    unit: "seconds",
    series: [
      {
        labels: {},
        value: {
          count: 4,
          sum: 1.75,
          buckets: [
            {
              upperBound: 0.5,
              count: 3,
              exemplar: { labels: { trace_id: "é漢🙂" }, value: 0.25 },
            },
            { upperBound: Infinity, count: 4 },
          ],
        },
        line: 7,
      },
    ],
  },
  {
    name: "state",
    type: "stateset",
    series: [
      {
        labels: {},
        value: [
          { state: "on", enabled: true },
          { state: "off", enabled: false },
        ],
        line: 12,
      },
    ],
  },
];

const checks = {
  "text 0.0.4, with escapes, a histogram and values that JSON has not"() {
    const payload = `# HELP h A\\nB\\\\
# TYPE h histogram
h_bucket{a="x\\"y",le="0.5"} 3
h_bucket{a="x\\"y",le="+Inf"} 4
h_sum{a="x\\"y"} NaN
h_count{a="x\\"y"} 4
low -Inf 1700000000123
tiny 5e-324
huge 1.7976931348623157e308
`;
    const one = (name, value, line, more) => ({
      name,
      type: "unknown",
      series: [{ labels: {}, value, line, ...more }],
    });
    const buckets = [
      { upperBound: 0.5, count: 3 },
      { upperBound: Infinity, count: 4 },
    ];
    same(parseExposition(payload, { format: "prometheus-text-0.0.4" }), {
      format: "prometheus-text-0.0.4",
      families: [
        {
          name: "h",
          type: "histogram",
          help: "A\nB\\",
          series: [{ labels: { a: 'x"y' }, value: { count: 4, sum: NaN, buckets }, line: 3 }],
        },
        one("low", -Infinity, 7, { timestamp: 1700000000123 }),
        one("tiny", Number.MIN_VALUE, 8),
        one("huge", Number.MAX_VALUE, 9),
      ],
    });
  },

  "quoted names"() {
    const payload = `# TYPE "http.requests" counter\n{"http.requests","status code"="200"} 12\n`;
    same(parseExposition(payload), {
      format: "prometheus-text-1.0.0",
      families: [
        {
          name: "http.requests",
          type: "counter",
          series: [{ labels: { "status code": "200" }, value: 12, line: 2 }],
        },
      ],
    });
  },

  "OpenMetrics with exemplars, from a string and from bytes"() {
    const expected = { format: "openmetrics-1.0", families: openMetricsFamilies };
    same(parseExposition(openMetrics), expected);
    same(parseExposition(new TextEncoder().encode(openMetrics)), expected);
  },

  async "a stream in odd chunks, cut within characters"() {
    const bytes = new TextEncoder().encode(openMetrics);
    for (const size of [1, 2, 3, 7, 61]) {
      same(await collect(cut(bytes, size)), openMetricsFamilies);
      same(await collect(cut(openMetrics, size)), openMetricsFamilies);
    }
  },

  async "the body of a Response"() {
    same(await collect(new Response(openMetrics).body), openMetricsFamilies);
  },

  async "a syntax error, with line and column"() {
    const payload = 'up 1\nup{job="api} 1\n';
    const expected = { rule: "syntax", line: 2, column: 8 };
    const thrown = [refusal(() => parseExposition(payload))];
    thrown.push(await collect(cut(payload, 3)).catch((error) => error));
    for (const error of thrown) {
      same(error instanceof PromschemaError, true);
      const { rule, line, column } = error;
      same({ rule, line, column }, expected);
    }
    same(safeParseExposition(payload).ok, false);
  },

  "labels named as what every object has"() {
    const payload = 'up{__proto__="a",constructor="b",toString="c"} 1\n';
    const [{ labels }] = parseExposition(payload).families[0].series;
    same(Object.entries(labels), [
      ["__proto__", "a"],
      ["constructor", "b"],
      ["toString", "c"],
    ]);
    same({}.a, undefined);
  },

  "what is not UTF-8"() {
    const column = (input) => refusal(() => parseExposition(input)).column;
    const bytes = (...values) => Uint8Array.from(values);
    same(column(bytes(0x75, 0x7b, 0x61, 0x3d, 0x22, 0xff, 0x22, 0x7d, 0x20, 0x31, 0x0a)), 6);
    same(column(bytes(0x75, 0x7b, 0x61, 0x3d, 0x22, 0xc3, 0x22, 0x7d, 0x20, 0x31, 0x0a)), 6);
    same(column('u{a="\ud800"} 1\n'), 6);
    same(column("\ufeffu 1\n"), 1);
  },

  async "many series, as one payload and as a stream"() {
    const lines = Array.from({ length: 10_000 }, (_, n) => `m{id="é${n}"} ${n / 8}\n`);
    const payload = lines.join("");
    const expected = lines.map((_, n) => ({ labels: { id: `é${n}` }, value: n / 8, line: n + 1 }));
    same(parseExposition(payload).families[0].series, expected);
    const pieces = await collect(cut(new TextEncoder().encode(payload), 1021));
    const series = pieces.flatMap((piece) => piece.series);
    same(series, expected);
  },

  "the format of a content type"() {
    const contentType = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    same(formatOfContentType(contentType), "openmetrics-1.0");
  },
};

/** The payload in pieces of `size`, with a pause now and then, as from a socket. */
async function* cut(payload, size) {
  for (let at = 0; at < payload.length; at += size) {
    if (at % 4096 < size) await new Promise((resolve) => setTimeout(resolve));
    yield payload.slice(at, at + size);
  }
}

async function collect(stream) {
  const families = [];
  for await (const family of readExposition(stream)) families.push(family);
  return families;
}

/** What `run` throws. */
function refusal(run) {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("expected an error, and nothing was thrown");
}

function same(found, expected) {
  const [a, b] = [canonical(found), canonical(expected)];
  if (a !== b) throw new Error(`expected ${shortened(b)}, found ${shortened(a)}`);
}

/** JSON with sorted keys, and with the numbers that JSON has not. */
function canonical(value) {
  return JSON.stringify(value, (_, part) => {
    if (typeof part === "number" && !Number.isFinite(part)) return { number: String(part) };
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function shortened(text) {
  return text?.length > 2000 ? `${text.slice(0, 2000)}...` : text;
}

for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
  } catch (error) {
    throw new Error(`${name}: ${error.message}`, { cause: error });
  }
}

console.log(`ok ${Object.keys(checks).length}`);
