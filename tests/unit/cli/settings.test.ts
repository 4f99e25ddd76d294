import { describe, expect, it } from "vitest";
import { checkSettings } from "../../../src/cli/commands/check-settings.js";
import { ruleLevels } from "../../../src/cli/commands/choice.js";
import { maxBytes, timeoutMs } from "../../../src/cli/commands/quantities.js";
import { CommandFailure } from "../../../src/cli/failure.js";

function refusal(act: () => unknown): { message: string; next: string | undefined } {
  try {
    act();
  } catch (error) {
    if (error instanceof CommandFailure) return { message: error.message, next: error.next };
    throw error;
  }
  return expect.fail("nothing was refused");
}

describe("the settings of check", () => {
  it("have a default for all that is not given", () => {
    expect(checkSettings(["m.prom"], false)).toEqual({
      payloads: ["m.prom"],
      registry: undefined,
      allowLabels: [],
      inputFormat: "auto",
      headers: [],
      timeoutMs: 10_000,
      maxBytes: 1e9,
      format: "text",
      levels: {},
      metricLevels: [],
      failOn: "error",
      quiet: false,
      verbose: false,
      color: undefined,
    });
  });

  it("take everything that is given", () => {
    const argv = `a - --registry r.yaml -f json --allow-label pod --allow-label node --rule syntax=warning
      --fail-on never --input-format openmetrics-1.0 -H A:1 --timeout 2.5 --max-bytes 2MB -q -v --no-color`;
    expect(checkSettings(argv.split(/\s+/), false)).toEqual({
      payloads: ["a", "-"],
      registry: "r.yaml",
      allowLabels: ["pod", "node"],
      inputFormat: "openmetrics-1.0",
      headers: [["A", "1"]],
      timeoutMs: 2500,
      maxBytes: 2e6,
      format: "json",
      levels: { syntax: "warning" },
      metricLevels: [],
      failOn: "never",
      quiet: true,
      verbose: true,
      color: false,
    });
  });

  it.each([
    ["no payload", "", "check needs a payload: a path, an http(s) URL, or - for standard input"],
    ["two of standard input", "- -", "standard input can be read once, and - is given twice"],
    [
      "an unknown format",
      "a -f jsno",
      '--format is one of text, json, jsonl, not "jsno"; did you mean json?',
    ],
    [
      "an unknown severity",
      "a --fail-on bad",
      '--fail-on is one of error, warning, info, never, not "bad"',
    ],
    [
      "an unknown input format",
      "a --input-format openmetrics",
      '--input-format is one of auto, prometheus-text-0.0.4, prometheus-text-1.0.0, openmetrics-1.0, not "openmetrics"',
    ],
    [
      "a header without a colon",
      "a -H secret",
      '--header takes "Name: value", with a colon after the name',
    ],
    [
      "a header without a name",
      "a -H :x",
      '--header takes "Name: value", with a colon after the name',
    ],
    [
      "a header with another name",
      "a --header X/Y:secret",
      "--header X/Y: expected a token as name and a value without control characters",
    ],
    ["two registries", "a --registry x --registry y", "--registry is given twice"],
    ["an empty label", "a --allow-label=", 'expected a payload or a label name, found ""'],
  ])("refuse %s", (_name, argv, message) => {
    const words = argv.split(" ").filter((word) => word !== "");
    expect(refusal(() => checkSettings(words, false)).message).toBe(message);
  });

  it("tell the next step by whether something is piped in", () => {
    expect(refusal(() => checkSettings([], false)).next).toMatch(/check - reads what is piped in/);
    expect(refusal(() => checkSettings([], true)).next).toMatch(/check --help has examples/);
  });
});

describe("levels of rules", () => {
  it("are set by id, the last one for a rule", () => {
    expect(ruleLevels(["label-value=off", "syntax=info", "label-value=warning"])).toEqual({
      levels: { "label-value": "warning", syntax: "info" },
      metricLevels: [],
    });
  });

  it("are set for some metrics alone, in their order", () => {
    const given = ["label-value:go_*=off", "*:job:*=off", "syntax=info", "label-value:a=b=error"];
    expect(ruleLevels(given)).toEqual({
      levels: { syntax: "info" },
      metricLevels: [
        { metrics: "go_*", levels: { "label-value": "off" } },
        { metrics: "job:*", levels: "off" },
        { metrics: "a=b", levels: { "label-value": "error" } },
      ],
    });
  });

  it.each([
    ["label-valeu=off", 'there is no rule "label-valeu"; did you mean label-value?'],
    ["label-valeu:go_*=off", 'there is no rule "label-valeu"; did you mean label-value?'],
    ["*:go_*=info", "every rule at once can only be off, not info"],
    ["*=off", 'there is no rule "*"'],
    ["__proto__=off", 'there is no rule "__proto__"'],
    ["label-value", '--rule takes ID=LEVEL, such as label-value=warning, not "label-value"'],
    [
      "label-value=wraning",
      '--rule takes a level of error, warning, info, off, not "wraning"; did you mean warning?',
    ],
  ])("refuse %s", (given, message) => {
    expect(refusal(() => ruleLevels([given])).message).toBe(message);
  });
});

describe("quantities", () => {
  it.each([
    ["1", 1000],
    ["0.25", 250],
    ["86400", 86_400_000],
  ])("--timeout %s", (given, want) => {
    expect(timeoutMs(given)).toBe(want);
  });

  it.each(["0", "-1", "1e3", "ten", "", "Infinity", "86401", "5s"])(
    "--timeout refuses %j",
    (given) => {
      expect(refusal(() => timeoutMs(given)).message).toMatch(/^--timeout takes seconds, above 0/);
    },
  );

  it.each([
    ["1", 1],
    ["500MB", 5e8],
    ["1.5 kb", 1500],
    ["1GiB", 2 ** 30],
    ["12b", 12],
  ])("--max-bytes %s", (given, want) => {
    expect(maxBytes(given, 1e9)).toBe(want);
  });

  it.each(["0", "-1", "1XB", "MB", "", "1e9", "9999999999999999999GB"])(
    "--max-bytes refuses %j",
    (given) => {
      expect(refusal(() => maxBytes(given, 1e9)).message).toMatch(
        /^--max-bytes takes a size such as/,
      );
    },
  );
});
