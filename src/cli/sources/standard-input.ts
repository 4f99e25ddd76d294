import { fstatSync } from "node:fs";
import { CommandFailure } from "../failure.js";
import { readingFailure } from "./reading-failure.js";
import { blocksOf, formatOfFile } from "./regular-file.js";
import type { Source, SourceOptions } from "./source.js";

/** Standard input. It can be read once. Throws CommandFailure. */
export async function openStandardInput({ file, open }: SourceOptions["stdin"]): Promise<Source> {
  if (file === undefined) return { chunks: told(open) };
  try {
    const format = formatOfFile(file, fstatSync(file).size);
    return { ...(format && { format }), chunks: told(() => blocksOf(file)) };
  } catch (error) {
    throw failureOf(error);
  }
}

async function* told(open: () => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* open();
  } catch (error) {
    throw failureOf(error);
  }
}

function failureOf(error: unknown): CommandFailure {
  return new CommandFailure(`cannot read standard input: ${readingFailure(error)}`);
}
