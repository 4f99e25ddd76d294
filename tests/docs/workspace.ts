// The folder of somebody who follows a document: its files, the package as it would be installed, a service to scrape.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** Address of the service in the documents; the real one has whichever port is free. */
const shownOrigin = "http://localhost:3000";

export interface Workspace {
  readonly folder: string;
  write(file: string, text: string): void;
  /** Runs a command line of a document. `npx promschema` is the built command of this checkout, `npx vitest` its own runner. */
  run(line: string): Promise<{ code: number; output: string }>;
  dispose(): void;
}

/** Packages that the documents import. */
const beside = [
  "zod",
  "fast-check",
  "vitest",
  "prom-client",
  "@prometheus-io/client",
  "@opentelemetry/api",
  "@opentelemetry/exporter-prometheus",
  "@opentelemetry/sdk-metrics",
];

/** Makes the folder. The service answers /metrics with `payload`. */
export async function createWorkspace(payload: string): Promise<Workspace> {
  const folder = mkdtempSync(path.join(tmpdir(), "promschema-docs-"));
  mkdirSync(path.join(folder, "node_modules"));
  symlinkSync(root, path.join(folder, "node_modules/promschema"), "junction");
  for (const name of beside) {
    const place = path.join(folder, "node_modules", name);
    mkdirSync(path.dirname(place), { recursive: true });
    symlinkSync(path.join(root, "node_modules", name), place, "junction");
  }
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }\n');
  const server = await serve(payload);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP
  return {
    folder,
    write: (file, text) => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    },
    run: async (line) => {
      const { code, output } = await shell(folder, line.replaceAll(shownOrigin, origin));
      return { code, output: output.replaceAll(origin, shownOrigin) };
    },
    dispose: () => {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function serve(payload: string): Promise<Server> {
  const server = createServer((request, response) => {
    response.writeHead(request.url === "/metrics" ? 200 : 404, {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
    });
    response.end(request.url === "/metrics" ? payload : "not here\n");
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

function shell(folder: string, line: string): Promise<{ code: number; output: string }> {
  const commandLine = path.join(root, "dist/cli.js");
  const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
  const npx = `npx() {
    case "$1" in promschema) set -- '${commandLine}' "$@" ;; vitest) set -- '${vitest}' "$@" ;; esac
    script=$1; shift 2; '${process.execPath}' "$script" "$@"
  }`;
  return new Promise((resolve) => {
    // One pipe for both streams: what a terminal shows, in its order.
    const child = spawn("sh", ["-c", `exec 2>&1\n${npx}\n${line}`], {
      cwd: folder,
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, COLUMNS: "100" },
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Scripts that package.json has: what `npm run` may name in a document. */
export const scripts: ReadonlySet<string> = new Set(
  Object.keys(JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).scripts),
);
