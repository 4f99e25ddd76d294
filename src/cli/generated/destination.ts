// From the files of a generator to files on disk: where they go, what is there now, and writing them whole or not at all.
import { randomBytes } from "node:crypto";
import { mkdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { GeneratedFile } from "../../generate/index.js";
import { CommandFailure, errorCode } from "../failure.js";

/** A file as it is to be, and as it is. */
export interface PlannedFile {
  /** As it is named to whoever runs the command. */
  readonly name: string;
  readonly content: string;
  /** What is there now; undefined where nothing is. */
  readonly current: string | undefined;
}

/** The text that a document is to have, where only a part of it is generated. */
export type Update = (document: {
  readonly name: string;
  readonly text: string;
}) => string | undefined;

/** So much of a file is searched for the words that its generator left in it. */
const headLength = 4096;
const mark = "promschema generate";

/**
 * Plans the files under `out`: a folder where it is one or ends in a slash, a file otherwise. Throws CommandFailure where a file would
 * leave the folder, where several are to be one, and where one is there that no generator made. `update` gives the text of a file that is there and
 * is only to be changed in part.
 */
export async function plan(
  out: string,
  files: readonly GeneratedFile[],
  update: Update,
): Promise<readonly PlannedFile[]> {
  const isFolder = /[\\/]$/.test(out) || (await kindOf(out)) === "folder";
  const [only] = files;
  if (!isFolder && (files.length !== 1 || only === undefined)) {
    throw new CommandFailure(
      `--out ${out} is one file, and there are ${files.length} to write`,
      `--out ${out}/ is a folder`,
    );
  }
  const planned: PlannedFile[] = [];
  for (const file of files) {
    const name = isFolder ? inFolder(out, file.path) : await realName(out);
    const current = await currentContent(name);
    const changed = current === undefined ? undefined : update({ name, text: current });
    if (changed !== undefined) {
      planned.push({ name, content: changed, current });
      continue;
    }
    if (current !== undefined && !current.slice(0, headLength).includes(mark)) {
      throw new CommandFailure(
        `${name} is there, and promschema did not generate it`,
        "name another path with --out, or remove the file",
      );
    }
    planned.push({ name, content: file.content, current });
  }
  return planned;
}

/** The path of a file below a folder. A generator names none that climbs out; this holds it to that. */
function inFolder(folder: string, file: string): string {
  const name = path.join(folder, file);
  const relative = path.relative(path.resolve(folder), path.resolve(name));
  if (relative === "" || relative.split(path.sep)[0] === ".." || path.isAbsolute(relative)) {
    throw new CommandFailure(`${file} is not in the folder ${folder}`);
  }
  return name;
}

/** A file that was named may be a link: what it points to is what is meant. */
async function realName(name: string): Promise<string> {
  try {
    const real = await realpath(name);
    return real === path.resolve(name) ? name : path.relative("", real);
  } catch {
    return name;
  }
}

async function kindOf(name: string): Promise<"folder" | "file" | undefined> {
  try {
    return (await stat(name)).isDirectory() ? "folder" : "file";
  } catch {
    return undefined;
  }
}

async function currentContent(name: string): Promise<string | undefined> {
  try {
    return await readFile(name, "utf8");
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT") return undefined;
    throw new CommandFailure(`cannot read ${name}: ${reason(code)}`);
  }
}

/** Writes a file beside its place and moves it there, so that nobody sees half of it. Throws CommandFailure. */
export async function writeWhole({
  name,
  content,
}: Pick<PlannedFile, "name" | "content">): Promise<void> {
  const draft = `${name}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await mkdir(path.dirname(name), { recursive: true });
    await writeFile(draft, content, { flag: "wx" });
    await rename(draft, name);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw new CommandFailure(`cannot write ${name}: ${reason(errorCode(error))}`);
  }
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["EROFS", "the file system is read-only"],
  ["EISDIR", "it is a directory"],
  ["ENOTDIR", "a part of the path is a file, not a directory"],
  ["EEXIST", "a part of the path is a file, not a directory"],
  ["ENOSPC", "the disk is full"],
  ["ENAMETOOLONG", "the path is too long"],
]);

function reason(code: string): string {
  return reasons.get(code) ?? code;
}
