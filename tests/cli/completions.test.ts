// The completion scripts, in the shells that they are for. A shell that is not installed is skipped, and said.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { promschema } from "./run.js";

type Shell = "bash" | "zsh" | "fish";

let folder = "";

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "promschema-completions-"));
  writeFileSync(path.join(folder, "fleet one.prom"), "up 1\n");
  writeFileSync(path.join(folder, "fleet.yaml"), "registry: fleet\nmetrics: {}\n");
  for (const shell of ["bash", "zsh", "fish"]) {
    const { stdout } = await promschema(["completions", shell]);
    writeFileSync(path.join(folder, shell), stdout);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

function run(shell: Shell, script: string, flags: readonly string[] = []): string {
  const { stdout, stderr } = spawnSync(shell, [...flags, "-c", script], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], HOME: folder, TERM: "dumb" },
    timeout: 15_000,
  });
  return `${stdout}${stderr}`;
}

/** What bash offers, its words cut where bash cuts them. */
function bash(line: string): readonly string[] {
  const words = line.split(" ").flatMap((word) => word.split(/(?<==)|(?==)/));
  const list = words.map((word) => `'${word}'`).join(" ");
  const script = `source ./bash; COMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _promschema; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return run("bash", script, ["--norc"]).split("\n").filter(Boolean);
}

function fish(line: string): readonly string[] {
  const offered = run("fish", `source ./fish; complete -C '${line}'`, ["--no-config"]);
  return offered.split("\n").flatMap((row) => (row === "" ? [] : [row.split("\t")[0]!]));
}

/** What zsh makes of a line when the tab key is pressed at its end: the part of the screen behind the line. */
function zsh(line: string): readonly string[] {
  const inner = "PS1='RE''ADY '; autoload -Uz compinit; compinit -u -D; LISTMAX=0; source ./zsh";
  const script = `zmodload zsh/zpty
    zpty -b shell zsh -f -i
    zpty -w shell ${JSON.stringify(inner)}
    zpty -r shell text $'*READY *'
    zpty -n -w shell ${JSON.stringify(line)}$'\\t'$'\\t'
    sleep 1
    while zpty -r -t shell text; do print -r -- "$text"; done
    zpty -d shell`;
  const screen = run("zsh", script, ["-f"]).split("source ./zsh").at(-1) ?? "";
  return stripVTControlCharacters(screen).split(/\s+/).filter(Boolean);
}

const complete: Record<Shell, (line: string) => readonly string[]> = { bash, fish, zsh };

const cases: readonly [line: string, offered: readonly string[], not: readonly string[]][] = [
  ["promschema ", ["check", "lint", "init", "completions"], ["--registry"]],
  ["promschema ch", ["check"], ["lint"]],
  ["promschema check --fail-o", ["--fail-on"], ["--format"]],
  ["promschema check --fail-on ", ["error", "warning", "never"], ["text"]],
  ["promschema check --registry flee", ["fleet.yaml"], ["--format"]],
  ["promschema lint --no-", ["--no-color", "--no-config"], ["--registry"]],
  ["promschema rules label-v", ["label-value"], ["syntax"]],
  ["promschema generate json", ["json-schema"], ["check"]],
  ["promschema completions ", ["bash", "zsh", "fish"], ["check"]],
];

describe.each(["bash", "fish", "zsh"] as const)("the completion of %s", (shell) => {
  const installed = spawnSync(shell, ["--version"]).error === undefined;
  if (!installed) process.stderr.write(`skipped, since it is not installed: ${shell}\n`);

  it.skipIf(!installed).each(cases)("of %j", (line, offered, not) => {
    const got = complete[shell](line).join("\n");
    for (const word of offered) expect(got).toContain(word);
    for (const word of not) expect(got.split("\n")).not.toContain(word);
  });
});

describe("bash", () => {
  it.each([
    ["promschema check --fail-on=w", ["warning"]],
    ["promschema check --fail-on=", ["error", "warning", "info", "never"]],
    ["promschema check --rule label-val", ["label-value="]],
    ["promschema check fl", ["fleet one.prom", "fleet.yaml"]],
    ["promschema check --timeout ", []],
    ["promschema check -f js", ["json", "jsonl"]],
    ["promschema check --report sar", ["sarif="]],
    ["promschema check --report sarif=fl", ["fleet one.prom", "fleet.yaml"]],
  ])("offers for %j exactly what fits", (line, want) => {
    expect([...bash(line)].sort()).toEqual([...want].sort());
  });
});

describe("promschema completions", () => {
  it.each([
    [[], "expected one shell of bash, zsh, fish, found nothing"],
    [["bsah"], 'expected one shell of bash, zsh, fish, found "bsah"; did you mean bash?'],
    [["bash", "zsh"], 'expected one shell of bash, zsh, fish, found "zsh"'],
  ])("refuses %j", async (argv, message) => {
    expect(await promschema(["completions", ...argv])).toEqual({
      exit: 2,
      stdout: "",
      stderr: `promschema: ${message}\n`,
    });
  });
});
