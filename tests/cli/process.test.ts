import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { cli, promschema } from "./run.js";

let folder = "";
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "promschema-process-"));
  const undeclared = Array.from({ length: 5000 }, (_, n) => `# TYPE m${n} gauge\nm${n} 1\n`);
  writeFileSync(at("many.prom"), undeclared.join(""));
  writeFileSync(at("none.yaml"), "registry: none\nmetrics: {}\n");
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a line of shell with `promschema` as a command in it. */
async function shell(
  line: string,
): Promise<{ exit: number | null; stdout: string; stderr: string }> {
  const script = `promschema() { "${process.execPath}" "${cli}" "$@"; }\n${line}`;
  const child = spawn("bash", ["--norc", "-c", script], {
    cwd: folder,
    env: { PATH: process.env["PATH"] },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.end();
  const exit = await new Promise<number | null>((settle) => child.on("close", settle));
  return { exit, stdout, stderr };
}

describe("the process", () => {
  it("prints its version and its help", async () => {
    expect(await promschema(["--version"])).toEqual({
      exit: 0,
      stdout: `promschema ${manifest.version}\n`,
      stderr: "",
    });
    expect(await promschema(["check", "--help"])).toMatchObject({ exit: 0, stderr: "" });
  });

  it("colours a pipe only when it is told to", async () => {
    const argv = ["rules", "syntax"];
    expect((await promschema(argv)).stdout).not.toContain("\u001b");
    for (const forced of [
      promschema([...argv, "--color"]),
      promschema(argv, { environment: { FORCE_COLOR: "1" } }),
    ]) {
      expect((await forced).stdout).toContain("\u001b[1msyntax\u001b[22m");
    }
  });

  it("does not mind a reader that goes away, and keeps its verdict", async () => {
    const line = "promschema check many.prom --registry none.yaml | head -n 2; echo $PIPESTATUS";
    const { stdout, stderr } = await shell(line);
    expect(stdout).toMatch(/^\nerror {2}undeclared-metric {2}many\.prom:\d+:\d+\n1\n$/);
    expect(stderr).not.toContain("EPIPE");
    expect(stderr).not.toContain("internal");
  });

  it("tells that its output could not be written", async () => {
    expect(await shell("promschema check many.prom > /dev/full")).toMatchObject({
      exit: 2,
      stderr: "promschema: cannot write the output: ENOSPC\n",
    });
  });

  it("ends when it has seen enough, though its input goes on", async () => {
    const line = "yes 'not metrics' | (promschema check - -q; echo $?)";
    const { stdout } = await shell(line);
    expect(stdout).toMatch(/^\nerror {2}syntax {2}<stdin>:1:\d+\n[\s\S]*\n1\n$/);
  });

  it("checks what another process substitutes for a file", async () => {
    expect(await shell("promschema check <(printf 'up 1\\n')")).toMatchObject({ exit: 0 });
  });

  it("writes all of a long report into a pipe", async () => {
    const argv = ["check", at("many.prom"), "--registry", at("none.yaml"), "--format", "json"];
    const { exit, stdout } = await promschema(argv);
    expect(exit).toBe(1);
    expect(JSON.parse(stdout).payloads[0].findings).toHaveLength(1001);
  });
});

describe("a service", () => {
  it("is scraped, unpacked, and read as its content type says", async () => {
    const server = createServer((_request, response) => {
      response.setHeader("content-type", "application/openmetrics-text; version=1.0.0");
      response.setHeader("content-encoding", "gzip");
      response.end(gzipSync("# TYPE hits counter\nhits_total 1\n# EOF\n"));
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    // A server that listens on a port has an address with a port.
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`;
    const { exit, stdout } = await promschema(["check", url, "--format", "json"]);
    server.close();
    expect(JSON.parse(stdout).payloads).toMatchObject([
      { source: url, format: "openmetrics-1.0", families: 1, findings: [] },
    ]);
    expect(exit).toBe(0);
  });
});
