import type { IncomingMessage } from "node:http";
import { quote } from "../../diagnostics/index.js";
import { CommandFailure } from "../failure.js";
import { decoded } from "./content-encoding.js";
import { TransientFailure } from "./retry.js";
import type { Secrets } from "./secrets.js";

/** How much of a refusal is read: its first line is enough. */
const longestRefusal = 4096;

/** Statuses that another try may not meet. */
const passing: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** The failure for an answer that is no payload: its status and the first line of what it says. */
export async function statusFailure(
  name: string,
  response: IncomingMessage,
  droppedHeaders: boolean,
  secrets: Secrets,
): Promise<CommandFailure> {
  const status = response.statusCode ?? 0;
  // A service may say again what it was sent.
  const said = secrets.hide(await firstLine(response, name));
  const reason = response.statusMessage ? ` ${secrets.hide(response.statusMessage)}` : "";
  const body = said === "" ? "" : `: ${quote(said)}`;
  const Failure = passing.has(status) ? TransientFailure : CommandFailure;
  return new Failure(
    `cannot fetch ${name}: expected status 200, found ${status}${reason}${body}`,
    droppedHeaders
      ? "it redirects to another origin, to which the given headers were not sent"
      : nextStep(status),
  );
}

async function firstLine(response: IncomingMessage, name: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const chunk of decoded(response, name)) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length > longestRefusal || text.trimStart().includes("\n")) break;
    }
  } catch {
    // The status is known and says enough: a body that is damaged or breaks off shows what came of it.
  } finally {
    response.destroy();
  }
  return text.trimStart().split("\n", 1)[0]!.trimEnd();
}

function nextStep(status: number): string | undefined {
  if (status === 401 || status === 403) {
    return "--bearer-token-env VARIABLE or --user NAME sends credentials";
  }
  if (status === 404) return "is the path right? most services expose /metrics";
  if (status >= 500) return "the service itself failed: its log says more";
  return undefined;
}
