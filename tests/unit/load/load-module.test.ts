import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadRegistry, safeLoadRegistry } from "../../../src/load/index.js";

const literal =
  '{ registry: "shop", metrics: { hits_total: { type: "counter", description: "Hits." } } }';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "promschema-module-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function findings(path: string): Promise<readonly string[]> {
  const result = await safeLoadRegistry(path);
  if (result.ok) return [];
  return result.findings.map(({ rule, source, message, hint }) => {
    const text = `${rule} ${source} ${message}${hint === undefined ? "" : `; ${hint}`}`;
    return text.replaceAll(`${folder}/`, "");
  });
}

describe("a module", () => {
  it.each([
    ["default.mjs", `export default ${literal};`],
    ["named.mjs", `export const registry = ${literal};`],
    ["both.mjs", `export default function run() {}\nexport const registry = ${literal};`],
    ["exports.cjs", `module.exports = ${literal};`],
    ["named.cjs", `module.exports = { registry: ${literal} };`],
    ["compiled.cjs", `exports.__esModule = true; exports.default = ${literal};`],
    [
      "registry.mjs",
      'export default { name: "shop", metrics: new Map([["hits_total", {}]]), labels: new Map() };',
    ],
  ])("gives the registry it exports: %s", async (name, content) => {
    const path = await write(name, content);
    const registry = await loadRegistry(path);
    expect(registry.name).toBe("shop");
    expect(registry.source).toBe(path);
    expect(Array.from(registry.metrics.keys())).toEqual(["hits_total"]);
  });

  it.each([
    [
      "empty.mjs",
      "",
      'expected a registry as default export or as the export "registry", found no exports',
    ],
    [
      "other.mjs",
      "export const a = 1, b = {};",
      'expected a registry as default export or as the export "registry", found the exports "a", "b"',
    ],
    [
      "throws.mjs",
      'throw new Error("no\\u001b database\\nat all");',
      "the module failed: no\\x1b database",
    ],
    ["strange.mjs", "throw undefined;", "the module failed: undefined"],
    ["missing.mjs", 'import "./nowhere.mjs";', /^the module failed: Cannot find module /],
  ])("is explained where it gives none: %s", async (name, content, message) => {
    const [finding, ...more] = await findings(await write(name, content));
    expect(more).toEqual([]);
    const start = `registry/unreadable ${name} `;
    expect(finding?.slice(0, start.length)).toBe(start);
    if (typeof message === "string") expect(finding?.slice(start.length)).toBe(message);
    else expect(finding?.slice(start.length)).toMatch(message);
  });

  it("has the findings of its document", async () => {
    const path = await write(
      "wrong.mjs",
      `export default ${literal.replace("counter", "countr")};`,
    );
    expect(await findings(path)).toEqual([
      expect.stringMatching(/^registry\/invalid-field wrong\.mjs .*did you mean "counter"\?$/),
    ]);
  });

  it("may be TypeScript where the runtime takes it, as this test runner does", async () => {
    const path = await write(
      "typed.ts",
      `const registry: object = ${literal};\nexport { registry };`,
    );
    expect((await loadRegistry(path)).name).toBe("shop");
  });

  it("is refused in TypeScript where the runtime does not take it, with what to do", async () => {
    // What Node.js 20 throws, thrown by hand.
    const refusal = 'throw Object.assign(new Error("?"), { code: "ERR_UNKNOWN_FILE_EXTENSION" });';
    const hint = "install tsx in this project, use Node.js 22.18 or later, or write YAML";
    expect(await findings(await write("refused.ts", refusal))).toEqual([
      `registry/unreadable refused.ts this version of Node.js cannot run TypeScript by itself; ${hint}`,
    ]);
    expect(await findings(await write("refused.mjs", refusal))).toEqual([
      "registry/unreadable refused.mjs the module failed: ?",
    ]);
  });
});
