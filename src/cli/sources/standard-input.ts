import { CommandFailure } from "../failure.js";
import { readingFailure } from "./reading-failure.js";
import type { Source } from "./source.js";

/** Standard input. It can be read once. */
export function openStandardInput(open: () => AsyncIterable<Uint8Array>): Source {
  return { chunks: read(open) };
}

async function* read(open: () => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* open();
  } catch (error) {
    throw new CommandFailure(`cannot read standard input: ${readingFailure(error)}`);
  }
}
