import { printable } from "../../diagnostics/index.js";
import { withRetries } from "../sources/retry.js";
import type { Terminal } from "../terminal.js";

/** What the attempt yields, tried again as often as the command is told to; who waits is told of it. */
export async function tryAgain<Value>(
  attempt: () => Promise<Value>,
  { retries, quiet = false }: { readonly retries: number; readonly quiet?: boolean },
  { stderr, sleep }: Pick<Terminal, "stderr" | "sleep">,
): Promise<Value> {
  return await withRetries(attempt, {
    retries,
    sleep,
    note: async (text) => {
      if (!quiet) await stderr.write(`promschema: ${printable(text)}\n`);
    },
  });
}
