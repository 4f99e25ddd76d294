import { metrics as api } from "@opentelemetry/api";
import { PrometheusExporter, PrometheusSerializer } from "@opentelemetry/exporter-prometheus";
import { MeterProvider } from "@opentelemetry/sdk-metrics";
import { describe, expect, it } from "vitest";
import { checkExposition } from "../../../src/check/index.js";
import { bindMetrics } from "../../../src/opentelemetry/index.js";
import {
  type CompiledRegistry,
  compileRegistry,
  defineRegistry,
} from "../../../src/registry/index.js";
import { refusalOf } from "../prom-client/fixture.js";

const jobs = defineRegistry({
  registry: "jobs",
  labels: {
    queue: { description: "Queue." },
    outcome: { enum: ["done", "failed"] },
    retried: { type: "boolean" },
  },
  metrics: {
    jobs_total: { type: "counter", description: "Jobs.", labels: ["queue", "outcome", "retried?"] },
    hits: { type: "counter", description: "Hits." },
    busy_seconds_total: { type: "counter", description: "Busy.", unit: "seconds" },
    waiting: { type: "gauge", description: "Waiting.", labels: ["queue"] },
    workers: { type: "gauge", description: "Workers.", value: { min: 1 } },
    took_seconds: {
      type: "histogram",
      description: "Time.",
      unit: "seconds",
      labels: ["outcome"],
      buckets: [0.1, 1],
    },
    build_info: { type: "info", description: "Build.", labels: ["queue"] },
    host: { type: "info", description: "Host." },
    mode: { type: "stateset", description: "Mode.", states: ["idle", "busy"] },
  },
});

function provide() {
  const reader = new PrometheusExporter({ preventServerStart: true });
  const provider = new MeterProvider({ readers: [reader] });
  const scrape = async (): Promise<string> => {
    const { resourceMetrics, errors } = await reader.collect();
    expect(errors).toEqual([]);
    const serializer = new PrometheusSerializer(undefined, false, undefined, true, true);
    return serializer.serialize(resourceMetrics);
  };
  const linesOf = async (name: string): Promise<string[]> => {
    const lines = (await scrape()).split("\n");
    return lines.filter((line) => line.startsWith(name));
  };
  return { meter: provider.getMeter("jobs"), scrape, linesOf };
}

/** A provider and the registry, or some of it, bound to it. */
function bind(options: object = {}) {
  const provided = provide();
  return { ...provided, ...bindMetrics(jobs, { meter: provided.meter, ...options }) };
}

function registryOf(metrics: object): CompiledRegistry {
  const compilation = compileRegistry({ registry: "b", metrics });
  if (!compilation.ok) throw new Error("expected a registry");
  return compilation.registry;
}

describe("bindMetrics over OpenTelemetry", () => {
  it("exposes every type through the exporter for Prometheus as it is declared", async () => {
    const { metrics, scrape } = bind();
    metrics.jobs_total.inc({ queue: 'a "b"\n', outcome: "done", retried: false }, 2);
    metrics.hits.inc();
    metrics.busy_seconds_total.inc(0.5);
    metrics.waiting.set({ queue: "a" }, 4);
    metrics.workers.set(2);
    metrics.took_seconds.observe({ outcome: "done" }, 0.5);
    metrics.build_info.set({ queue: "a" });
    metrics.mode.set("busy");
    const text = await scrape();
    const levels = { "metric-description": "error" } as const;
    const { findings, samples } = checkExposition(text, { registry: jobs, levels });
    expect(findings).toEqual([]);
    expect(samples).toBe(14);
    expect(text).toContain("\nhits_total 1\n");
    expect(text).toContain('\ntook_seconds_bucket{outcome="done",le="1"} 1\n');
    expect(text).toContain("\nhost_info 1\n");
  });

  it("keeps gauges so that they are changed by steps, and are set when they are collected", async () => {
    const { metrics, linesOf } = bind();
    const waiting = metrics.waiting.labels({ queue: "a" });
    waiting.set(5);
    waiting.dec(2);
    metrics.waiting.inc({ queue: "a" });
    metrics.waiting.collect(async () => {
      await Promise.resolve();
      metrics.waiting.set({ queue: "read" }, 9);
    });
    expect(await linesOf("waiting")).toEqual(['waiting{queue="a"} 4', 'waiting{queue="read"} 9']);
    metrics.mode.set("busy");
    metrics.mode.set("idle");
    expect(await linesOf("mode")).toEqual(['mode{mode="idle"} 1', 'mode{mode="busy"} 0']);
  });

  it("begins at 0 what has no labels, but for what may not be 0", async () => {
    const { linesOf } = bind();
    expect(await linesOf("hits")).toEqual(["hits_total 0"]);
    expect(await linesOf("workers")).toEqual([]);
  });

  it("begins all series that are known, and leaves what is there", async () => {
    const { metrics, initialize, linesOf } = bind();
    metrics.jobs_total.inc({ queue: "a", outcome: "done" }, 3);
    expect(metrics.jobs_total.initialize({ queue: ["a"], retried: [""] as never })).toBe(2);
    expect(await linesOf("jobs")).toEqual([
      'jobs_total{queue="a",outcome="done"} 3',
      'jobs_total{queue="a",outcome="failed"} 0',
    ]);
    expect(initialize({ queue: ["a"] }).leftOut).toEqual([
      { metric: "workers", why: "it may not be 0" },
      { metric: "took_seconds", why: "OpenTelemetry has no histogram without an observation" },
      { metric: "build_info", why: "it is always 1" },
      { metric: "host", why: "it is always 1" },
    ]);
    expect(refusalOf(() => initialize({ queue: ["a"] }, { limit: 5 }))).toBe(
      "max-series: jobs_total would begin with 6 series: at most 5 are allowed",
    );
  });

  it("refuses, drops or tells of what breaks the contract", async () => {
    const strict = bind();
    expect(refusalOf(() => strict.metrics.took_seconds.observe({ outcome: "done" }, -1))).toBe(
      "value-bounds: observation of took_seconds is -1: expected at least 0",
    );
    expect(refusalOf(() => strict.metrics.jobs_total.inc({ queue: "a" } as never))).toBe(
      'missing-label: jobs_total lacks its required label "outcome"',
    );
    const { metrics, refused, linesOf } = bind({ onRefusal: "drop", maxSeries: 1 });
    metrics.jobs_total.inc({ queue: "a", outcome: "done" }, Number.NaN);
    metrics.jobs_total.inc({ queue: "b", outcome: "done" });
    metrics.jobs_total.inc({ queue: "c", outcome: "done" });
    expect(await linesOf("jobs")).toEqual(['jobs_total{queue="b",outcome="done"} 1']);
    // One of them is the stateset, whose two states are two series.
    expect([...refused]).toEqual([
      ["max-series", 2],
      ["construct/argument", 1],
    ]);
  });

  it("cannot take a series back", () => {
    const { metrics } = bind();
    // @ts-expect-error OpenTelemetry keeps its series
    expect(refusalOf(() => metrics.hits.remove())).toBe(
      "construct/unsupported: hits keeps each series that it has had",
    );
    // @ts-expect-error OpenTelemetry keeps its series
    expect(refusalOf(() => metrics.hits.reset())).toContain("construct/unsupported");
    // @ts-expect-error a histogram begins with an observation
    expect(refusalOf(() => metrics.took_seconds.initialize())).toBe(
      "construct/unsupported: took_seconds cannot begin at 0: OpenTelemetry has no histogram without an observation",
    );
  });

  it("refuses to bind twice to a meter, whose instruments stay", () => {
    const { meter } = bind({ only: ["hits"] });
    expect(refusalOf(() => bindMetrics(jobs, { meter }))).toBe(
      "construct/name-clash: hits cannot be bound to the meter: hits_total is taken by hits",
    );
    const other = registryOf({ HITS_total: { type: "gauge" }, fine: { type: "gauge" } });
    expect(refusalOf(() => bindMetrics(other, { meter }))).toContain("hits_total is taken by hits");
    // What was refused is not taken.
    bindMetrics(jobs, { meter, only: ["waiting"] });
    bindMetrics(registryOf({ fine: { type: "gauge" } }), { meter });
  });

  it("binds as often as one likes to the meter of an API without SDK", () => {
    const meter = api.getMeter("jobs");
    const { metrics } = bindMetrics(jobs, { meter });
    bindMetrics(jobs, { meter });
    metrics.hits.inc();
    expect(refusalOf(() => metrics.hits.inc(-1))).toContain("spec/counter-value");
  });

  it("refuses what would be written otherwise than it is declared", () => {
    const { meter } = provide();
    const metrics = {
      size: { type: "summary" },
      queue: { type: "gaugehistogram" },
      anything: { type: "unknown" },
      "job:rate": { type: "gauge" },
      a__b: { type: "gauge" },
      _c: { type: "gauge" },
      ["d".repeat(256)]: { type: "gauge" },
      e: { type: "gauge", labels: [{ name: "x__y" }] },
      balance: { type: "histogram", buckets: [-1, 1] },
    };
    const refusal = refusalOf(() => bindMetrics(registryOf(metrics), { meter }));
    expect(
      refusal.split("\n").map((line) => line.replace(/^construct\/unsupported: /, "")),
    ).toEqual([
      "size is a metric of type summary, which OpenTelemetry does not have",
      "queue is a metric of type gaugehistogram, which OpenTelemetry does not have",
      "anything is a metric of type unknown, which OpenTelemetry does not have",
      "job:rate has a name that the exporter changes: expected a letter, then letters, digits and single underscores",
      "a__b has a name that the exporter changes: expected a letter, then letters, digits and single underscores",
      "_c has a name that the exporter changes: expected a letter, then letters, digits and single underscores",
      `${"d".repeat(256)} has a name that OpenTelemetry refuses: expected 255 characters at most`,
      'e has the label "x__y", which the exporter changes: expected letters, digits and single underscores',
      "balance has buckets below 0, where OpenTelemetry observes nothing",
    ]);
  });

  it.each([
    [undefined, "the options of bindMetrics are undefined: expected an object with meter"],
    [{}, "the meter is undefined: expected a meter of OpenTelemetry"],
    [
      { meter: { createCounter() {} } },
      "the meter is a mapping: expected a meter of OpenTelemetry",
    ],
    [
      { metre: {} },
      'bindMetrics has no option "metre": expected meter, only, onRefusal, maxSeries',
    ],
  ])("refuses options that are none: %#", (options, message) => {
    expect(refusalOf(() => bindMetrics(jobs, options as never))).toContain(message);
  });
});
