import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream";
import { nearest } from "../../diagnostics/index.js";
import { CommandFailure, errorCode } from "../failure.js";
import { readingFailure } from "./reading-failure.js";
import { blocksOf, formatOfFile } from "./regular-file.js";
import type { Source } from "./source.js";
import { sourceName } from "./source-name.js";

/** A file, or a pipe with a name. What ends in `.gz` is unpacked. */
export async function openFile(path: string): Promise<Source> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      const next = `name the files in it: promschema check ${join(path, "*.prom")}`;
      throw new CommandFailure(`cannot read ${path}: it is a directory`, next);
    }
    if (found.isFile() && !isPacked(path)) {
      const format = formatOfFile(path, found.size);
      return { ...(format && { format }), chunks: told(path, blocksOf(path)) };
    }
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    const next = errorCode(error) === "ENOENT" ? await meant(path) : undefined;
    throw new CommandFailure(`cannot read ${sourceName(path)}: ${readingFailure(error)}`, next);
  }
  return { chunks: told(path, isPacked(path) ? unpacked(path) : createReadStream(path)) };
}

function isPacked(path: string): boolean {
  return path.endsWith(".gz");
}

async function* unpacked(path: string): AsyncGenerator<Uint8Array> {
  const { createGunzip } = await import("node:zlib");
  // The callback keeps a failure from ending the process: reading the last stream throws it as well.
  yield* pipeline(createReadStream(path), createGunzip(), () => {});
}

async function* told(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw new CommandFailure(`cannot read ${path}: ${readingFailure(error)}`);
  }
}

/** What a path that is not there may have meant. */
async function meant(path: string): Promise<string | undefined> {
  const name = sourceName(path);
  if (/^[a-z0-9.-]+:\d+(\/|$)/i.test(name)) return `did you mean http://${name}?`;
  const siblings = await readdir(dirname(path)).catch(() => []);
  const near = nearest(basename(path), siblings);
  if (near === undefined) return undefined;
  return `did you mean ${path.slice(0, path.length - basename(path).length)}${near}?`;
}
