import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { acceptHeader } from "../../../../src/cli/sources/accept.js";
import { parseHeaders } from "../../../../src/cli/sources/headers.js";
import { networkFailure } from "../../../../src/cli/sources/network-failure.js";
import { read, serve, serveRaw } from "./harness.js";

const text = "up 1\n";

describe("an answer", () => {
  it("is read with its content type", async () => {
    const { url } = await serve((_request, response) => {
      response.setHeader("content-type", "text/plain; version=0.0.4").end(text);
    });
    expect(await read(`${url}/metrics`)).toEqual({
      text,
      contentType: "text/plain; version=0.0.4",
    });
  });

  it.each([
    ["gzip", gzipSync(text)],
    ["X-GZIP", gzipSync(text)],
    ["deflate", deflateSync(text)],
    ["identity", text],
  ])("is unpacked: %s", async (encoding, body) => {
    const { url } = await serve((_request, response) => {
      response.setHeader("content-encoding", encoding).end(body);
    });
    expect(await read(url)).toEqual({ text });
  });

  it("is asked for as Prometheus asks, for one format where it is named", async () => {
    const { url, requests } = await serve((_request, response) => response.end(text));
    await read(`${url}/metrics?module=a&b`);
    await read(url, { accept: acceptHeader("prometheus-text-0.0.4") });
    expect(requests.map(({ method, url: path }) => `${method} ${path}`)).toEqual([
      "GET /metrics?module=a&b",
      "GET /",
    ]);
    expect(requests[0]?.headers).toMatchObject({
      accept:
        "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2",
      "accept-encoding": "gzip",
      "user-agent": expect.stringMatching(/^promschema\/\d/),
    });
    expect(requests[1]?.headers.accept).toBe("text/plain;version=0.0.4,*/*;q=0.1");
  });

  it("is asked for with the headers given, before our own", async () => {
    const { url, requests } = await serve((_request, response) => response.end(text));
    const headers = parseHeaders([
      "X-Scope: a",
      "x-scope:b",
      "ACCEPT: text/plain",
      "Host: inner",
      "Empty:",
    ]);
    await read(url, { headers });
    expect(requests[0]?.headers).toMatchObject({
      "x-scope": "a, b",
      accept: "text/plain",
      host: "inner",
      empty: "",
    });
  });

  it("is asked for with the credentials of the URL, which no message shows", async () => {
    const { url, requests } = await serve((_request, response) => {
      response.writeHead(403).end();
    });
    const { message } = await read(`${url.replace("//", "//user:p%C3%A4ss@")}/m`);
    const basic = Buffer.from("user:päss").toString("base64");
    expect(requests[0]?.headers.authorization).toBe(`Basic ${basic}`);
    expect(message).toBe(`cannot fetch ${url}/m: expected status 200, found 403 Forbidden`);
  });
});

describe("a refusal", () => {
  it.each([
    [
      503,
      "\n  not ready\r\nmore\n",
      'found 503 Service Unavailable: "not ready"',
      "the service itself failed: its log says more",
    ],
    [404, "", "found 404 Not Found", "is the path right? most services expose /metrics"],
    [
      401,
      "\u001b[2Jx",
      'found 401 Unauthorized: "\\x1b[2Jx"',
      "--bearer-token-env VARIABLE or --user NAME sends credentials",
    ],
    [418, "t".repeat(9000), `found 418 I'm a Teapot: "${"t".repeat(60)}…"`, undefined],
    [302, "", "found 302 Found", undefined],
  ])("tells its status and its first line: %i", async (status, body, what, next) => {
    const { url } = await serve((_request, response) => {
      response.writeHead(status).end(body);
    });
    const answer = await read(url);
    expect(answer.message).toContain(`cannot fetch ${url}: expected status 200, ${what}`);
    expect(answer.next).toBe(next);
  });

  it("is read when it is packed", async () => {
    const packed = await serve((_request, response) => {
      response.writeHead(500, { "content-encoding": "gzip" }).end(gzipSync("down\n"));
    });
    expect((await read(packed.url)).message).toContain('found 500 Internal Server Error: "down"');
  });
});

describe("an answer that does not come", () => {
  it("is told as refused where nothing listens", async () => {
    // Nothing listens on the port of the discard service on a machine of today.
    expect(await read("http://127.0.0.1:9/metrics")).toEqual({
      message: "cannot fetch http://127.0.0.1:9/metrics: connection refused",
      next: "is the service up? curl -sS http://127.0.0.1:9/metrics | head shows what it answers",
    });
  });

  it.each([
    [
      "closed before the answer",
      (socket: { destroy(): void }) => socket.destroy(),
      "the connection was closed before the whole answer came",
    ],
    [
      "not HTTP at all",
      (socket: { end(data: string): void }) => socket.end("SSH-2.0-OpenSSH\r\n"),
      "the answer is not HTTP",
    ],
  ])("is told as %s", async (_name, act, what) => {
    const host = await serveRaw((socket) => {
      socket.once("data", () => act(socket));
    });
    expect((await read(`http://${host}/`)).message).toBe(`cannot fetch http://${host}/: ${what}`);
  });

  it("is told where the service speaks no TLS", async () => {
    const { url } = await serve((_request, response) => response.end(text));
    expect(await read(url.replace("http:", "https:"))).toEqual({
      message: `cannot fetch ${url.replace("http:", "https:")}: it does not speak TLS`,
      next: `try ${url}`,
    });
  });

  it("is told where it is packed in a way that was not asked for, or damaged", async () => {
    const { url } = await serve((request, response) => {
      const encoding = request.url === "/zstd" ? "zstd" : "gzip";
      response.setHeader("content-encoding", encoding).end("no such thing");
    });
    expect((await read(`${url}/zstd`)).message).toBe(
      `cannot fetch ${url}/zstd: expected gzip or plain, found Content-Encoding "zstd"`,
    );
    expect((await read(`${url}/gzip`)).message).toBe(
      `cannot fetch ${url}/gzip: the gzip data is damaged`,
    );
  });

  it.each([
    ["http://", "cannot fetch http://: it is not a valid URL"],
    ["http://h:99999/", "cannot fetch http://h:99999/: it is not a valid URL"],
  ])("is told where there is no such URL: %s", async (url, message) => {
    expect(await read(url)).toEqual({ message });
  });

  it.each([
    ["ENOTFOUND", "there is no host of that name", "is the name of the host spelled right?"],
    [
      "EAI_AGAIN",
      "the name of the host cannot be looked up now",
      "is the name of the host spelled right?",
    ],
    [
      "CERT_HAS_EXPIRED",
      "its certificate has expired",
      "--ca FILE names the authority that signed it, --server-name NAME the host it is for",
    ],
    ["EWHATEVER", "EWHATEVER", undefined],
  ])("is told for an error of the network: %s", (code, what, next) => {
    const { message, ...failure } = networkFailure({ code }, "https://h/m");
    expect([message, failure.next]).toEqual([`cannot fetch https://h/m: ${what}`, next]);
  });

  it("gives a command that a shell takes as it is meant", () => {
    const { next } = networkFailure({ code: "ECONNREFUSED" }, "http://h/m?a=1&b='$(x)'");
    expect(next).toContain("curl -sS 'http://h/m?a=1&b='\\''$(x)'\\''' | head");
  });
});

describe("a redirect", () => {
  const secrets = parseHeaders(["Authorization: Bearer t", "Cookie: c=1", "X-Api-Key: k"]);

  it("is followed, with the headers given, within its origin", async () => {
    const { url, requests } = await serve((request, response) => {
      if (request.url === "/metrics") response.end(text);
      else response.writeHead(302, { location: "/metrics" }).end();
    });
    expect(await read(url, { headers: secrets })).toEqual({ text });
    expect(requests.map(({ headers }) => headers.authorization)).toEqual(["Bearer t", "Bearer t"]);
  });

  it("to another origin leaves behind every header given, and does not take them up again", async () => {
    const { url, requests } = await serve((request, response) => {
      if (request.url === "/back") response.end(text);
      else response.writeHead(307, { location: other.url }).end();
    });
    const other = await serve((_request, response) => {
      response.writeHead(308, { location: `${url}/back` }).end();
    });
    expect(await read(url, { headers: secrets })).toEqual({ text });
    const sent = [...requests, ...other.requests].map(({ headers }) => [
      headers.authorization,
      headers.cookie,
      headers["x-api-key"],
    ]);
    expect(sent).toEqual([
      ["Bearer t", "c=1", "k"],
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
    ]);
    expect(other.requests[0]?.headers.accept).toBe(acceptHeader("auto"));
  });

  it("to another origin leaves behind the credentials of the URL, and takes none from the answer", async () => {
    const other = await serve((_request, response) => response.end(text));
    const { url } = await serve((_request, response) => {
      response.writeHead(302, { location: other.url.replace("//", "//planted:secret@") }).end();
    });
    expect(await read(url.replace("//", "//user:secret@"))).toEqual({ text });
    expect(other.requests[0]?.headers.authorization).toBeUndefined();
  });

  it("to another origin that then refuses says why it may", async () => {
    const other = await serve((_request, response) => {
      response.writeHead(401).end();
    });
    const { url } = await serve((_request, response) => {
      response.writeHead(302, { location: other.url }).end();
    });
    expect(await read(url, { headers: secrets })).toEqual({
      message: `cannot fetch ${url}: expected status 200, found 401 Unauthorized`,
      next: "it redirects to another origin, to which the given headers were not sent",
    });
  });

  it("is followed five times and no more", async () => {
    const { url, requests } = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end(text);
      else response.writeHead(301, { location: `/${left - 1}` }).end();
    });
    expect(await read(`${url}/5`)).toEqual({ text });
    requests.length = 0;
    expect(await read(`${url}/6`)).toEqual({
      message: `cannot fetch ${url}/6: more than 5 redirects`,
    });
    expect(requests).toHaveLength(6);
  });

  it.each(["file:///etc/passwd", "http://", "data:text/plain,up"])(
    "to what is no http(s) URL is not followed: %s",
    async (location) => {
      const { url } = await serve((_request, response) => {
        response.writeHead(302, { location }).end();
      });
      expect(await read(url)).toEqual({
        message: `cannot fetch ${url}: it redirects to "${location}", which is no http(s) URL`,
      });
    },
  );
});
