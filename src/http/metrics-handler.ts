import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { createFinding, PromschemaError } from "../diagnostics/index.js";
import { type EscapingScheme, type Format, negotiateFormat } from "../exposition/index.js";
import { acceptsGzip } from "./accepts-gzip.js";

/** What can be scraped: the instruments of `createMetrics`. */
export interface Scraped {
  exposeBytes(options: {
    readonly format: Format;
    readonly escaping: EscapingScheme;
  }): Promise<Uint8Array>;
}

export interface HandlerOptions {
  /** Whether to compress for scrapers that take it, which all do. It costs time, and saves nine tenths of the network. @default true */
  readonly gzip?: boolean;
  /** Told why a scrape failed, which the answer does not say. @default nobody is told */
  readonly onError?: (error: unknown) => void;
}

/** Answers a request. The promise is settled when the answer is handed over, and never rejects. */
export type MetricsHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Shorter payloads do not get shorter enough. */
const shortest = 1024;

const compress = promisify(gzip);

/**
 * Makes a handler for node:http, and for what calls handlers as it does. It answers GET and HEAD, in the format, with the content type and the encoding
 * that the request asks for. Where a collect callback fails it answers 500, without saying what failed: a scraper need not know.
 *
 * Throws a PromschemaError for metrics that cannot be exposed, and for options that are no object.
 */
export function metricsHandler(metrics: Scraped, options: HandlerOptions = {}): MetricsHandler {
  expect(typeof metrics?.exposeBytes === "function", "the instruments of createMetrics");
  expect(typeof options === "object" && options !== null, "options that are an object");
  return async (request, response) => {
    // A client that goes away while it is answered is no error of ours.
    response.on("error", () => {});
    try {
      await answer(metrics, options, request, response);
    } catch (error) {
      tell(options, error);
      fail(response);
    }
  };
}

async function answer(
  metrics: Scraped,
  { gzip: mayCompress = true }: HandlerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method, headers } = request;
  if (method !== "GET" && method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    end(response, 405, "only GET and HEAD are answered here\n");
    return;
  }
  const { format, contentType, escaping } = negotiateFormat(headers.accept);
  const bytes = await metrics.exposeBytes({ format, escaping });
  if (response.destroyed) return;
  const isCompressed =
    mayCompress && bytes.length >= shortest && acceptsGzip(headers["accept-encoding"]);
  const body = isCompressed ? await compress(bytes) : bytes;
  if (response.destroyed) return;
  response.statusCode = 200;
  response.setHeader("Content-Type", contentType);
  response.setHeader("Content-Length", body.length);
  // What is answered depends on both.
  response.setHeader("Vary", "Accept, Accept-Encoding");
  response.setHeader("Cache-Control", "no-store");
  if (isCompressed) response.setHeader("Content-Encoding", "gzip");
  response.end(method === "HEAD" ? undefined : body);
}

/** What a program without types gave is known to be wrong when the handler is made, not at the first scrape. */
function expect(isRight: boolean, expected: string): void {
  if (isRight) return;
  const message = `metricsHandler expected ${expected}`;
  throw new PromschemaError([
    createFinding({ rule: "construct/argument", severity: "error", message }),
  ]);
}

function fail(response: ServerResponse): void {
  if (response.destroyed) return;
  // What was begun cannot be taken back.
  if (response.headersSent) response.destroy();
  else end(response, 500, "the metrics could not be collected\n");
}

function end(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.end(text);
}

function tell({ onError }: HandlerOptions, error: unknown): void {
  try {
    onError?.(error);
  } catch {
    // Who is told of errors may make one: the scrape has failed already.
  }
}
