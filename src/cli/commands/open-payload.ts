import { withProgress } from "../progress.js";
import { acceptHeader } from "../sources/accept.js";
import { credentialHeaders } from "../sources/credentials.js";
import { openSource } from "../sources/open.js";
import type { Source, SourceOptions } from "../sources/source.js";
import { isHttp, sourceName } from "../sources/source-name.js";
import { readTls } from "../sources/tls.js";
import type { Terminal } from "../terminal.js";
import type { SourceSettings } from "./source-settings.js";

/** Opens a payload; who waits at a terminal sees how far it has come. Throws CommandFailure. */
export type OpenPayload = (payload: string) => Promise<Source>;

/** Makes ready to open payloads as a command is told to: reads what is to be shown to services. Throws CommandFailure. */
export async function payloadOpener(
  payloads: readonly string[],
  settings: SourceSettings,
  terminal: Terminal,
): Promise<OpenPayload> {
  const options: SourceOptions = {
    stdin: terminal.stdin,
    headers: settings.headers,
    accept: settings.accept ?? acceptHeader(settings.inputFormat),
    timeoutMs: settings.timeoutMs,
    maxBytes: settings.maxBytes,
    ...(payloads.some(isHttp) ? await identity(settings, terminal) : {}),
  };
  return async (payload) => {
    const source = await openSource(payload, options);
    if (!terminal.stderr.isTerminal) return source;
    return { ...source, chunks: withProgress(source.chunks, sourceName(payload), terminal) };
  };
}

/** What services are shown of us. */
async function identity(
  { headers, credentials, tls }: SourceSettings,
  { environment }: Terminal,
): Promise<Pick<SourceOptions, "headers" | "tls">> {
  return {
    headers: [...(await credentialHeaders(credentials, environment)), ...headers],
    tls: await readTls(tls),
  };
}
