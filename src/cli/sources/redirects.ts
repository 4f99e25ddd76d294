import type { IncomingMessage } from "node:http";
import { CommandFailure } from "../failure.js";
import { version } from "../version.js";
import { type HeaderList, mergeHeaders } from "./headers.js";

const mostRedirects = 5;
const redirecting = [301, 302, 303, 307, 308];

interface Request {
  readonly accept: string;
  readonly headers: HeaderList;
  readonly signal: AbortSignal;
}

interface Answer {
  readonly response: IncomingMessage;
  /** Whether a redirect to another origin left the given headers behind. */
  readonly droppedHeaders: boolean;
}

/**
 * Asks for the URL and where it leads. What the user gave to be sent (headers, credentials in the URL) goes to the origin
 * of that URL alone: once a redirect left the origin it is not sent again.
 */
export async function follow(start: URL, name: string, request: Request): Promise<Answer> {
  let url = start;
  let headers = request.headers;
  for (let redirects = 0; ; redirects++) {
    const response = await get(url, { ...request, headers });
    const location = response.headers.location;
    const redirected = redirecting.includes(response.statusCode ?? 0) && location !== undefined;
    const droppedHeaders = headers.length < request.headers.length;
    if (!redirected) return { response, droppedHeaders };
    response.destroy();
    if (redirects === mostRedirects) {
      throw new CommandFailure(`cannot fetch ${name}: more than ${mostRedirects} redirects`);
    }
    const target = resolve(location, url, name);
    if (target.origin !== start.origin) headers = [];
    url = target;
  }
}

function resolve(location: string, from: URL, name: string): URL {
  const target = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
  if (target !== undefined && ["http:", "https:"].includes(target.protocol)) {
    // Credentials are what the user gives, never what a service asks to have sent.
    target.username = "";
    target.password = "";
    return target;
  }
  throw new CommandFailure(
    `cannot fetch ${name}: it redirects to ${location}, which is no http(s) URL`,
  );
}

async function get(url: URL, { accept, headers, signal }: Request): Promise<IncomingMessage> {
  const { request } =
    url.protocol === "https:" ? await import("node:https") : await import("node:http");
  const defaults: HeaderList = [
    ["Accept", accept],
    ["Accept-Encoding", "gzip"],
    ["User-Agent", `promschema/${version()}`],
  ];
  return await new Promise((settle, fail) => {
    // One connection a request: nothing is kept open that would keep the process alive.
    request(url, { headers: mergeHeaders(defaults, headers), signal, agent: false })
      .on("response", (response) => {
        // An error that comes before somebody reads is kept for them; unheard it would end the process.
        response.on("error", () => {});
        settle(response);
      })
      .on("error", fail)
      .end();
  });
}
