// Services that mean no good, or are badly broken: each ends in one clear line, within the time of a request and a bound of bytes. Time
// is told to pass, so that no test waits for it.

import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CommandFailure } from "../../../../src/cli/failure.js";
import { Secrets } from "../../../../src/cli/sources/secrets.js";
import { statusFailure } from "../../../../src/cli/sources/status-failure.js";
import { open, read, serve, serveRaw } from "./harness.js";

const second = 1000;
const timeoutMs = 10 * second;
const pass = (milliseconds: number) => vi.advanceTimersByTime(milliseconds);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** A service that answers its first request with what the function writes. */
async function answering(write: (socket: Socket) => void): Promise<string> {
  const host = await serveRaw((socket) => {
    socket.once("data", () => write(socket));
  });
  return `http://${host}/`;
}

/** Writes a text again and again, as fast as it is taken. */
function flood(socket: Socket, text: string): { readonly written: () => number } {
  let written = 0;
  const more = () => {
    while (!socket.destroyed && written < 1e8) {
      written += text.length;
      if (!socket.write(text)) return;
    }
  };
  socket.on("drain", more);
  more();
  return { written: () => written };
}

const ok = "HTTP/1.1 200 OK\r\n";

describe("a service that is slow on purpose", () => {
  it("and drips a byte a second is left after the time of a whole request", async () => {
    let drip = () => {};
    const { url } = await serve((_request, response) => {
      drip = () => response.write("a");
      drip();
    });
    const { chunks } = await open(url, { timeoutMs });
    let bytes = 0;
    const reading = async () => {
      for await (const chunk of chunks) {
        bytes += chunk.byteLength;
        pass(second);
        drip();
      }
    };
    const failure: unknown = await reading().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CommandFailure);
    expect(failure).toMatchObject({
      message: `cannot fetch ${url}: the answer was not complete after 10 s, at 10 bytes`,
      next: "--timeout SECONDS waits longer",
    });
    expect(bytes).toBe(10);
  });

  it("and drips its headers is left as well", async () => {
    const url = await answering((socket) => {
      socket.write(ok);
      for (let header = 0; header < 10; header++) {
        socket.write(`X-${header}: y\r\n`);
        pass(second);
      }
    });
    expect(await read(url, { timeoutMs })).toEqual({
      message: `cannot fetch ${url}: no answer within 10 s`,
      next: "--timeout SECONDS waits longer",
    });
  });

  it("and only ever says that it is at work is left as well", async () => {
    let said = () => 0;
    const url = await answering((socket) => {
      said = flood(socket, "HTTP/1.1 102 Processing\r\n\r\n").written;
      socket.once("drain", () => pass(timeoutMs));
    });
    expect((await read(url, { timeoutMs })).message).toBe(
      `cannot fetch ${url}: no answer within 10 s`,
    );
    expect(said()).toBeGreaterThan(0);
  });

  it("and never answers is left as well", async () => {
    const { url } = await serve(() => pass(timeoutMs));
    expect(await read(url, { timeoutMs })).toEqual({
      message: `cannot fetch ${url}: no answer within 10 s`,
      next: "--timeout SECONDS waits longer",
    });
  });

  it("and breaks off in a refusal is quoted as far as it came", async () => {
    const said = async function* () {
      yield Buffer.from("down");
      throw new Error("aborted");
    };
    const facts = { statusCode: 500, statusMessage: "Oh", headers: {} };
    // All that is asked of an answer.
    const response = Object.assign(Readable.from(said()), facts) as IncomingMessage;
    const { message } = await statusFailure("http://h", response, false, new Secrets([]));
    expect(message).toBe('cannot fetch http://h: expected status 200, found 500 Oh: "down"');
  });

  it("and never ends the refusal as fast as it can is read for its beginning", async () => {
    let written = () => 0;
    const url = await answering((socket) => {
      socket.write("HTTP/1.1 500 Oh\r\n\r\n");
      written = flood(socket, "y".repeat(65_536)).written;
    });
    expect((await read(url)).message).toContain('found 500 Oh: "yyyy');
    expect(written()).toBeLessThan(1e8);
  });
});

describe("a service that lies about its length", () => {
  it.each([
    [
      "ends before it",
      "Content-Length: 100\r\n\r\nup 1\n",
      "the connection was closed before the whole answer came",
    ],
    [
      "goes on after it",
      "Content-Length: 5\r\n\r\nup 1\ndown 0\n",
      "the answer goes on beyond the length that it gives",
    ],
    [
      "goes on after it in the middle of a line",
      "Content-Length: 3\r\n\r\nup 1\n",
      "the answer goes on beyond the length that it gives",
    ],
    [
      "gives a negative one",
      "Content-Length: -5\r\n\r\nup 1\n",
      "the length that the answer gives is none",
    ],
    [
      "gives one that no number holds",
      "Content-Length: 99999999999999999999999\r\n\r\nup 1\n",
      "the length that the answer gives is none",
    ],
    [
      "gives two",
      "Content-Length: 5\r\nContent-Length: 6\r\n\r\nup 1\n",
      "the answer gives its length in two ways",
    ],
    [
      "gives one and sends chunks",
      "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nup 1\n\r\n0\r\n\r\n",
      "the answer is not HTTP",
    ],
    [
      "breaks off in a chunk",
      "Transfer-Encoding: chunked\r\n\r\n5\r\nup 1\n\r\n9\r\nup",
      "the connection was closed before the whole answer came",
    ],
    [
      "sends a chunk of no length",
      "Transfer-Encoding: chunked\r\n\r\nzz\r\nup 1\n",
      "the answer is not HTTP",
    ],
    ["changes the protocol instead", "", "the connection was closed before the whole answer came"],
  ])("and %s is told", async (_name, answer, what) => {
    const upgrade = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n";
    const url = await answering((socket) => socket.end(answer === "" ? upgrade : ok + answer));
    expect((await read(url)).message).toBe(`cannot fetch ${url}: ${what}`);
  });
});

describe("a service that never ends", () => {
  it.each([
    ["its headers", ok, `X-T: ${"a".repeat(1000)}\r\n`, "the headers of the answer are too long"],
    [
      "its trailers",
      `${ok}Transfer-Encoding: chunked\r\n\r\n5\r\nup 1\n\r\n0\r\n`,
      `X-T: ${"a".repeat(1000)}\r\n`,
      "the headers of the answer are too long",
    ],
    [
      "what it says of a chunk",
      `${ok}Transfer-Encoding: chunked\r\n\r\n5;`,
      "a".repeat(1000),
      "the answer is not HTTP",
    ],
  ])("with %s is left", async (_name, start, again, what) => {
    let written = () => 0;
    const url = await answering((socket) => {
      socket.write(start);
      written = flood(socket, again).written;
    });
    expect((await read(url)).message).toBe(`cannot fetch ${url}: ${what}`);
    expect(written()).toBeLessThan(1e8);
  });

  it("with its payload is left at the largest that is read", async () => {
    let written = () => 0;
    const url = await answering((socket) => {
      socket.write(`${ok}\r\n`);
      written = flood(socket, "x".repeat(65_536)).written;
    });
    expect(await read(url)).toEqual({
      message: `cannot read ${url}: it is larger than 1 MB`,
      next: "--max-bytes SIZE raises the limit",
    });
    expect(written()).toBeLessThan(1e8);
  });

  it("with its redirects is left after five", async () => {
    const { url, requests } = await serve((request, response) => {
      response.writeHead(302, { location: `${request.url}a` }).end();
    });
    expect(await read(url)).toEqual({ message: `cannot fetch ${url}: more than 5 redirects` });
    expect(requests).toHaveLength(6);
  });

  it("with redirects that are slow is left after the time of one request", async () => {
    const { url, requests } = await serve((_request, response) => {
      pass(4 * second);
      response.writeHead(302, { location: "/" }).end();
    });
    expect((await read(url, { timeoutMs })).message).toBe(
      `cannot fetch ${url}: no answer within 10 s`,
    );
    expect(requests).toHaveLength(3);
  });
});

describe("a service that sends a bomb", () => {
  it("has no more of it unpacked than is read", async () => {
    // A gigabyte of zeroes in a megabyte, sent as it is asked for.
    const block = gzipSync(Buffer.alloc(10_000_000));
    let blocks = 0;
    const { url } = await serve(async (_request, response) => {
      response.setHeader("content-encoding", "gzip");
      while (blocks < 100 && !response.destroyed) {
        blocks += 1;
        if (!response.write(block)) {
          await Promise.race([once(response, "drain"), once(response, "close")]);
        }
      }
      response.end();
    });
    const { chunks } = await open(url, { maxBytes: 1e6 });
    let bytes = 0;
    const reading = async () => {
      for await (const chunk of chunks) bytes += chunk.byteLength;
    };
    await expect(reading()).rejects.toThrow(`cannot read ${url}: it is larger than 1 MB`);
    expect(bytes).toBeLessThanOrEqual(1e6);
  });

  it("that is packed twice is not unpacked twice", async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(1e7)));
    const { url } = await serve((_request, response) => {
      response.setHeader("content-encoding", "gzip, gzip").end(bomb);
    });
    expect((await read(url)).message).toContain('found Content-Encoding "gzip, gzip"');
  });

  it("in the place of a refusal is read for its first line alone", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, " "));
    const { url } = await serve((_request, response) => {
      response.writeHead(500, { "content-encoding": "gzip" });
      Readable.from([bomb]).pipe(response);
    });
    expect((await read(url)).message).toBe(
      `cannot fetch ${url}: expected status 200, found 500 Internal Server Error`,
    );
  });
});
