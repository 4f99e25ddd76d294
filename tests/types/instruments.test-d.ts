import { describe, expectTypeOf, it } from "vitest";
import { createMetrics, type Metrics } from "../../src/instruments/index.js";
import { type CompiledRegistry, defineRegistry } from "../../src/registry/index.js";

const shop = defineRegistry({
  registry: "shop",
  labels: {
    path: { description: "Route." },
    method: { enum: ["GET", "POST"] },
    outcome: { enum: ["ok", "failed"], open: true },
    retried: { type: "boolean" },
    attempt: { type: "integer" },
    env: { requires: ["phase"] },
    phase: { enum: ["promoting", "stable"], requires: ["env"] },
  },
  metrics: {
    hits_total: { type: "counter", labels: ["path", "method", "retried?"] },
    methods_total: { type: "counter", labels: ["method", "retried"] },
    outcomes_total: { type: "counter", labels: ["outcome", "attempt"] },
    started_total: { type: "counter" },
    up: { type: "gauge" },
    replicas: { type: "gauge", labels: ["path", "env?", "phase?"] },
    latency_seconds: { type: "histogram", labels: ["path", "method"], buckets: [0.1, 1] },
    size_bytes: { type: "summary" },
    build_info: { type: "info", labels: ["path"] },
    mode: { type: "stateset", states: ["idle", "busy"] },
    sizes: { type: "gaugehistogram", labels: ["path"] },
    anything: { type: "unknown" },
    expose: { type: "gauge", labels: ["path"] },
  },
});
declare const loaded: CompiledRegistry;
declare const metrics: Metrics<typeof shop>;

describe("createMetrics", () => {
  it("gives an instrument of its type for each metric", () => {
    expectTypeOf(createMetrics(shop)).toEqualTypeOf<Metrics<typeof shop>>();
    expectTypeOf(metrics.hits_total.type).toEqualTypeOf<"counter">();
    expectTypeOf(metrics.anything.type).toEqualTypeOf<"unknown">();
    expectTypeOf(metrics.size_bytes.type).toEqualTypeOf<"summary">();
    expectTypeOf(metrics.get("hits_total")).toEqualTypeOf(metrics.hits_total);
    metrics.get("expose").set({ path: "/" }, 1);
    expectTypeOf(metrics.expose()).toEqualTypeOf<Promise<string>>();
    // @ts-expect-error no metric has this name
    metrics.get("hit_total");
    // @ts-expect-error nor this one
    metrics.hit_total;
    // @ts-expect-error no metric has this name
    createMetrics(shop, { only: ["hit_total"] });
  });

  it("knows instruments of a registry that is loaded by their type", () => {
    const instrument = createMetrics(loaded).get("whatever");
    if (instrument.type === "counter") instrument.inc({ any: "label" }, 2);
    // @ts-expect-error not every instrument counts
    instrument.inc({ any: "label" });
  });
});

describe("an instrument", () => {
  it("takes the labels of its metric", () => {
    metrics.hits_total.inc({ path: "/", method: "GET" });
    metrics.hits_total.inc({ path: "/", method: "GET", retried: true }, 2, { trace_id: "a" });
    metrics.hits_total.labels({ path: "/", method: "POST" }).inc();
    metrics.replicas.set({ path: "/", env: "prod", phase: "stable" }, 3);
    metrics.mode.set("idle");
    metrics.mode.set(["idle", "busy"]);
    metrics.up.set(1);
    metrics.started_total.inc();
    metrics.build_info.set({ path: "/" });
    metrics.sizes.set({ path: "/" }, [1, 2]);
  });

  it("takes no others", () => {
    // @ts-expect-error a misspelt label
    metrics.hits_total.inc({ pth: "/", method: "GET" });
    // @ts-expect-error no such value
    metrics.hits_total.inc({ path: "/", method: "GTE" });
    // @ts-expect-error method is missing
    metrics.hits_total.inc({ path: "/" });
    // @ts-expect-error a required label is not undefined
    metrics.hits_total.labels({ path: undefined, method: "GET" });
    // @ts-expect-error env requires phase
    metrics.replicas.set({ path: "/", env: "prod" }, 1);
    // @ts-expect-error started_total has no labels
    metrics.started_total.inc({ path: "/" });
    // @ts-expect-error a value is a number
    metrics.up.set("1");
    // @ts-expect-error no such state
    metrics.mode.set("bussy");
    // @ts-expect-error what is added is not optional
    metrics.hits_total.add({ path: "/", method: "GET" });
  });

  it("has the methods of its type", () => {
    // @ts-expect-error a counter does not fall
    metrics.hits_total.dec;
    // @ts-expect-error a counter is not set
    metrics.hits_total.set;
    // @ts-expect-error a gauge observes nothing
    metrics.up.observe;
    // @ts-expect-error a histogram is not set
    metrics.latency_seconds.set;
    // @ts-expect-error an info has nothing to begin with
    metrics.build_info.initialize;
    // @ts-expect-error what has no labels has no handles
    metrics.up.labels;
  });

  it("has timers that want the labels that are not known yet", () => {
    expectTypeOf(metrics.latency_seconds.startTimer({ path: "/", method: "GET" })()).toBeNumber();
    metrics.latency_seconds.startTimer({ path: "/" })({ method: "GET" });
    metrics.latency_seconds.startTimer()({ path: "/", method: "GET" }, { trace_id: "a" });
    metrics.size_bytes.startTimer()();
    // @ts-expect-error method is missing
    metrics.latency_seconds.startTimer({ path: "/" })();
    // @ts-expect-error no such value
    metrics.latency_seconds.startTimer()({ path: "/", method: "GTE" });
  });

  it("begins with values of the labels that are open, and of no others but by choice", () => {
    expectTypeOf(metrics.methods_total.initialize()).toBeNumber();
    metrics.hits_total.initialize({ path: ["/"] });
    metrics.hits_total.initialize({ path: ["/"], method: ["GET"], retried: [true, undefined] });
    metrics.outcomes_total.initialize({ outcome: ["ok", "postponed"], attempt: [1, 2] });
    metrics.replicas.initialize({ path: ["/"], env: ["prod"] });
    metrics.started_total.initialize();
    // @ts-expect-error the values of path are not known
    metrics.hits_total.initialize();
    // @ts-expect-error those of attempt neither
    metrics.outcomes_total.initialize({ outcome: ["ok"] });
    // @ts-expect-error no such value
    metrics.hits_total.initialize({ path: ["/"], method: ["GTE"] });
    // @ts-expect-error no such label
    metrics.methods_total.initialize({ pth: ["/"] });
  });

  it("calls back with itself", () => {
    metrics.replicas.collect((replicas) => replicas.set({ path: "/" }, 1));
    metrics.up.collect(async (up) => up.set(1));
    // @ts-expect-error a gauge observes nothing
    metrics.up.collect((up) => up.observe(1));
  });
});
