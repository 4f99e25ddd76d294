import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { CommandFailure } from "../failure.js";

export const manifest = "package.json";

/** The names that are looked for, each in a folder of its own the only one. */
export const configurationNames = [
  "promschema.config.yaml",
  "promschema.config.yml",
  "promschema.config.json",
  "promschema.config.ts",
  "promschema.config.mts",
  "promschema.config.js",
  "promschema.config.mjs",
] as const;

/**
 * The configuration of a folder: its own, or that of the nearest folder above it in the same repository. Outside any repository only the
 * folder itself is looked at: what stands above it may be anybody's, and a module is run. Throws CommandFailure where a folder has two.
 */
export function findConfiguration(folder: string): string | undefined {
  for (const each of foldersOf(path.resolve(folder))) {
    const found: string[] = configurationNames.filter((name) => isFile(path.join(each, name)));
    if (hasKey(path.join(each, manifest))) found.push(manifest);
    const [first, second] = found;
    if (first === undefined) continue;
    const name = path.relative("", path.join(each, first));
    if (second === undefined) return name;
    const key = second === manifest ? `the key promschema of ${manifest}` : second;
    throw new CommandFailure(
      `there are two configurations: ${name} and ${key}`,
      "keep one of them, or name it with --config",
    );
  }
  return undefined;
}

/** From a folder to the root of its repository; the folder alone where it is in none. */
function foldersOf(start: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = start; ; folder = path.dirname(folder)) {
    folders.push(folder);
    // A folder in a repository, a file in a worktree or a submodule.
    if (statSync(path.join(folder, ".git"), quietly) !== undefined) return folders;
    if (path.dirname(folder) === folder) return [start];
  }
}

const quietly = { throwIfNoEntry: false } as const;

function isFile(name: string): boolean {
  try {
    return statSync(name, quietly)?.isFile() === true;
  } catch {
    return false;
  }
}

/** Whether a manifest speaks of promschema. One that cannot be read is somebody else's to mend. */
function hasKey(name: string): boolean {
  try {
    const content: unknown = JSON.parse(readFileSync(name, "utf8"));
    return typeof content === "object" && content !== null && Object.hasOwn(content, "promschema");
  } catch {
    return false;
  }
}
