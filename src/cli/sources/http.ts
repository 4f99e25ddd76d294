import type { IncomingMessage } from "node:http";
import { CommandFailure } from "../failure.js";
import { size } from "../figures.js";
import { decoded } from "./content-encoding.js";
import { basicCredentials } from "./credentials.js";
import { type Deadline, startDeadline } from "./deadline.js";
import type { HeaderList } from "./headers.js";
import { networkFailure } from "./network-failure.js";
import { follow } from "./redirects.js";
import { TransientFailure } from "./retry.js";
import { Secrets, unescapePercent } from "./secrets.js";
import type { Source, SourceOptions } from "./source.js";
import { sourceName } from "./source-name.js";
import { statusFailure } from "./status-failure.js";

/**
 * The answer of a service to GET. It is asked with node:http and not with fetch, which refuses some ports that exporters
 * listen on, URLs with credentials, and a Host header. Throws CommandFailure unless the answer has status 200.
 */
export async function openUrl(given: string, options: SourceOptions): Promise<Source> {
  const name = sourceName(given);
  const { url, headers } = parse(given, name, options.headers);
  const secrets = Secrets.of(headers, url);
  const deadline = startDeadline(options.timeoutMs);
  try {
    const { response, droppedHeaders } = await follow(url, name, {
      accept: options.accept,
      headers,
      ...(options.tls === undefined ? {} : { tls: options.tls }),
      signal: deadline.signal,
    });
    if (response.statusCode !== 200) {
      throw await statusFailure(name, response, droppedHeaders, secrets);
    }
    const contentType = response.headers["content-type"];
    const chunks = secrets.hideIn(body(response, name, deadline));
    return contentType === undefined ? { chunks } : { contentType, chunks };
  } catch (error) {
    deadline.stop();
    throw explain(error, name, deadline, 0);
  }
}

/** The URL, and the headers with what stands before its `@` as the one it means: it is of this URL, other credentials are of them all. */
function parse(
  given: string,
  name: string,
  headers: HeaderList,
): { readonly url: URL; readonly headers: HeaderList } {
  if (!URL.canParse(given)) {
    throw new CommandFailure(`cannot fetch ${name}: it is not a valid URL`);
  }
  const url = new URL(given);
  if (url.username === "" && url.password === "") return { url, headers };
  const basic = basicCredentials(unescapePercent(url.username), unescapePercent(url.password));
  url.username = "";
  url.password = "";
  const others = headers.filter(([header]) => header.toLowerCase() !== "authorization");
  return { url, headers: [["Authorization", basic], ...others] };
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
  return new TransientFailure(`cannot fetch ${name}: ${what}`, "--timeout SECONDS waits longer");
}
