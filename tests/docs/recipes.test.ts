// The recipes of docs/ci.md, action.yml and the hooks of pre-commit, run as those who read them would: each step in a shell, in a project
// that has installed the package. What those steps fetch (`uses`, `npm ci`) is not run: a network is no part of a test.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { readBlocks } from "./blocks.js";

const root = path.resolve(import.meta.dirname, "../..");
const blocks = readBlocks("docs/ci.md", readFileSync(path.join(root, "docs/ci.md"), "utf8"));

const good = "# HELP jobs_total Jobs that ended.\n# TYPE jobs_total counter\njobs_total 1\n";
const bad = `${good}jobs_failed_total 1\n`;

let folder = "";

// A recipe starts npx several times, which takes a second each on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "promschema-recipes-"));
  const bin = path.join(folder, "node_modules/.bin");
  mkdirSync(bin, { recursive: true });
  symlinkSync(root, path.join(folder, "node_modules/promschema"), "junction");
  symlinkSync("../promschema/dist/cli.js", path.join(bin, "promschema"));
  write("package.json", '{ "name": "shop", "private": true }\n');
  for (const { file, text } of blocks) if (file !== undefined) write(file, text);
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

interface Outcome {
  readonly exit: number | null;
  readonly output: string;
}

/** Runs a script as GitHub runs one of `shell: bash`, and GitLab and make theirs: it ends with the first command that fails. */
function bash(script: string, environment: Readonly<Record<string, string>> = {}): Outcome {
  const flags = ["--noprofile", "--norc", "-eo", "pipefail", "-c", script];
  const { status, stdout, stderr } = spawnSync("bash", flags, {
    cwd: folder,
    encoding: "utf8",
    env: {
      PATH: process.env["PATH"],
      HOME: folder,
      npm_config_cache: path.join(folder, ".npm"),
      npm_config_update_notifier: "false",
      npm_config_offline: "true",
      ...environment,
    },
  });
  return { exit: status, output: `${stdout}${stderr}` };
}

/** A document of YAML, down a path of keys. */
function at(file: string, ...keys: readonly (string | number)[]): unknown {
  const whole: unknown = parse(readFileSync(file, "utf8"));
  return keys.reduce<unknown>((value, key) => Object(value)[key], whole);
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  expect(value).toBeInstanceOf(Array);
  return Array.from(Object(value));
}

const fetched = /^npm (ci|install)\b/;

/** The commands of a list of steps: those that fetch are left out. */
function scripts(steps: readonly unknown[]): readonly string[] {
  return steps.map(String).filter((script) => !fetched.test(script));
}

/** A recipe passes for a payload that keeps the contract, and fails for one that does not. */
function holds(run: () => Outcome, failing = 1): void {
  write("metrics.prom", good);
  expect(run()).toMatchObject({ exit: 0 });
  write("metrics.prom", bad);
  const { exit, output } = run();
  expect([exit, output]).toEqual([failing, expect.stringContaining("undeclared-metric")]);
}

describe("the recipes of docs/ci.md", () => {
  it("are all run here", () => {
    const recipes = blocks.filter((block) => block.as === "recipe").map((block) => block.file);
    expect(recipes).toEqual([
      ".github/workflows/metrics.yaml",
      ".github/workflows/metrics-action.yaml",
      ".gitlab-ci.yml",
      "Makefile",
      ".pre-commit-config.yaml",
    ]);
  });

  it("work for GitHub Actions", () => {
    const file = path.join(folder, ".github/workflows/metrics.yaml");
    const steps = listOf(at(file, "jobs", "contract", "steps"));
    const commands = scripts(steps.flatMap(({ run }) => (run === undefined ? [] : [run])));
    expect(commands).toHaveLength(2);
    holds(() => bash(commands.join("\n")));
  });

  it("work for GitHub Actions with the action", () => {
    const file = path.join(folder, ".github/workflows/metrics-action.yaml");
    const [, step] = listOf(at(file, "jobs", "contract", "steps"));
    holds(() => action(Object(step?.["with"])));
  });

  it("work for GitLab", () => {
    const script = Array.from(Object(at(path.join(folder, ".gitlab-ci.yml"), "metrics", "script")));
    holds(() => bash(scripts(script).join("\n")));
    const report = at(
      path.join(folder, ".gitlab-ci.yml"),
      ...["metrics", "artifacts", "reports", "codequality"],
    );
    const written: unknown = JSON.parse(readFileSync(path.join(folder, String(report)), "utf8"));
    expect(written).toMatchObject([{ check_name: "undeclared-metric" }]);
  });

  const hasMake = spawnSync("make", ["--version"]).error === undefined;
  if (!hasMake) process.stderr.write("skipped, since it is not installed: make\n");
  it.skipIf(!hasMake)("work for make", () => {
    // make has an exit code of its own for a command that failed.
    holds(() => bash("make metrics"), 2);
  });

  it("work for pre-commit", () => {
    const hooks = listOf(at(path.join(folder, ".pre-commit-config.yaml"), "repos", 0, "hooks"));
    const wanted = hooks.map(({ id, files }) => hook(String(id), files, ["metrics.yaml"]));
    expect(wanted).toEqual(["promschema lint metrics.yaml", "promschema check"]);
    holds(() => bash(wanted.map((line) => `npx --no-install ${line}`).join("\n")));
  });
});

/** The command that pre-commit runs for a hook: its entry and the changed files that it is for. */
function hook(id: string, files: unknown, changed: readonly string[]): string {
  const all = listOf(parse(readFileSync(path.join(root, ".pre-commit-hooks.yaml"), "utf8")));
  const found = all.find((each) => each["id"] === id);
  expect(found, id).toMatchObject({
    language: "node",
    name: expect.stringContaining("promschema"),
  });
  const pattern = new RegExp(String(files ?? found?.["files"] ?? ""));
  const given =
    found?.["pass_filenames"] === false ? [] : changed.filter((one) => pattern.test(one));
  return [found?.["entry"], ...given].join(" ");
}

describe("the hooks of pre-commit", () => {
  it.each([
    ["metrics.yaml", true],
    ["services/shop/metrics.yml", true],
    ["metrics.json", true],
    ["docker-compose.yaml", false],
    ["my-metrics.yaml", false],
  ])("lint %s: %s", (file, wanted) => {
    const line = hook("promschema-lint", undefined, [file]);
    expect(line).toBe(wanted ? `promschema lint ${file}` : "promschema lint");
  });

  it("tell what is stale", () => {
    const line = hook("promschema-generate", undefined, []);
    const generate = [{ target: "types", registry: "metrics.yaml", out: "jobs.ts" }];
    write("promschema.config.yaml", JSON.stringify({ generate }));
    expect(bash(`npx --no-install ${line}`)).toMatchObject({ exit: 1 });
    bash("npx --no-install promschema generate --all");
    expect(bash(`npx --no-install ${line}`)).toMatchObject({ exit: 0 });
  });
});

/** Runs the steps of action.yml with these inputs, its expressions replaced as GitHub does. */
function action(given: Readonly<Record<string, string>>): Outcome {
  const file = path.join(root, "action.yml");
  const inputs: Readonly<Record<string, { readonly default: string }>> = Object(at(file, "inputs"));
  for (const name of Object.keys(given)) expect(inputs).toHaveProperty([name]);
  const replaced = (text: unknown) =>
    String(text).replace(
      /\$\{\{ inputs\.([\w-]+) \}\}/g,
      (_, name: string) => given[name] ?? inputs[name]?.default ?? "",
    );
  let outcome: Outcome = { exit: 0, output: "" };
  for (const step of listOf(at(file, "runs", "steps"))) {
    expect(step["shell"]).toBe("bash");
    const environment = Object.entries(Object(step["env"])).map(
      ([name, value]) => [name, replaced(value)] as const,
    );
    const where = replaced(step["working-directory"]);
    outcome = bash(`cd '${where}'\n${replaced(step["run"])}`, Object.fromEntries(environment));
    if (outcome.exit !== 0) break;
  }
  return outcome;
}

describe("the action", () => {
  it("takes what the configuration says where it is given nothing", () => {
    holds(() => action({}));
    expect(action({}).output).toMatch(/^::error file=metrics\.prom,line=4,/m);
  });

  it("hands lines on as they are, and runs none of them", () => {
    write("one two.prom", good);
    write("$(touch ran).prom", good);
    const outcome = action({
      format: "text",
      payloads: "one two.prom\n\n$(touch ran).prom\n`touch ran`.prom\n",
      options: "--no-config\n--registry=metrics.yaml\n",
    });
    expect(outcome.exit).toBe(2);
    expect(outcome.output).toContain("one two.prom   1 family");
    expect(outcome.output).toContain("$(touch ran).prom   1 family");
    expect(outcome.output).toContain("cannot read `touch ran`.prom");
    expect(bash("test -e ran").exit).toBe(1);
  });

  it("takes registries a line each", () => {
    write("other.yaml", "registry: other\nmetrics: { other_total: { type: counter } }\n");
    const registry = "metrics.yaml\n\nother.yaml\n";
    const { exit, output } = action({ format: "text", payloads: "metrics.prom", registry });
    expect(exit).toBe(1);
    expect(output).toContain("see other.yaml:2:12");
  });

  it("puts no input into a script, where it would be run", () => {
    for (const step of listOf(at(path.join(root, "action.yml"), "runs", "steps"))) {
      expect(step["run"]).not.toContain("${{");
    }
  });

  it("works in the folder it is told to", () => {
    write("services/shop/promschema.config.yaml", "payloads: gone.prom\n");
    const { exit, output } = action({
      "working-directory": "services/shop",
      version: "0.0.0-none",
    });
    // That folder has installed nothing, so the version is asked for; there is no network.
    expect(exit).not.toBe(0);
    expect(output).not.toContain("metrics.prom");
  });
});
