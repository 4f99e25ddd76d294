import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Outcome } from "./case.js";

/** The built command line. */
export const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

export interface RunOptions {
  readonly cwd?: string;
  readonly stdin?: Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs the built command line in a process of its own, in the environment given and no other. */
export async function promschema(
  argv: readonly string[],
  { cwd, stdin, environment = {} }: RunOptions = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [cli, ...argv], {
    cwd,
    env: { PATH: process.env["PATH"], ...environment },
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  // A command that reads no standard input closes it; what is written then is of no concern.
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  const exit = await new Promise<number>((settle, fail) => {
    child.on("error", fail);
    child.on("close", (code, signal) => {
      if (code === null) fail(new Error(`the command line was ended by ${signal}`));
      else settle(code);
    });
  });
  return {
    exit,
    stdout: Buffer.concat(stdout).toString(),
    stderr: Buffer.concat(stderr).toString(),
  };
}
