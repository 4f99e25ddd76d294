import type { IncomingMessage } from "node:http";
import { CommandFailure } from "../failure.js";
import { size } from "../figures.js";
import { decoded } from "./content-encoding.js";
import { type Deadline, startDeadline } from "./deadline.js";
import type { HeaderList } from "./headers.js";
import { networkFailure } from "./network-failure.js";
import { follow } from "./redirects.js";
import type { Source, SourceOptions } from "./source.js";
import { sourceName } from "./source-name.js";
import { statusFailure } from "./status-failure.js";

/**
 * The answer of a service to GET. It is asked with node:http and not with fetch, which refuses some ports that exporters
 * listen on, URLs with credentials, and a Host header. Throws CommandFailure unless the answer has status 200.
 */
export async function openUrl(given: string, options: SourceOptions): Promise<Source> {
  const name = sourceName(given);
  const { url, credentials } = parse(given, name);
  const deadline = startDeadline(options.timeoutMs);
  try {
    const { response, droppedHeaders } = await follow(url, name, {
      accept: options.accept,
      headers: [...credentials, ...options.headers],
      signal: deadline.signal,
    });
    if (response.statusCode !== 200) {
      throw await statusFailure(name, response, droppedHeaders);
    }
    const contentType = response.headers["content-type"];
    const chunks = body(response, name, deadline);
    return contentType === undefined ? { chunks } : { contentType, chunks };
  } catch (error) {
    deadline.stop();
    throw explain(error, name, deadline, 0);
  }
}

/** The URL, with what stands before its `@` as the header it means. */
function parse(
  given: string,
  name: string,
): { readonly url: URL; readonly credentials: HeaderList } {
  if (!URL.canParse(given)) {
    throw new CommandFailure(`cannot fetch ${name}: it is not a valid URL`);
  }
  const url = new URL(given);
  if (url.username === "" && url.password === "") return { url, credentials: [] };
  const pair = [url.username, url.password].map(unescapePercent).join(":");
  url.username = "";
  url.password = "";
  return {
    url,
    credentials: [["Authorization", `Basic ${Buffer.from(pair).toString("base64")}`]],
  };
}

function unescapePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

async function* body(
  response: IncomingMessage,
  name: string,
  deadline: Deadline,
): AsyncGenerator<Uint8Array> {
  let received = 0;
  try {
    for await (const chunk of decoded(response, name)) {
      received += chunk.byteLength;
      yield chunk;
    }
  } catch (error) {
    throw explain(error, name, deadline, received);
  } finally {
    deadline.stop();
    response.destroy();
  }
}

function explain(error: unknown, name: string, deadline: Deadline, received: number): Error {
  if (error instanceof CommandFailure) return error;
  if (!deadline.expired()) return networkFailure(error, name);
  const seconds = `${deadline.timeoutMs / 1000} s`;
  const what =
    received === 0
      ? `no answer within ${seconds}`
      : `the answer was not complete after ${seconds}, at ${size(received)}`;
  return new CommandFailure(`cannot fetch ${name}: ${what}`, "--timeout SECONDS waits longer");
}
