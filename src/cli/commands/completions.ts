import { nearest, quote } from "../../diagnostics/index.js";
import type { CommandDefinition } from "../arguments/definition.js";
import { parseArguments } from "../arguments/parse.js";
import type { RunCommand } from "../command.js";
import { bashCompletion } from "../completions/bash.js";
import { fishCompletion } from "../completions/fish.js";
import { completedCommands, shells } from "../completions/words.js";
import { zshCompletion } from "../completions/zsh.js";
import { exitCodes } from "../exit-codes.js";
import { CommandFailure } from "../failure.js";
import { completionsDefinition } from "./completions-definition.js";

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

/** `promschema completions`: the commands as a shell completes them. */
export function createCompletionsCommand(definitions: readonly CommandDefinition[]): RunCommand {
  return async (argv, terminal) => {
    const { operands } = parseArguments(completionsDefinition, argv);
    const [name, other] = operands;
    const shell = shells.find((each) => each === name);
    if (shell === undefined || other !== undefined) {
      const near = name === undefined ? undefined : nearest(name, shells);
      const found = name === undefined ? "nothing" : quote(other ?? name);
      const meant = near === undefined ? "" : `; did you mean ${near}?`;
      throw new CommandFailure(
        `expected one shell of ${shells.join(", ")}, found ${found}${meant}`,
      );
    }
    await terminal.stdout.write(scripts[shell](completedCommands(definitions)));
    return exitCodes.clean;
  };
}
