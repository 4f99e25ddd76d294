import { printable } from "../diagnostics/index.js";
import { size } from "./figures.js";
import type { Terminal } from "./terminal.js";

/** A run is quiet about itself for so long. */
const patienceMs = 1000;
const intervalMs = 250;
const clearLine = "\r\u001b[K";

/** The chunks as they are. For a terminal: who waits longer than a second sees how far they have come. */
export async function* withProgress(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  { stderr, now }: Pick<Terminal, "stderr" | "now">,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  let due = now() + patienceMs;
  let drawn = false;
  try {
    for await (const chunk of chunks) {
      bytes += chunk.byteLength;
      if (now() >= due) {
        due = now() + intervalMs;
        drawn = true;
        await stderr.write(`${clearLine}${printable(name)}   ${size(bytes)} read`);
      }
      yield chunk;
    }
  } finally {
    if (drawn) await stderr.write(clearLine);
  }
}
