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
    expect(checkSettings(["m.prom"], { isTerminal: false })).toEqual({
      payloads: ["m.prom"],
      registries: [],
      allowLabels: [],
      required: [],
      minCoverage: undefined,
      coverage: false,
      inputFormat: "auto",
      headers: [],
      accept: undefined,
      credentials: {
        bearerTokenEnv: undefined,
        bearerTokenFile: undefined,
        user: undefined,
        passwordEnv: undefined,
        passwordFile: undefined,
      },
      tls: { ca: undefined, cert: undefined, key: undefined, serverName: undefined },
      retries: 0,
      timeoutMs: 10_000,
      maxBytes: 1e9,
      format: "text",
      reports: [],
      baseline: { file: undefined, update: false },
      maxFindings: 1000,
      levels: {},
      metricLevels: [],
      failOn: "error",
      quiet: false,
      verbose: false,
      color: undefined,
    });
  });

  it("take everything that is given", () => {
    const argv = `a - --registry r.yaml --registry=s.yaml -f json --allow-label pod --allow-label node --rule syntax=warning
      --report sarif=a.sarif --report html=b.html --baseline known.json --update-baseline --max-findings 20
      --fail-on never --input-format openmetrics-1.0 -H A:1 --timeout 2.5 --max-bytes 2MB -q -v --no-color
      --require a --require b* --min-coverage 12.5% --coverage
      --accept text/plain;version=0.0.4 --user me --password-env PASSWORD --ca ca.pem --cert me.pem
      --key me.key --server-name inner --retries 3`;
    expect(checkSettings(argv.split(/\s+/), { isTerminal: false })).toEqual({
      payloads: ["a", "-"],
      registries: ["r.yaml", "s.yaml"],
      allowLabels: ["pod", "node"],
      required: ["a", "b*"],
      minCoverage: 12.5,
      coverage: true,
      inputFormat: "openmetrics-1.0",
      headers: [["A", "1"]],
      accept: "text/plain;version=0.0.4",
      credentials: {
        bearerTokenEnv: undefined,
        bearerTokenFile: undefined,
        user: "me",
        passwordEnv: "PASSWORD",
        passwordFile: undefined,
      },
      tls: { ca: "ca.pem", cert: "me.pem", key: "me.key", serverName: "inner" },
      retries: 3,
      timeoutMs: 2500,
      maxBytes: 2e6,
      format: "json",
      reports: [
        { format: "sarif", file: "a.sarif" },
        { format: "html", file: "b.html" },
      ],
      baseline: { file: "known.json", update: true },
      maxFindings: 20,
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
      '--format is one of text, json, jsonl, github, gitlab, junit, sarif, markdown, html, not "jsno"; did you mean json?',
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
      "--header takes a token as name and a value without control characters",
    ],
    ["an empty metric", "a --require=", '--require takes a metric, not ""'],
    [
      "a share that is none",
      "a --registry r --min-coverage 101",
      '--min-coverage takes a percentage from 0 to 100, not "101"',
    ],
    [
      "a share of no registry",
      "a --min-coverage 10",
      "--min-coverage is of the metrics that a registry declares: --registry FILE",
    ],
    [
      "coverage of no registry",
      "a --coverage",
      "--coverage is of the metrics that a registry declares: --registry FILE",
    ],
    ["no number of retries", "a --retries -1", "--retries needs a value: --retries NUMBER"],
    [
      "too many retries",
      "a --retries 101",
      '--retries takes a whole number, at most 100, not "101"',
    ],
    [
      "what is no media type",
      "a --accept json",
      "--accept takes a format, or media types such as text/plain;version=0.0.4",
    ],
    [
      "a password without a user",
      "a --password-env P",
      "a password is sent with a user: --user NAME",
    ],
    [
      "a user without a password",
      "a --user u",
      "--user takes its password from --password-env or --password-file, one of them",
    ],
    [
      "a password in the place of a user",
      "a --user u:pw --password-env P",
      "--user takes a name without a colon",
    ],
    [
      "two ways to authorize",
      "a --bearer-token-env T -H authorization:x",
      "one way to authorize is enough: --bearer-token-env, --bearer-token-file, --user or an Authorization header",
    ],
    ["a key alone", "a --key k", "--key is the key of a certificate: --cert FILE"],
    [
      "a report without a file",
      "a --report sarif",
      '--report takes FORMAT=FILE, such as sarif=out.sarif, not "sarif"',
    ],
    [
      "a report with an empty file",
      "a --report sarif=",
      '--report takes FORMAT=FILE, such as sarif=out.sarif, not "sarif="',
    ],
    [
      "a report of an unknown format",
      "a --report saarif=x",
      '--report takes a format of text, json, jsonl, github, gitlab, junit, sarif, markdown, html, not "saarif"; did you mean sarif?',
    ],
    [
      "a report on standard output",
      "a --report sarif=-",
      "--report writes files, and - is standard output",
    ],
    [
      "two reports in one file",
      "a --report sarif=x --report json=./x",
      '--report names "./x" twice',
    ],
    [
      "a baseline to update that has no name",
      "a --update-baseline",
      "--update-baseline needs --baseline, the file to write",
    ],
    [
      "no findings at all",
      "a --max-findings 0",
      '--max-findings takes a whole number from 1 to 1000000, not "0"',
    ],
    ["two baselines", "a --baseline x --baseline y", "--baseline is given twice"],
    ["an empty label", "a --allow-label=", 'expected a payload or a label name, found ""'],
  ])("refuse %s", (_name, argv, message) => {
    const words = argv.split(" ").filter((word) => word !== "");
    expect(refusal(() => checkSettings(words, { isTerminal: false })).message).toBe(message);
  });

  it("tell the next step by whether something is piped in", () => {
    expect(refusal(() => checkSettings([], { isTerminal: false })).next).toMatch(
      /check - reads what is piped in/,
    );
    expect(refusal(() => checkSettings([], { isTerminal: true })).next).toMatch(
      /check --help has examples/,
    );
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
