import { nearest, printable, quote } from "../diagnostics/index.js";
import { commandHelp, overview } from "./arguments/help.js";
import { asksForHelp } from "./arguments/parse.js";
import type { Command } from "./command.js";
import { commands } from "./commands.js";
import { exitCodes } from "./exit-codes.js";
import { explain } from "./explain.js";
import { CommandFailure } from "./failure.js";
import { sourceName } from "./sources/source-name.js";
import type { Terminal } from "./terminal.js";
import { version } from "./version.js";

const definitions = commands.map((command) => command.definition);

/** Runs the command line and returns its exit code. Nothing is thrown, and nothing ends the process. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(argv, terminal);
  } catch (error) {
    await terminal.stderr.write(explain(error)).catch(() => {});
    return exitCodes.failure;
  }
}

async function dispatch(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [first, ...rest] = argv;
  if (first === undefined) {
    await terminal.stderr.write(overview(definitions));
    return exitCodes.failure;
  }
  if (first === "--help" || first === "-h" || first === "help") {
    return await help(
      rest.find((argument) => !argument.startsWith("-")),
      terminal,
    );
  }
  if (first === "--version" || first === "-V") {
    await terminal.stdout.write(`promschema ${version()}\n`);
    return exitCodes.clean;
  }
  const command = find(first);
  if (asksForHelp(rest)) return await help(first, terminal);
  const runCommand = await command.load();
  return await runCommand(rest, terminal);
}

async function help(name: string | undefined, terminal: Terminal): Promise<number> {
  const page = name === undefined ? overview(definitions) : commandHelp(find(name).definition);
  await terminal.stdout.write(page);
  return exitCodes.clean;
}

function find(name: string): Command {
  const command = commands.find(({ definition }) => definition.name === name);
  if (command !== undefined) return command;
  const list = "promschema --help lists the commands";
  if (name.startsWith("-")) {
    throw new CommandFailure(`expected a command first, found ${quote(name)}`, list);
  }
  const near = nearest(
    name,
    definitions.map((definition) => definition.name),
  );
  const meant = near === undefined ? "" : `; did you mean ${near}?`;
  // A path or a URL in the place of the command: its check was meant.
  const shown = sourceName(name);
  const next = /[./:]/.test(name) ? `promschema check ${printable(shown)} checks it` : list;
  throw new CommandFailure(`unknown command ${quote(shown)}${meant}`, next);
}
