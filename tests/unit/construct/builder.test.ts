import { describe, expect, it } from "vitest";
import { buildExposition } from "../../../src/construct/index.js";
import { serializeExposition } from "../../../src/exposition/index.js";
import { defineRegistry } from "../../../src/registry/index.js";
import { refused } from "./refused.js";
import { shop } from "./shop.js";

const build = () => buildExposition(shop);

describe("buildExposition", () => {
  it("writes what it was given, in the order of the registry, with texts and units", () => {
    const exposition = build()
      .stateset("mode", {}, "busy", { timestamp: 1000 })
      .summary(
        "size_bytes",
        {},
        {
          count: 2,
          sum: 30,
          quantiles: [
            { quantile: 0.5, value: 10 },
            { quantile: 0.9, value: Number.NaN },
          ],
        },
      )
      .info("build_info", { path: "a" })
      .gaugehistogram("queue", {}, [0.5, 7])
      .histogram("latency_seconds", { outcome: "ok" }, [0.05, 0.5, 3], {
        created: 500,
        exemplars: [{ labels: { trace: "b" }, value: 0.5, timestamp: 2000 }],
      })
      .counter("hits_total", { path: "/", attempt: 2 }, 3, {
        created: 500,
        exemplar: { labels: { trace: "a" }, value: 1 },
      })
      .counter("hits_total", { path: "/b" }, 0)
      .gauge("up", {}, 1)
      .build();
    expect(serializeExposition(exposition)).toBe(`# TYPE up gauge
up 1.0
# HELP hits Hits, \\"all\\".
# TYPE hits counter
hits_total{path="/",attempt="2"} 3.0 # {trace="a"} 1.0
hits_created{path="/",attempt="2"} 0.5
hits_total{path="/b"} 0.0
# HELP latency_seconds Latency.
# TYPE latency_seconds histogram
# UNIT latency_seconds seconds
latency_seconds_bucket{outcome="ok",le="0.1"} 1
latency_seconds_bucket{outcome="ok",le="1.0"} 2 # {trace="b"} 0.5 2.0
latency_seconds_bucket{outcome="ok",le="+Inf"} 3
latency_seconds_sum{outcome="ok"} 3.55
latency_seconds_count{outcome="ok"} 3
latency_seconds_created{outcome="ok"} 0.5
# TYPE queue gaugehistogram
queue_bucket{le="1.0"} 1
queue_bucket{le="+Inf"} 2
queue_gsum 7.5
queue_gcount 2
# TYPE size_bytes summary
# UNIT size_bytes bytes
size_bytes{quantile="0.5"} 10.0
size_bytes{quantile="0.9"} NaN
size_bytes_sum 30.0
size_bytes_count 2
# TYPE build info
build_info{path="a"} 1.0
# TYPE mode stateset
mode{mode="idle"} 0.0 1.0
mode{mode="busy"} 1.0 1.0
# EOF
`);
  });

  it("takes the buckets of a parsed histogram, the last bound left out where there is a count", () => {
    const bucket = (upperBound: number, count: number) => ({ upperBound, count });
    const exposition = build()
      .histogram(
        "latency_seconds",
        {},
        { buckets: [bucket(0.1, 1), bucket(1, 2)], count: 2, sum: 1 },
      )
      .histogram(
        "latency_seconds",
        { outcome: "ok" },
        { buckets: [bucket(0.1, 0), bucket(1, 0), bucket(Infinity, 4)] },
      )
      .build();
    expect(exposition.families[0]?.series.map(({ value }) => value)).toEqual([
      { count: 2, sum: 1, buckets: [bucket(0.1, 1), bucket(1, 2), bucket(Infinity, 2)] },
      { buckets: [bucket(0.1, 0), bucket(1, 0), bucket(Infinity, 4)] },
    ]);
  });

  it("leaves sum and count out of a histogram with bounds below zero", () => {
    const { families } = build().histogram("drift", {}, [-2, 0, 5]).build();
    expect(families[0]?.series[0]?.value).toEqual({
      buckets: [
        { upperBound: -1, count: 1 },
        { upperBound: 1, count: 2 },
        { upperBound: Infinity, count: 3 },
      ],
    });
  });

  it("gives frozen expositions, which later calls do not change", () => {
    const builder = build().gauge("up", {}, 1);
    const first = builder.build();
    builder.counter("hits_total", { path: "/" }, 1);
    expect(first.families.map(({ name }) => name)).toEqual(["up"]);
    expect(builder.build().families.map(({ name }) => name)).toEqual(["up", "hits"]);
    const [family] = first.families;
    const parts = [first, first.families, family, family?.series, family?.series[0]];
    expect(parts.map(Object.isFrozen)).toEqual([true, true, true, true, true]);
  });

  it("is empty where nothing was set", () => {
    expect(build().build()).toEqual({ format: "openmetrics-1.0", families: [] });
  });
});

type Builder = ReturnType<typeof build>;

/** Calls as a program without types may make them, and what is said of each. */
const wrong: readonly [title: string, call: (builder: Builder) => unknown, ...said: string[]][] = [
  [
    "a metric of another type",
    (builder) => builder.counter("up" as never, {} as never, 1),
    "metric-type: up is declared as gauge: counter() is for a counter; use gauge()",
  ],
  [
    "a metric that is not declared",
    (builder) => builder.gauge("upp" as never, {} as never, 1),
    'undeclared-metric: metric "upp" is not declared in shop; did you mean "up"?',
  ],
  [
    "wrong labels",
    (builder) => builder.gauge("up", { path: "/" } as never, 1),
    'undeclared-label: up has the label "path", which is not declared for it',
  ],
  [
    "a counter below zero",
    (builder) => builder.counter("hits_total", { path: "/" }, -1),
    "spec/counter-value: counter hits_total is -1: expected a number that is not negative",
  ],
  [
    "a counter that is NaN",
    (builder) => builder.counter("hits_total", { path: "/" }, Number.NaN),
    "spec/counter-value: counter hits_total is NaN: expected a number that is not negative",
  ],
  [
    "a value out of bounds",
    (builder) => builder.gauge("up", {}, 2),
    "value-bounds: up is 2: expected 0 to 1",
  ],
  [
    "no value",
    (builder) => (builder.gauge as (...given: unknown[]) => unknown)("up", {}),
    "construct/argument: the value of up is undefined: expected a number",
  ],
  [
    "options that are none",
    (builder) => builder.gauge("up", {}, 1, 5 as never),
    "construct/argument: options of up: expected an object, found the number 5",
  ],
  [
    "an option that the type has not",
    (builder) => builder.gauge("up", {}, 1, { created: 0 } as never),
    'construct/argument: a gauge has no option "created": expected timestamp',
  ],
  [
    "a time that is a Date",
    (builder) => builder.gauge("up", {}, 1, { timestamp: new Date(0) as never }),
    "construct/argument: timestamp of up: expected a time in milliseconds since the epoch, found a mapping",
  ],
  [
    "a time that is NaN",
    (builder) => builder.gauge("up", {}, 1, { timestamp: Number.NaN }),
    "construct/argument: timestamp of up: expected a time in milliseconds since the epoch, found the number NaN",
  ],
  [
    "an exemplar with long labels",
    (builder) =>
      builder.counter("hits_total", { path: "/" }, 1, {
        exemplar: { labels: { trace: "x".repeat(124) }, value: 1 },
      }),
    "spec/exemplar-length: exemplar labels of hits_total have 129 characters: at most 128 are allowed",
  ],
  [
    "an exemplar label that is no text",
    (builder) =>
      builder.counter("hits_total", { path: "/" }, 1, {
        exemplar: { labels: { trace: 5 as never }, value: 1 },
      }),
    'construct/argument: "trace" of an exemplar of hits_total is the number 5: expected a text',
  ],
  [
    "an exemplar without value",
    (builder) =>
      builder.counter("hits_total", { path: "/" }, 1, { exemplar: { labels: {} } as never }),
    "construct/argument: the value of an exemplar of hits_total is undefined: expected a number",
  ],
  [
    "an observation out of bounds",
    (builder) => builder.histogram("latency_seconds", {}, [1, -1]),
    "value-bounds: an observation of latency_seconds is -1: expected at least 0",
  ],
  [
    "an observation that is NaN",
    (builder) => builder.histogram("drift", {}, [Number.NaN]),
    "construct/argument: an observation of drift is NaN: expected a number",
  ],
  [
    "observations that are no list",
    (builder) => builder.histogram("drift", {}, 5 as never),
    "construct/argument: the value of drift: expected an object, found the number 5",
  ],
  [
    "buckets out of order",
    (builder) =>
      builder.histogram(
        "latency_seconds",
        {},
        {
          buckets: [
            { upperBound: 1, count: 1 },
            { upperBound: 0.1, count: 2 },
            { upperBound: Infinity, count: 3 },
          ],
        },
      ),
    "spec/bucket-order: buckets of latency_seconds: expected rising bounds, found 0.1 after 1",
  ],
  [
    "buckets that are not cumulative",
    (builder) =>
      builder.histogram(
        "latency_seconds",
        {},
        {
          buckets: [
            { upperBound: 0.1, count: 2 },
            { upperBound: 1, count: 1 },
          ],
          count: 3,
        },
      ),
    "spec/histogram-cumulative: bucket 1 of latency_seconds counts 1, the one before it 2: expected cumulative counts",
  ],
  [
    "other buckets than those declared",
    (builder) => builder.histogram("latency_seconds", {}, { buckets: [], count: 0 }),
    "bucket-bounds: buckets of latency_seconds: expected those declared, found others",
  ],
  [
    "a count that is not whole",
    (builder) => builder.histogram("latency_seconds", {}, { buckets: [], count: 0.5 }),
    "spec/histogram-value: count of latency_seconds is the number 0.5: expected a whole number that is not negative",
  ],
  [
    "neither a last bucket nor a count",
    (builder) => builder.histogram("latency_seconds", {}, { buckets: [] }),
    "spec/histogram-inf: latency_seconds has no bucket of Infinity and no count: expected one of the two",
  ],
  [
    "a count that is not that of the last bucket",
    (builder) =>
      builder.histogram(
        "latency_seconds",
        {},
        {
          buckets: [{ upperBound: Infinity, count: 1 }],
          count: 2,
        },
      ),
    "spec/histogram-count: count of latency_seconds is 2, its bucket of Infinity 1: expected the same",
  ],
  [
    "quantiles that are not declared",
    (builder) => builder.summary("size_bytes", {}, { count: 0, sum: 0, quantiles: [] }),
    "summary-quantiles: quantiles of size_bytes: expected those declared, found others",
  ],
  [
    "a summary with a sum below zero",
    (builder) => builder.summary("size_bytes", {}, { count: 0, sum: -1, quantiles: [] }),
    "spec/summary-value: sum of size_bytes is -1: OpenMetrics allows none below zero",
  ],
  [
    "a misspelt state",
    (builder) => builder.stateset("mode", {}, "bsuy" as never),
    'label-value: a state of mode is "bsuy", which is not one of its states; did you mean "busy"?',
  ],
  [
    "a state that is no text",
    (builder) => builder.stateset("mode", {}, [null] as never),
    "construct/argument: a state of mode is null: expected a text",
  ],
  [
    "states that are no list",
    (builder) => builder.stateset("mode", {}, undefined as never),
    "construct/argument: states of mode: expected a list, found undefined",
  ],
];

describe.each(wrong)("%s", (_, call, ...said) => {
  it("is refused, and nothing is set", () => {
    const builder = build();
    expect(refused(() => call(builder))).toEqual(said);
    expect(builder.build().families).toEqual([]);
  });
});

describe("a series", () => {
  it("is set once, however its labels are given", () => {
    const builder = build().counter("hits_total", { path: "/", retried: true, method: "" }, 1);
    expect(refused(() => builder.counter("hits_total", { retried: "true", path: "/" }, 2))).toEqual(
      ['spec/duplicate-series: series of hits_total is set twice: {path="/",retried="true"}'],
    );
    expect(builder.build().families[0]?.series.map(({ value }) => value)).toEqual([1]);
  });

  it("is refused where it is one too many, or its value is", () => {
    const builder = build().gauge("replicas", { few: "a" }, 1).gauge("replicas", { few: "b" }, 1);
    expect(refused(() => builder.gauge("replicas", { few: "c" }, 1))).toEqual([
      "max-values: few of replicas would have 3 values: at most 2 are declared",
    ]);
    builder.gauge("replicas", {}, 1);
    expect(refused(() => builder.gauge("replicas", { env: "e", phase: "stable" }, 1))).toEqual([
      "max-series: replicas would have 4 series: at most 3 are declared",
    ]);
    expect(builder.build().families[0]?.series).toHaveLength(3);
  });

  it.each(["stateset", "gaugehistogram"] as const)(
    "of a %s counts as many as the text formats write of it",
    (type) => {
      const builder = buildExposition(
        defineRegistry({
          registry: "modes",
          labels: { host: {} },
          metrics: {
            stateset: {
              type: "stateset",
              states: ["idle", "busy"],
              labels: ["host"],
              maxSeries: 3,
            },
            gaugehistogram: { type: "gaugehistogram", labels: ["host"], maxSeries: 5 },
          },
        }),
      );
      const set = (host: string) =>
        type === "stateset"
          ? builder.stateset(type, { host }, [])
          : builder.gaugehistogram(type, { host }, []);
      set("a");
      const [weight, most] = type === "stateset" ? [4, 3] : [6, 5];
      expect(refused(() => set("b"))).toEqual([
        `max-series: ${type} would have ${weight} series: at most ${most} are declared`,
      ]);
    },
  );
});

describe("two metrics that share a name in some format", () => {
  it("do not stand in one exposition", () => {
    const builder = build().counter("hits_total", { path: "/" }, 1);
    expect(refused(() => builder.gauge("hits", {}, 1))).toEqual([
      "construct/name-clash: hits and hits_total share a name in some format: expected one of them; write them in expositions of their own",
    ]);
    expect(builder.build().families.map(({ name }) => name)).toEqual(["hits"]);
    expect(build().gauge("hits", {}, 1).build().families).toHaveLength(1);
  });
});
