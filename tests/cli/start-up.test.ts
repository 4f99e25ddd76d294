// What a process has loaded, as V8 tells: a command that reads nothing loads nothing that reads.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { cli } from "./run.js";

/** The sources in the modules that a command has run: `src/exposition/scanner.ts`, `node_modules/yaml/...`. */
function loaded(argv: readonly string[]): readonly string[] {
  const folder = mkdtempSync(path.join(tmpdir(), "promschema-loaded-"));
  try {
    writeFileSync(path.join(folder, "up.prom"), "up 1\n");
    const { error } = spawnSync(process.execPath, [cli, ...argv], {
      cwd: folder,
      env: { PATH: process.env["PATH"], NODE_V8_COVERAGE: path.join(folder, "coverage") },
    });
    if (error !== undefined) throw error;
    return readdirSync(path.join(folder, "coverage")).flatMap((name) => {
      const text = readFileSync(path.join(folder, "coverage", name), "utf8");
      const { result }: { result: { url: string }[] } = JSON.parse(text);
      return result
        .filter(({ url }) => url.startsWith("file:"))
        .flatMap(({ url }) => sourcesOf(url));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The build leaves the name of each source in a comment above it. */
function sourcesOf(url: string): readonly string[] {
  const file = fileURLToPath(url);
  if (file.includes("node_modules")) return [file];
  return [...readFileSync(file, "utf8").matchAll(/^\/\/ ((?:src|node_modules)\/\S+)$/gm)].map(
    ([, source = ""]) => source,
  );
}

const reading = /^src\/(exposition|registry|load|check|generate|construct|http)\/|node_modules\//;

describe("a process that reads nothing", () => {
  it.each([
    [["--version"]],
    [["--help"]],
    [["check", "--help"]],
    [["parse", "--help"]],
    [["generate", "--help"]],
    [["rules", "syntax"]],
    [["chekc"]],
  ])("loads no parser: %j", (argv) => {
    const sources = loaded(argv);
    expect(sources).toContain("src/cli/run.ts");
    expect(sources.filter((source) => reading.test(source))).toEqual([]);
  });
});

describe("a check without a registry", () => {
  it("loads what reads a payload, and nothing that reads a document", () => {
    const sources = loaded(["check", "up.prom"]);
    expect(sources).toContain("src/exposition/scanner.ts");
    expect(sources.filter((source) => /^src\/load\/|yaml/.test(source))).toEqual([]);
  });
});
