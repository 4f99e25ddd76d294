// The TypeScript of a document: compiled together in its folder, errors held to those it shows, then run.
import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ["node"],
  typeRoots: [path.resolve(import.meta.dirname, "../../node_modules/@types")],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
};

/** An error that the compiler gives, or one that a document shows. */
export interface CompileError {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly message: string;
}

/** The errors of the files, by file and place. Chained messages are joined by a blank. */
export function compile(files: readonly string[]): CompileError[] {
  const program = ts.createProgram({ rootNames: files, options });
  return ts
    .getPreEmitDiagnostics(program)
    .map((diagnostic) => {
      const file = diagnostic.file;
      const at = file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
      return {
        file: file?.fileName ?? "",
        line: (at?.line ?? -1) + 1,
        column: (at?.character ?? -1) + 1,
        length: diagnostic.length ?? 0,
        message: ts.flattenDiagnosticMessageText(diagnostic.messageText, " ").replace(/\s+/g, " "),
      };
    })
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}

/**
 * The errors that a document shows: a comment whose carets stand under the place, with the message after them, which may
 * go on in comments below it.
 */
export function shownErrors(file: string): CompileError[] {
  const lines = readFileSync(file, "utf8").split("\n");
  const errors: CompileError[] = [];
  for (let at = 0; at < lines.length; at++) {
    const carets = /^(\s*\/\/\s*)(\^+)(.*)$/.exec(lines[at]!);
    if (carets === null) continue;
    const [, before = "", run = "", first = ""] = carets;
    const message = [first.trim()];
    const line = at;
    while (/^\s*\/\/ {2,}[^\s^]/.test(lines[at + 1] ?? "")) {
      at += 1;
      message.push(lines[at]!.replace(/^\s*\/\/\s*/, "").trim());
    }
    const text = message.join(" ").trim();
    if (text === "") throw new Error(`${file}:${line}: the carets have no message`);
    errors.push({ file, line, column: before.length + 1, length: run.length, message: text });
  }
  return errors;
}

/** JavaScript of a file's TypeScript. */
export function transpile(file: string): string {
  return ts.transpileModule(readFileSync(file, "utf8"), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  }).outputText;
}

/** What a file is said to print: the comments after its calls of `console.log`, a line each. */
export function shownOutput(file: string): string {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => /\bconsole\.log\(.*\);\s*\/\/ (.*)$/.exec(line)?.[1] ?? [])
    .join("\n");
}
