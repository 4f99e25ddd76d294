import type { Command } from "./command.js";
import { checkDefinition } from "./commands/check-definition.js";
import { completionsDefinition } from "./commands/completions-definition.js";
import { generateDefinition } from "./commands/generate-definition.js";
import { initDefinition } from "./commands/init-definition.js";
import { lintDefinition } from "./commands/lint-definition.js";
import { mockDefinition } from "./commands/mock-definition.js";
import { parseDefinition } from "./commands/parse-definition.js";
import { rulesDefinition } from "./commands/rules-definition.js";
import { inlineLess } from "./inline-less.js";

/** Every command, in the order of the help page. */
export const commands: readonly Command[] = [
  {
    definition: initDefinition,
    load: async () => {
      const [{ createInitCommand }, exposition] = await Promise.all([
        import("./commands/init.js"),
        import("../exposition/index.js"),
      ]);
      return createInitCommand(exposition);
    },
  },
  {
    definition: checkDefinition,
    load: async () => {
      inlineLess();
      const [{ createCheckCommand }, { checkExpositionStream }] = await Promise.all([
        import("./commands/check.js"),
        import("../check/index.js"),
      ]);
      return createCheckCommand({
        checkExpositionStream,
        // A check without a registry does not load what reads one.
        loadRegistry: async (path) => (await import("../load/index.js")).loadRegistry(path),
        combineRegistries: async (all) =>
          (await import("../registry/index.js")).combineRegistries(all),
      });
    },
  },
  {
    definition: lintDefinition,
    load: async () => {
      const [{ createLintCommand }, { loadRegistry }, { lintRegistry }] = await Promise.all([
        import("./commands/lint.js"),
        import("../load/index.js"),
        import("../registry/index.js"),
      ]);
      return createLintCommand({ loadRegistry, lintRegistry });
    },
  },
  {
    definition: generateDefinition,
    load: async () => {
      const [{ createGenerateCommand }, { loadRegistry }] = await Promise.all([
        import("./commands/generate.js"),
        import("../load/index.js"),
      ]);
      return createGenerateCommand({ loadRegistry });
    },
  },
  {
    definition: mockDefinition,
    load: async () => {
      const [{ createMockCommand }, { loadRegistry }] = await Promise.all([
        import("./commands/mock.js"),
        import("../load/index.js"),
      ]);
      return createMockCommand({ loadRegistry });
    },
  },
  {
    definition: parseDefinition,
    load: async () => {
      const [{ createParseCommand }, exposition] = await Promise.all([
        import("./commands/parse.js"),
        import("../exposition/index.js"),
      ]);
      return createParseCommand(exposition);
    },
  },
  {
    definition: rulesDefinition,
    load: async () => (await import("./commands/rules.js")).rulesCommand,
  },
  {
    definition: completionsDefinition,
    load: async () => {
      const { createCompletionsCommand } = await import("./commands/completions.js");
      return createCompletionsCommand(commands.map(({ definition }) => definition));
    },
  },
];
