import type { IncomingMessage } from "node:http";
import { pipeline, type Transform } from "node:stream";
import * as zlib from "node:zlib";
import { quote } from "../../diagnostics/index.js";
import { CommandFailure } from "../failure.js";

/** Largest window that a coding of HTTP may ask a reader to keep, as a power of two: 8 MiB, as RFC 9659 has it. */
const zstdWindow = 23;

const decoders = new Map<string, () => Transform>([
  ["gzip", zlib.createGunzip],
  ["x-gzip", zlib.createGunzip],
  ["deflate", zlib.createInflate],
  ["br", zlib.createBrotliDecompress],
]);

// Of Node 22.15 and later, which the types of Node 20 do not know.
const newer: {
  readonly createZstdDecompress?: (options: { params: Record<number, number> }) => Transform;
  readonly constants: object;
} = zlib;
const { createZstdDecompress, constants } = newer;
const zstdLimit: unknown = Reflect.get(constants, "ZSTD_d_windowLogMax");
if (createZstdDecompress !== undefined && typeof zstdLimit === "number") {
  decoders.set("zstd", () => createZstdDecompress({ params: { [zstdLimit]: zstdWindow } }));
}

/** What a service is told we can unpack: zstd first, where the runtime has it. */
export const acceptedEncodings = decoders.has("zstd") ? "zstd, gzip" : "gzip";

/** The body of an answer, unpacked as its Content-Encoding says. */
export function decoded(response: IncomingMessage, name: string): AsyncIterable<Uint8Array> {
  const encoding = (response.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (encoding === "identity" || encoding === "") return response;
  const createDecoder = decoders.get(encoding);
  if (createDecoder === undefined) {
    throw new CommandFailure(
      `cannot fetch ${name}: expected ${acceptedEncodings} or plain, found Content-Encoding ${quote(encoding)}`,
    );
  }
  // The callback keeps a failure from ending the process: reading the last stream throws it as well.
  return pipeline(response, createDecoder(), () => {});
}
