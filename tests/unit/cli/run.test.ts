import { describe, expect, it } from "vitest";
import manifest from "../../../package.json" with { type: "json" };
import { explain } from "../../../src/cli/explain.js";
import { CommandFailure } from "../../../src/cli/failure.js";
import { run } from "../../../src/cli/run.js";
import { createFinding, PromschemaError } from "../../../src/diagnostics/index.js";
import { fakeTerminal } from "./fake-terminal.js";

async function outcome(...argv: readonly string[]) {
  const terminal = fakeTerminal();
  const code = await run(argv, terminal);
  return { code, ...terminal.written() };
}

describe("the command line", () => {
  it.each([["--version"], ["-V"]])("prints its version: %s", async (option) => {
    expect(await outcome(option)).toEqual({
      code: 0,
      stdout: `promschema ${manifest.version}\n`,
      stderr: "",
    });
  });

  it("prints the list of commands when asked, and as a complaint when nothing is asked", async () => {
    const asked = await outcome("--help");
    expect(asked).toMatchObject({ code: 0, stderr: "" });
    expect(asked.stdout).toMatch(/\n {2}check +Check what a service exposes\.\n/);
    expect(await outcome()).toEqual({ code: 2, stdout: "", stderr: asked.stdout });
    expect(await outcome("help")).toEqual(asked);
    expect(await outcome("-h")).toEqual(asked);
  });

  it.each(["check", "generate", "lint", "parse", "rules"])(
    "prints the help of %s, whatever else is given",
    async (name) => {
      const help = await outcome(name, "--help");
      expect(help).toMatchObject({ code: 0, stderr: "" });
      expect(help.stdout.startsWith(`promschema ${name} `)).toBe(true);
      expect(await outcome("help", name)).toEqual(help);
      expect(await outcome(name, "--wrong", "-h")).toEqual(help);
      expect(Math.max(...help.stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(
        100,
      );
    },
  );

  it.each([
    [
      ["chekc"],
      'unknown command "chekc"; did you mean check?',
      "promschema --help lists the commands",
    ],
    [["publish"], 'unknown command "publish"', "promschema --help lists the commands"],
    [["constructor"], 'unknown command "constructor"', "promschema --help lists the commands"],
    [["m.prom"], 'unknown command "m.prom"', "promschema check m.prom checks it"],
    [
      ["http://h/metrics"],
      'unknown command "http://h/metrics"',
      "promschema check http://h/metrics checks it",
    ],
    [
      ["--registry", "x"],
      'expected a command first, found "--registry"',
      "promschema --help lists the commands",
    ],
    [
      ["help", "chekc"],
      'unknown command "chekc"; did you mean check?',
      "promschema --help lists the commands",
    ],
  ])("refuses %j", async (argv, message, next) => {
    expect(await outcome(...argv)).toEqual({
      code: 2,
      stdout: "",
      stderr: `promschema: ${message}\n  ${next}\n`,
    });
  });
});

describe("an error that ends a command", () => {
  it.each([
    ["a failure", new CommandFailure("no tea", "boil water"), "promschema: no tea\n  boil water\n"],
    ["a failure without advice", new CommandFailure("no tea"), "promschema: no tea\n"],
    [
      "what the library throws",
      new PromschemaError([
        createFinding({
          rule: "registry/syntax",
          severity: "error",
          message: "expected a mapping",
          source: "r.yaml",
          line: 3,
          column: 1,
          hint: "mend it",
        }),
      ]),
      "promschema: r.yaml:3:1: expected a mapping; mend it\n",
    ],
    [
      "a defect of ours, without its stack",
      new TypeError("x is not a function"),
      "promschema: internal error: TypeError: x is not a function\n  this is a defect of promschema: report the command and its input\n",
    ],
    ["control sequences in it", new CommandFailure("\u001b[2J"), "promschema: \\x1b[2J\n"],
  ])("reads well: %s", (_name, error, want) => {
    expect(explain(error)).toBe(want);
  });
});
