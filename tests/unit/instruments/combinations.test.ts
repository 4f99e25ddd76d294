import { describe, expect, it } from "vitest";
import { combinations } from "../../../src/instruments/index.js";
import type { Metric } from "../../../src/registry/index.js";
import { onlyMetric, refusalOf, registryOf } from "./fixture.js";

function metricOf(labels: readonly unknown[]): Metric {
  return onlyMetric(
    registryOf({
      labels: {
        queue: { description: "Queue of the job." },
        region: { description: "Where it ran.", enum: ["eu", "us"], open: true },
        outcome: { description: "How it ended.", enum: ["done", "failed"] },
        retried: { description: "Whether it was tried before.", type: "boolean" },
        shard: { description: "Part of the queue.", type: "integer" },
        environment: { description: "Where it ran.", requires: ["phase"] },
        phase: {
          description: "How far it is.",
          enum: ["early", "late"],
          requires: ["environment"],
        },
      },
      metrics: { jobs_total: { type: "counter", description: "Jobs that ended.", labels } },
    }),
  );
}

/** Label sets, each in a few characters. */
function spelt(sets: readonly object[]): string[] {
  return sets.map((labels) =>
    Object.entries(labels)
      .map((pair) => pair.join("="))
      .join(),
  );
}

describe("combinations", () => {
  it.each<[string, string[], object | undefined, string[]]>([
    ["one set without labels", [], undefined, [""]],
    ["all values of an enum", ["outcome"], undefined, ["outcome=done", "outcome=failed"]],
    [
      "both booleans, and none where it may be absent",
      ["retried?"],
      undefined,
      ["", "retried=false", "retried=true"],
    ],
    [
      "those given of an open label",
      ["queue", "outcome"],
      { queue: ["a", "b"] },
      [
        "queue=a,outcome=done",
        "queue=a,outcome=failed",
        "queue=b,outcome=done",
        "queue=b,outcome=failed",
      ],
    ],
    ["those given of an open enum", ["region"], { region: ["ap"] }, ["region=ap"]],
    ["those given of a closed one", ["outcome"], { outcome: ["failed"] }, ["outcome=failed"]],
    ["each once, number or text", ["shard"], { shard: [1, "1", 2] }, ["shard=1", "shard=2"]],
    [
      "an optional label that is not known absent",
      ["queue?", "outcome"],
      {},
      ["outcome=done", "outcome=failed"],
    ],
    [
      "an optional label as given",
      ["retried?"],
      { retried: [undefined, true] },
      ["", "retried=true"],
    ],
    ["neither of two that go together", ["environment?", "phase?"], {}, [""]],
    [
      "both of two that go together",
      ["environment?", "phase?"],
      { environment: ["e"] },
      ["environment=e,phase=early", "environment=e,phase=late"],
    ],
    [
      "both, or neither",
      ["environment?", "phase?"],
      { environment: ["", "e"], phase: ["", "late"] },
      ["", "environment=e,phase=late"],
    ],
    [
      "none where one is left out",
      ["environment?", "phase?"],
      { environment: ["e"], phase: [""] },
      [],
    ],
  ])("gives %s", (_, labels, given, expected) => {
    expect(spelt(combinations(metricOf(labels), given, 100))).toEqual(expected);
  });

  it.each<[string, string[], unknown, string]>([
    [
      "an open label without values",
      ["outcome", "queue"],
      {},
      "construct/argument: the values of queue of jobs_total are not known: expected some to be given",
    ],
    [
      "an open enum without values",
      ["region"],
      undefined,
      "construct/argument: the values of region of jobs_total are not known",
    ],
    [
      "an empty list",
      ["queue"],
      { queue: [] },
      "construct/argument: known values of queue of jobs_total are an empty list: expected one at least",
    ],
    [
      "what is no list",
      ["queue"],
      { queue: "mail" },
      'construct/argument: known values of queue of jobs_total: expected a list, found "mail"',
    ],
    [
      "what is no object",
      ["queue"],
      5,
      "construct/argument: known values of jobs_total: expected an object, found the number 5",
    ],
    [
      "a value beside the enum",
      ["outcome"],
      { outcome: ["fialed"] },
      'label-value: outcome of jobs_total is "fialed", which is not one of its values',
    ],
    [
      "a value of another kind",
      ["queue"],
      { queue: [null] },
      "construct/argument: queue of jobs_total is null: expected some text",
    ],
    [
      "a required label that is empty",
      ["queue"],
      { queue: ["a", ""] },
      'missing-label: the required label "queue" of jobs_total is empty, which counts as absent',
    ],
    [
      "a label that is not declared",
      ["queue"],
      { qeue: ["a"] },
      'undeclared-label: jobs_total has the label "qeue", which is not declared for it',
    ],
    [
      "more than the limit",
      ["queue", "outcome", "retried"],
      { queue: ["a", "b", "c"] },
      "max-series: jobs_total would begin with 12 series: at most 11 are allowed",
    ],
    [
      "more than the limit, of labels that go together",
      ["environment?", "phase?", "retried"],
      { environment: ["", "a", "b", "c"] },
      "max-series: jobs_total would begin with 14 series: at most 11 are allowed",
    ],
  ])("refuses %s", (_, labels, given, words) => {
    expect(refusalOf(() => combinations(metricOf(labels), given, 11))).toContain(words);
  });

  it("counts more than anybody could list without listing it", () => {
    const values = Array.from({ length: 1000 }, (_, at) => `v${at}`);
    const metric = metricOf(["queue", "region", "environment?", "phase?"]);
    const given = { queue: values, region: values, environment: values };
    expect(refusalOf(() => combinations(metric, given, 10))).toContain(
      "begin with 2000000000 series",
    );
  });

  it("says so where too many labels depend on each other to be counted", () => {
    const names = Array.from({ length: 14 }, (_, at) => `l${at}`);
    const labels = names.map((name, at) => ({
      name,
      description: "One.",
      type: "boolean",
      optional: true,
      requires: at === 0 ? [] : ["l0"],
    }));
    expect(refusalOf(() => combinations(metricOf(labels), {}, 10))).toContain(
      "max-series: jobs_total would begin with more than 10 series: at most 10 are allowed",
    );
  });
});
