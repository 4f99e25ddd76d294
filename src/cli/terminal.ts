import { fstatSync } from "node:fs";
import { CommandFailure, errorCode } from "./failure.js";

/** One of the two streams a command writes to. */
export interface Output {
  /** Resolves when the text is taken. A reader that went away is no error, `| head` closes early: then it resolves to false. */
  write(text: string): Promise<boolean>;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined where it is none. */
  readonly columns: number | undefined;
}

/** All a command may know of the process around it. Tests pass their own. */
export interface Terminal {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: {
    readonly isTerminal: boolean;
    /** The descriptor of the regular file that it is read from; undefined for a pipe or a terminal. */
    readonly file?: number | undefined;
    open(): AsyncIterable<Uint8Array>;
  };
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds on a clock that only goes forward. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** Calls when whoever started the process asks it to stop, until told otherwise. Without a listener the process ends. */
  onInterrupt(act: () => void): () => void;
}

/** Its descriptor, which is told without opening it. */
const standardInput = 0;

/** Ctrl-C, and what a CI sends when a job is cancelled or has had its time. */
const stopSignals = ["SIGINT", "SIGTERM"] as const;

/** The terminal of a real process. */
export function processTerminal(host: NodeJS.Process): Terminal {
  return {
    stdout: output(host.stdout),
    stderr: output(host.stderr),
    stdin: {
      // Asked when it is needed: the first look at host.stdin opens it.
      get isTerminal() {
        return host.stdin.isTTY === true;
      },
      get file() {
        return fstatSync(standardInput).isFile() ? standardInput : undefined;
      },
      open: () => host.stdin,
    },
    environment: host.env,
    // Not performance.now(): the first use of that global loads what measures requests and event loops as well.
    now: () => Number(host.hrtime.bigint()) / 1e6,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    onInterrupt: (act) => {
      for (const signal of stopSignals) host.on(signal, act);
      return () => {
        for (const signal of stopSignals) host.off(signal, act);
      };
    },
  };
}

function output(stream: NodeJS.WriteStream): Output {
  // Every failed write is answered in its callback; without a listener Node would end the process as well.
  stream.on("error", () => {});
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY === true ? stream.columns : undefined,
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => {
          if (!error || readerIsGone(error)) resolve(!error);
          else reject(new CommandFailure(`cannot write the output: ${errorCode(error)}`));
        });
      }),
  };
}

function readerIsGone(error: Error): boolean {
  return ["EPIPE", "ERR_STREAM_DESTROYED", "ECONNRESET"].includes(errorCode(error));
}
