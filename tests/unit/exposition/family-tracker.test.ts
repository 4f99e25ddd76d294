import { describe, expect, it } from "vitest";
import { FamilyTracker } from "../../../src/exposition/family-tracker.js";
import { Interner } from "../../../src/exposition/interner.js";

/** A tracker that is asked by text. */
function tracking(openMetrics: boolean) {
  const names = new Interner();
  const tracker = new FamilyTracker(names);
  tracker.begin(openMetrics);
  let line = 0;
  return {
    tracker,
    names,
    sample: (name: string) => {
      const family = tracker.sample(names.internText(name), ++line);
      return `${name}: ${tracker.role} of ${family.name}`;
    },
    type: (name: string, type: Parameters<FamilyTracker["setType"]>[1]) =>
      tracker.setType(tracker.metadata(names.internText(name), ++line), type),
    metadata: (name: string) => tracker.metadata(names.internText(name), ++line),
    ownerOf: (name: string) => tracker.ownerOf(names.internText(name))?.name,
  };
}

describe("the family of a sample", () => {
  it.each([
    ["counter", ["a", "a_total"], ["a: value of a", "a_total: value of a_total"]],
    [
      "histogram",
      ["a_bucket", "a_sum", "a_count", "a"],
      ["a_bucket: bucket of a", "a_sum: sum of a", "a_count: count of a", "a: value of a"],
    ],
    [
      "summary",
      ["a", "a_sum", "a_count", "a_bucket"],
      ["a: value of a", "a_sum: sum of a", "a_count: count of a", "a_bucket: value of a_bucket"],
    ],
    [
      "gauge",
      ["a", "a_sum", "a_created"],
      ["a: value of a", "a_sum: value of a_sum", "a_created: value of a_created"],
    ],
  ] as const)("in text follows from a TYPE line: %s", (type, given, want) => {
    const { type: declare, sample } = tracking(false);
    declare("a", type);
    expect(given.map(sample)).toEqual(want);
  });

  it.each([
    [
      "counter",
      ["a_total", "a_created", "a"],
      ["a_total: total of a", "a_created: created of a", "a: value of a"],
    ],
    [
      "histogram",
      ["a_bucket", "a_sum", "a_count", "a_created"],
      [
        "a_bucket: bucket of a",
        "a_sum: sum of a",
        "a_count: count of a",
        "a_created: created of a",
      ],
    ],
    [
      "gaugehistogram",
      ["a_bucket", "a_gsum", "a_gcount", "a_sum"],
      [
        "a_bucket: bucket of a",
        "a_gsum: gsum of a",
        "a_gcount: gcount of a",
        "a_sum: value of a_sum",
      ],
    ],
    [
      "summary",
      ["a", "a_sum", "a_count", "a_created"],
      ["a: value of a", "a_sum: sum of a", "a_count: count of a", "a_created: created of a"],
    ],
    ["info", ["a_info", "a"], ["a_info: info of a", "a: value of a"]],
    ["stateset", ["a", "a_info"], ["a: value of a", "a_info: value of a_info"]],
    ["unknown", ["a", "a_total"], ["a: value of a", "a_total: value of a_total"]],
  ] as const)("in OpenMetrics follows from a TYPE line: %s", (type, given, want) => {
    const { type: declare, sample } = tracking(true);
    declare("a", type);
    expect(given.map(sample)).toEqual(want);
  });

  it("is its own where no TYPE line has its name", () => {
    const { sample } = tracking(true);
    expect(["__proto__", "a_total", "a_bucket"].map(sample)).toEqual([
      "__proto__: value of __proto__",
      "a_total: value of a_total",
      "a_bucket: value of a_bucket",
    ]);
  });
});

describe("a TYPE line", () => {
  it("is late behind samples of its name, or of a part that the type has", () => {
    const { type, sample } = tracking(false);
    expect(type("a", "histogram")).toEqual({ late: false, clash: undefined });
    sample("b");
    expect(type("b", "gauge").late).toBe(true);
    sample("c_sum");
    expect(type("c", "gauge").late).toBe(false);
    sample("d_sum");
    expect(type("d", "summary").late).toBe(true);
  });

  it("leaves a family alone that has a TYPE line of its own, and names it", () => {
    const { type, sample, ownerOf } = tracking(false);
    type("a_count", "gauge");
    expect(type("a", "histogram")).toEqual({ late: false, clash: "a_count" });
    expect(sample("a_count")).toBe("a_count: value of a_count");
    expect(ownerOf("a_count")).toBeUndefined();
    expect(ownerOf("a_sum")).toBe("a");
  });

  it("takes back the parts of a type that another one replaces", () => {
    const { type, sample } = tracking(false);
    type("a", "histogram");
    type("a", "summary");
    expect(sample("a_sum")).toBe("a_sum: sum of a");
    expect(sample("a_bucket")).toBe("a_bucket: value of a_bucket");
  });

  it("for the name of a part makes it a family of its own", () => {
    const { type, metadata, sample } = tracking(true);
    type("a", "counter");
    expect(metadata("a_total").name).toBe("a_total");
    expect(sample("a_total")).toBe("a_total: value of a_total");
    expect(sample("a_created")).toBe("a_created: created of a");
  });
});

describe("a family that lines of another closed", () => {
  it("is told when it goes on", () => {
    const { tracker, sample, type } = tracking(false);
    type("h", "histogram");
    const reopened = ["h_bucket", "h_count", "b", "h_sum", "h_bucket", "b"].map((name) => {
      sample(name);
      return tracker.reopened;
    });
    expect(reopened).toEqual([false, false, false, true, false, true]);
  });

  it("counts its samples and knows its first line", () => {
    const { tracker, names, sample } = tracking(false);
    for (const name of ["a", "b", "a"]) sample(name);
    expect(tracker.size).toBe(2);
    expect(
      ["a", "b"].map((name) => {
        const family = tracker.find(names.internText(name));
        return [family?.name, family?.samples, family?.line];
      }),
    ).toEqual([
      ["a", 2, 1],
      ["b", 1, 2],
    ]);
  });

  it("is as good as new in the next exposition", () => {
    const { tracker, sample, type, ownerOf } = tracking(false);
    type("a", "histogram");
    for (const name of ["a_bucket", "b", "a_sum"]) sample(name);
    tracker.begin(false);
    expect(tracker.size).toBe(0);
    expect(ownerOf("a_bucket")).toBe(undefined);
    expect(sample("a_sum")).toBe("a_sum: value of a_sum");
    expect(type("a", "gauge")).toEqual({ late: false, clash: undefined });
    expect(tracker.reopened).toBe(false);
  });
});
