import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { run } from "../../../src/cli/run.js";
import { fakeTerminal } from "./fake-terminal.js";
import { serve } from "./sources/harness.js";

async function promschema(argv: readonly string[]) {
  const terminal = fakeTerminal();
  const code = await run(argv, terminal);
  return { code, slept: terminal.slept, ...terminal.written() };
}

describe("--retries", () => {
  it("tries again while a service is not there, after pauses that double, and says so", async () => {
    const { url, requests } = await serve((_request, response) => {
      if (requests.length === 1) response.writeHead(503).end();
      else if (requests.length === 2) response.socket?.destroy();
      // What breaks off on the way was checked in part: it is checked anew.
      else if (requests.length === 3) {
        response.setHeader("content-length", 100).write("up x\n", () => response.socket?.destroy());
      } else response.end("up 1\n");
    });
    expect(await promschema(["check", url, "--retries", "3", "--format", "jsonl"])).toEqual({
      code: 0,
      slept: [500, 1000, 2000],
      stdout: expect.stringMatching(/^{"type":"payload",.*\n{"type":"summary",.*\n$/),
      stderr: [
        `promschema: cannot fetch ${url}: expected status 200, found 503 Service Unavailable; try 2 of 4 in 500 ms`,
        `promschema: cannot fetch ${url}: the connection was closed before the whole answer came; try 3 of 4 in 1 s`,
        `promschema: cannot fetch ${url}: the connection was closed before the whole answer came; try 4 of 4 in 2 s`,
        "",
      ].join("\n"),
    });
  });

  it("gives up with the last failure, and waits half a minute at most", async () => {
    const { url, requests } = await serve((_request, response) => {
      response.writeHead(429).end("slowly");
    });
    const { code, slept, stderr } = await promschema(["check", url, "--retries", "8", "-q"]);
    expect({ code, slept, requests: requests.length }).toEqual({
      code: 2,
      slept: [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000],
      requests: 9,
    });
    expect(stderr).toBe(
      `promschema: cannot fetch ${url}: expected status 200, found 429 Too Many Requests: "slowly"\n`,
    );
  });

  it.each([
    ["what is not there", 404, "up 1\n"],
    ["who may not", 401, "up 1\n"],
    ["what does not parse", 200, "up x\n"],
  ])("does not try again for %s", async (_name, status, body) => {
    const { url, requests } = await serve((_request, response) => {
      response.writeHead(status).end(body);
    });
    const { slept } = await promschema(["check", url, "--retries", "3"]);
    expect({ slept, requests: requests.length }).toEqual({ slept: [], requests: 1 });
  });

  it("is of the beginning alone where what came was printed", async () => {
    const { url, requests } = await serve((_request, response) => {
      if (requests.length === 1) response.writeHead(503).end();
      else response.setHeader("content-encoding", "gzip").end(gzipSync("up 1\n"));
    });
    const { code, slept, stdout } = await promschema([
      "parse",
      url,
      "--to",
      "jsonl",
      "--retries",
      "1",
    ]);
    expect({ code, slept }).toEqual({ code: 0, slept: [500] });
    expect(JSON.parse(stdout)).toMatchObject({ name: "up" });
  });
});
