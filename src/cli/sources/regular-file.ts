// Files that lie on a disk: their end can be looked at before the rest, and they are read in large blocks.
import { close, open, read } from "node:fs";
import { promisify } from "node:util";
import { type Format, formatOfContent } from "../../exposition/index.js";

const openFile = promisify(open);
const readFile = promisify(read);
const closeFile = promisify(close);

/** A read of so much costs little beside what is done with it, and two of them fit into the cache of a processor. */
const blockBytes = 1 << 18;

/** The last line that tells formats apart, and the line feeds around it. */
const tailBytes = 7;

/** A file by its path, or one that was opened by another. */
type File = string | number;

/**
 * The format that the last line tells: what is read as it comes cannot know it before it is all there. Undefined where the size is not the
 * true one, as of what the kernel makes when it is read.
 */
export async function formatOfFile(file: File, size: number): Promise<Format | undefined> {
  if (size === 0) return undefined;
  return await withDescriptor(file, async (descriptor) => {
    const tail = new Uint8Array(tailBytes);
    const { bytesRead } = await readFile(
      descriptor,
      tail,
      0,
      tailBytes,
      Math.max(0, size - tailBytes),
    );
    return formatOfContent(tail.subarray(0, bytesRead));
  });
}

async function withDescriptor<Value>(
  file: File,
  act: (descriptor: number) => Promise<Value>,
): Promise<Value> {
  if (typeof file === "number") return await act(file);
  const descriptor = await openFile(file, "r");
  try {
    return await act(descriptor);
  } finally {
    await closeFile(descriptor);
  }
}

/**
 * The bytes of a file, from where it stands. While one block is looked at the next is read into another, and the two take turns: a block is
 * good until the next one is asked for.
 */
export async function* blocksOf(file: File): AsyncGenerator<Uint8Array> {
  const descriptor = typeof file === "number" ? file : await openFile(file, "r");
  let block = new Uint8Array(blockBytes);
  let other = new Uint8Array(blockBytes);
  let reading = fill(block, descriptor);
  try {
    for (;;) {
      const bytes = await reading;
      if (bytes === 0) return;
      reading = fill(other, descriptor);
      // Whoever asks for the next block hears of a failure.
      reading.catch(() => {});
      yield block.subarray(0, bytes);
      [block, other] = [other, block];
    }
  } finally {
    await reading.catch(() => {});
    if (file !== descriptor) await closeFile(descriptor);
  }
}

async function fill(block: Uint8Array, descriptor: number): Promise<number> {
  return (await readFile(descriptor, block, 0, block.length, null)).bytesRead;
}
