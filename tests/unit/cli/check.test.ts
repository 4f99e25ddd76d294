import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CheckOptions, Report } from "../../../src/check/index.js";
import { type CheckDependencies, createCheckCommand } from "../../../src/cli/commands/check.js";
import { createFinding, type Finding, PromschemaError } from "../../../src/diagnostics/index.js";
import { type CompiledRegistry, combineRegistries } from "../../../src/registry/index.js";
import { type FakeTerminalOptions, fakeTerminal } from "./fake-terminal.js";

const registry: CompiledRegistry = {
  name: "r",
  source: "r.yaml",
  metrics: new Map(),
  labels: new Map(),
  labelSets: new Map(),
};

/** A check that finds what the payload says: a line `error` is an error, and so on. */
function stub(): CheckDependencies & { readonly asked: CheckOptions[] } {
  const asked: CheckOptions[] = [];
  return {
    asked,
    checkExpositionStream: async (stream, options) => {
      asked.push(options);
      let text = "";
      for await (const chunk of stream) text += Buffer.from(chunk).toString();
      return report(text);
    },
    loadRegistry: async (path) => ({ ...registry, source: path }),
    combineRegistries: async (all) => combineRegistries(all),
  };
}

function report(text: string): Report {
  const severities = ["error", "warning", "info"] as const;
  const lines = text.split("\n");
  const findings = lines.flatMap((line, at): Finding[] => {
    const severity = severities.find((candidate) => candidate === line);
    if (severity === undefined) return [];
    return [createFinding({ rule: "syntax", severity, message: line, line: at + 1, column: 1 })];
  });
  return {
    format: "prometheus-text-0.0.4",
    bytes: text.length,
    families: 1,
    series: 2,
    samples: 3,
    coverage: { declared: 2, seen: ["a"], absent: ["b"], undeclared: [] },
    findings,
  };
}

async function check(
  argv: readonly string[],
  terminalOptions: FakeTerminalOptions = {},
  dependencies: CheckDependencies = stub(),
) {
  const terminal = fakeTerminal(terminalOptions);
  const code = await createCheckCommand(dependencies)(argv, terminal);
  return { code, ...terminal.written() };
}

let folder = "";
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "promschema-check-"));
  for (const name of ["error", "warning", "info", "clean"]) writeFileSync(at(name), `${name}\n`);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const withoutRegistry =
  "without a registry the rules of the format are all that is checked; --registry FILE adds the contract\n";

describe("a check", () => {
  it("reports more findings than a call can have arguments", async () => {
    const stdin = "error\n".repeat(150_000);
    const argv = ["-", "--max-findings", "1000000", "--format", "jsonl"];
    const { code, stdout } = await check(argv, { stdin });
    expect(code).toBe(1);
    expect(stdout.split("\n").filter((line) => line.includes('"syntax"'))).toHaveLength(150_000);
  });

  it("of a clean payload is one line and a next step", async () => {
    expect(await check(["-"], { stdin: "up 1\n" })).toEqual({
      code: 0,
      stdout: "<stdin>   1 family, 2 series, 5 bytes   ok   4 ms\n",
      stderr: withoutRegistry,
    });
  });

  it("against a registry tells its coverage", async () => {
    expect(await check(["-", "--registry", "r.yaml"], { stdin: "up 1\n" })).toEqual({
      code: 0,
      stdout: "<stdin>   1 family, 2 series, 5 bytes   1 of 2 declared metrics seen   ok   4 ms\n",
      stderr: "",
    });
  });

  it("with findings tells how to read them", async () => {
    expect(await check(["-"], { stdin: "error\n" })).toEqual({
      code: 1,
      stdout:
        "\nerror  syntax  <stdin>:1:1\n  error\n\n<stdin>   1 family, 2 series, 6 bytes   1 error, 0 warnings   4 ms\n",
      stderr:
        "promschema rules syntax explains a rule; --format json, sarif, junit, github and others are for machines\n",
    });
  });

  it("says of several registries that it was against each", async () => {
    const argv = ["-", "--registry", "r.yaml", "--registry", "<b>.yaml", "--format"];
    const options = { stdin: "up 1\n" };
    const json: unknown = JSON.parse((await check([...argv, "json"], options)).stdout);
    expect(json).toMatchObject({ registry: { name: "r + r", source: "r.yaml, <b>.yaml" } });
    expect((await check([...argv, "html"], options)).stdout).toContain(
      "1 payload against <code>r.yaml</code> and <code>&lt;b&gt;.yaml</code>",
    );
  });

  it("hands on what the arguments and the source say", async () => {
    const dependencies = stub();
    const argv = ["-", "--registry", "r.yaml", "--rule", "syntax=off", "--allow-label", "pod"];
    await check([...argv, "--input-format", "openmetrics-1.0"], {}, dependencies);
    await check(["-"], {}, dependencies);
    expect(dependencies.asked).toEqual([
      {
        registry: { ...registry, source: "r.yaml" },
        format: "openmetrics-1.0",
        source: "<stdin>",
        levels: { syntax: "off" },
        metricLevels: [],
        allowLabels: ["pod"],
        maxFindings: 1000,
      },
      {
        format: "auto",
        source: "<stdin>",
        levels: {},
        metricLevels: [],
        allowLabels: [],
        maxFindings: 1000,
      },
    ]);
  });

  it.each([
    ["error", undefined, 1],
    ["warning", undefined, 0],
    ["warning", "warning", 1],
    ["info", "warning", 0],
    ["info", "info", 1],
    ["error", "never", 0],
    ["clean", "info", 0],
  ])("of a payload with %s and --fail-on %s exits %i", async (name, failOn, code) => {
    const argv = failOn === undefined ? [] : ["--fail-on", failOn];
    expect((await check([at(name), ...argv])).code).toBe(code);
  });

  it("shows infos where they fail or --verbose asks, and counts them otherwise", async () => {
    expect((await check([at("info")])).stdout).toMatch(/^\/.* {3}ok, 1 info {3}/);
    expect((await check([at("info"), "--verbose"])).stdout).toMatch(/^\ninfo {2}syntax/);
    expect((await check([at("info"), "--fail-on", "info"])).stdout).toMatch(/^\ninfo {2}syntax/);
  });

  it("says nothing of a clean payload where it is to be quiet", async () => {
    expect(await check([at("clean"), "-q"])).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(await check([at("error"), "-q"])).toEqual({
      code: 1,
      stdout: `\nerror  syntax  ${at("error")}:1:1\n  error\n`,
      stderr: "",
    });
  });

  it("goes on after a payload that cannot be read, and exits 2", async () => {
    const argv = [at("error"), at("nowhere-near"), at("clean")];
    const { code, stdout, stderr } = await check(argv);
    expect(code).toBe(2);
    expect(stdout).toMatch(
      /3 payloads, 1 of them could not be read {3}1 error, 0 warnings {3}8 ms\n$/,
    );
    expect(stderr).toBe(`promschema: cannot read ${at("nowhere-near")}: no such file\n`);

    const json = await check([...argv, "--format", "json"]);
    expect(json).toMatchObject({ code: 2, stderr });
    expect(JSON.parse(json.stdout)).toMatchObject({
      registry: null,
      payloads: [{ source: at("error") }, { source: at("clean") }],
      unread: [{ message: `cannot read ${at("nowhere-near")}: no such file` }],
      summary: { errors: 1, warnings: 0, infos: 0 },
    });
  });

  it("reports for machines without a word to people", async () => {
    const argv = ["-", "--registry", "r.yaml", "--format"];
    const json = await check([...argv, "json"], { stdin: "error\n" });
    expect(json.stderr).toBe("");
    expect(JSON.parse(json.stdout)).toEqual({
      schemaVersion: 1,
      registry: { name: "r", source: "r.yaml" },
      payloads: [
        {
          source: "<stdin>",
          format: "prometheus-text-0.0.4",
          bytes: 6,
          families: 1,
          series: 2,
          samples: 3,
          coverage: { declared: 2, seen: ["a"], absent: ["b"], undeclared: [] },
          findings: [
            {
              rule: "syntax",
              severity: "error",
              message: "error",
              line: 1,
              column: 1,
              fingerprint: expect.any(String),
            },
          ],
        },
      ],
      summary: { errors: 1, warnings: 0, infos: 0 },
    });
    const jsonl = await check([...argv, "jsonl"], { stdin: "error\n" });
    expect(jsonl.stderr).toBe("");
    const types = jsonl.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).type);
    expect(types).toEqual(["finding", "payload", "summary"]);
  });

  it("colours on a terminal unless told not to", async () => {
    const terminal = { isTerminal: true, columns: 80, stdin: "up 1\n" };
    expect((await check(["-"], terminal)).stdout).toContain("\u001b[");
    expect((await check(["-", "--no-color"], terminal)).stdout).not.toContain("\u001b[");
    const refused = { ...terminal, environment: { NO_COLOR: "1" } };
    expect((await check(["-"], refused)).stdout).not.toContain("\u001b[");
    expect((await check(["-", "--color"], { stdin: "up 1\n" })).stdout).toContain("\u001b[");
  });

  it("does not look at any payload when the registry does not load", async () => {
    const finding = createFinding({
      rule: "registry/unreadable",
      severity: "error",
      message: 'unknown field "lables"',
      source: "r.yaml",
      line: 14,
      column: 5,
      hint: 'did you mean "labels"?',
    });
    const load = (...findings: readonly [Finding, ...Finding[]]): CheckDependencies => ({
      ...stub(),
      loadRegistry: () => Promise.reject(new PromschemaError(findings)),
    });
    const argv = ["-", "--registry", "r.yaml"];
    const first = 'r.yaml:14:5: unknown field "lables"; did you mean "labels"?';
    await expect(check(argv, {}, load(finding))).rejects.toMatchObject({
      message: first,
      next: undefined,
    });
    await expect(check(argv, {}, load(finding, finding, finding))).rejects.toMatchObject({
      message: first,
      next: "promschema lint r.yaml shows this and 2 more",
    });
  });

  it("lets a defect of ours through to whoever reports it", async () => {
    const dependencies = {
      ...stub(),
      checkExpositionStream: () => Promise.reject(new TypeError("oops")),
    };
    await expect(check(["-"], {}, dependencies)).rejects.toThrow(TypeError);
  });
});

describe("progress", () => {
  it("is drawn on a terminal after a second, and wiped away", async () => {
    const slow = { stdin: "up 1\n", tickMs: 2000 };
    const { stderr } = await check(["-", "--registry", "r"], { ...slow, isTerminal: true });
    expect(stderr).toBe("\r\u001b[K<stdin>   5 bytes read\r\u001b[K");
    expect((await check(["-", "--registry", "r"], slow)).stderr).toBe("");
  });
});
