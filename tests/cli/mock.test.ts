// `promschema mock` as a scraper meets it.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createChecker } from "../../src/index.js";
import { loadRegistry } from "../../src/load/index.js";
import { cli, promschema } from "./run.js";

let child: ChildProcess | undefined;

afterEach(() => {
  child?.kill("SIGKILL");
});

/** Starts the command and gives the address that it says it serves. */
async function serve(...more: string[]): Promise<string> {
  const argv = [cli, "mock", "--registry", "schemas/baseten.yaml", "--port", "0", ...more];
  child = spawn(process.execPath, argv, { stdio: ["ignore", "ignore", "pipe"] });
  const [said] = await once(child.stderr!, "data");
  const line = /^17 metrics of schemas\/baseten\.yaml at (http:\S+), until this is stopped\n$/;
  return line.exec(String(said))![1]!;
}

describe("promschema mock", () => {
  it("serves expositions that pass, in the format that is asked for, with values that move", async () => {
    const url = await serve();
    const registry = await loadRegistry("schemas/baseten.yaml");
    const checker = createChecker({ registry, format: "openmetrics-1.0" });
    const accept = "application/openmetrics-text; version=1.0.0";
    const scrape = async () => {
      const response = await fetch(url, { headers: { accept } });
      expect(response.headers.get("content-type")).toContain(accept);
      return await response.text();
    };
    const first = await scrape();
    const second = await scrape();
    for (const text of [first, second]) {
      expect(checker.check(text).findings.filter(({ severity }) => severity === "error")).toEqual(
        [],
      );
    }
    expect(second).not.toBe(first);
    const plain = await fetch(url);
    expect(plain.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  });

  it("has nothing but the metrics, and takes nothing", async () => {
    const url = await serve();
    const elsewhere = await fetch(new URL("/", url));
    const sent = await fetch(url, { method: "POST", body: "x" });
    const head = await fetch(url, { method: "HEAD" });
    expect([elsewhere.status, sent.status, head.status]).toEqual([404, 405, 200]);
  });

  it("ends well when it is told to stop", async () => {
    await serve();
    child!.kill("SIGTERM");
    expect(await once(child!, "exit")).toEqual([0, null]);
  });

  it("says in one line what it cannot do", async () => {
    const other = createServer();
    other.listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const run = (...more: string[]) => promschema(["mock", ...more]);
    const taken = await run("--registry", "schemas/baseten.yaml", "--port", String(port));
    other.close();
    expect(taken).toEqual({
      exit: 2,
      stdout: "",
      stderr: `promschema: cannot listen on 127.0.0.1:${port}: the port is taken\n  --port 0 takes a free one\n`,
    });
    expect((await run("--registry", "schemas/baseten.yaml", "--port", "70000")).stderr).toBe(
      'promschema: --port takes a number up to 65535, not "70000"\n',
    );
    expect((await run()).stderr).toBe(
      "promschema: mock needs a registry\n  promschema mock --registry metrics.yaml\n",
    );
  });
});
