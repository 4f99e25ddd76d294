import { CommandFailure, errorCode } from "../failure.js";
import { readingFailure } from "./reading-failure.js";
import { TransientFailure } from "./retry.js";

type Kind = "down" | "name" | "certificate" | "plain" | "secured" | "other";

/** Code of our own, for bytes after the end of an answer. */
export const longerThanSaid = "PROMSCHEMA_LONGER_THAN_SAID";

const meanings = new Map<string, readonly [what: string, kind: Kind]>([
  ["ECONNREFUSED", ["connection refused", "down"]],
  ["ECONNRESET", ["the connection was closed before the whole answer came", "down"]],
  ["EPIPE", ["the connection was closed before the whole answer came", "down"]],
  [
    "ERR_STREAM_PREMATURE_CLOSE",
    ["the connection was closed before the whole answer came", "down"],
  ],
  [longerThanSaid, ["the answer goes on beyond the length that it gives", "other"]],
  ["HPE_INVALID_CONTENT_LENGTH", ["the length that the answer gives is none", "other"]],
  ["HPE_UNEXPECTED_CONTENT_LENGTH", ["the answer gives its length in two ways", "other"]],
  ["HPE_INVALID_CONSTANT", ["the answer is not HTTP", "secured"]],
  ["HPE_HEADER_OVERFLOW", ["the headers of the answer are too long", "other"]],
  ["ETIMEDOUT", ["the connection timed out", "down"]],
  ["EHOSTUNREACH", ["no route to the host", "down"]],
  ["ENETUNREACH", ["no route to the network", "down"]],
  ["ENOTFOUND", ["there is no host of that name", "name"]],
  ["EAI_AGAIN", ["the name of the host cannot be looked up now", "name"]],
  ["CERT_HAS_EXPIRED", ["its certificate has expired", "certificate"]],
  ["CERT_NOT_YET_VALID", ["its certificate is not valid yet", "certificate"]],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", ["its certificate is signed by itself", "certificate"]],
  ["SELF_SIGNED_CERT_IN_CHAIN", ["its certificate is of an unknown authority", "certificate"]],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", ["its certificate cannot be verified", "certificate"]],
  [
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    ["its certificate is of an unknown authority", "certificate"],
  ],
  ["ERR_TLS_CERT_ALTNAME_INVALID", ["its certificate is for another host", "certificate"]],
  ["EPROTO", ["it does not speak TLS", "plain"]],
  ["ERR_SSL_WRONG_VERSION_NUMBER", ["it does not speak TLS", "plain"]],
  ["ERR_SSL_PACKET_LENGTH_TOO_LONG", ["it does not speak TLS", "plain"]],
]);

/** The failure for an error of the network, with what to try next. */
export function networkFailure(error: unknown, name: string): CommandFailure {
  const code = errorCode(error);
  const [what, kind] = meanings.get(code) ?? [
    code.startsWith("HPE_") ? "the answer is not HTTP" : readingFailure(error),
    "other",
  ];
  const Failure = kind === "down" || code === "EAI_AGAIN" ? TransientFailure : CommandFailure;
  return new Failure(`cannot fetch ${name}: ${what}`, nextStep(kind, name));
}

function nextStep(kind: Kind, name: string): string | undefined {
  switch (kind) {
    case "down":
      return `is the service up? curl -sS ${shellWord(name)} | head shows what it answers`;
    case "name":
      return "is the name of the host spelled right?";
    case "certificate":
      return "--ca FILE names the authority that signed it, --server-name NAME the host it is for";
    case "plain":
      return `try ${name.replace(/^https:/i, "http:")}`;
    case "secured":
      return name.startsWith("http:") ? "does the port speak TLS? try https://" : undefined;
    case "other":
      return undefined;
  }
}

/** The text as one word of a shell command. */
function shellWord(text: string): string {
  return /^[\w:/.%@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
