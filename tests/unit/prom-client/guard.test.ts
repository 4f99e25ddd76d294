import { describe, expect, it } from "vitest";
import type { PromschemaError } from "../../../src/diagnostics/index.js";
import { bindMetrics } from "../../../src/prom-client/index.js";
import { defineRegistry } from "../../../src/registry/index.js";
import { clients, jobs, refusalOf, registerFor, samplesOf } from "./fixture.js";

const right = { queue: "a", outcome: "done" } as const;

/** Labels of `jobs_total` as programs without types give them, and what is said of them. */
const wrongLabels: readonly (readonly [name: string, labels: unknown, said: string])[] = [
  ["nothing", undefined, "construct/argument: the labels of jobs_total are undefined: expected"],
  ["null", null, "construct/argument: the labels of jobs_total are null: expected"],
  ["a number", 3, "construct/argument: the labels of jobs_total are the number 3: expected"],
  ["a list", ["a", "done"], "construct/argument: the labels of jobs_total are a list: expected"],
  ["a symbol", Symbol("a"), "construct/argument: the labels of jobs_total are a symbol: expected"],
  [
    "a label that is null",
    { ...right, queue: null },
    "construct/argument: queue of jobs_total is null: expected some text",
  ],
  [
    "a label that is NaN",
    { ...right, queue: Number.NaN },
    "construct/argument: queue of jobs_total is the number NaN: expected some text",
  ],
  [
    "a label that is an object",
    { ...right, queue: {} },
    "construct/argument: queue of jobs_total is a mapping: expected some text",
  ],
  [
    "a label that is a symbol",
    { ...right, queue: Symbol("a") },
    "construct/argument: queue of jobs_total is a symbol: expected some text",
  ],
  [
    "a label that is undefined",
    { ...right, queue: undefined },
    'missing-label: jobs_total lacks its required label "queue"',
  ],
  [
    "a value outside its enum",
    { ...right, outcome: "faild" },
    'label-value: outcome of jobs_total is "faild", which is not one of its values',
  ],
  [
    "a label that is not declared",
    { ...right, path: "/" },
    'undeclared-label: jobs_total has the label "path", which is not declared for it',
  ],
  [
    "a key of the prototype",
    { ...right, toString: "a" },
    'undeclared-label: jobs_total has the label "toString", which is not declared for it',
  ],
  [
    "a getter that throws",
    {
      ...right,
      get queue() {
        throw new Error("boom");
      },
    },
    "construct/argument: queue of jobs_total threw while it was read",
  ],
  [
    "half a character",
    { ...right, queue: "\ud800" },
    'serialize/unwritable: queue of jobs_total is "\\u{d800}": expected Unicode',
  ],
];

type Metrics = ReturnType<typeof bindMetrics<typeof jobs, (typeof clients)[0][1]>>["metrics"];

/** Recordings that no type would let through, and what is said of them. */
const wrongValues: readonly (readonly [
  name: string,
  record: (metrics: Metrics) => unknown,
  said: string,
])[] = [
  [
    "a counter that would fall",
    ({ jobs_total }) => jobs_total.inc(right, -1),
    "spec/counter-value: counter jobs_total is to grow by -1: expected a number that is not negative",
  ],
  [
    "a counter that would be NaN",
    ({ hits }) => hits.inc(Number.NaN),
    "construct/argument: hits is to grow by NaN: expected a finite number",
  ],
  [
    "a counter that would be infinite",
    ({ hits }) => hits.inc(Infinity),
    "construct/argument: hits is to grow by Infinity: expected a finite number",
  ],
  [
    "a counter by a text",
    ({ hits }) => hits.inc("3" as never),
    'construct/argument: hits is to grow by "3": expected a number',
  ],
  [
    "a counter by null",
    ({ hits }) => hits.inc(null as never),
    "construct/argument: hits is to grow by null: expected a number",
  ],
  [
    "a counter of whole numbers by a part",
    ({ batches_total }) => batches_total.inc({ shard: 1 }, 0.5),
    "value-integer: batches_total is to grow by 0.5: expected a whole number",
  ],
  [
    "a gauge out of bounds",
    ({ workers }) => workers.set(9),
    "value-bounds: workers is set to 9: expected 1 to 8",
  ],
  [
    "a gauge without a value",
    ({ waiting }) => waiting.set({ queue: "a" }, undefined as never),
    "construct/argument: waiting is set to undefined: expected a number",
  ],
  [
    "a gauge changed by NaN",
    ({ waiting }) => waiting.dec({ queue: "a" }, Number.NaN),
    "construct/argument: waiting is to change by NaN: expected a finite number",
  ],
  [
    "a gauge of whole numbers changed by a part",
    ({ workers }) => workers.inc(0.5),
    "value-integer: workers is to change by 0.5: expected a whole number",
  ],
  [
    "an observation out of bounds",
    ({ took_seconds }) => took_seconds.labels({ outcome: "done" }).observe(-1),
    "value-bounds: observation of took_seconds is -1: expected at least 0",
  ],
  [
    "an observation of infinity",
    ({ balance }) => balance.observe(-Infinity),
    "construct/argument: observation of balance is -Infinity: expected a finite number",
  ],
  [
    "an observation of an object",
    ({ size_bytes }) => size_bytes.observe({ outcome: "done" }, {} as never),
    "construct/argument: observation of size_bytes is a mapping: expected a number",
  ],
  [
    "an observation of a summary below zero",
    ({ size_bytes }) => size_bytes.observe({ outcome: "done" }, -1),
    "spec/summary-value: observation of size_bytes is -1: OpenMetrics allows none below zero",
  ],
  [
    "labels in two parts that are not enough",
    ({ took_seconds }) => took_seconds.startTimer()({} as never),
    'missing-label: took_seconds lacks its required label "outcome"',
  ],
  [
    "a state that is none",
    ({ mode }) => mode.set({ outcome: "done" }, "bussy" as never),
    'label-value: a state of mode is "bussy", which is not one of its states',
  ],
  [
    "labels that are removed and wrong",
    ({ jobs_total }) => jobs_total.remove({ queue: "a" } as never),
    'missing-label: jobs_total lacks its required label "outcome"',
  ],
];

describe.each(clients)("what programs without types record in %s", (_, client) => {
  const bind = (options: object = {}) => {
    const register = registerFor(client);
    return { register, ...bindMetrics(jobs, { client, register, ...options }) };
  };

  it.each(wrongLabels)("is refused: %s for labels", async (_name, labels, said) => {
    const { register, metrics } = bind();
    const before = await register.metrics();
    expect(refusalOf(() => metrics.jobs_total.inc(labels as never))).toContain(said);
    expect(refusalOf(() => metrics.jobs_total.labels(labels as never))).toContain(said);
    expect(await register.metrics()).toBe(before);
  });

  it.each(wrongValues)("is refused: %s", (_name, record, said) => {
    const { metrics } = bind();
    expect(refusalOf(() => record(metrics))).toContain(said);
  });

  it("is dropped with a counted reason where the guard says so", async () => {
    const { register, metrics, refused } = bind({ onRefusal: "drop" });
    for (const [, labels] of wrongLabels) {
      metrics.jobs_total.inc(labels as never);
      metrics.jobs_total.labels(labels as never).inc();
    }
    for (const [, record] of wrongValues) record(metrics);
    expect(await samplesOf(register, "hits")).toEqual(["hits_total 0"]);
    // No series begins with what is refused.
    for (const name of ["jobs", "waiting", "mode", "size_bytes", "batches"]) {
      expect(await samplesOf(register, name)).toEqual([]);
    }
    expect(Object.fromEntries(refused)).toEqual({
      "construct/argument": 28,
      "missing-label": 4,
      "label-value": 3,
      "undeclared-label": 4,
      "serialize/unwritable": 2,
      "spec/counter-value": 1,
      "spec/summary-value": 1,
      "value-bounds": 2,
      "value-integer": 2,
    });
  });

  it("gives a handle that does nothing for a series that is dropped", () => {
    const { metrics, refused } = bind({ onRefusal: "drop" });
    const stop = metrics.took_seconds.labels({ outcome: "?" } as never).startTimer();
    expect(stop()).toBeGreaterThanOrEqual(0);
    metrics.waiting.labels({} as never).set(3);
    expect([...refused]).toEqual([
      ["label-value", 1],
      ["missing-label", 1],
    ]);
  });

  it("is told to a function where there is one", () => {
    const told: PromschemaError[] = [];
    const { metrics, refused } = bind({
      onRefusal: (refusal: PromschemaError) => told.push(refusal),
    });
    metrics.hits.inc(-1);
    metrics.hits.inc();
    metrics.jobs_total.inc({ queue: "a" } as never);
    expect(told.map(({ rule }) => rule)).toEqual(["spec/counter-value", "missing-label"]);
    expect(refused.size).toBe(2);
  });

  it("is not told of what is no fault of the recording", () => {
    const fault = new Error("no room to tell");
    const { metrics } = bind({
      onRefusal: () => {
        throw fault;
      },
    });
    expect(() => metrics.hits.inc(-1)).toThrow(fault);
  });

  it("stays within maxSeries, of the option and of the registry", async () => {
    const { register, metrics } = bind({ maxSeries: 2 });
    metrics.waiting.set({ queue: "a" }, 1);
    metrics.waiting.set({ queue: "b" }, 1);
    expect(refusalOf(() => metrics.waiting.set({ queue: "c" }, 1))).toBe(
      "max-series: waiting would have 3 series: at most 2 are allowed by the option maxSeries",
    );
    metrics.waiting.remove({ queue: "a" });
    metrics.waiting.set({ queue: "c" }, 1);
    expect(await samplesOf(register, "waiting")).toEqual([
      'waiting{queue="b"} 1',
      'waiting{queue="c"} 1',
    ]);
  });

  it("is refused where the client would take one series for another", async () => {
    const register = registerFor(client);
    const registry = defineRegistry({
      registry: "pairs",
      metrics: {
        pairs_total: { type: "counter", labels: [{ name: "a" }, { name: "b", optional: true }] },
      },
    });
    const { metrics } = bindMetrics(registry, { client, register });
    const { pairs_total } = metrics;
    pairs_total.inc({ a: "1", b: "2" });
    expect(refusalOf(() => pairs_total.inc({ a: "1,b:2" }))).toBe(
      'construct/unsupported: the client cannot tell a series of pairs_total from another one: {a="1,b:2"} and {a="1",b="2"}',
    );
    pairs_total.inc({ a: "x|y", b: "z" });
    expect(refusalOf(() => pairs_total.inc({ a: "x", b: "y|z" }))).toContain(
      "construct/unsupported",
    );
    pairs_total.remove({ a: "x|y", b: "z" });
    pairs_total.inc({ a: "x", b: "y|z" });
    expect(await samplesOf(register, "pairs")).toEqual([
      'pairs_total{a="1",b="2"} 1',
      'pairs_total{a="x",b="y|z"} 1',
    ]);
  });
});
