import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PromschemaError } from "../../../src/diagnostics/index.js";
import { loadRegistry, safeLoadRegistry } from "../../../src/load/index.js";

const good = "registry: shop\nmetrics:\n  hits_total: { type: counter, description: Hits. }\n";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "promschema-load-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** The findings as lines, the folder left out: rule, place, message, hint. */
async function findings(path: string, maxBytes?: number): Promise<readonly string[]> {
  const result = await safeLoadRegistry(path, maxBytes === undefined ? {} : { maxBytes });
  if (result.ok) return [];
  return result.findings.map(({ rule, source, line, column, message, hint }) => {
    const place = [source, line, column].filter((part) => part !== undefined).join(":");
    const text = `${rule} ${place} ${message}${hint === undefined ? "" : `; ${hint}`}`;
    return text.replaceAll(`${folder}/`, "");
  });
}

describe("loadRegistry", () => {
  it.each([
    ["a YAML file", "a.yaml", good],
    ["a YAML file of another name", "a.yml", good],
    ["a file without extension, as YAML", "registry", good],
    [
      "a JSON file",
      "a.json",
      '{"registry": "shop", "metrics": {"hits_total": {"type": "counter", "description": "Hits."}}}',
    ],
    ["a file with a byte order mark", "mark.yaml", `\ufeff${good}`],
    ["a file with Windows line ends", "windows.yaml", good.replaceAll("\n", "\r\n")],
  ])("reads %s", async (_, name, content) => {
    const path = await write(name, content);
    const registry = await loadRegistry(path);
    expect(registry.name).toBe("shop");
    expect(registry.source).toBe(path);
    expect(Array.from(registry.metrics.keys())).toEqual(["hits_total"]);
  });

  it("knows where a metric is declared", async () => {
    const path = await write("place.yaml", good);
    const registry = await loadRegistry(path);
    expect(registry.metrics.get("hits_total")?.position).toEqual({
      source: path,
      line: 3,
      column: 3,
    });
  });

  it("throws all findings of a document, in order, each with its place and its line", async () => {
    const path = await write(
      "wrong.yaml",
      "registry: shop\nlabels:\n  method: {}\nmetrics:\n  hits_total:\n    type: countr\n    lables: [method]\n",
    );
    const error = await loadRegistry(path).catch((thrown: unknown) => thrown);
    if (!(error instanceof PromschemaError)) return expect.fail("no PromschemaError was thrown");
    expect(error.findings.map(({ line, column, hint }) => [line, column, hint])).toEqual([
      [6, 11, 'did you mean "counter"?'],
      [7, 5, 'did you mean "labels"?'],
    ]);
    expect(error.findings[0].excerpt?.text).toBe("    type: countr");
    expect(error.findings[0].source).toBe(path);
  });

  it("reads label values as they are written", async () => {
    const path = await write(
      "values.yaml",
      "registry: shop\nlabels:\n  code: { enum: [200, 1.0, yes, true] }\nmetrics:\n  hits_total: { type: counter, description: Hits., labels: [code] }\n",
    );
    const registry = await loadRegistry(path);
    const values = registry.labels.get("code")?.enum?.map(({ value }) => value);
    expect(values).toEqual(["200", "1.0", "yes", "true"]);
  });

  it("takes __proto__, constructor and toString as names", async () => {
    const path = await write(
      "names.yaml",
      "registry: shop\nlabels: { __proto__: {}, constructor: {} }\nlabelSets: { toString: [__proto__, constructor] }\nmetrics:\n  __proto__: { type: gauge, description: A., labels: [...toString] }\n  constructor: { type: gauge, description: B. }\n",
    );
    const registry = await loadRegistry(path);
    expect(Array.from(registry.metrics.keys())).toEqual(["__proto__", "constructor"]);
    const labels = registry.metrics.get("__proto__")?.labels.map(({ name }) => name);
    expect(labels).toEqual(["__proto__", "constructor"]);
  });
});

describe("a file that cannot be had", () => {
  it("is named, with the one beside it that was meant", async () => {
    await write("baseten.yaml", good);
    expect(await findings(join(folder, "baseten.yml"))).toEqual([
      "registry/unreadable baseten.yml there is no such file; did you mean baseten.yaml?",
    ]);
    expect(await findings(join(folder, "no", "such.yaml"))).toEqual([
      "registry/unreadable no/such.yaml there is no such file",
    ]);
  });

  it("may be a URL, of which no secret is told", async () => {
    for (const [url, source] of [
      ["http://me:s3cret@host/m.yaml?key=s3cret", "http://host/m.yaml?key=***"],
      ["https://me:s3/cret@host/m.yaml", "https://host/m.yaml"],
    ] as const) {
      await expect(loadRegistry(url)).rejects.toMatchObject({
        findings: [
          {
            rule: "registry/unreadable",
            source,
            message: "a registry is read from a file, and this is a URL",
            hint: "download it first",
          },
        ],
      });
    }
  });

  it("may be a directory", async () => {
    await mkdir(join(folder, "directory.yaml"));
    expect(await findings(join(folder, "directory.yaml"))).toEqual([
      "registry/unreadable directory.yaml this is a directory, not a file; name the file in it",
    ]);
  });

  it("may lie below a file, in a circle, or have a name that no file has", async () => {
    await write("file", good);
    await symlink(join(folder, "circle"), join(folder, "circle"));
    expect(await findings(join(folder, "file", "a.yaml"))).toEqual([
      "registry/unreadable file/a.yaml a part of the path is a file, not a directory",
    ]);
    expect(await findings(join(folder, "circle"))).toEqual([
      "registry/unreadable circle the path is a circle of symbolic links",
    ]);
    expect(await findings(join(folder, "a".repeat(300)))).toEqual([
      `registry/unreadable ${"a".repeat(300)} the path is too long`,
    ]);
    const [nul] = await findings("a\0b.yaml");
    expect(nul).toMatch(/^registry\/unreadable /);
  });

  it("is refused for its size before it is read", async () => {
    const path = await write("large.yaml", "");
    // A hole: no disk, and no time unless somebody reads it.
    await truncate(path, 50_000_000);
    expect(await findings(path)).toEqual([
      "registry/unreadable large.yaml expected at most 5 MB, found 50 MB; is this the registry? the limit is the option maxBytes",
    ]);
    const small = await write("small.yaml", good);
    expect(await findings(small, 20)).toHaveLength(1);
    expect(await findings(small, good.length)).toEqual([]);
  });

  it.skipIf(process.platform === "win32")("may be endless", async () => {
    expect(await findings("/dev/zero", 100_000)).toEqual([
      "registry/unreadable /dev/zero expected at most 0.1 MB, found more; is this the registry? the limit is the option maxBytes",
    ]);
  });
});

describe("a file that is no UTF-8", () => {
  it.each<[string, Uint8Array, string]>([
    [
      "Latin-1",
      Buffer.from("a: 1\nb: caf\xe9 x\n", "latin1"),
      "f:2:7 expected UTF-8, found bytes that are none",
    ],
    [
      "a cut character",
      Uint8Array.of(0x61, 0xe2, 0x82),
      "f:1:2 expected UTF-8, found bytes that are none",
    ],
    ["UTF-16", Buffer.from("\ufeffa: 1", "utf16le"), "f:1:1 expected UTF-8, found UTF-16"],
    ["big-endian UTF-16", Uint8Array.of(0xfe, 0xff, 0, 0x61), "f:1:1 expected UTF-8, found UTF-16"],
  ])("is refused at the first byte: %s", async (_, bytes, expected) => {
    const path = await write("f", bytes);
    expect(await findings(path)).toEqual([
      `registry/unreadable ${expected}; save the file as UTF-8`,
    ]);
  });

  it("may be binary and UTF-8 all the same", async () => {
    const path = await write("binary.yaml", Uint8Array.of(0x61, 0, 1, 2));
    expect(await findings(path)).toEqual([
      "registry/syntax binary.yaml:1:2 expected text, found the control character \\x00",
    ]);
  });
});

describe("a JSON file", () => {
  it("is strict JSON, with places", async () => {
    const path = await write("strict.json", '{\n  "registry": "shop",\n  "metrics": {},\n}\n');
    expect(await findings(path)).toEqual([
      'registry/syntax strict.json:4:1 expected a name in double quotes, found "}"; remove the comma before it',
    ]);
    const yaml = await write("yaml.json", good);
    expect(await findings(yaml)).toEqual([
      'registry/syntax yaml.json:1:1 expected a value, found "registry"',
    ]);
  });
});
