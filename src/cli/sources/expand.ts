import { readdir, stat } from "node:fs/promises";
import { sep } from "node:path";
import { compileGlob, isGlob, quote } from "../../diagnostics/index.js";
import { CommandFailure } from "../failure.js";
import { isHttp } from "./source-name.js";

/**
 * The operands with files in the place of each pattern that no shell has expanded: `*`, `?` and `[a-z]` within a name, `**` for folders at any
 * depth. The files of a pattern come sorted, each once. A file of that very name is no pattern. Throws CommandFailure for a pattern without a file.
 */
export async function expandPatterns(operands: readonly string[]): Promise<readonly string[]> {
  const expanded: string[] = [];
  const given = new Set(operands);
  for (const operand of operands) {
    if (operand === "-" || isHttp(operand) || !isGlob(operand) || (await exists(operand))) {
      expanded.push(operand);
      continue;
    }
    const files = await filesOf(operand);
    if (files.length === 0) {
      throw new CommandFailure(`no file matches ${quote(operand)}`);
    }
    for (const file of files) {
      if (given.has(file)) continue;
      given.add(file);
      expanded.push(file);
    }
  }
  return expanded;
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

/** On Windows either slash separates, and a backslash escapes nothing. */
const separator = sep === "\\" ? /[\\/]/ : /\//;

async function filesOf(pattern: string): Promise<readonly string[]> {
  const parts = pattern.split(separator);
  const last = parts.length - 1;
  // What comes before the next name, as it is written: "" for the working folder, "/" for the root.
  let bases = [""];
  for (const [at, part] of parts.entries()) {
    if (at < last && !isGlob(part)) {
      bases = bases.map((base) => `${base}${part}${sep}`);
      continue;
    }
    const found = await Promise.all(bases.map((base) => step(base, part, at === last)));
    bases = [...new Set(found.flat())];
  }
  return bases.sort();
}

/** Where a part of a pattern leads from a folder: to files at its end, to folders before. */
async function step(base: string, part: string, isLast: boolean): Promise<readonly string[]> {
  if (part === "**" && !isLast) return await foldersBelow(base);
  const entries = await readdir(base === "" ? "." : base, { withFileTypes: true }).catch(() => []);
  const matches = compileGlob(part);
  const found: string[] = [];
  for (const entry of entries) {
    const { name } = entry;
    // As in a shell: what is hidden is asked for by its dot.
    if ((name.startsWith(".") && !part.startsWith(".")) || !matches(name)) continue;
    const path = `${base}${name}`;
    const isFolder = entry.isSymbolicLink() ? await leadsToFolder(path) : entry.isDirectory();
    if (isFolder !== isLast) found.push(isLast ? path : `${path}${sep}`);
  }
  return found;
}

async function leadsToFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** The folder itself and all in it, at any depth; not through links, which may go round. */
async function foldersBelow(base: string): Promise<readonly string[]> {
  const entries = await readdir(base === "" ? "." : base, { withFileTypes: true }).catch(() => []);
  const folders = [base];
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.startsWith(".")) continue;
    folders.push(...(await foldersBelow(`${base}${entry.name}${sep}`)));
  }
  return folders;
}
