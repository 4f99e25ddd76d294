import { metrics as api } from "@opentelemetry/api";
import next from "@prometheus-io/client";
import client from "prom-client";
import { describe, expectTypeOf, it } from "vitest";
import * as otel from "../../src/opentelemetry/index.js";
import { bindMetrics, checkRegister } from "../../src/prom-client/index.js";
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
    closed_total: { type: "counter", labels: ["method", "retried"] },
    outcomes_total: { type: "counter", labels: ["outcome", "attempt"] },
    up: { type: "gauge" },
    replicas: { type: "gauge", labels: ["path", "env?", "phase?"] },
    latency_seconds: { type: "histogram", labels: ["method"], buckets: [0.1, 1] },
    size_bytes: { type: "summary", quantiles: [0.5] },
    build_info: { type: "info", labels: ["path"] },
    mode: { type: "stateset", states: ["idle", "busy"] },
    queue: { type: "gaugehistogram" },
    anything: { type: "unknown" },
  },
});
declare const loaded: CompiledRegistry;

describe("bindMetrics over prom-client", () => {
  const { metrics, initialize } = bindMetrics(shop, { client });

  it("takes labels and a value, and a value alone where there are no labels", () => {
    metrics.hits_total.inc({ path: "/", method: "GET" });
    metrics.hits_total.inc({ path: "/", method: "GET", retried: true }, 2);
    metrics.up.set(1);
    metrics.up.inc();
    metrics.replicas.set({ path: "/", env: "e", phase: "stable" }, 2);
    metrics.latency_seconds.observe({ method: "GET" }, 0.1);
    metrics.size_bytes.observe(3);
    metrics.build_info.set({ path: "/" });
    metrics.mode.set(["idle"]);
    metrics.anything.dec(3);
    // @ts-expect-error a wrong value
    metrics.hits_total.inc({ path: "/", method: "PUT" });
    // @ts-expect-error a misspelt label
    metrics.hits_total.inc({ paht: "/", method: "GET" });
    // @ts-expect-error a missing label
    metrics.hits_total.inc({ method: "GET" });
    // @ts-expect-error no labels at all
    metrics.hits_total.inc();
    // @ts-expect-error a text is no number
    metrics.hits_total.inc({ path: "/", method: "GET" }, "1");
    // @ts-expect-error a metric without labels
    metrics.up.set({ path: "/" }, 1);
    // @ts-expect-error a label without the one that it requires
    metrics.replicas.set({ path: "/", env: "e" }, 2);
    // @ts-expect-error a counter is not set
    metrics.hits_total.set({ path: "/", method: "GET" }, 1);
    // @ts-expect-error a state that is none
    metrics.mode.set("bussy");
    // @ts-expect-error no metric has this name
    metrics.hit_total.inc();
  });

  it("gives handles that take a value", () => {
    const hits = metrics.hits_total.labels({ path: "/", method: "GET" });
    hits.inc();
    // @ts-expect-error a counter does not fall
    hits.dec();
    expectTypeOf(
      metrics.latency_seconds.labels({ method: "GET" }).startTimer(),
    ).toEqualTypeOf<otel.Stop>();
    expectTypeOf(metrics.latency_seconds.startTimer({ method: "GET" })()).toEqualTypeOf<number>();
    expectTypeOf(metrics.latency_seconds.startTimer()({ method: "POST" })).toEqualTypeOf<number>();
    // @ts-expect-error labels are given when it starts or when it stops
    metrics.latency_seconds.startTimer()();
  });

  it("asks for the values that the registry does not list, and for no others", () => {
    metrics.closed_total.initialize();
    metrics.hits_total.initialize({ path: ["/"] }, { limit: 10 });
    metrics.hits_total.initialize({ path: ["/"], method: ["GET"], retried: [true, ""] });
    metrics.outcomes_total.initialize({ outcome: ["ok", "other"], attempt: [1] });
    metrics.replicas.initialize({ path: ["/"], env: ["", "e"] });
    metrics.mode.initialize();
    initialize({ path: ["/"] });
    // @ts-expect-error the values of path are not listed
    metrics.hits_total.initialize();
    // @ts-expect-error the values of path are not listed
    metrics.hits_total.initialize({ method: ["GET"] });
    // @ts-expect-error the values of an open enum are not all listed
    metrics.outcomes_total.initialize({ attempt: [1] });
    // @ts-expect-error a wrong value
    metrics.hits_total.initialize({ path: ["/"], method: ["PUT"] });
    // @ts-expect-error no metric has this label
    initialize({ paht: ["/"] });
  });

  it("has the client's own metric underneath", () => {
    expectTypeOf(metrics.hits_total.client).toEqualTypeOf<client.Counter<string>>();
    expectTypeOf(metrics.mode.client).toEqualTypeOf<client.Gauge<string>>();
    const bound = bindMetrics(shop, { client: next, register: new next.Registry() });
    expectTypeOf(bound.metrics.size_bytes.client).toEqualTypeOf<next.Summary<string>>();
  });

  it("binds what it is asked for", () => {
    const { metrics: some } = bindMetrics(shop, { client, only: ["up", "mode"] });
    expectTypeOf<keyof typeof some>().toEqualTypeOf<"up" | "mode">();
    // @ts-expect-error no metric has this name
    bindMetrics(shop, { client, only: ["upp"] });
  });

  it("takes what is to become of what is refused", () => {
    bindMetrics(shop, { client, onRefusal: "drop" });
    bindMetrics(shop, { client, onRefusal: ({ rule }) => rule });
    // @ts-expect-error none of the three
    bindMetrics(shop, { client, onRefusal: "ignore" });
    // @ts-expect-error no client
    bindMetrics(shop, {});
  });

  it("says of a type that the client does not have what it is", () => {
    expectTypeOf(
      metrics.queue["~why"],
    ).toEqualTypeOf<"queue is a gaugehistogram, which prom-client does not have">();
  });

  it("takes whatever is given for a registry that was loaded", () => {
    const any = bindMetrics(loaded, { client }).metrics;
    any["hits_total"]?.inc({ path: "/" }, 2);
    any["up"]?.set({}, 2);
    // @ts-expect-error nobody knows whether it is there
    any["up"].set({}, 2);
  });

  it("takes a register of either package to check", () => {
    checkRegister(shop, client.register);
    checkRegister(shop, next.register, { levels: { "undeclared-metric": "off" } });
    // @ts-expect-error no rule has this name
    checkRegister(shop, client.register, { levels: { "undeclared-metrics": "off" } });
  });
});

describe("bindMetrics over OpenTelemetry", () => {
  const only = ["hits_total", "up", "latency_seconds", "build_info", "mode"] as const;
  const { metrics } = otel.bindMetrics(shop, { meter: api.getMeter("shop"), only });

  it("takes the same recordings", () => {
    metrics.hits_total.inc({ path: "/", method: "GET" });
    metrics.hits_total.initialize({ path: ["/"] });
    metrics.up.collect(() => metrics.up.set(1));
    metrics.latency_seconds.startTimer()({ method: "GET" });
    metrics.mode.set("idle");
    // @ts-expect-error a wrong value
    metrics.hits_total.inc({ path: "/", method: "PUT" });
    // @ts-expect-error a histogram begins with an observation
    metrics.latency_seconds.initialize();
    // @ts-expect-error series stay
    metrics.hits_total.remove({ path: "/", method: "GET" });
    // @ts-expect-error a counter is not read when it is collected
    metrics.hits_total.collect(() => {});
  });

  it("says of a type that OpenTelemetry does not have what it is", () => {
    const all = otel.bindMetrics(shop, { meter: api.getMeter("shop") }).metrics;
    expectTypeOf(
      all.size_bytes["~why"],
    ).toEqualTypeOf<"size_bytes is a summary, which OpenTelemetry does not have">();
    // @ts-expect-error it has none
    all.anything.set(1);
  });
});
