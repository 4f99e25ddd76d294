import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  compilers,
  createBare,
  createScratch,
  manifest,
  node,
  root,
  type Scratch,
} from "./scratch.js";

let scratch: Scratch;
/** A project without optional peers. */
let bare = "";

beforeAll(() => {
  scratch = createScratch();
  bare = createBare(scratch);
}, 120_000);

afterAll(() => {
  scratch?.dispose();
  rmSync(bare, { recursive: true, force: true });
});

/** The subpaths that are code: all but schemas and package.json. */
const modules = Object.keys(manifest.exports).filter((subpath) => !/schemas|json/.test(subpath));

const specifierOf = (subpath: string): string => path.posix.join(manifest.name, subpath);

describe("the tarball", () => {
  it("holds what is built and what is read, nothing else", () => {
    const folders = new Set(scratch.files.map((file) => file.split("/")[0]));
    expect([...folders].sort()).toEqual(
      [
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "dist",
        "docs",
        "man",
        "package.json",
        "schemas",
      ].sort(),
    );
  });

  it("names no path of the machine it was built on, and no package that it does not bring", () => {
    const known = [
      ...Object.keys(manifest.dependencies),
      ...Object.keys(manifest.peerDependencies),
      "node:",
    ];
    const breaches: string[] = [];
    for (const file of scratch.files.filter((name) => name.startsWith("dist/"))) {
      const text = readFileSync(path.join(scratch.installed, file), "utf8");
      for (const place of [root, homedir(), tmpdir()]) {
        if (place.length > 1 && text.includes(`${place}/`)) breaches.push(`${file}: ${place}`);
      }
      if (!/\.d\.c?ts$/.test(file)) continue;
      for (const [, specifier = ""] of text.matchAll(
        /(?:from|import|require)\s*\(?\s*"([^"]+)"/g,
      )) {
        const own = specifier.startsWith(".");
        if (!own && !known.some((name) => specifier.startsWith(name))) {
          breaches.push(`${file}: ${specifier}`);
        }
      }
    }
    expect(breaches).toEqual([]);
  });

  it("opens by its command, and tells its version", async () => {
    const bin = path.join(scratch.installed, "dist/cli.js");
    expect(existsSync(path.join(scratch.folder, "node_modules/.bin/promschema"))).toBe(true);
    expect(await node(scratch.folder, [bin, "--version"])).toEqual({
      code: 0,
      stdout: `promschema ${manifest.version}\n`,
      stderr: "",
    });
  });

  it("checks a payload against a schema that it brings", async () => {
    const bin = path.join(scratch.installed, "dist/cli.js");
    const schema = path.join(scratch.installed, "schemas/baseten.yaml");
    const payload = readFileSync(path.join(root, "examples/baseten.prom"), "utf8");
    const { code, stderr } = await node(
      scratch.folder,
      [bin, "check", "-", "--registry", schema],
      payload,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});

describe("the exports", () => {
  it.each(modules)("%s loads by import and by require, with the same names", async (subpath) => {
    const specifier = JSON.stringify(specifierOf(subpath));
    const list = (expression: string): string =>
      `console.log(JSON.stringify(Object.keys(${expression}).filter((name) => name !== "default").sort()))`;
    const esm = await node(scratch.folder, [
      "--input-type=module",
      "--eval",
      list(`await import(${specifier})`),
    ]);
    const commonjs = await node(scratch.folder, [
      "--input-type=commonjs",
      "--eval",
      list(`require(${specifier})`),
    ]);
    expect([esm.code, esm.stderr, commonjs.code, commonjs.stderr]).toEqual([0, "", 0, ""]);
    expect(JSON.parse(commonjs.stdout)).toEqual(JSON.parse(esm.stdout));
    expect(JSON.parse(esm.stdout).length).toBeGreaterThan(0);
  });

  it("need no optional peer but where they are made of it", async () => {
    const others = modules.filter((subpath) => subpath !== "./testing").map(specifierOf);
    const list = JSON.stringify(others);
    const esm = `Promise.all(${list}.map((name) => import(name))).then(() => console.log("ok"));`;
    for (const script of [esm, `${list}.forEach((name) => require(name)); console.log("ok");`]) {
      const { stdout, stderr } = await node(bare, ["--eval", script]);
      expect([stdout, stderr]).toEqual(["ok\n", ""]);
    }
  });

  it("give one error class to both module systems", async () => {
    const script = `
      import { createRequire } from "node:module";
      import { PromschemaError, parseExposition } from "promschema";
      const commonjs = createRequire(import.meta.url)("promschema");
      const thrown = [parseExposition, commonjs.parseExposition].map((parse) => {
        try { parse("{"); } catch (error) { return error; }
      });
      console.log(thrown.map((error) => [error instanceof PromschemaError, error instanceof commonjs.PromschemaError]).join());`;
    const file = path.join(scratch.folder, "both.mjs");
    writeFileSync(file, script);
    const { stdout, stderr } = await node(scratch.folder, [file]);
    expect([stdout.trim(), stderr]).toEqual(["true,true,true,true", ""]);
  });

  it("give the schemas and package.json as files", async () => {
    const schemas = readdirSync(path.join(root, "schemas")).map((name) => `schemas/${name}`);
    const script = `for (const name of ${JSON.stringify([...schemas, "package.json"])}) {
      require("node:fs").accessSync(require.resolve("promschema/" + name));
    }`;
    const { code, stderr } = await node(scratch.folder, ["--eval", script]);
    expect([code, stderr]).toEqual([0, ""]);
  });

  it.each(["promschema/dist/index.js", "promschema/registry", "promschema/cli"])(
    "do not let %s through",
    async (specifier) => {
      const script = `import(${JSON.stringify(specifier)}).catch((error) => console.log(error.code))`;
      const { stdout } = await node(scratch.folder, ["--eval", script]);
      expect(stdout.trim()).toBe("ERR_PACKAGE_PATH_NOT_EXPORTED");
    },
  );
});

/** What the declarations of zod and of OpenTelemetry name of the platform, which @types/node and the library DOM have. Ours name nothing. */
const platform =
  "interface URL { readonly href: string }\ndeclare var console: Record<string, unknown>;\n";

describe.each(compilers)("the declarations under %s", (compiler, tsc) => {
  it.each(["node16", "nodenext"])(
    "hold under module %s",
    async (module) => {
      const folder = path.join(scratch.folder, `${compiler}-${module}`);
      mkdirSync(folder, { recursive: true });
      const fixtures = path.join(import.meta.dirname, "fixtures");
      const expected: string[] = [];
      for (const fixture of readdirSync(fixtures)) {
        for (const suffix of [".mts", ".cts"]) {
          const name = fixture.replace(/\.ts$/, suffix);
          copyFileSync(path.join(fixtures, fixture), path.join(folder, name));
          expected.push(...markedErrors(name, path.join(fixtures, fixture)));
        }
      }
      const options = {
        compilerOptions: {
          module,
          moduleResolution: module,
          target: "ES2022",
          lib: ["ES2022"],
          types: [],
          strict: true,
          exactOptionalPropertyTypes: true,
          skipLibCheck: false,
          noEmit: true,
        },
        include: ["*.mts", "*.cts", "platform.d.ts"],
      };
      writeFileSync(path.join(folder, "platform.d.ts"), platform);
      writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify(options));
      const { stdout } = await node(folder, [tsc, "-p", ".", "--pretty", "false"]);
      expect(reportedErrors(stdout)).toEqual(expected.sort());
    },
    60_000,
  );
});

describe.each(compilers)("the adapters under %s", (_, tsc) => {
  it("are typed where neither a client nor OpenTelemetry is installed", async () => {
    const source = `import { baseten } from "promschema/baseten";
import { bindMetrics as bindMeter, type Meter } from "promschema/opentelemetry";
import { bindMetrics, type Client } from "promschema/prom-client";
declare const client: Client;
declare const meter: Meter;
const labels = { model_id: "m", model_name: "n", deployment_id: "d", condition: "true" } as const;
bindMetrics(baseten, { client }).metrics.baseten_pod_readiness.set(labels, 1);
bindMeter(baseten, { meter }).metrics.baseten_pod_readiness.set(labels, 1);
bindMeter(baseten, { meter }).metrics.baseten_pod_readiness.set(labels, "1"); // TS2345 a text
`;
    const options = {
      compilerOptions: {
        module: "nodenext",
        target: "ES2022",
        lib: ["ES2022"],
        types: [],
        strict: true,
        skipLibCheck: false,
        noEmit: true,
      },
      include: ["*.mts", "*.cts", "platform.d.ts"],
    };
    writeFileSync(path.join(bare, "platform.d.ts"), platform);
    writeFileSync(path.join(bare, "tsconfig.json"), JSON.stringify(options));
    for (const name of ["esm.mts", "commonjs.cts"]) writeFileSync(path.join(bare, name), source);
    const { stdout } = await node(bare, [tsc, "-p", ".", "--pretty", "false"]);
    expect(reportedErrors(stdout)).toEqual(["commonjs.cts(9): TS2345", "esm.mts(9): TS2345"]);
  }, 60_000);
});

/** `name(line): code` for each line of a fixture that says it is wrong. */
function markedErrors(name: string, file: string): string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, index) => {
      const code = /\/\/ (TS\d+) /.exec(line)?.[1];
      return code === undefined ? [] : [`${name}(${index + 1}): ${code}`];
    });
}

/** The same of what the compiler printed. What is no error in a fixture stands as it was printed. */
function reportedErrors(output: string): string[] {
  return output
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(" "))
    .map((line) => line.replace(/^([^(]+)\((\d+),\d+\): error (TS\d+): .*$/, "$1($2): $3"))
    .sort();
}

describe("promschema/generate", () => {
  it("needs no Node", async () => {
    const { metafile } = await build({
      stdin: { contents: 'export * from "promschema/generate";', resolveDir: scratch.folder },
      absWorkingDir: scratch.folder,
      bundle: true,
      format: "esm",
      platform: "browser",
      metafile: true,
      write: false,
      logLevel: "silent",
    });
    const foreign = Object.keys(metafile.inputs).filter((input) => input.startsWith("node:"));
    expect(foreign).toEqual([]);
  });
});

describe("promschema/exposition in a browser", () => {
  it("needs neither Node nor a package, and is small", async () => {
    const { metafile, outputFiles } = await build({
      stdin: { contents: 'export * from "promschema/exposition";', resolveDir: scratch.folder },
      absWorkingDir: scratch.folder,
      bundle: true,
      format: "esm",
      platform: "browser",
      target: "es2022",
      minify: true,
      metafile: true,
      write: false,
      logLevel: "silent",
    });
    const foreign = Object.keys(metafile.inputs).filter(
      (input) => input !== "<stdin>" && !input.startsWith("node_modules/promschema/"),
    );
    expect(foreign).toEqual([]);
    const size = gzipSync(outputFiles[0]!.contents, { level: 9 }).length;
    process.stdout.write(`promschema/exposition: ${size} bytes, minified and gzipped\n`);
    // It must not grow. The goal, 12 kB, is not reached.
    expect(size).toBeLessThanOrEqual(21.5 * 1024);
  });
});
