import { describe, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import {
  type BuiltSample,
  buildExposition,
  labelSchema,
  type SampleName,
  type SampleOf,
  sample,
  sampleSchema,
} from "../../src/construct/index.js";
import type { Exposition } from "../../src/exposition/index.js";
import { type CompiledRegistry, defineRegistry, type LabelsOf } from "../../src/registry/index.js";

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
    outcomes_total: { type: "counter", labels: ["outcome", "attempt?"] },
    up: { type: "gauge" },
    replicas: { type: "gauge", labels: ["path", "env?", "phase?"] },
    latency_seconds: { type: "histogram", labels: ["path"], buckets: [0.1, 1] },
    size_bytes: { type: "summary", quantiles: [0.5] },
    build_info: { type: "info", labels: ["path"] },
    mode: { type: "stateset", states: ["idle", "busy"] },
    anything: { type: "unknown" },
  },
});
type Shop = typeof shop;
declare const loaded: CompiledRegistry;

describe("labelSchema", () => {
  it("is of exactly the labels of its metric, on both sides", () => {
    const schema = labelSchema(shop, "hits_total");
    expectTypeOf<z.infer<typeof schema>>().toEqualTypeOf<LabelsOf<Shop, "hits_total">>();
    expectTypeOf<z.input<typeof schema>>().toEqualTypeOf<LabelsOf<Shop, "hits_total">>();
    const together = labelSchema(shop, "replicas");
    expectTypeOf<z.infer<typeof together>>().toEqualTypeOf<LabelsOf<Shop, "replicas">>();
  });

  it("is a Standard Schema of them", () => {
    const schema = labelSchema(shop, "hits_total");
    type Types = NonNullable<(typeof schema)["~standard"]["types"]>;
    expectTypeOf<Types["output"]>().toEqualTypeOf<LabelsOf<Shop, "hits_total">>();
  });

  it("holds a schema for each label, and for no other", () => {
    const { shape } = labelSchema(shop, "hits_total");
    expectTypeOf<keyof typeof shape>().toEqualTypeOf<"path" | "method" | "retried">();
  });

  it("is of declared metrics alone", () => {
    // @ts-expect-error no metric has this name
    labelSchema(shop, "hit_total");
  });

  it("is of any labels where the registry is not known", () => {
    const schema = labelSchema(loaded, "whatever");
    expectTypeOf<z.infer<typeof schema>>().toEqualTypeOf<LabelsOf<CompiledRegistry, string>>();
  });
});

describe("sampleSchema", () => {
  it("tells samples apart by their name", () => {
    const schema = sampleSchema(shop);
    type Given = z.infer<typeof schema>;
    expectTypeOf<Given>().toEqualTypeOf<SampleOf<Shop>>();
    expectTypeOf<Given["name"]>().toEqualTypeOf<
      "hits_total" | "outcomes_total" | "up" | "replicas" | "build_info" | "anything"
    >();
    type Hits = Extract<Given, { name: "hits_total" }>;
    expectTypeOf<Hits["labels"]>().toEqualTypeOf<LabelsOf<Shop, "hits_total">>();
    expectTypeOf<Hits["value"]>().toEqualTypeOf<number>();
  });
});

describe("sample", () => {
  it("takes the labels of its metric", () => {
    expectTypeOf(sample(shop, "hits_total", { path: "/", method: "GET" }, 1)).toEqualTypeOf<
      BuiltSample<"hits_total">
    >();
    sample(shop, "hits_total", { path: "/", method: "GET", retried: true }, 1);
    sample(shop, "hits_total", { path: "/", method: "GET", retried: "" }, 1);
    sample(shop, "outcomes_total", { outcome: "postponed", attempt: 3 }, 1);
    sample(shop, "replicas", { path: "/", env: "prod", phase: "stable" }, 1);
    sample(shop, "up", {}, 1);
  });

  it("takes no others", () => {
    // @ts-expect-error a misspelt label
    sample(shop, "hits_total", { pth: "/", method: "GET" }, 1);
    // @ts-expect-error no such value
    sample(shop, "hits_total", { path: "/", method: "GTE" }, 1);
    // @ts-expect-error method is required
    sample(shop, "hits_total", { path: "/" }, 1);
    // @ts-expect-error a required label is not undefined
    sample(shop, "hits_total", { path: undefined, method: "GET" }, 1);
    // @ts-expect-error a text is no boolean
    sample(shop, "hits_total", { path: "/", method: "GET", retried: "yes" }, 1);
    // @ts-expect-error env requires phase
    sample(shop, "replicas", { path: "/", env: "prod" }, 1);
    // @ts-expect-error up has no labels
    sample(shop, "up", { path: "/" }, 1);
    // @ts-expect-error a value is a number
    sample(shop, "up", {}, "1");
  });

  it("is of metrics whose series are one sample", () => {
    expectTypeOf<SampleName<Shop>>().toEqualTypeOf<
      "hits_total" | "outcomes_total" | "up" | "replicas" | "build_info" | "anything"
    >();
    // @ts-expect-error a histogram is no sample
    sample(shop, "latency_seconds", { path: "/" }, 1);
    // @ts-expect-error neither is a summary
    sample(shop, "size_bytes", {}, 1);
    // @ts-expect-error nor a stateset
    sample(shop, "mode", {}, 1);
    // @ts-expect-error nor what is not declared
    sample(shop, "hit_total", {}, 1);
  });

  it("takes any labels where the registry is not known", () => {
    expectTypeOf(sample(loaded, "any", { some: 1, other: true }, 1)).toExtend<BuiltSample>();
  });
});

describe("buildExposition", () => {
  const builder = buildExposition(shop);

  it("has a setter for each type", () => {
    const built = builder
      .counter("hits_total", { path: "/", method: "GET" }, 1, { created: 0 })
      .gauge("up", {}, 1, { timestamp: 0 })
      .unknown("anything", {}, 1)
      .info("build_info", { path: "/" })
      .histogram("latency_seconds", { path: "/" }, [0.2, 3])
      .histogram("latency_seconds", { path: "/" }, { buckets: [], sum: 0, count: 0 })
      .summary("size_bytes", {}, { count: 1, sum: 1, quantiles: [{ quantile: 0.5, value: 1 }] })
      .stateset("mode", {}, "idle")
      .stateset("mode", {}, ["idle", "busy"])
      .build();
    expectTypeOf(built).toEqualTypeOf<Exposition>();
  });

  it("takes in each the metrics of its type alone", () => {
    // @ts-expect-error hits_total is a counter
    builder.gauge("hits_total", { path: "/", method: "GET" }, 1);
    // @ts-expect-error up is a gauge
    builder.counter("up", {}, 1);
    // @ts-expect-error latency_seconds is a histogram
    builder.summary("latency_seconds", { path: "/" }, { count: 0, sum: 0, quantiles: [] });
    // @ts-expect-error size_bytes is a summary
    builder.histogram("size_bytes", {}, [1]);
    // @ts-expect-error mode is a stateset
    builder.info("mode", {});
    // @ts-expect-error build_info is an info metric
    builder.stateset("build_info", { path: "/" }, "idle");
    // @ts-expect-error the registry has no gaugehistogram
    builder.gaugehistogram("latency_seconds", { path: "/" }, [1]);
    // @ts-expect-error no metric has this name
    builder.unknown("nothing", {}, 1);
  });

  it("takes the labels, the values and the options of the metric alone", () => {
    // @ts-expect-error a misspelt label
    builder.counter("hits_total", { pth: "/", method: "GET" }, 1);
    // @ts-expect-error no such value
    builder.counter("hits_total", { path: "/", method: "GTE" }, 1);
    // @ts-expect-error path is required
    builder.histogram("latency_seconds", {}, [1]);
    // @ts-expect-error a histogram is made of observations or buckets
    builder.histogram("latency_seconds", { path: "/" }, 1);
    // @ts-expect-error no such state
    builder.stateset("mode", {}, "idel");
    // @ts-expect-error an info metric has no value
    builder.info("build_info", { path: "/" }, 1);
    // @ts-expect-error a gauge has no exemplar
    builder.gauge("up", {}, 1, { exemplar: { labels: {}, value: 1 } });
    // @ts-expect-error a gauge has no creation time
    builder.gauge("up", {}, 1, { created: 0 });
  });

  it("takes any metric and labels where the registry is not known", () => {
    buildExposition(loaded).gauge("any", { some: 1 }, 1).stateset("other", {}, "on");
  });
});
