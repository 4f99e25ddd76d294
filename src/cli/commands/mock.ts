import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { printable, quote } from "../../diagnostics/index.js";
import { negotiateFormat, serializeExposition } from "../../exposition/index.js";
import { mockExposition } from "../../generate/index.js";
import type { CompiledRegistry } from "../../registry/index.js";
import { parseArguments } from "../arguments/parse.js";
import type { RunCommand } from "../command.js";
import { exitCodes } from "../exit-codes.js";
import { CommandFailure, errorCode } from "../failure.js";
import { count } from "../figures.js";
import { mockDefinition } from "./mock-definition.js";

/** What the command needs of the library. */
export interface MockDependencies {
  loadRegistry(path: string): Promise<CompiledRegistry>;
}

const defaultPort = 9464;

/** `promschema mock`: an exporter without a service behind it. Runs until the process is told to stop. */
export function createMockCommand({ loadRegistry }: MockDependencies): RunCommand {
  return async (argv, { stderr, now }) => {
    const { options, operands } = parseArguments(mockDefinition, argv);
    const { registry: path, host = "127.0.0.1", seed = "promschema" } = options;
    if (path === undefined || operands.length > 0) {
      throw new CommandFailure("mock needs a registry", "promschema mock --registry metrics.yaml");
    }
    const port = readPort(options.port);
    const registry = await loadRegistry(path);
    const started = now();
    const server = createServer((request, response) => {
      const isRead = request.method === "GET" || request.method === "HEAD";
      if (!isRead || request.url?.split("?", 1)[0] !== "/metrics") {
        response.writeHead(isRead ? 404 : 405, { "content-type": "text/plain; charset=utf-8" });
        response.end("the metrics are at /metrics\n");
        return;
      }
      const { contentType, ...format } = negotiateFormat(request.headers.accept);
      const seconds = (now() - started) / 1000;
      const body = serializeExposition(mockExposition(registry, { seed, seconds }), format);
      response.writeHead(200, { "content-type": contentType });
      response.end(request.method === "HEAD" ? undefined : body);
    });
    const end = stopped();
    const address = await listen(server, port, host);
    const declared = registry.metrics.size;
    const mocked = mockExposition(registry, { seed }).families.length;
    const figures = `${count(mocked, "metric", "metrics")}${mocked < declared ? ` of ${declared}` : ""}`;
    await stderr.write(
      `${figures} of ${printable(path)} at http://${address}/metrics, until this is stopped\n`,
    );
    await end;
    server.close();
    server.closeAllConnections();
    return exitCodes.clean;
  };
}

function readPort(given: string | undefined): number {
  if (given === undefined) return defaultPort;
  const port = Number(given);
  if (/^\d+$/.test(given) && port <= 65_535) return port;
  throw new CommandFailure(`--port takes a number up to 65535, not ${quote(given)}`);
}

async function listen(server: Server, port: number, host: string): Promise<string> {
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    const code = errorCode(error);
    const reason = code === "EADDRINUSE" ? "the port is taken" : code;
    const next = code === "EADDRINUSE" ? "--port 0 takes a free one" : undefined;
    throw new CommandFailure(`cannot listen on ${host}:${port}: ${reason}`, next);
  }
  // A server that listens on a port has an address.
  const { address, family, port: taken } = server.address() as AddressInfo;
  return `${family === "IPv6" ? `[${address}]` : address}:${taken}`;
}

/** Resolves when the process is asked to stop, from its terminal or by whoever started it. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
