import { describe, expect, it } from "vitest";
import { PromschemaError } from "../../../src/diagnostics/index.js";
import * as jest from "../../../src/matcher/jest.js";
import { type MatchOptions, matchers } from "../../../src/matcher/vitest.js";
import { defineRegistry } from "../../../src/registry/index.js";

expect.extend(matchers);

const registry = defineRegistry({
  registry: "jobs",
  labels: { outcome: { description: "How the job ended.", enum: ["done", "failed"] } },
  metrics: {
    jobs_total: { type: "counter", description: "Jobs that ended.", labels: ["outcome"] },
    jobs_waiting: {
      type: "gauge",
      description: "Jobs that wait.",
      presence: "after-event",
      labels: ["outcome?"],
    },
  },
});

const right = `# TYPE jobs_total counter
jobs_total{outcome="done"} 1027
jobs_total{outcome="failed"} 3
`;

const wrong = right.replace("failed", "faild");

/** Breaks a rule that is a warning. */
const doubtful = right.replace(" 3", " -3");

/** What a failed expectation says. */
function messageOf(expectation: () => void): string {
  try {
    expectation();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  return "the expectation held";
}

describe("toMatchRegistry", () => {
  it.each<[string, string | Uint8Array]>([
    ["a text", right],
    ["bytes", new TextEncoder().encode(right)],
    ["a Buffer", Buffer.from(right)],
  ])("takes %s", (_, payload) => {
    expect(payload).toMatchRegistry(registry);
  });

  it("is one matcher for both runners", () => {
    expect(jest.matchers.toMatchRegistry).toBe(matchers.toMatchRegistry);
  });

  it("says what is wrong, where, and what helps", () => {
    expect(messageOf(() => expect(wrong).toMatchRegistry(registry))).toBe(
      `expected payload to match the registry jobs, found 1 error

error  label-value  payload:3:21
  outcome of jobs_total is "faild", which is not one of its values
  |
3 | jobs_total{outcome="faild"} 3
  |                     ^^^^^ did you mean "failed"?
  |
  = allowed: done, failed
`,
    );
  });

  it("says of a payload that it was not to match what was seen in it", () => {
    expect(wrong).not.toMatchRegistry(registry);
    expect(messageOf(() => expect(right).not.toMatchRegistry(registry))).toBe(
      "expected payload not to match the registry jobs, but it does: 1 family, 2 series, 1 of 2 declared metrics seen",
    );
  });

  it("names the payload as it was told to", () => {
    const message = messageOf(() =>
      expect(wrong).toMatchRegistry(registry, { source: "worker-7" }),
    );
    expect(message).toContain("expected worker-7 to match the registry jobs, found 1 error\n");
    expect(message).toContain("error  label-value  worker-7:3:21\n");
  });

  it.each<[string, MatchOptions, string]>([
    ["errors alone fail it", {}, "the expectation held"],
    [
      "warnings fail it where they are to",
      { failOn: "warning" },
      "expected payload to match the registry jobs, found 1 warning",
    ],
    [
      "infos are shown where they fail it",
      { failOn: "info" },
      "expected payload to match the registry jobs, found 1 warning and 1 info",
    ],
    [
      "a rule has the level it is given",
      { levels: { "spec/counter-value": "error", "unseen-metric": "off" } },
      "expected payload to match the registry jobs, found 1 error",
    ],
  ])("%s", (_, options, first) => {
    const message = messageOf(() => expect(doubtful).toMatchRegistry(registry, options));
    expect(message.split("\n")[0]).toBe(first);
  });

  it("shows a warning beside the error that fails it, and folds what is alike", () => {
    const both = `${doubtful}# TYPE jobs_waiting gauge
jobs_waiting{outcome="faild"} 1
jobs_waiting{outcome="done"} 1
`.replace('"failed"', '"faild"');
    const message = messageOf(() => expect(both).toMatchRegistry(registry));
    expect(message.split("\n\n").map((block) => block.split("\n").at(0))).toEqual([
      "expected payload to match the registry jobs, found 2 errors and 1 warning",
      "error  label-value  payload:3:21",
      "warning  spec/counter-value  payload:3:29",
    ]);
    expect(message).toContain("  = the same in one other metric: jobs_waiting\n");
  });

  it("takes what a check takes", () => {
    const labelled = right.replaceAll("{", '{pod="a",');
    expect(labelled).not.toMatchRegistry(registry);
    expect(labelled).toMatchRegistry(registry, { allowLabels: ["pod"] });
    expect(right).not.toMatchRegistry(registry, { format: "openmetrics-1.0" });
  });

  it("shows twenty findings and counts the others", () => {
    const many = Array.from({ length: 23 }, (_, at) => `other_${at} 1\n`).join("");
    const message = messageOf(() => expect(right + many).toMatchRegistry(registry));
    const blocks = message.trimEnd().split("\n\n");
    expect(blocks).toHaveLength(22);
    expect(blocks[0]).toBe("expected payload to match the registry jobs, found 23 errors");
    expect(blocks.at(-1)).toBe("and 3 more findings");
  });

  it("escapes what is not safe to print", () => {
    const source = "worker\u001b[31m";
    const message = messageOf(() =>
      expect(wrong.replace("faild", "\u202efaild")).toMatchRegistry(registry, { source }),
    );
    expect(message).not.toContain("\u001b");
    expect(message).not.toContain("\u202e");
    expect(message).toContain("expected worker\\x1b[31m to match");
  });

  it("matches as part of a value", () => {
    expect({ status: 200, body: right }).toEqual({
      status: 200,
      body: expect.toMatchRegistry(registry),
    });
    expect({ body: wrong }).not.toEqual({ body: expect.toMatchRegistry(registry) });
  });
});

describe("what is no payload or no registry", () => {
  it.each<[string, unknown, string]>([
    ["a promise", Promise.resolve(right), "found a promise; await it first"],
    ["nothing", undefined, "found undefined; give the text of the scrape"],
    ["null", null, "found null; give the text of the scrape"],
    ["a number", 3, "found a number; give the text of the scrape"],
    ["an answer", { body: right }, "found an object; give the text of the scrape"],
    ["lines", right.split("\n"), "found a list; give the text of the scrape"],
    ["words", new Uint16Array(4), "found an object; give the text of the scrape"],
  ])("%s is refused, with `.not` too", (_, payload, end) => {
    const message = `expected a payload as a string or as bytes, ${end}`;
    expect(() => expect(payload).toMatchRegistry(registry)).toThrow(message);
    expect(() => expect(payload).not.toMatchRegistry(registry)).toThrow(message);
    expect(() => expect(payload).not.toMatchRegistry(registry)).toThrow(PromschemaError);
  });

  it.each<[string, unknown, string]>([
    ["a document", { registry: "jobs", metrics: {} }, "an object"],
    ["a promise", Promise.resolve(registry), "a promise"],
    ["a path", "metrics.yaml", "a string"],
    ["nothing", undefined, "undefined"],
  ])("%s is no registry", (_, given, kind) => {
    // As a program without types calls it.
    expect(() => expect(right).toMatchRegistry(given as typeof registry)).toThrow(
      `expected a registry as the argument of toMatchRegistry, found ${kind}; give what defineRegistry returns, or what loadRegistry resolves to`,
    );
  });
});
