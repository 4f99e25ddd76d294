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
const suffixes = ["", "", "_bucket", "_sum", "_count", "_total", "_created"];
const labels = fc
  .subarray([
    'model="m"',
    'model="n"',
    'model=""',
    'zone="a"',
    'zone="b"',
    'zone="c"',
    'le="0.1"',
    'le="1"',
    'le="+Inf"',
    'le="7"',
    'quantile="0.5"',
    'state="on"',
    'extra="x"',
    'code="200"',
    'async="true"',
    '__reserved="x"',
  ])
  .map((drawn) =>
    drawn.filter(
      (label, at) =>
        !drawn.slice(0, at).some((other) => other.split("=")[0] === label.split("=")[0]),
    ),
  );
const sample = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom(...suffixes), labels, fc.nat(9))
  .map(([name, suffix, drawn, value]) => `${name}${suffix}{${drawn.join(",")}} ${value}`);
const metadata = fc
  .tuple(
    fc.constantFrom(...names),
    fc.constantFrom("TYPE", "HELP"),
    fc.constantFrom("gauge", "counter", "histogram", "summary"),
  )
  .map(([name, keyword, text]) => `# ${keyword} ${name} ${text}`);
/** Samples and metadata of a few names, so that they meet. */
const crowdedLines = fc.array(
  fc.oneof({ weight: 4, arbitrary: sample }, metadata, fc.constant("# a comment")),
  {
    maxLength: 30,
  },
);

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
    "rules that are off and lenient",
    {
      registry: fleet,
      levels: { "undeclared-label": "off", "reserved-label": "off", syntax: "error" },
    },
  ],
  ["few findings and few series", { registry: counting, maxFindings: 3, maxTrackedSeries: 4 }],
  ["OpenMetrics", { registry: counting, format: "openmetrics-1.0" }],
] as const satisfies [string, CheckOptions][])("with %s", (_, options) => {
  it("reports crowded scrapes as if each were the first", () => {
    const openMetrics = "format" in options;
    const lines = openMetrics
      ? crowdedLines.map((drawn) => [...drawn.filter((line) => line !== "# a comment"), "# EOF"])
      : crowdedLines;
    fc.assert(
      fc.property(scrapesOf(lines, crowdedLines), (payloads) => {
        expectSameReports(payloads, options);
      }),
      { numRuns: 2 * runs.numRuns },
    );
  });
});
