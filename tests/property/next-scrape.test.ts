// The law of the checker of one target: what it remembers is speed alone. Each report is that of a check by itself.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CheckOptions, checkExposition, createChecker } from "../../src/check/index.js";
import { type Format, formats } from "../../src/exposition/index.js";
import { fleet, registryOf } from "../unit/check/registry-fixture.js";
import { linesOf, scrapesOf } from "./arbitraries/scrapes.js";

fc.configureGlobal({ seed: Number(process.env["FAST_CHECK_SEED"] ?? 20_251_124) });

function expectSameReports(
  payloads: readonly (string | Uint8Array)[],
  options: CheckOptions = {},
): void {
  const checker = createChecker(options);
  for (const payload of payloads) {
    expect(checker.check(payload)).toEqual(checkExposition(payload, options));
  }
}

/** A registry that counts values and series, so that what is counted has to be counted in each scrape. */
const counting = registryOf({
  labels: {
    zone: { enum: { a: { presence: "always" }, b: {} }, maxValues: 1 },
    model: { maxValues: 2 },
  },
  metrics: {
    replicas: { type: "gauge", labels: ["model?", "zone?"], maxSeries: 2, value: { max: 5 } },
    requests_total: { type: "counter", labels: ["model", "zone?"], maxSeries: 3 },
    latency_seconds: {
      type: "histogram",
      labels: ["model", "zone?"],
      buckets: [0.1, 1],
      maxSeries: 1,
    },
    size_bytes: { type: "summary", labels: ["model?"], quantiles: [0.5] },
    state: { type: "stateset", labels: ["model?"], states: ["on", "off"] },
  },
});

const names = ["replicas", "requests_total", "latency_seconds", "size_bytes", "state", "other"];
const suffixes = ["", "_bucket", "_sum", "_count", "_total", "_created"];
const pairs = [
  'model="m"',
  'model=""',
  'zone="a"',
  'zone="c"',
  'le="1"',
  'le="7"',
  'quantile="0.5"',
  'state="on"',
  'extra="x"',
  'code="200"',
  'async="true"',
  '__reserved="x"',
];
const value = fc.nat(9).map(String);

/** Any name with any labels: most of it is wrong. */
const anySample = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom(...suffixes), fc.subarray(pairs), value)
  .map(
    ([name, suffix, labels, count]) =>
      `${name}${suffix}{${labels.filter(isFirstOfItsName).join(",")}} ${count}`,
  );

function isFirstOfItsName(pair: string, at: number, all: readonly string[]): boolean {
  const name = (text: string) => text.slice(0, text.indexOf("="));
  return all.findIndex((other) => name(other) === name(pair)) === at;
}

/** Series that keep their contracts, or nearly. */
const models = fc.constantFrom('model="m"', 'model="n"', 'model="o"', 'model="é"');
const places = fc.constantFrom("", ',zone="a"', ',zone="b"', ',zone="c"', ',zone=""');
const rows = fc
  .tuple(
    fc.constantFrom("gauge", "counter", "untyped"),
    fc.array(fc.tuple(models, places, value), { minLength: 1, maxLength: 4 }),
  )
  .map(([type, drawn]) => [
    "# TYPE replicas gauge",
    ...drawn.map(([model, zone, count]) => `replicas{${model}${zone}} ${count}`),
    `# HELP requests_total Say \\"requests\\".`,
    `# TYPE requests_total ${type}`,
    ...drawn.map(([model, zone, count]) => `requests_total{${model}${zone}} ${count}.5`),
    ...drawn.map(([model], at) => `requests_total{${model},code="${at}00",async="true"} 2`),
    "# TYPE latency_seconds histogram",
    ...drawn.flatMap(([model, zone, count]) => [
      ...["0.1", "1", "+Inf"].map(
        (bound, at) =>
          `latency_seconds_bucket{${model}${zone},le="${bound}"} ${Number(count) + at}`,
      ),
      `latency_seconds_sum{${model}${zone}} ${count}`,
      `latency_seconds_count{${model}${zone}} ${Number(count) + 2}`,
    ]),
    "# TYPE size_bytes summary",
    ...drawn.map(([model, , count]) => `size_bytes{${model},quantile="0.5"} ${count}`),
    ...drawn.map(([model, , count]) => `size_bytes_sum{${model}} ${count}`),
    "# TYPE other untyped",
    "other 1",
    ...drawn.map(([model]) => `other{${model}} 1`),
  ]);
const metadata = fc
  .tuple(
    fc.constantFrom(...names, "latency_seconds_bucket", "requests"),
    fc.constantFrom("TYPE", "HELP"),
    fc.constantFrom("gauge", "counter", "histogram", "summary"),
  )
  .map(([name, keyword, text]) => `# ${keyword} ${name} ${text}`);
const strays = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: anySample },
    metadata,
    fc.constantFrom("# a comment", "# help other x", '# HELP other say \\"é\\"', ""),
  ),
  { maxLength: 12 },
);
/** Samples and metadata of a few names, so that they meet. */
const crowdedLines = fc.oneof(
  { weight: 3, arbitrary: rows },
  fc.tuple(rows, strays).map(([first, last]) => [...first, ...last]),
  fc.tuple(strays, rows).map(([first, last]) => [...first, ...last]),
  fc.tuple(rows, rows).map(([first, last]) => [...first, ...last]),
);

/** The same as OpenMetrics has it, as far as it can. */
const openMetricsLines = crowdedLines.map((lines) => [
  ...lines
    .filter((line) => line !== "" && !/^# (?:a comment|help)/.test(line))
    .map((line) => line.replace(/ untyped$/, " unknown").replace(/^(# \\w+ requests)_total/, "$1")),
  "# EOF",
]);

const runs = { numRuns: Number(process.env["FAST_CHECK_RUNS"] ?? 300) };

describe.each(formats)("%s", (format: Format) => {
  it("reports each scrape as if it were the first, whatever changed", () => {
    fc.assert(
      fc.property(scrapesOf(linesOf(format), linesOf(format)), (payloads) => {
        expectSameReports(payloads, { format });
      }),
      runs,
    );
  });
});

describe.each([
  ["no registry", {}],
  ["a registry with every promise", { registry: fleet }],
  ["a registry that counts", { registry: counting, allowLabels: ["extra"] }],
  [
    "coverage of labels and demands",
    { registry: counting, labelCoverage: true, required: ["re*", "other"], minCoverage: 90 },
  ],
  [
    "rules that are off and lenient",
    {
      registry: fleet,
      levels: { "undeclared-label": "off", "reserved-label": "off" },
    },
  ],
  ["few findings and few series", { registry: counting, maxFindings: 3, maxTrackedSeries: 4 }],
  ["OpenMetrics", { registry: counting, format: "openmetrics-1.0" }],
] as const satisfies [string, CheckOptions][])("with %s", (_, options) => {
  it("reports crowded scrapes as if each were the first", () => {
    const openMetrics = "format" in options;
    const lines = openMetrics ? openMetricsLines : crowdedLines;
    fc.assert(
      fc.property(scrapesOf(lines, crowdedLines), (payloads) => {
        expectSameReports(payloads, options);
      }),
      { numRuns: 2 * runs.numRuns },
    );
  }, 60_000);
});
