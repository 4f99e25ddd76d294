import type { CommandDefinition } from "./arguments/definition.js";
import type { Terminal } from "./terminal.js";

/** Runs a command with the arguments after its name; resolves to its exit code. */
export type RunCommand = (argv: readonly string[], terminal: Terminal) => Promise<number>;

export interface Command {
  readonly definition: CommandDefinition;
  /** Loads what the command needs, and only then: `--help` and `--version` load no reader and no registry. */
  load(): Promise<RunCommand>;
}
