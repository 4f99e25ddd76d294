import { withProgress } from "../progress.js";
import { acceptHeader } from "../sources/accept.js";
import { openSource } from "../sources/open.js";
import type { Source } from "../sources/source.js";
import { sourceName } from "../sources/source-name.js";
import type { Terminal } from "../terminal.js";
import type { SourceSettings } from "./source-settings.js";

/** Opens a payload as a command is told to; who waits at a terminal sees how far it has come. Throws CommandFailure. */
export async function openPayload(
  payload: string,
  settings: SourceSettings,
  terminal: Terminal,
): Promise<Source> {
  const source = await openSource(payload, {
    stdin: () => terminal.stdin.open(),
    headers: settings.headers,
    accept: acceptHeader(settings.inputFormat),
    timeoutMs: settings.timeoutMs,
    maxBytes: settings.maxBytes,
  });
  if (!terminal.stderr.isTerminal) return source;
  return { ...source, chunks: withProgress(source.chunks, sourceName(payload), terminal) };
}
