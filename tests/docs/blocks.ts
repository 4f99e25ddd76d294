// What a Markdown document says in code. A fence may carry attributes after its language, which readers do not see:
//   file=NAME  the block is that file, for the blocks after it;
//   as=NAME    what the block is, where its language does not say: `configuration`, or `recipe`, which has a test of its own;
//   exit=N     the commands of the block end with that code, 0 unless told.

export interface Block {
  readonly document: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  readonly language: string;
  readonly file: string | undefined;
  readonly as: string | undefined;
  readonly exit: number;
  readonly text: string;
}

/** The fenced blocks of a document, in order. */
export function readBlocks(document: string, markdown: string): Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const open = /^(`{3,})(\S*)(.*)$/.exec(lines[at]!);
    if (open === null) continue;
    const [, marks = "", language = "", attributes = ""] = open;
    const close = lines.indexOf(marks, at + 1);
    if (close < 0) throw new Error(`${document}:${at + 1}: the fence is never closed`);
    blocks.push({
      document,
      line: at + 1,
      language,
      file: /\bfile=(\S+)/.exec(attributes)?.[1],
      as: /\bas=(\S+)/.exec(attributes)?.[1],
      exit: Number(/\bexit=(\d+)/.exec(attributes)?.[1] ?? 0),
      text: `${lines.slice(at + 1, close).join("\n")}\n`,
    });
    at = close;
  }
  return blocks;
}

export interface Command {
  readonly line: string;
  /** What it is said to print; undefined where the document does not say. */
  readonly output: string | undefined;
}

/** The commands of a shell block. After a line that begins with `$ ` stands its output; other blocks are commands alone. */
export function readCommands(text: string): Command[] {
  const lines = text.trimEnd().split("\n");
  if (!lines.some((line) => line.startsWith("$ "))) {
    return lines
      .map((line) => line.replace(/\s+# .*$/, "").replace(/^# .*$/, ""))
      .filter((line) => line !== "")
      .map((line) => ({ line, output: undefined }));
  }
  const commands: { line: string; output: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith("$ ")) commands.push({ line: line.slice(2), output: [] });
    else commands.at(-1)?.output.push(line);
  }
  return commands.map(({ line, output }) => ({ line, output: output.join("\n") }));
}

/** What may differ from run to run made the same: durations, blanks at the ends of lines, empty lines around the whole. */
export function normalise(output: string): string {
  return output
    .replace(/\b\d+(\.\d+)? (ms|s)\b/g, "N ms")
    .replace(/[ \t]+$/gm, "")
    .replace(/^\n+|\n+$/g, "");
}
