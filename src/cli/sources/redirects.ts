import type { IncomingMessage } from "node:http";
import { quote } from "../../diagnostics/index.js";
import { CommandFailure } from "../failure.js";
import { version } from "../version.js";
import { acceptedEncodings } from "./content-encoding.js";
import { type HeaderList, mergeHeaders } from "./headers.js";
import { longerThanSaid } from "./network-failure.js";
import { sourceName } from "./source-name.js";
import type { Tls } from "./tls.js";

const mostRedirects = 5;
const redirecting = [301, 302, 303, 307, 308];

interface Request {
  readonly accept: string;
  readonly headers: HeaderList;
  readonly tls?: Tls;
  readonly signal: AbortSignal;
}

interface Answer {
  readonly response: IncomingMessage;
  /** Whether a redirect to another origin left the given headers behind. */
  readonly droppedHeaders: boolean;
}

/**
 * Asks for the URL and where it leads. What the user gave to be sent (headers, credentials) goes to the origin
 * of that URL alone: once a redirect left the origin it is not sent again, and no client certificate is shown.
 */
export async function follow(start: URL, name: string, request: Request): Promise<Answer> {
  let url = start;
  let { headers, tls } = request;
  for (let redirects = 0; ; redirects++) {
    const response = await get(url, { ...request, headers, ...(tls && { tls }) });
    const location = response.headers.location;
    const redirected = redirecting.includes(response.statusCode ?? 0) && location !== undefined;
    const droppedHeaders = headers.length < request.headers.length;
    if (!redirected) return { response, droppedHeaders };
    response.destroy();
    if (redirects === mostRedirects) {
      throw new CommandFailure(`cannot fetch ${name}: more than ${mostRedirects} redirects`);
    }
    const target = resolve(location, url, name);
    if (target.origin !== start.origin) {
      headers = [];
      tls = tls && { ...tls, own: {} };
    }
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
    `cannot fetch ${name}: it redirects to ${quote(sourceName(location))}, which is no http(s) URL`,
  );
}

async function get(url: URL, { accept, headers, tls, signal }: Request): Promise<IncomingMessage> {
  const { request } =
    url.protocol === "https:" ? await import("node:https") : await import("node:http");
  const defaults: HeaderList = [
    ["Accept", accept],
    ["Accept-Encoding", acceptedEncodings],
    ["User-Agent", `promschema/${version()}`],
  ];
  const secured =
    url.protocol === "https:"
      ? // No variable of the environment takes the verification away.
        { rejectUnauthorized: true, ...(tls?.ca === undefined ? {} : { ca: tls.ca }), ...tls?.own }
      : {};
  return await new Promise((settle, fail) => {
    let answer: IncomingMessage | undefined;
    // One connection a request: nothing is kept open that would keep the process alive.
    request(url, { headers: mergeHeaders(defaults, headers), signal, agent: false, ...secured })
      .on("response", (response) => {
        answer = response;
        // An error that comes before somebody reads is kept for them; unheard it would end the process.
        response.on("error", () => {});
        settle(response);
      })
      .on("error", (error) => {
        answer?.destroy(answer.complete ? failureOf(longerThanSaid) : error);
        fail(error);
      })
      // An answer that Node hands to nobody, such as one that changes the protocol, is none.
      .on("close", () => fail(failureOf("ECONNRESET")))
      .end();
  });
}

function failureOf(code: string): Error {
  return Object.assign(new Error(code), { code });
}
