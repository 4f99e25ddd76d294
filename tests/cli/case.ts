// A case of the command line in one readable file: a sentence, a command, then sections. A section begins with a line
// `-- name --` and runs to the next: the files of the folder the command runs in, `stdin`, and what must come out:
// `stdout`, `stderr` (each empty where it is left out) and `exit N`. The body of a section named `x (escaped)` is read with
// \xNN and \n as escapes and without its line ends; that of `x (gzip)` is packed.
import { gzipSync } from "node:zlib";

export interface Case {
  readonly sentence: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly argv: readonly string[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly stdin: Uint8Array;
  readonly want: Outcome;
}

export interface Outcome {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Reads a case file. Throws on one that is not of the form above. */
export function parseCase(text: string): Case {
  const [head = "", ...rest] = text.split(/^(?=-- .* --$)/m);
  const command = /^\$ (.*)$/m.exec(head)?.[1];
  if (command === undefined) throw new Error("the case has no line with its command");
  const words = command
    .split(/ +(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((word) => word.replaceAll('"', ""));
  const start = words.indexOf("promschema");
  const sections = new Map(rest.map(section));
  const exit = [...sections.keys()].find((name) => name.startsWith("exit "));
  if (start === -1 || exit === undefined) throw new Error("the case lacks its command or its exit");
  const want = {
    exit: Number(exit.slice("exit ".length)),
    stdout: sections.get("stdout") ?? "",
    stderr: sections.get("stderr") ?? "",
  };
  const files = new Map<string, Uint8Array>();
  for (const [name, body] of sections) {
    if (!["stdout", "stderr", "stdin", exit].includes(name)) files.set(...file(name, body));
  }
  return {
    sentence: head.slice(0, head.indexOf("\n")),
    environment: Object.fromEntries(words.slice(0, start).map((word) => word.split("=", 2))),
    argv: words.slice(start + 1),
    files,
    stdin: Buffer.from(sections.get("stdin") ?? ""),
    want,
  };
}

/** The case file with another outcome in it. */
export function withOutcome(text: string, outcome: Outcome): string {
  const kept = text
    .split(/^(?=-- .* --$)/m)
    .filter((part) => !/^-- (stdout|stderr|exit \d+) --$/m.test(part.split("\n", 1)[0] ?? ""));
  const stdout = outcome.stdout === "" ? "" : `-- stdout --\n${outcome.stdout}`;
  const stderr = outcome.stderr === "" ? "" : `-- stderr --\n${outcome.stderr}`;
  return `${kept.join("")}${stdout}${stderr}-- exit ${outcome.exit} --\n`;
}

function section(text: string): [name: string, body: string] {
  const end = text.indexOf("\n");
  return [text.slice("-- ".length, end - " --".length), text.slice(end + 1)];
}

function file(name: string, body: string): [name: string, content: Uint8Array] {
  const [, path = name, kind] = /^(.*) \((escaped|gzip)\)$/.exec(name) ?? [];
  if (kind === "gzip") return [path, gzipSync(body)];
  if (kind === "escaped") return [path, Buffer.from(unescaped(body), "latin1")];
  return [path, Buffer.from(body)];
}

function unescaped(text: string): string {
  return text
    .replaceAll("\n", "")
    .replace(/\\(?:x([0-9a-f]{2})|(n))/g, (_all, hex?: string) =>
      hex === undefined ? "\n" : String.fromCharCode(Number.parseInt(hex, 16)),
    );
}
