// `promschema init` as a new user would try it.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createInitCommand } from "../../src/cli/commands/init.js";
import { safeParseExposition } from "../../src/exposition/index.js";
import { fakeTerminal } from "../unit/cli/fake-terminal.js";
import { promschema } from "./run.js";

const root = path.resolve(import.meta.dirname, "../..");
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "promschema-init-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

const run = (...argv: readonly string[]) => promschema(argv, { cwd: folder });

describe("promschema init", () => {
  it("leads from an empty folder to a first green check in three commands", async () => {
    expect(await run("init", "--yes")).toEqual({
      exit: 0,
      stdout:
        "wrote    metrics.yaml\nwrote    metrics.example.prom\nwrote    promschema.config.yaml\n",
      stderr: "next: npx promschema check\n",
    });
    expect(await run("check")).toMatchObject({ exit: 0, stderr: "" });
    expect(await run("lint", "--fail-on", "warning")).toMatchObject({ exit: 0, stderr: "" });
  });

  it.each(["json", "ts"])("writes a configuration as %s that a check reads", async (format) => {
    mkdirSync(path.join(folder, "node_modules"));
    symlinkSync(root, path.join(folder, "node_modules/promschema"), "junction");
    symlinkSync(path.join(root, "node_modules/tsx"), path.join(folder, "node_modules/tsx"));
    expect((await run("init", "-y", "--format", format)).stdout).toMatch(
      new RegExp(`promschema\\.config\\.${format}\n$`),
    );
    expect(await run("check")).toMatchObject({ exit: 0, stderr: "" });
  });

  it("declares what a payload has", async () => {
    writeFileSync(
      path.join(folder, "shop.prom"),
      '# HELP hits_total Hits, "all".\n# TYPE hits_total counter\nhits_total{page="a",job="x"} 1\nhits_total 2\n# TYPE up gauge\nup 1\n',
    );
    expect((await run("init", "shop.prom", "--registry", "contract.yaml", "--yes")).exit).toBe(0);
    const written = readFileSync(path.join(folder, "contract.yaml"), "utf8");
    expect(written.replace(/^#.*\n|^registry: .*\n/gm, "")).toBe(`
labels:
  page: {}

metrics:
  hits_total:
    type: counter
    description: "Hits, \\"all\\"."
    labels: [page?]
    presence: after-event
  up:
    type: gauge
`);
    expect(await run("check")).toMatchObject({ exit: 0, stderr: "" });
    expect(readdirSync(folder).sort()).toEqual([
      "contract.yaml",
      "promschema.config.yaml",
      "shop.prom",
    ]);
  });

  it("overwrites nothing: a configuration ends it, a registry is used as it is", async () => {
    const registry = "registry: mine\nmetrics: { up: { type: gauge } }\n";
    writeFileSync(path.join(folder, "metrics.yaml"), registry);
    writeFileSync(path.join(folder, "up.prom"), "# TYPE up gauge\nup 1\n");
    expect((await run("init", "up.prom", "-y")).stdout).toBe("wrote    promschema.config.yaml\n");
    expect(readFileSync(path.join(folder, "metrics.yaml"), "utf8")).toBe(registry);
    expect(await run("init", "-y")).toEqual({
      exit: 2,
      stdout: "",
      stderr:
        "promschema: promschema.config.yaml is here already\n  promschema check --print-config shows what is in force\n",
    });
    rmSync(path.join(folder, "promschema.config.yaml"));
    writeFileSync(path.join(folder, "package.json"), '{ "promschema": {} }');
    expect((await run("init", "-y")).stderr).toMatch(
      /^promschema: a configuration in package\.json/,
    );
  });

  it.each([
    [["page.html"], "promschema: page.html cannot be read: "],
    [["gone.prom"], "promschema: cannot read gone.prom: "],
    [["-"], "promschema: init takes one payload at most"],
    [["a", "b"], "promschema: init takes one payload at most"],
    [["--format", "toml"], "promschema: --format is one of yaml, json, ts"],
  ])("writes nothing where it cannot do its work: %j", async (argv, message) => {
    writeFileSync(path.join(folder, "page.html"), "<!doctype html><p>no</p>\n");
    const { exit, stdout, stderr } = await run("init", ...argv, "--yes");
    expect([exit, stdout, stderr.slice(0, message.length)]).toEqual([2, "", message]);
    expect(readdirSync(folder)).toEqual(["page.html"]);
  });

  it("does not wait for answers where nobody can give them", async () => {
    expect(await run("init")).toEqual({
      exit: 2,
      stdout: "",
      stderr:
        "promschema: init asks, and there is no terminal to ask on\n  promschema init --yes takes the defaults\n",
    });
  });
});

describe("promschema init on a terminal", () => {
  it("asks, and takes the default for an empty answer", async () => {
    const terminal = fakeTerminal({ stdin: "\ncontract.yaml\n\n", isTerminal: true });
    const before = process.cwd();
    process.chdir(folder);
    try {
      expect(await createInitCommand({ safeParseExposition })([], terminal)).toBe(0);
    } finally {
      process.chdir(before);
    }
    expect(terminal.written()).toEqual({
      stdout:
        "wrote    contract.yaml\nwrote    metrics.example.prom\nwrote    promschema.config.yaml\n",
      stderr:
        "Where are the metrics? A path or a URL; nothing for an example: The registry document (metrics.yaml): The configuration: yaml, json or ts (yaml): next: npx promschema check\n",
    });
    expect(await run("check")).toMatchObject({ exit: 0, stderr: "" });
  });
});
