// What `promschema generate` does to the files around it.
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
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { promschema } from "./run.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "promschema-generate-"));
  writeFileSync(
    join(folder, "shop.yaml"),
    "registry: ../shop\nmetrics: { hits_total: { type: counter } }\n",
  );
});

afterEach(() => rmSync(folder, { recursive: true }));

function types(...more: string[]) {
  return promschema(["generate", "types", "--registry", "shop.yaml", ...more], { cwd: folder });
}

/** Every file below the folder but the registry, by name. */
function files(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && entry.name !== "shop.yaml")
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

describe("promschema generate", () => {
  it("writes a file, makes its folder, and leaves nothing else behind", async () => {
    expect(await types("--out", "src/made/metrics.ts")).toEqual({
      exit: 0,
      stdout: "wrote    src/made/metrics.ts\n",
      stderr: "",
    });
    expect(files()).toEqual(["src/made/metrics.ts"]);
    expect(await types("--out", "src/made/metrics.ts")).toEqual({
      exit: 0,
      stdout: "current  src/made/metrics.ts\n",
      stderr: "",
    });
    expect((await types("--out", "src/made/metrics.ts", "--check")).exit).toBe(0);
  });

  it("writes what it prints", async () => {
    const { stdout } = await types();
    await types("--out", "metrics.ts");
    expect(readFileSync(join(folder, "metrics.ts"), "utf8")).toBe(stdout);
  });

  it.each(["made/", "."])(
    "writes into the folder %s under the name of the registry, not out of it",
    async (out) => {
      const { exit } = await types("--out", out);
      expect([exit, files()]).toEqual([0, [join(out, "shop.ts")]]);
    },
  );

  it("replaces a stale file, and a link by what it points to", async () => {
    await types("--out", "real.ts");
    const made = readFileSync(join(folder, "real.ts"), "utf8");
    writeFileSync(join(folder, "real.ts"), `${made}// more\n`);
    symlinkSync("real.ts", join(folder, "link.ts"));
    expect((await types("--out", "link.ts")).stdout).toBe("wrote    real.ts\n");
    expect(readFileSync(join(folder, "real.ts"), "utf8")).toBe(made);
  });

  it.each([
    ["below a file", "shop.yaml/metrics.ts", "a part of the path is a file, not a directory"],
    ["under an endless name", `${"x".repeat(300)}.ts`, "the path is too long"],
  ])("says in one line why it cannot write %s", async (_, out, why) => {
    const { exit, stderr, stdout } = await types("--out", out);
    expect([exit, stdout, files()]).toEqual([2, "", []]);
    expect(stderr).toMatch(new RegExp(`^promschema: cannot (write|read) .*: ${why}\n$`));
  });

  it("writes nothing at all where one of several targets goes wrong", async () => {
    const job = (out: string, registry = "shop.yaml") => ({ target: "types", registry, out });
    const write = (generate: object[]) =>
      writeFileSync(join(folder, "promschema.config.json"), JSON.stringify({ generate }));
    write([job("a.ts"), job("b.ts", "gone.yaml")]);
    const failed = await promschema(["generate", "--all"], { cwd: folder });
    expect([failed.exit, files()]).toEqual([2, ["promschema.config.json"]]);
    write([job("a.ts"), job("b/")]);
    const done = await promschema(["generate", "--all"], { cwd: folder });
    expect([done, files()]).toEqual([
      { exit: 0, stdout: "wrote    a.ts\nwrote    b/shop.ts\n", stderr: "" },
      ["a.ts", "b/shop.ts", "promschema.config.json"],
    ]);
  });

  it("updates the block of a document and nothing else of it", async () => {
    const readme = (block: string) =>
      `# Shop\n\n<!-- promschema:begin -->\n${block}<!-- promschema:end -->\n\nThe end.\n`;
    const file = join(folder, "README.md");
    const docs = (...more: string[]) =>
      promschema(["generate", "docs", "--registry", "shop.yaml", "--out", "README.md", ...more], {
        cwd: folder,
      });
    writeFileSync(file, readme(""));
    expect((await docs("--check")).exit).toBe(1);
    expect(readFileSync(file, "utf8")).toBe(readme(""));
    expect((await docs()).stdout).toBe("wrote    README.md\n");
    const text = readFileSync(file, "utf8");
    expect(text).toMatch(/^# Shop\n\n.*\n### `hits_total`\n.*\n\nThe end\.\n$/s);
    expect((await docs("--check")).exit).toBe(0);
    writeFileSync(file, readme("").replace("<!-- promschema:end -->", ""));
    const broken = await docs();
    expect([broken.exit, broken.stderr]).toEqual([
      2,
      "promschema: README.md has the marks of a generated block, but not each once, on a line of its own\n  <!-- promschema:begin --> and <!-- promschema:end --> stand around it\n",
    ]);
  });

  it("draws a mock from the seed that it is given", async () => {
    const mock = (...more: string[]) =>
      promschema(["generate", "mock", "--registry", "shop.yaml", ...more], { cwd: folder });
    const [one, again, other] = [
      await mock("--seed", "a"),
      await mock("--seed", "a"),
      await mock(),
    ];
    expect(one).toEqual(again);
    expect(one.stdout).not.toBe(other.stdout);
  });

  it("takes a folder with a dot as a folder", async () => {
    mkdirSync(join(folder, "v1.0"));
    await types("--out", "v1.0");
    expect(files()).toEqual(["v1.0/shop.ts"]);
  });
});
