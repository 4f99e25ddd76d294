// What a process has loaded, as V8 tells: a command that reads nothing loads nothing that reads.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { cli } from "./run.js";

/** Runs a command beside a payload and a registry, and hands on what then is there. */
function ran<Found>(
  argv: readonly string[],
  environment: (folder: string) => Readonly<Record<string, string>>,
  read: (folder: string) => Found,
): Found {
  const folder = mkdtempSync(path.join(tmpdir(), "promschema-loaded-"));
  try {
    writeFileSync(path.join(folder, "up.prom"), "up 1\n");
    writeFileSync(path.join(folder, "up.yaml"), "registry: up\nmetrics: { up: { type: gauge } }\n");
    const { error } = spawnSync(process.execPath, [cli, ...argv], {
      cwd: folder,
      env: { PATH: process.env["PATH"], ...environment(folder) },
    });
    if (error !== undefined) throw error;
    return read(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The sources in the modules that a command has run: `src/exposition/scanner.ts`, `node_modules/yaml/...`. */
function loaded(argv: readonly string[]): readonly string[] {
  return ran(
    argv,
    (folder) => ({ NODE_V8_COVERAGE: path.join(folder, "coverage") }),
    (folder) =>
      readdirSync(path.join(folder, "coverage")).flatMap((name) => {
        const text = readFileSync(path.join(folder, "coverage", name), "utf8");
        const { result }: { result: { url: string }[] } = JSON.parse(text);
        return result
          .filter(({ url }) => url.startsWith("file:"))
          .flatMap(({ url }) => sourcesOf(url));
      }),
  );
}

/** The modules of Node that a command has loaded and an empty process has not: `http`, `internal/...`. */
function loadedOfNode(argv: readonly string[]): readonly string[] {
  const watch = `process.on("exit", () => fs.writeFileSync("modules", process.moduleLoadList.join("\\n")));`;
  return ran(
    argv,
    (folder) => {
      writeFileSync(path.join(folder, "watch.cjs"), `const fs = require("node:fs"); ${watch}`);
      return { NODE_OPTIONS: "--require ./watch.cjs" };
    },
    (folder) =>
      readFileSync(path.join(folder, "modules"), "utf8")
        .split("\n")
        .map((line) => line.replace("NativeModule ", "")),
  );
}

const dist = path.dirname(cli);

/** What the build has put into each of its files. */
const outputs = z
  .object({
    outputs: z.record(
      z.string(),
      z.object({ inputs: z.record(z.string(), z.object({ bytesInOutput: z.number() })) }),
    ),
  })
  .parse(JSON.parse(readFileSync(path.join(dist, "metafile-esm.json"), "utf8"))).outputs;

function sourcesOf(url: string): readonly string[] {
  const file = fileURLToPath(url);
  if (path.relative(dist, file).startsWith("..")) return [file];
  const { inputs = {} } = outputs[`dist/${path.basename(file)}`] ?? {};
  return Object.entries(inputs).flatMap(([source, { bytesInOutput }]) =>
    bytesInOutput > 0 ? [source] : [],
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
    expect(
      sources.filter((source) => /^src\/(load|registry|construct)\/|yaml|zod/.test(source)),
    ).toEqual([]);
  });

  it("loads of Node neither the network nor what measures, signs or packs", () => {
    const modules = loadedOfNode(["check", "up.prom"]);
    expect(modules).toContain("fs");
    const costly = ["http", "https", "crypto", "zlib", "perf_hooks", "worker_threads"];
    expect(modules.filter((name) => costly.includes(name))).toEqual([]);
  });
});

describe("a check with a registry", () => {
  it("loads what reads it out of the build, in a few files", () => {
    const sources = loaded(["check", "up.prom", "--registry", "up.yaml"]);
    expect(sources).toContain("src/load/yaml-tree.ts");
    expect(sources.filter((source) => path.isAbsolute(source))).toEqual([]);
  });
});
