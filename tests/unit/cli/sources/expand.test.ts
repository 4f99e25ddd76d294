import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CommandFailure } from "../../../../src/cli/failure.js";
import { expandPatterns } from "../../../../src/cli/sources/expand.js";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "promschema-expand-"));
  for (const name of ["a/deep/er", "b", "c.prom", ".hidden"]) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  const files = ["z.prom", "m10.prom", "m9.prom", "B.prom", ".dot.prom", "[x].prom", "note.txt"];
  const below = ["a/1.prom", "a/deep/2.prom", "a/deep/er/3.prom", "b/1.prom", ".hidden/4.prom"];
  for (const name of [...files, ...below]) writeFileSync(join(folder, name), "up 1\n");
  symlinkSync(join(folder, "a"), join(folder, "b/round"));
  symlinkSync(join(folder, "z.prom"), join(folder, "b/link.prom"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Expands below the folder, and tells what comes of it without the folder. */
async function expanded(...patterns: readonly string[]): Promise<readonly string[]> {
  const found = await expandPatterns(patterns.map((pattern) => join(folder, pattern)));
  return found.map((path) => path.slice(folder.length + 1));
}

describe("a pattern in the place of a payload", () => {
  it.each([
    ["*.prom", ["B.prom", "[x].prom", "m10.prom", "m9.prom", "z.prom"]],
    ["m?.prom", ["m9.prom"]],
    ["[a-m]*.prom", ["m10.prom", "m9.prom"]],
    [".*.prom", [".dot.prom"]],
    ["*/1.prom", ["a/1.prom", "b/1.prom"]],
    ["b/*", ["b/1.prom", "b/link.prom"]],
    ["b/round/*.prom", ["b/round/1.prom"]],
    ["a/**/*.prom", ["a/1.prom", "a/deep/2.prom", "a/deep/er/3.prom"]],
    ["**/[0-9].prom", ["a/1.prom", "a/deep/2.prom", "a/deep/er/3.prom", "b/1.prom"]],
    ["a/**/er/*", ["a/deep/er/3.prom"]],
    ["**/**/3.prom", ["a/deep/er/3.prom"]],
  ])(
    "%s is the files it matches, sorted, without folders and what is hidden",
    async (pattern, files) => {
      expect(await expanded(pattern)).toEqual(files);
    },
  );

  it("that is the name of a file is that file", async () => {
    expect(await expanded("[x].prom")).toEqual(["[x].prom"]);
  });

  it("adds no file twice, and changes nothing that is named", async () => {
    expect(await expanded("z.prom", "m9.prom", "*.prom", "m*.prom", "z.prom")).toEqual([
      "z.prom",
      "m9.prom",
      "B.prom",
      "[x].prom",
      "m10.prom",
      "z.prom",
    ]);
  });

  it("in the working folder yields names without a folder", async () => {
    expect(await expandPatterns(["package.j*n", "src/ind*.ts"])).toEqual([
      "package.json",
      "src/index.ts",
    ]);
  });

  it("is none in a URL, in a dash and in a name without its characters", async () => {
    const operands = ["-", "http://h/metrics?name[]=*", "nowhere.prom"];
    expect(await expandPatterns(operands)).toEqual(operands);
  });

  it.each(["*.nothing", "nowhere/*.prom", "z.prom/*", "a/**/nothing"])(
    "that matches nothing is told in one line: %s",
    async (pattern) => {
      const path = join(folder, pattern);
      const failure: unknown = await expandPatterns([path]).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(CommandFailure);
      expect(failure).toMatchObject({ message: `no file matches "${path}"`, next: undefined });
    },
  );
});
