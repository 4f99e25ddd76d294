import { CommandFailure } from "../failure.js";
import { size } from "../figures.js";

/** The chunks, until there are more bytes of them than allowed. */
export async function* limited(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) {
      throw new CommandFailure(
        `cannot read ${name}: it is larger than ${size(maxBytes)}`,
        "--max-bytes SIZE raises the limit",
      );
    }
    yield chunk;
  }
}
