import { describe, expect, it } from "vitest";
import { baseten } from "../../../src/baseten.js";
import { checkExposition } from "../../../src/check/index.js";
import { PromschemaError } from "../../../src/diagnostics/index.js";
import { createMetrics } from "../../../src/instruments/index.js";
import { type CompiledRegistry, defineRegistry } from "../../../src/registry/index.js";
import { refusalOf, registryOf } from "./fixture.js";

const registry = defineRegistry({
  registry: "jobs",
  labels: {
    queue: { description: "Queue of the job." },
    outcome: { description: "How it ended.", enum: ["done", "failed"] },
    retried: { description: "Whether it was tried before.", type: "boolean" },
  },
  metrics: {
    jobs_total: { type: "counter", description: "Jobs.", labels: ["queue", "outcome", "retried?"] },
    started_total: { type: "counter", description: "Jobs that began." },
    crashes_total: { type: "counter", presence: "after-event" },
    tickets: { type: "counter", value: { integer: true, max: 10 }, labels: ["queue"] },
    waiting: { type: "gauge", description: "Jobs that wait.", labels: ["queue"] },
    load: { type: "gauge", value: { min: 0, max: 1 } },
    last_run_seconds: { type: "gauge", unit: "seconds" },
    duration_seconds: { type: "histogram", unit: "seconds", labels: ["queue"], buckets: [0.1, 1] },
    wait_milliseconds: { type: "histogram", unit: "milliseconds" },
    size_bytes: { type: "histogram", unit: "bytes", value: { min: 0, max: 100 } },
    lag_seconds: { type: "summary", unit: "seconds", quantiles: [0.5, 1] },
    build_info: { type: "info", labels: ["queue"] },
    mode: { type: "stateset", states: ["idle", "busy"], labels: ["queue"] },
    sizes: { type: "gaugehistogram", buckets: [1, 2] },
    anything: { type: "unknown" },
  },
});
const mail = { queue: "mail", outcome: "done" } as const;

/** The samples of some metrics, as they are written. */
function linesOf(
  metrics: { exposeNow(options?: object): string },
  name: string,
  openMetrics = false,
): string[] {
  const format = openMetrics ? "openmetrics-1.0" : "prometheus-text-1.0.0";
  return metrics
    .exposeNow({ format })
    .split("\n")
    .filter((line) => line.startsWith(name));
}

/** Calls as a program without types does. */
function untyped(instrument: object, method: string): (...given: unknown[]) => unknown {
  return (...given) => Reflect.apply(Reflect.get(instrument, method), instrument, given);
}

describe("a counter", () => {
  it("counts by label set, by handle and from the start where it has no labels", () => {
    const metrics = createMetrics(registry);
    expect(linesOf(metrics, "started")).toEqual(["started_total 0"]);
    expect(linesOf(metrics, "crashes")).toEqual([]);
    metrics.jobs_total.inc(mail);
    metrics.jobs_total.add({ ...mail, retried: true }, 2.5);
    const handle = metrics.jobs_total.labels({ queue: "web", outcome: "failed" });
    expect(linesOf(metrics, "jobs")).toEqual([
      'jobs_total{queue="mail",outcome="done"} 1',
      'jobs_total{queue="mail",outcome="done",retried="true"} 2.5',
      'jobs_total{queue="web",outcome="failed"} 0',
    ]);
    handle.inc();
    handle.add(3);
    metrics.jobs_total.inc({ outcome: "failed", queue: "web" });
    metrics.started_total.inc();
    metrics.crashes_total.inc(4);
    expect(linesOf(metrics, "jobs")[2]).toBe('jobs_total{queue="web",outcome="failed"} 5');
    expect([...linesOf(metrics, "started"), ...linesOf(metrics, "crashes")]).toEqual([
      "started_total 1",
      "crashes_total 4",
    ]);
  });

  it("begins anew after it was removed, and no handle counts in another's place", () => {
    const metrics = createMetrics(registry);
    const { jobs_total: jobs } = metrics;
    const handle = jobs.labels(mail);
    handle.inc(5);
    expect([jobs.remove(mail), jobs.remove(mail), jobs.size]).toEqual([true, false, 0]);
    jobs.inc({ queue: "web", outcome: "done" }, 7);
    handle.inc();
    expect(linesOf(metrics, "jobs")).toEqual([
      'jobs_total{queue="web",outcome="done"} 7',
      'jobs_total{queue="mail",outcome="done"} 1',
    ]);
    jobs.reset();
    expect([jobs.size, linesOf(metrics, "jobs")]).toEqual([0, []]);
    handle.inc(2);
    metrics.reset();
    metrics.jobs_total.inc(mail);
    handle.inc(2);
    expect(linesOf(metrics, "jobs")).toEqual(['jobs_total{queue="mail",outcome="done"} 3']);
    expect(linesOf(metrics, "started")).toEqual(["started_total 0"]);
  });

  it("keeps the last exemplar, for OpenMetrics, and since when it counts", () => {
    let now = 1_700_000_000_000;
    const metrics = createMetrics(registry, { created: true, now: () => now });
    metrics.jobs_total.inc(mail, 1, { trace_id: "a" });
    now += 1500;
    metrics.jobs_total.labels(mail).inc(2, { trace_id: "b" });
    expect(linesOf(metrics, "jobs", true)).toEqual([
      'jobs_total{queue="mail",outcome="done"} 3.0 # {trace_id="b"} 2.0 1.7000000015e+09',
      'jobs_created{queue="mail",outcome="done"} 1.7e+09',
    ]);
    expect(linesOf(metrics, "jobs")).toEqual(['jobs_total{queue="mail",outcome="done"} 3']);
    metrics.jobs_total.remove(mail);
    metrics.jobs_total.inc(mail);
    expect(linesOf(metrics, "jobs", true)[0]).toBe('jobs_total{queue="mail",outcome="done"} 1.0');
  });
});

describe("a gauge", () => {
  it("is set, raised, lowered and set to the time", () => {
    const metrics = createMetrics(registry, { now: () => 1_234_567 });
    const handle = metrics.waiting.labels({ queue: "web" });
    expect(metrics.waiting.size).toBe(0);
    metrics.waiting.set({ queue: "mail" }, Number.NaN);
    metrics.waiting.inc({ queue: "a" });
    metrics.waiting.dec({ queue: "a" }, 3);
    handle.dec();
    handle.inc(0.5);
    metrics.last_run_seconds.setToCurrentTime();
    metrics.anything.set(-Infinity);
    expect(linesOf(metrics, "waiting")).toEqual([
      'waiting{queue="mail"} NaN',
      'waiting{queue="a"} -2',
      'waiting{queue="web"} -0.5',
    ]);
    expect([...linesOf(metrics, "last"), ...linesOf(metrics, "any")]).toEqual([
      "last_run_seconds 1234.567",
      "anything -Inf",
    ]);
  });
});

describe("a histogram", () => {
  it("counts observations, also those of timers, in the unit of the metric", async () => {
    const metrics = createMetrics(registry, { now: () => 1500 });
    metrics.duration_seconds.observe({ queue: "mail" }, 0.1, { trace_id: "a" });
    metrics.duration_seconds.labels({ queue: "mail" }).observe(5);
    const late = metrics.duration_seconds.startTimer();
    const early = metrics.duration_seconds.startTimer({ queue: "web" });
    const bound = metrics.wait_milliseconds.startTimer();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const seconds = late({ queue: "web" });
    early();
    const milliseconds = bound();
    expect(seconds).toBeGreaterThan(0.015);
    expect(milliseconds).toBeGreaterThan(15);
    expect(linesOf(metrics, 'duration_seconds_bucket{queue="mail"', true)).toEqual([
      'duration_seconds_bucket{queue="mail",le="0.1"} 1 # {trace_id="a"} 0.1 1.5',
      'duration_seconds_bucket{queue="mail",le="1.0"} 1',
      'duration_seconds_bucket{queue="mail",le="+Inf"} 2',
    ]);
    const counts = linesOf(metrics, 'duration_seconds_count{queue="web"}');
    expect(counts).toEqual(['duration_seconds_count{queue="web"} 2']);
    expect(linesOf(metrics, "wait_milliseconds_count")).toEqual(["wait_milliseconds_count 1"]);
    expect(linesOf(metrics, "wait_milliseconds_bucket")).toHaveLength(12);
  });

  it("has no sum in OpenMetrics once something below zero was observed", () => {
    const metrics = createMetrics(registry);
    metrics.duration_seconds.observe({ queue: "a" }, 2);
    metrics.duration_seconds.observe({ queue: "b" }, 2);
    metrics.duration_seconds.observe({ queue: "b" }, -0.5);
    const ends = (openMetrics: boolean) =>
      linesOf(metrics, "duration_seconds", openMetrics).filter((line) => !line.includes("bucket"));
    expect(ends(true)).toEqual([
      'duration_seconds_sum{queue="a"} 2.0',
      'duration_seconds_count{queue="a"} 1',
    ]);
    expect(ends(false).slice(2)).toEqual([
      'duration_seconds_sum{queue="b"} 1.5',
      'duration_seconds_count{queue="b"} 2',
    ]);
    metrics.duration_seconds.reset();
    metrics.duration_seconds.observe({ queue: "b" }, 2);
    expect(ends(true)).toEqual([
      'duration_seconds_sum{queue="b"} 2.0',
      'duration_seconds_count{queue="b"} 1',
    ]);
  });
});

describe("a summary", () => {
  it("has the quantiles of what was observed of late, and counts all", () => {
    let now = 0;
    const metrics = createMetrics(registry, { now: () => now, window: { seconds: 10, parts: 2 } });
    expect(linesOf(metrics, "lag")).toEqual([
      'lag_seconds{quantile="0.5"} NaN',
      'lag_seconds{quantile="1"} NaN',
      "lag_seconds_sum 0",
      "lag_seconds_count 0",
    ]);
    for (let at = 1; at <= 100; at++) metrics.lag_seconds.observe(at);
    const { value } =
      metrics.exposition().families.find(({ name }) => name === "lag_seconds")?.series[0] ?? {};
    expect(value).toEqual({
      count: 100,
      sum: 5050,
      quantiles: [
        { quantile: 0.5, value: expect.closeTo(50, 0) },
        { quantile: 1, value: expect.closeTo(100, 0) },
      ],
    });
    now = 6000;
    metrics.lag_seconds.observe(200);
    expect(linesOf(metrics, 'lag_seconds{quantile="1"}')).toEqual([
      'lag_seconds{quantile="1"} 200',
    ]);
    now = 11_000;
    expect(linesOf(metrics, "lag")).toEqual([
      'lag_seconds{quantile="0.5"} 200',
      'lag_seconds{quantile="1"} 200',
      "lag_seconds_sum 5250",
      "lag_seconds_count 101",
    ]);
    now = 100_000;
    expect(linesOf(metrics, 'lag_seconds{quantile="0.5"}')).toEqual([
      'lag_seconds{quantile="0.5"} NaN',
    ]);
  });
});

describe("info, statesets and gauge histograms", () => {
  it("are set", () => {
    const metrics = createMetrics(registry);
    metrics.build_info.set({ queue: "mail" });
    metrics.mode.set({ queue: "mail" }, "busy");
    metrics.mode.labels({ queue: "web" }).set([]);
    metrics.sizes.set([0.5, 1.5, 9]);
    expect([
      ...linesOf(metrics, "build"),
      ...linesOf(metrics, "mode"),
      ...linesOf(metrics, "sizes"),
    ]).toEqual([
      'build_info{queue="mail"} 1',
      'mode{queue="mail",mode="idle"} 0',
      'mode{queue="mail",mode="busy"} 1',
      'mode{queue="web",mode="idle"} 0',
      'mode{queue="web",mode="busy"} 0',
      'sizes_bucket{le="1"} 1',
      'sizes_bucket{le="2"} 2',
      'sizes_bucket{le="+Inf"} 3',
      "sizes_gsum 11",
      "sizes_gcount 3",
    ]);
  });
});

describe("initialize", () => {
  it("lets the three conditions of a pod be 0 in the first scrape", async () => {
    const metrics = createMetrics(baseten, { only: ["baseten_pod_readiness"] });
    const count = metrics.baseten_pod_readiness.initialize({
      model_id: ["m"],
      model_name: ["llama"],
      deployment_id: ["d"],
    });
    const samples = (await metrics.expose())
      .split("\n")
      .filter((line) => line.startsWith("baseten"));
    expect([count, samples]).toEqual([
      3,
      ["true", "false", "unknown"].map(
        (condition) =>
          `baseten_pod_readiness{model_id="m",model_name="llama",deployment_id="d",condition="${condition}"} 0`,
      ),
    ]);
  });

  it("begins what was not there, and leaves the rest as it is", () => {
    const metrics = createMetrics(registry);
    metrics.jobs_total.inc(mail, 3);
    expect(metrics.jobs_total.initialize({ queue: ["mail"], retried: [undefined, true] })).toBe(4);
    expect(linesOf(metrics, "jobs").map((line) => line.at(-1))).toEqual(["3", "0", "0", "0"]);
    expect([metrics.started_total.initialize(), metrics.started_total.size]).toEqual([1, 1]);
    expect(metrics.mode.initialize({ queue: ["mail"] })).toBe(1);
  });

  it("begins nothing where it refuses", () => {
    const limited = createMetrics(registry, { maxSeries: 3 });
    expect(
      refusalOf(() => limited.jobs_total.initialize({ queue: ["a", "b"], retried: [true] })),
    ).toBe("max-series: jobs_total would begin with 4 series: at most 3 are allowed");
    limited.jobs_total.inc({ queue: "z", outcome: "done" });
    limited.jobs_total.inc({ queue: "y", outcome: "done" });
    expect(
      refusalOf(() => limited.jobs_total.initialize({ queue: ["a"], retried: [true] })),
    ).toContain("max-series");
    expect(limited.jobs_total.size).toBe(2);
  });
});

describe("what breaks the contract", () => {
  const all = createMetrics(registry);
  it.each<[string, () => unknown, string]>([
    [
      "a negative increment",
      () => all.jobs_total.inc(mail, -1),
      "spec/counter-value: the increment of counter jobs_total is -1: expected a number that is not negative",
    ],
    [
      "an increment that is NaN",
      () => all.jobs_total.inc(mail, Number.NaN),
      "construct/argument: the increment of jobs_total is the number NaN: expected a finite number",
    ],
    [
      "an endless increment",
      () => all.jobs_total.inc(mail, Infinity),
      "construct/argument: the increment of jobs_total is the number Infinity: expected a finite number",
    ],
    [
      "a text for a number",
      () => untyped(all.jobs_total, "inc")(mail, "1"),
      'construct/argument: the increment of jobs_total is "1": expected a finite number',
    ],
    [
      "a big integer",
      () => untyped(all.started_total, "inc")(1n),
      "construct/argument: the increment of started_total is the bigint 1: expected a finite number",
    ],
    [
      "nothing to add",
      () => untyped(all.jobs_total, "add")(mail),
      "construct/argument: the increment of jobs_total is undefined: expected a finite number",
    ],
    [
      "part of a ticket",
      () => all.tickets.inc({ queue: "a" }, 0.5),
      "value-integer: tickets would be 0.5: expected a whole number",
    ],
    [
      "more tickets than there are",
      () => all.tickets.inc({ queue: "a" }, 11),
      "value-bounds: tickets would be 11: expected at most 10",
    ],
    [
      "a gauge out of bounds",
      () => all.load.set(1.5),
      "value-bounds: load is 1.5: expected 0 to 1",
    ],
    [
      "a gauge that would be out of bounds",
      () => all.load.dec(),
      "value-bounds: load would be -1: expected 0 to 1",
    ],
    [
      "a gauge set to null",
      () => untyped(all.waiting, "set")({ queue: "a" }, null),
      "construct/argument: the value of waiting is null: expected a number",
    ],
    [
      "an observation that is NaN",
      () => all.wait_milliseconds.observe(Number.NaN),
      "construct/argument: an observation of wait_milliseconds is the number NaN: expected a finite number",
    ],
    [
      "an observation out of bounds",
      () => all.size_bytes.observe(101),
      "value-bounds: an observation of size_bytes is 101: expected 0 to 100",
    ],
    [
      "an observation below zero of a summary",
      () => all.lag_seconds.observe(-1),
      "spec/summary-value: an observation of lag_seconds is -1: OpenMetrics allows none below zero",
    ],
    [
      "a timer of bytes",
      () => all.size_bytes.startTimer(),
      "construct/argument: size_bytes has the unit bytes: expected one of time for a timer",
    ],
    [
      "a state that is none",
      () => untyped(all.mode, "set")({ queue: "a" }, "bussy"),
      'label-value: a state of mode is "bussy", which is not one of its states',
    ],
    [
      "no states",
      () => untyped(all.mode, "set")({ queue: "a" }),
      "construct/argument: states of mode: expected a list, found undefined",
    ],
    [
      "observations that are none",
      () => untyped(all.sizes, "set")(["1"]),
      'construct/argument: an observation of sizes: expected a number, found "1"',
    ],
    [
      "a label that is misspelt",
      () => untyped(all.jobs_total, "inc")({ qeue: "mail", outcome: "done" }),
      'undeclared-label: jobs_total has the label "qeue", which is not declared for it',
    ],
    [
      "a label set that is to be removed and cannot be",
      () => untyped(all.jobs_total, "remove")({ queue: 1 }),
      "construct/argument: queue of jobs_total is the number 1: expected some text",
    ],
    [
      "labels where there are none",
      () => untyped(all.started_total, "inc")({ queue: "mail" }),
      'undeclared-label: started_total has the label "queue", which is not declared for it',
    ],
    [
      "an exemplar that is too long",
      () => all.jobs_total.inc(mail, 1, { trace_id: "x".repeat(121) }),
      "spec/exemplar-length: exemplar labels of jobs_total have 129 characters: at most 128 are allowed",
    ],
    [
      "an exemplar that is no text",
      () => untyped(all.jobs_total, "inc")(mail, 1, { trace_id: 1 }),
      'construct/argument: "trace_id" of an exemplar of jobs_total is the number 1: expected a text',
    ],
    [
      "a callback that is none",
      () => untyped(all.jobs_total, "collect")(5),
      "construct/argument: collect of jobs_total is given the number 5: expected a function",
    ],
    [
      "a metric that is not declared",
      () => untyped(all, "get")("job_total"),
      'undeclared-metric: metric "job_total" is not declared in jobs',
    ],
    [
      "a format that is none",
      () => all.exposeNow({ format: "json" as never }),
      'construct/argument: the option format is "json": expected one of prometheus-text-1.0.0',
    ],
    [
      "info to begin with",
      () => untyped(all.build_info, "initialize")({ queue: ["a"] }),
      "construct/argument: build_info has no value to begin with: set it",
    ],
  ])("is refused: %s", (_, call, words) => {
    const before = all.exposeNow({ format: "openmetrics-1.0" });
    expect(refusalOf(call)).toContain(words);
    expect(all.exposeNow({ format: "openmetrics-1.0" })).toBe(before);
  });

  it("is dropped and counted where the options say so", () => {
    const told: string[] = [];
    const dropping = createMetrics(registry, {
      onRefusal: (error) => told.push(error.message),
      maxSeries: 1,
    });
    dropping.jobs_total.inc(mail, -1);
    untyped(dropping.jobs_total, "inc")({ queue: null, outcome: "done" });
    dropping.jobs_total.inc(mail);
    dropping.jobs_total.inc({ queue: "web", outcome: "done" });
    const beyond = dropping.jobs_total.labels({ queue: "web", outcome: "done" });
    beyond.inc();
    expect(linesOf(dropping, "jobs")).toEqual(['jobs_total{queue="mail",outcome="done"} 1']);
    expect(new Map(dropping.refused)).toEqual(
      new Map([
        ["spec/counter-value", 1],
        ["construct/argument", 1],
        ["max-series", 3],
      ]),
    );
    expect(told).toHaveLength(5);
    dropping.jobs_total.remove(mail);
    beyond.inc(2);
    expect(linesOf(dropping, "jobs")).toEqual(['jobs_total{queue="web",outcome="done"} 2']);
  });
});

describe("createMetrics", () => {
  it.each<[string, () => unknown, string]>([
    [
      "metrics that share a name",
      () =>
        createMetrics(
          registryOf({ metrics: { hits: { type: "gauge" }, hits_total: { type: "counter" } } }),
        ),
      "construct/name-clash: hits_total and hits share a name in some format",
    ],
    [
      "no registry",
      () => createMetrics(undefined as unknown as CompiledRegistry),
      "construct/argument: the registry is undefined: expected one",
    ],
    [
      "a limit that is none",
      () => createMetrics(registry, { maxSeries: -1 }),
      "construct/argument: the option maxSeries is the number -1: expected a whole number that is not negative",
    ],
    [
      "buckets that do not rise",
      () => createMetrics(registry, { defaultBuckets: [1, 0.5] }),
      "construct/argument: the option defaultBuckets is a list: expected rising finite numbers",
    ],
    [
      "a metric that is not declared",
      () => createMetrics(registry, { only: ["jobs" as never] }),
      'undeclared-metric: metric "jobs" is not declared in jobs',
    ],
    [
      "what to do that is nothing",
      () => createMetrics(registry, { onRefusal: "warn" as never }),
      'construct/argument: the option onRefusal is "warn": expected "throw", "drop" or a function',
    ],
    [
      "options that are nothing",
      () => createMetrics(registry, null as never),
      "construct/argument: the options of createMetrics are null: expected an object",
    ],
    [
      "an option that is misspelt",
      () => createMetrics(registry, { maxSerie: 3 } as never),
      'createMetrics has no option "maxSerie": expected only, onRefusal, maxSeries, created, defaultBuckets, window, now',
    ],
    [
      "options that throw while they are read",
      () =>
        createMetrics(registry, {
          get created(): never {
            throw new Error("no");
          },
        }),
      "the options of createMetrics are what throws while it is read",
    ],
    [
      "a window without length",
      () => createMetrics(registry, { window: { seconds: 0, parts: 5 } }),
      "the option seconds of window is the number 0: expected a number above zero",
    ],
    [
      "a window in no whole parts",
      () => createMetrics(registry, { window: { seconds: 60, parts: 1.5 } }),
      "the option parts of window is the number 1.5: expected a whole number above zero",
    ],
    [
      "what is no way to write",
      () => createMetrics(registry).exposeNow(null as never),
      "the options of expose are null: expected an object",
    ],
  ])("refuses %s", (_, call, words) => {
    expect(refusalOf(call)).toContain(words);
  });

  it("makes the instruments of some metrics, which then share no name", () => {
    const clashing = registryOf({
      metrics: { hits: { type: "gauge" }, hits_total: { type: "counter" } },
    });
    const metrics = createMetrics(clashing, { only: ["hits_total"] });
    expect(linesOf(metrics, "hits")).toEqual(["hits_total 0"]);
    expect(refusalOf(() => metrics.get("hits"))).toContain('"hits" has no instrument');
  });

  it("gives an instrument by any name, and takes labels where a program does not know that there are none", () => {
    const document = JSON.parse(
      '{ "metrics": { "expose": { "type": "gauge" }, "__proto__": { "type": "counter" }, "constructor": { "type": "histogram" } } }',
    );
    const metrics = createMetrics(registryOf(document));
    untyped(metrics.get("expose"), "set")({}, 3);
    untyped(metrics.get("__proto__"), "inc")({}, 2);
    untyped(metrics.get("__proto__"), "inc")();
    untyped(metrics.get("constructor"), "observe")({}, 2);
    expect(metrics.exposeNow()).toContain("expose 3\n");
    expect(metrics.exposeNow()).toContain("__proto___total 3\n");
    expect(metrics.exposeNow()).toContain("constructor_count 1\n");
  });
});

describe("collect", () => {
  it("sets at each scrape what is read only then, until it is ended", async () => {
    const metrics = createMetrics(registry);
    let reads = 0;
    const end = metrics.load.collect((load) => load.set(++reads / 10));
    const endOther = metrics.waiting.collect(async (waiting) => {
      await Promise.resolve();
      waiting.set({ queue: "mail" }, reads);
    });
    expect(await metrics.expose()).toContain('waiting{queue="mail"} 1\n');
    expect(new TextDecoder().decode(await metrics.exposeBytes())).toContain("load 0.2\n");
    end();
    endOther();
    expect(await metrics.expose()).toContain("load 0.2\n");
    expect(metrics.exposeNow()).toBe(await metrics.expose());
  });

  it("is asked once for scrapes that come at the same time", async () => {
    const metrics = createMetrics(registry);
    let asked = 0;
    metrics.collect(async () => {
      asked++;
      await new Promise((resolve) => setTimeout(resolve, 5));
    });
    const texts = await Promise.all([metrics.expose(), metrics.expose(), metrics.exposeBytes()]);
    expect([asked, texts[0] === texts[1]]).toEqual([1, true]);
    await metrics.expose();
    expect(asked).toBe(2);
  });

  it("fails the scrape with what failed as the cause, and not the next one", async () => {
    const metrics = createMetrics(registry);
    const cause = new Error("secret");
    const end = metrics.load.collect(() => Promise.reject(cause));
    const failed = await metrics.expose().catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(PromschemaError);
    expect(failed).toMatchObject({ message: "a collect callback of load failed", cause });
    end();
    expect(await metrics.expose()).toContain("load 0\n");
  });

  it("lets each scrape see whole histograms while a callback takes time", async () => {
    const metrics = createMetrics(registry);
    metrics.collect(async () => {
      for (let at = 0; at < 20; at++) {
        metrics.duration_seconds.observe({ queue: "mail" }, at / 10);
        await Promise.resolve();
      }
    });
    const scrapes = await Promise.all(
      Array.from({ length: 10 }, () => metrics.expose({ format: "openmetrics-1.0" })),
    );
    for (const text of scrapes) {
      const { findings } = checkExposition(text, {
        registry,
        levels: { "absent-metric": "off", "unseen-metric": "off" },
      });
      expect(findings.map(({ message }) => message)).toEqual([]);
    }
  });
});
