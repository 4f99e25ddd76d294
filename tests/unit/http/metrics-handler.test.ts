import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { PromschemaError } from "../../../src/diagnostics/index.js";
import { type HandlerOptions, metricsHandler, type Scraped } from "../../../src/http/index.js";
import { createMetrics } from "../../../src/instruments/index.js";
import { defineRegistry } from "../../../src/registry/index.js";

const registry = defineRegistry({
  registry: "shop",
  labels: { path: { description: "Route." } },
  metrics: {
    hits_total: { type: "counter", description: "Hits.", labels: ["path"] },
    queue_length: { type: "gauge", description: "Waiting." },
  },
});

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(metrics: Scraped, options?: HandlerOptions): Promise<number> {
  server = createServer(metricsHandler(metrics, options));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port; // it listens on a port
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

async function ask(port: number, headers: object = {}, method = "GET"): Promise<Answer> {
  const asked = request({ port, host: "127.0.0.1", method, headers: { ...headers } });
  asked.end();
  const [response] = await once(asked, "response");
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}

function many(count = 100) {
  const metrics = createMetrics(registry);
  for (let at = 0; at < count; at++) metrics.hits_total.inc({ path: `/${at}` }, at);
  return metrics;
}

describe("the handler", () => {
  it.each([
    [undefined, "text/plain; version=0.0.4; charset=utf-8", 'hits_total{path="/7"} 7\n'],
    [
      "application/openmetrics-text;version=1.0.0,text/plain;q=0.5",
      "application/openmetrics-text; version=1.0.0; charset=utf-8; escaping=underscores",
      'hits_total{path="/7"} 7.0\n',
    ],
    [
      "text/plain;version=1.0.0;escaping=allow-utf-8",
      "text/plain; version=1.0.0; charset=utf-8; escaping=allow-utf-8",
      'hits_total{path="/7"} 7\n',
    ],
  ])("answers Accept %s as %s", async (accept, contentType, line) => {
    const port = await serve(many());
    const { status, headers, body } = await ask(port, accept === undefined ? {} : { accept });
    expect([status, headers["content-type"], headers.vary]).toEqual([
      200,
      contentType,
      "Accept, Accept-Encoding",
    ]);
    expect(body.toString()).toContain(line);
    expect(headers["content-length"]).toBe(String(body.length));
  });

  it.each<[string, boolean]>([
    ["gzip", true],
    ["GZIP;q=0.5", true],
    ["deflate, gzip;q=1.0, *;q=0.5", true],
    ["*", true],
    ["gzip;q=0.5, identity;q=0", true],
    ["gzip;q=0.2, identity;q=0.8", false],
    ["gzip;q=0", false],
    ["*;q=0", false],
    ["deflate", false],
    ["gzip;q=many", false],
    ["", false],
  ])("for Accept-Encoding %s compresses: %s", async (encoding, isCompressed) => {
    const port = await serve(many());
    const { headers, body } = await ask(port, { "accept-encoding": encoding });
    expect(headers["content-encoding"]).toBe(isCompressed ? "gzip" : undefined);
    const text = (isCompressed ? gunzipSync(body) : body).toString();
    expect(text).toContain('hits_total{path="/99"} 99\n');
  });

  it.each([
    ["metrics that are none", {}, {}, "the instruments of createMetrics"],
    ["no metrics", undefined, {}, "the instruments of createMetrics"],
    ["no options", many(1), null, "options that are an object"],
  ])("refuses %s when it is made", (_, metrics, options, expected) => {
    const make = () => metricsHandler(metrics as never, options as never);
    expect(make).toThrow(PromschemaError);
    expect(make).toThrow(`metricsHandler expected ${expected}`);
  });

  it("compresses nothing that is short, and nothing where it is told not to", async () => {
    const short = await ask(await serve(many(1)), { "accept-encoding": "gzip" });
    expect(short.headers["content-encoding"]).toBeUndefined();
    server?.close();
    const told = await ask(await serve(many(), { gzip: false }), { "accept-encoding": "gzip" });
    expect(told.headers["content-encoding"]).toBeUndefined();
  });

  it("answers HEAD as GET, without the payload", async () => {
    const port = await serve(many());
    const { headers } = await ask(port);
    const head = await ask(port, {}, "HEAD");
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(head.headers["content-length"]).toBe(headers["content-length"]);
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS"])("refuses %s", async (method) => {
    const { status, headers } = await ask(await serve(many()), {}, method);
    expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
  });

  it("answers 500 where a collect callback fails, and says nothing of why but to whoever asks", async () => {
    const metrics = many();
    const told: unknown[] = [];
    metrics.queue_length.collect(() => {
      throw new Error("password=hunter2");
    });
    const port = await serve(metrics, {
      onError: (error) => {
        told.push(error);
        throw new Error("whoever is told may fail");
      },
    });
    const { status, body } = await ask(port);
    expect([status, body.toString()]).toEqual([500, "the metrics could not be collected\n"]);
    expect(told).toEqual([
      expect.objectContaining({ name: "PromschemaError", cause: new Error("password=hunter2") }),
    ]);
    expect(String(told[0])).not.toContain("hunter2");
  });

  it("outlives a client that goes away", async () => {
    const metrics = many(20_000);
    let goOn = (): void => {};
    let isAsked = (): void => {};
    const asking = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    const end = metrics.collect(() => {
      isAsked();
      return new Promise<void>((resolve) => {
        goOn = resolve;
      });
    });
    const port = await serve(metrics);
    const gone = request({ port, host: "127.0.0.1" });
    gone.on("error", () => {});
    gone.end();
    await asking;
    gone.destroy();
    end();
    goOn();
    const { status } = await ask(port);
    expect(status).toBe(200);
  });
});
