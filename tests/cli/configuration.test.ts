// Configurations as files of a project: modules, places, and a folder below the one they stand in.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { promschema } from "./run.js";

const root = path.resolve(import.meta.dirname, "../..");
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "promschema-configuration-"));
  write("metrics.yaml", "registry: shop\nmetrics: { hits_total: { type: counter } }\n");
  write("shop.prom", "# TYPE hits_total counter\nhits_total 1\n");
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

/** Installs packages of this repository. */
function install(...names: readonly string[]): void {
  mkdirSync(path.join(folder, "node_modules"), { recursive: true });
  for (const name of names) {
    const from = name === "promschema" ? root : path.join(root, "node_modules", name);
    symlinkSync(from, path.join(folder, "node_modules", name), "junction");
  }
}

const module = `import { defineConfig } from "promschema/config";
const registry: string = "metrics.yaml";
export default defineConfig({ registry, payloads: ["shop.prom"], quiet: true });
`;

const stripsTypes = Boolean(Reflect.get(process.features, "typescript"));

describe("a configuration in TypeScript", () => {
  it.each(["tsx", "jiti"])("is run by %s where the project has it", async (runner) => {
    write("promschema.config.ts", module);
    install("promschema", runner);
    expect(await promschema(["check"], { cwd: folder })).toEqual({
      exit: 0,
      stdout: "",
      stderr: "",
    });
  });

  it.skipIf(stripsTypes)("is told what it needs where the project has neither", async () => {
    write("promschema.config.ts", module);
    install("promschema");
    expect(await promschema(["check"], { cwd: folder })).toEqual({
      exit: 2,
      stdout: "",
      stderr:
        "promschema: promschema.config.ts: this version of Node.js cannot run TypeScript by itself; install tsx in this project, use Node.js 22.18 or later, or write YAML\n",
    });
  });

  it("that throws is told in one line", async () => {
    write("promschema.config.mjs", 'throw new Error("no luck\\u001b[2J\\ntoday");\n');
    expect(await promschema(["check"], { cwd: folder })).toEqual({
      exit: 2,
      stdout: "",
      stderr: "promschema: promschema.config.mjs: the module failed: no luck\\x1b[2J\n",
    });
  });
});

describe("a configuration above the working folder", () => {
  it("has its paths start from its own folder", async () => {
    mkdirSync(path.join(folder, ".git"));
    mkdirSync(path.join(folder, "src/deep"), { recursive: true });
    const generate = [{ target: "types", registry: "metrics.yaml", out: "made/" }];
    const content = { registry: "metrics.yaml", payloads: "shop.prom", generate };
    write("promschema.config.json", JSON.stringify(content));
    const cwd = path.join(folder, "src/deep");
    const { exit, stdout } = await promschema(["check"], { cwd });
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^\.\.\/\.\.\/shop\.prom {3}1 family/);
    expect((await promschema(["lint"], { cwd })).stdout).toMatch(
      /^\.\.\/\.\.\/metrics\.yaml {3}1/m,
    );
    expect((await promschema(["generate", "--all"], { cwd })).stdout).toBe(
      "wrote    ../../made/shop.ts\n",
    );
  });

  it("may be named from anywhere", async () => {
    write("a/b.yaml", "registry: ../metrics.yaml\npayloads: ../shop.prom\n");
    mkdirSync(path.join(folder, "c"));
    const argv = ["check", "--config", "../a/b.yaml"];
    const { exit, stdout } = await promschema(argv, { cwd: path.join(folder, "c") });
    expect([exit, stdout.split("   ")[0]]).toEqual([0, "../shop.prom"]);
  });
});

describe("secrets", () => {
  const secret = "hunter2-swordfish";

  it.each([
    ["a variable", "{ env: SHOP_AUTHORIZATION }"],
    ["a file", "{ file: secret.txt }"],
  ])("come from %s, and are not shown", async (_, value) => {
    write("secret.txt", `Bearer ${secret}\n`);
    write("promschema.config.yaml", `headers: { Authorization: ${value} }\n`);
    const environment = { SHOP_AUTHORIZATION: `Bearer ${secret}` };
    const options = { cwd: folder, environment };
    const printed = await promschema(["check", "--print-config"], options);
    expect(printed.stdout).toContain(`  Authorization: ${value}`);
    const got = await received(["check"], options);
    expect(got.authorization).toBe(`Bearer ${secret}`);
    for (const { stdout, stderr } of [printed, got]) expect(stdout + stderr).not.toContain(secret);
  });

  it("of the command line take their place", async () => {
    write("promschema.config.yaml", "headers: { authorization: { env: NONE }, X-Team: shop }\n");
    const environment = { NONE: "one" };
    const got = await received(["check", "-H", "Authorization: other"], {
      cwd: folder,
      environment,
    });
    expect([got.exit, got.authorization, got.team]).toEqual([0, "other", "shop"]);
  });
});

/** What a service is sent by a check of it. */
async function received(argv: readonly string[], options: Parameters<typeof promschema>[1]) {
  const { createServer } = await import("node:http");
  let headers: NodeJS.Dict<string | string[]> = {};
  const server = createServer((request, response) => {
    headers = request.headers;
    response.end("up 1\n");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const outcome = await promschema([...argv, `http://127.0.0.1:${port}/metrics`], options);
  server.close();
  return { ...outcome, authorization: headers["authorization"], team: headers["x-team"] };
}
