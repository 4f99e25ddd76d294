import { type FileHandle, open, readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isUrl, nearest, shownUrl } from "../diagnostics/index.js";
import { codeOf, messageOf, unreadable } from "./unreadable.js";

const reasons: ReadonlyMap<string, string> = new Map([
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["EISDIR", "this is a directory, not a file"],
  ["ENAMETOOLONG", "the path is too long"],
  ["ELOOP", "the path is a circle of symbolic links"],
  ["ENOTDIR", "a part of the path is a file, not a directory"],
]);

/** Reads a file of at most `maxBytes`. Throws PromschemaError (rule `registry/unreadable`), and nothing else. */
export async function readRegistryFile(path: string, maxBytes: number): Promise<Uint8Array> {
  try {
    const handle = await open(path, "r");
    try {
      return await readBounded(handle, path, maxBytes);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw await explain(error, path);
  }
}

async function readBounded(
  handle: FileHandle,
  path: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const stat = await handle.stat();
  if (stat.isDirectory()) {
    throw unreadable(path, "this is a directory, not a file", { hint: "name the file in it" });
  }
  if (stat.size > maxBytes) throw tooLarge(path, `${megabytes(stat.size)} MB`, maxBytes);
  // A pipe or a device tells no size, and a file may grow meanwhile: one byte more than the limit is asked for, never the rest.
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length <= maxBytes) {
    const chunk = new Uint8Array(Math.min(65_536, maxBytes + 1 - length));
    const { bytesRead } = await handle.read(chunk, 0, chunk.length);
    if (bytesRead === 0) return concatenate(chunks, length);
    chunks.push(chunk.subarray(0, bytesRead));
    length += bytesRead;
  }
  throw tooLarge(path, "more", maxBytes);
}

function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function tooLarge(path: string, found: string, maxBytes: number): Error {
  return unreadable(path, `expected at most ${megabytes(maxBytes)} MB, found ${found}`, {
    hint: "is this the registry? the limit is the option maxBytes",
  });
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toLocaleString("en", { maximumFractionDigits: 1, useGrouping: false });
}

async function explain(error: unknown, path: string): Promise<unknown> {
  const code = codeOf(error);
  if (code === undefined) return error;
  if (code === "ENOENT" && isUrl(path)) {
    return unreadable(shownUrl(path), "a registry is read from a file, and this is a URL", {
      hint: "download it first",
      cause: error,
    });
  }
  if (code === "ENOENT") {
    const hint = await similarFile(path);
    return unreadable(path, "there is no such file", { hint, cause: error });
  }
  return unreadable(path, reasons.get(code) ?? messageOf(error), { cause: error });
}

/** A question that names the file beside the missing one that was most likely meant. */
async function similarFile(path: string): Promise<string | undefined> {
  try {
    const close = nearest(basename(path), await readdir(dirname(path)));
    return close === undefined ? undefined : `did you mean ${join(dirname(path), close)}?`;
  } catch {
    return undefined;
  }
}
