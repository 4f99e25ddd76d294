import type { Output, Terminal } from "../../../src/cli/terminal.js";

export interface FakeTerminal extends Terminal {
  /** How long it was slept, each time. */
  readonly slept: readonly number[];
  /** What an interrupt from the keyboard does. */
  interrupt(): void;
  /** What was written to the two streams so far. */
  written(): { readonly stdout: string; readonly stderr: string };
}

export interface FakeTerminalOptions {
  readonly stdin?: string;
  readonly isTerminal?: boolean;
  readonly columns?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** Milliseconds the clock moves each time it is read. */
  readonly tickMs?: number;
}

/** A terminal that keeps what is written to it and whose clock moves by itself. */
export function fakeTerminal(options: FakeTerminalOptions = {}): FakeTerminal {
  const { stdin = "", isTerminal = false, columns, environment = {}, tickMs = 4 } = options;
  const written = { stdout: "", stderr: "" };
  const slept: number[] = [];
  const listeners = new Set<() => void>();
  let time = 0;
  const output = (name: "stdout" | "stderr"): Output => ({
    isTerminal,
    columns,
    write: async (text) => {
      written[name] += text;
      return true;
    },
  });
  return {
    stdout: output("stdout"),
    stderr: output("stderr"),
    stdin: {
      isTerminal,
      open: async function* () {
        yield new TextEncoder().encode(stdin);
      },
    },
    environment,
    now: () => {
      time += tickMs;
      return time;
    },
    sleep: async (milliseconds) => {
      time += milliseconds;
      slept.push(milliseconds);
    },
    slept,
    onInterrupt: (act) => {
      listeners.add(act);
      return () => listeners.delete(act);
    },
    interrupt: () => {
      for (const act of listeners) act();
    },
    written: () => ({ ...written }),
  };
}
