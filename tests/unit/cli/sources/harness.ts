import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer as createTcpServer, type Server, type Socket } from "node:net";
import { afterEach } from "vitest";
import { CommandFailure } from "../../../../src/cli/failure.js";
import { acceptHeader } from "../../../../src/cli/sources/accept.js";
import { openSource } from "../../../../src/cli/sources/open.js";
import type { Source, SourceOptions } from "../../../../src/cli/sources/source.js";

const running = new Set<Server>();
const sockets = new Set<Socket>();

afterEach(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of running) server.close();
  sockets.clear();
  running.clear();
});

/** Lets a server listen on loopback until the test is over; its host and port. */
export async function listen(server: Server): Promise<string> {
  running.add(server);
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  // A server that listens on a port has an address with a port.
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A service on loopback that keeps what it was asked. */
export async function serve(
  answer: RequestListener,
): Promise<{ readonly url: string; readonly requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  const host = await listen(
    createServer((request, response) => {
      requests.push(request);
      response.on("error", () => {});
      answer(request, response);
    }),
  );
  return { url: `http://${host}`, requests };
}

/** A service that speaks no HTTP. */
export async function serveRaw(onConnection: (socket: Socket) => void): Promise<string> {
  return await listen(createTcpServer(onConnection));
}

export interface Outcome {
  readonly text?: string;
  readonly contentType?: string;
  readonly message?: string;
  readonly next?: string;
}

/** Opens a source, with options of which a test says some. */
export async function open(operand: string, options: Partial<SourceOptions> = {}): Promise<Source> {
  return await openSource(operand, {
    stdin: { open: expectNoStdin },
    headers: [],
    accept: acceptHeader("auto"),
    timeoutMs: 5000,
    maxBytes: 1e6,
    ...options,
  });
}

/** What a source yields, or why it does not. */
export async function read(
  operand: string,
  options: Partial<SourceOptions> = {},
): Promise<Outcome> {
  try {
    const { chunks, contentType } = await open(operand, options);
    const parts: Uint8Array[] = [];
    for await (const chunk of chunks) parts.push(chunk.slice());
    return { text: Buffer.concat(parts).toString(), ...(contentType ? { contentType } : {}) };
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    return { message: error.message, ...(error.next === undefined ? {} : { next: error.next }) };
  }
}

function expectNoStdin(): never {
  throw new Error("standard input was opened");
}
