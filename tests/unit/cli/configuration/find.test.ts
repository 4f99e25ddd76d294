import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { configurationNames, findConfiguration } from "../../../../src/cli/configuration/find.js";

let root = "";

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "promschema-find-"));
});

afterEach(() => rmSync(root, { recursive: true }));

/** Makes files, and folders where the name ends in a slash; gives what is found from `from`, relative to the root. */
function found(files: readonly string[], from: string): string | undefined {
  for (const file of files) {
    const place = path.join(root, file);
    mkdirSync(file.endsWith("/") ? place : path.dirname(place), { recursive: true });
    if (file.endsWith("package.json")) writeFileSync(place, '{ "promschema": {} }');
    else if (!file.endsWith("/")) writeFileSync(place, "");
  }
  mkdirSync(path.join(root, from), { recursive: true });
  const configuration = findConfiguration(path.join(root, from));
  return configuration === undefined ? undefined : path.relative(root, path.resolve(configuration));
}

describe("the configuration of a folder", () => {
  it.each(configurationNames)("may be called %s", (name) => {
    expect(found([name], ".")).toBe(name);
  });

  it.each([
    {
      name: "is that of the nearest folder above",
      files: [".git/", "promschema.config.yaml", "a/promschema.config.json"],
      from: "a/b/c",
      want: "a/promschema.config.json",
    },
    {
      name: "is found at the root of the repository",
      files: [".git/", "promschema.config.yaml"],
      from: "a/b/c",
      want: "promschema.config.yaml",
    },
    {
      name: "is found where .git is a file, as in a worktree",
      files: [".git", "package.json"],
      from: "a",
      want: "package.json",
    },
    {
      name: "is not looked for above the root of the repository",
      files: ["promschema.config.yaml", "a/.git/"],
      from: "a/b",
      want: undefined,
    },
    {
      name: "is looked for in the folder alone where there is no repository",
      files: ["promschema.config.yaml"],
      from: "a",
      want: undefined,
    },
    {
      name: "is no folder of that name",
      files: [".git/", "promschema.config.ts/", "package.json"],
      from: ".",
      want: "package.json",
    },
  ])("$name", ({ files, from, want }) => {
    expect(found(files, from)).toBe(want);
  });

  it("is none of a package.json that says nothing of it, or that is no JSON", () => {
    writeFileSync(path.join(root, "package.json"), '{ "name": "promschema" }');
    expect(findConfiguration(root)).toBe(undefined);
    writeFileSync(path.join(root, "package.json"), "promschema");
    expect(findConfiguration(root)).toBe(undefined);
  });
});
