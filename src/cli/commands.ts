import type { Command } from "./command.js";
import { checkDefinition } from "./commands/check-definition.js";
import { completionsDefinition } from "./commands/completions-definition.js";
import { generateDefinition } from "./commands/generate-definition.js";
import { initDefinition } from "./commands/init-definition.js";
import { lintDefinition } from "./commands/lint-definition.js";
import { mockDefinition } from "./commands/mock-definition.js";
import { parseDefinition } from "./commands/parse-definition.js";
import { rulesCommand } from "./commands/rules.js";
import { rulesDefinition } from "./commands/rules-definition.js";
import { inlineLess } from "./inline-less.js";

/** Every command, in the order of the help page. */
export const commands: readonly Command[] = [
  {
    definition: initDefinition,
    load: async () => (await import("./commands/payloads.js")).initCommand,
  },
  {
    definition: checkDefinition,
    load: async () => {
      inlineLess();
      return (await import("./commands/payloads.js")).checkCommand;
    },
  },
  {
    definition: lintDefinition,
    load: async () => (await import("./commands/registries.js")).lintCommand,
  },
  {
    definition: generateDefinition,
    load: async () => (await import("./commands/registries.js")).generateCommand,
  },
  {
    definition: mockDefinition,
    load: async () => (await import("./commands/registries.js")).mockCommand,
  },
  {
    definition: parseDefinition,
    load: async () => (await import("./commands/payloads.js")).parseCommand,
  },
  {
    definition: rulesDefinition,
    load: async () => rulesCommand,
  },
  {
    definition: completionsDefinition,
    load: async () => {
      const { createCompletionsCommand } = await import("./commands/completions.js");
      return createCompletionsCommand(commands.map(({ definition }) => definition));
    },
  },
];
