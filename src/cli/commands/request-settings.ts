import { CommandFailure } from "../failure.js";
import { acceptHeader, isFormat } from "../sources/accept.js";
import { type CredentialSettings, requireOneCredential } from "../sources/credentials.js";
import { type HeaderList, parseHeaders } from "../sources/headers.js";
import { requireCertificate, type TlsSettings } from "../sources/tls.js";
import { retries, timeoutMs } from "./quantities.js";

/** How services are asked. */
export interface RequestSettings {
  readonly headers: HeaderList;
  /** The Accept header, where it is not left to the format. */
  readonly accept: string | undefined;
  readonly credentials: CredentialSettings;
  readonly tls: TlsSettings;
  readonly timeoutMs: number;
  readonly retries: number;
}

/** The settings of a request, read. Throws CommandFailure on a value that makes no sense. */
export function requestSettings(options: {
  readonly header: readonly string[];
  readonly accept: string | undefined;
  readonly "bearer-token-env": string | undefined;
  readonly "bearer-token-file": string | undefined;
  readonly user: string | undefined;
  readonly "password-env": string | undefined;
  readonly "password-file": string | undefined;
  readonly ca: string | undefined;
  readonly cert: string | undefined;
  readonly key: string | undefined;
  readonly "server-name": string | undefined;
  readonly timeout: string | undefined;
  readonly retries: string | undefined;
}): RequestSettings {
  const headers = parseHeaders(options.header);
  const credentials = {
    bearerTokenEnv: options["bearer-token-env"],
    bearerTokenFile: options["bearer-token-file"],
    user: options.user,
    passwordEnv: options["password-env"],
    passwordFile: options["password-file"],
  };
  requireOneCredential(credentials, headers);
  const { ca, cert, key } = options;
  const tls = { ca, cert, key, serverName: options["server-name"] };
  requireCertificate(tls);
  return {
    headers,
    accept: accept(options.accept),
    credentials,
    tls,
    timeoutMs: timeoutMs(options.timeout),
    retries: retries(options.retries),
  };
}

function accept(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  if (isFormat(given)) return acceptHeader(given);
  if (/^[\t\x20-\x7e]*[^\s][\t\x20-\x7e]*$/.test(given) && given.includes("/")) return given;
  throw new CommandFailure(
    "--accept takes a format, or media types such as text/plain;version=0.0.4",
  );
}
