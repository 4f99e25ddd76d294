import type { Terminal } from "../terminal.js";

/** Asks a question; resolves to the answer, or the default where none is given. */
export type Ask = (question: string, preset: string) => Promise<string>;

/** Questions on standard error, answers from standard input, a line each. Where the input ends, the defaults are the answers. */
export function asker({ stdin, stderr }: Terminal): { readonly ask: Ask; end(): Promise<void> } {
  const lines = linesOf(stdin.open());
  return {
    ask: async (question, preset) => {
      await stderr.write(`${question}${preset === "" ? "" : ` (${preset})`}: `);
      const { value } = await lines.next();
      const answer = value?.trim() ?? "";
      return answer === "" ? preset : answer;
    },
    end: async () => {
      await lines.return(undefined);
    },
  };
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    const lines = rest.split(/\r?\n/);
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
  return undefined;
}
