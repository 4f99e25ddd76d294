// Files that lie on a disk: their end can be looked at before the rest. They are read where they are needed:
// reading ahead in another thread made no check faster.
import { closeSync, openSync, readSync } from "node:fs";
import { type Format, formatOfContent } from "../../exposition/index.js";

/** A read of so much costs little beside what is done with it, and it fits into the cache of a processor. */
const blockBytes = 1 << 18;

/** After so many blocks the process looks up: at a signal, say. */
const blocksAtOnce = 16;

/** The last line that tells formats apart, and the line feeds around it. */
const tailBytes = 7;

/** A file by its path, or one that was opened by another. */
type File = string | number;

/**
 * The format that the last line tells: what is read as it comes cannot know it before it is all there. Undefined where the size is not the
 * true one, as of what the kernel makes when it is read.
 */
export function formatOfFile(file: File, size: number): Format | undefined {
  if (size === 0) return undefined;
  const descriptor = opened(file);
  try {
    const tail = new Uint8Array(tailBytes);
    const length = readSync(descriptor, tail, 0, tailBytes, Math.max(0, size - tailBytes));
    return formatOfContent(tail.subarray(0, length));
  } finally {
    closed(file, descriptor);
  }
}

/** The bytes of a file, from where it stands. A block is good until the next one is asked for. */
export async function* blocksOf(file: File): AsyncGenerator<Uint8Array> {
  const descriptor = opened(file);
  const block = new Uint8Array(blockBytes);
  try {
    for (let blocks = 1; ; blocks++) {
      const length = readSync(descriptor, block, 0, blockBytes, null);
      if (length === 0) return;
      yield block.subarray(0, length);
      if (blocks % blocksAtOnce === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    closed(file, descriptor);
  }
}

function opened(file: File): number {
  return typeof file === "number" ? file : openSync(file, "r");
}

function closed(file: File, descriptor: number): void {
  if (file !== descriptor) closeSync(descriptor);
}
