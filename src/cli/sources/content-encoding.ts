import type { IncomingMessage } from "node:http";
import { pipeline, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { quote } from "../../diagnostics/index.js";
import { CommandFailure } from "../failure.js";

const decoders = new Map<string, () => Transform>([
  ["gzip", createGunzip],
  ["x-gzip", createGunzip],
  ["deflate", createInflate],
  ["br", createBrotliDecompress],
]);

/** The body of an answer, unpacked as its Content-Encoding says. */
export function decoded(response: IncomingMessage, name: string): AsyncIterable<Uint8Array> {
  const encoding = (response.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (encoding === "identity" || encoding === "") return response;
  const createDecoder = decoders.get(encoding);
  if (createDecoder === undefined) {
    throw new CommandFailure(
      `cannot fetch ${name}: expected gzip or plain, found Content-Encoding ${quote(encoding)}`,
    );
  }
  // The callback keeps a failure from ending the process: reading the last stream throws it as well.
  return pipeline(response, createDecoder(), () => {});
}
