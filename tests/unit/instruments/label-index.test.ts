import { describe, expect, it } from "vitest";
import { LabelIndex } from "../../../src/instruments/index.js";
import type { Metric } from "../../../src/registry/index.js";
import { onlyMetric, refusalOf, registryOf } from "./fixture.js";

function metricOf(fields: object = {}): Metric {
  return onlyMetric(
    registryOf({
      labels: {
        queue: { description: "Queue of the job." },
        outcome: { description: "How it ended.", enum: ["done", "failed"] },
        retried: { description: "Whether it was tried before.", type: "boolean" },
        shard: { description: "Part of the queue.", type: "integer" },
      },
      metrics: {
        jobs_total: {
          type: "counter",
          description: "Jobs that ended.",
          labels: ["queue", "outcome", "retried?", "shard?"],
          ...fields,
        },
      },
    }),
  );
}

const mail = { queue: "mail", outcome: "done" };

describe("a label index", () => {
  it.each<[string, object]>([
    ["another object", { queue: "mail", outcome: "done" }],
    ["another order", { outcome: "done", queue: "mail" }],
    ["an optional label undefined", { queue: "mail", outcome: "done", retried: undefined }],
    ["an optional label empty", { queue: "mail", retried: "", outcome: "done", shard: "" }],
    [
      "a label that is not declared, undefined",
      { queue: "mail", outcome: "done", bogus: undefined },
    ],
    ["no prototype", Object.assign(Object.create(null), mail)],
    [
      "a prototype of its own",
      new (class Labels {
        queue = "mail";
        outcome = "done";
      })(),
    ],
    [
      "a getter",
      {
        get queue() {
          return "mail";
        },
        outcome: "done",
      },
    ],
    ["a proxy", new Proxy(mail, {})],
    ["a field that is not enumerable", Object.defineProperty({ ...mail }, "bogus", { value: "1" })],
  ])("knows a label set again in %s", (_, again) => {
    const index = new LabelIndex(metricOf());
    const row = index.rowOf(mail);
    expect([index.rowOf(again), index.find(again), index.size]).toEqual([row, row, 1]);
  });

  it.each<[string, object, object]>([
    ["a boolean and its text", { retried: true }, { retried: "true" }],
    ["false and its text", { retried: false }, { retried: "false" }],
    ["a whole number and its text", { shard: 12 }, { shard: "12" }],
    ["zero, negative or not", { shard: -0 }, { shard: "0" }],
  ])("has one row for %s", (_, one, other) => {
    const index = new LabelIndex(metricOf());
    const row = index.rowOf({ ...mail, ...one });
    expect(index.rowOf({ ...mail, ...other })).toBe(row);
    expect(index.rowOf({ ...other, ...mail, ...one })).toBe(row);
    expect(index.find(mail)).toBe(-1);
  });

  it.each<[string, unknown, string]>([
    ["nothing", undefined, "construct/argument: the labels of jobs_total are undefined"],
    ["null", null, "construct/argument: the labels of jobs_total are null"],
    ["a list", ["mail", "done"], "construct/argument: the labels of jobs_total are a list"],
    [
      "a map",
      new Map(Object.entries(mail)),
      "construct/argument: the labels of jobs_total are an object of another kind",
    ],
    [
      "null for a label",
      { queue: null, outcome: "done" },
      "construct/argument: queue of jobs_total is null: expected some text",
    ],
    [
      "NaN for a label",
      { ...mail, shard: Number.NaN },
      "construct/argument: shard of jobs_total is the number NaN: expected a whole number or its text",
    ],
    [
      "a number for a text",
      { queue: 1, outcome: "done" },
      "construct/argument: queue of jobs_total is the number 1: expected some text",
    ],
    [
      "a boolean for a whole number",
      { ...mail, shard: true },
      "construct/argument: shard of jobs_total is true: expected a whole number or its text",
    ],
    [
      "an object for a label",
      { queue: {}, outcome: "done" },
      "construct/argument: queue of jobs_total is a mapping: expected some text",
    ],
    [
      "a symbol for a label",
      { queue: Symbol("mail"), outcome: "done" },
      "construct/argument: queue of jobs_total is a symbol: expected some text",
    ],
    [
      "a label that is missing",
      { outcome: "done" },
      'missing-label: jobs_total lacks its required label "queue"',
    ],
    ["a label that is only inherited", Object.create(mail), "missing-label"],
    [
      "one value that is wrong",
      { queue: "mail", outcome: "fialed" },
      'label-value: outcome of jobs_total is "fialed", which is not one of its values',
    ],
    [
      "a label too many",
      { ...mail, bogus: "1" },
      'undeclared-label: jobs_total has the label "bogus", which is not declared for it',
    ],
    [
      "a name of Object.prototype",
      { ...mail, toString: "1" },
      'undeclared-label: jobs_total has the label "toString"',
    ],
    [
      "a proxy that throws",
      new Proxy(mail, {
        ownKeys: () => {
          throw new Error("no");
        },
      }),
      "construct/argument: the labels of jobs_total threw while they were read",
    ],
    [
      "a getter that throws",
      {
        get queue() {
          throw new Error("no");
        },
        outcome: "done",
      },
      "construct/argument: queue of jobs_total threw while it was read",
    ],
  ])("refuses %s, before and after the right labels were seen", (_, labels, words) => {
    const index = new LabelIndex(metricOf());
    expect(refusalOf(() => index.rowOf(labels))).toContain(words);
    index.rowOf(mail);
    expect(refusalOf(() => index.rowOf(labels))).toContain(words);
    expect([index.find(labels), index.remove(labels), index.size]).toEqual([-1, -1, 1]);
  });

  it("keeps the error that a getter threw as the cause", () => {
    const cause = new Error("no");
    const index = new LabelIndex(metricOf());
    const labels = {
      get queue() {
        throw cause;
      },
      outcome: "done",
    };
    expect(() => index.rowOf(labels)).toThrow(expect.objectContaining({ cause }));
  });

  it("is not confused by a getter that looks up others", () => {
    const index = new LabelIndex(metricOf());
    const other = { queue: "other", outcome: "failed", retried: true, shard: 3 };
    const row = index.rowOf(mail);
    const labels = {
      queue: "mail",
      get outcome() {
        index.rowOf(other);
        return "done";
      },
    };
    expect([index.rowOf(labels), index.rowOf(labels), index.size]).toEqual([row, row, 2]);
  });

  it("takes names of Object.prototype for labels like any other", () => {
    const metric = onlyMetric(
      registryOf({
        metrics: {
          odd: {
            type: "gauge",
            description: "Odd names.",
            labels: [
              { name: "toString", description: "One." },
              { name: "constructor", description: "Two.", optional: true },
              { name: "__proto__", description: "Three.", optional: true },
            ],
          },
        },
      }),
    );
    const index = new LabelIndex(metric);
    const proto = JSON.parse('{ "toString": "a", "__proto__": "b" }');
    const rows = [{ toString: "a" }, proto, { toString: "a" }, proto].map((labels) =>
      index.rowOf(labels),
    );
    expect(rows).toEqual([0, 1, 0, 1]);
    expect(Object.entries(index.labelsOf(1) ?? {})).toEqual([
      ["toString", "a"],
      ["__proto__", "b"],
    ]);
    expect(refusalOf(() => index.rowOf({}))).toContain("missing-label");
  });

  it("gives rows that are free again, and tells the labels of a row", () => {
    const index = new LabelIndex(metricOf());
    const sets = ["a", "b", "c"].map((queue) => ({ outcome: "done", queue }));
    expect(index.rowsOf(sets)).toEqual([0, 1, 2]);
    expect(index.remove({ queue: "b", outcome: "done" })).toBe(1);
    expect([index.find(sets[1]), index.labelsOf(1), index.size, index.rows]).toEqual([
      -1,
      undefined,
      2,
      3,
    ]);
    expect(index.rowOf({ ...mail, retried: true })).toBe(1);
    expect(index.labelsOf(1)).toEqual({ queue: "mail", outcome: "done", retried: "true" });
    index.clear();
    expect([index.size, index.rows, index.find(sets[0])]).toEqual([0, 0, -1]);
  });

  it("counts the series of a metric with a limit, of several or none", () => {
    const index = new LabelIndex(metricOf({ maxSeries: 5 }), { weight: 2 });
    index.rowOf({ queue: "a", outcome: "done" });
    index.rowOf({ queue: "b", outcome: "done" });
    const many = "max-series: jobs_total would have 6 series: at most 5 are declared";
    expect(refusalOf(() => index.rowOf(mail))).toBe(many);
    index.remove({ queue: "a", outcome: "done" });
    expect([index.rowOf(mail), index.size]).toEqual([0, 2]);
    const limited = new LabelIndex(metricOf({ maxSeries: 5 }), { maxSeries: 0 });
    expect(refusalOf(() => limited.rowOf(mail))).toBe(
      "max-series: jobs_total would have 1 series: at most 0 are allowed by the option maxSeries",
    );
  });

  it("enters all of several sets or none", () => {
    const index = new LabelIndex(metricOf({ maxSeries: 3 }));
    const sets = ["a", "b", "c", "d"].map((queue) => ({ queue, outcome: "done" }));
    index.rowOf(sets[1]);
    expect(refusalOf(() => index.rowsOf(sets))).toContain("max-series");
    expect([index.size, sets.map((labels) => index.find(labels))]).toEqual([1, [-1, 0, -1, -1]]);
    expect(index.rowsOf(sets.slice(0, 3)).sort()).toEqual([0, 1, 2]);
  });

  it("holds a label to its number of values, of the series that are there", () => {
    const index = new LabelIndex(
      metricOf({
        labels: [{ name: "queue", description: "Queue.", maxValues: 2 }, "outcome"],
      }),
    );
    for (const queue of ["a", "b"]) {
      index.rowOf({ queue, outcome: "done" });
      index.rowOf({ queue, outcome: "failed" });
    }
    const many = "max-values: queue of jobs_total would have 3 values: at most 2 are declared";
    expect(refusalOf(() => index.rowOf(mail))).toBe(many);
    index.remove({ queue: "a", outcome: "done" });
    expect(refusalOf(() => index.rowOf(mail))).toBe(many);
    index.remove({ queue: "a", outcome: "failed" });
    expect(index.find(mail)).toBe(-1);
    index.rowOf(mail);
    expect(index.size).toBe(3);
  });

  it("has one row where a metric has no labels", () => {
    const index = new LabelIndex(metricOf({ labels: [] }));
    expect([index.rowOf({}), index.rowOf({}), index.size]).toEqual([0, 0, 1]);
    expect(refusalOf(() => index.rowOf([]))).toContain("construct/argument");
    expect([index.remove({}), index.find({})]).toEqual([0, -1]);
  });
});
