import { checkExpositionStream } from "../../check/index.js";
import * as exposition from "../../exposition/index.js";
import { createCheckCommand } from "./check.js";
import { createInitCommand } from "./init.js";
import { createParseCommand } from "./parse.js";

// The commands that read payloads. They come together, as those of registries do: each module that is loaded by itself splits what it shares with
// others into files of their own, and Node takes longer to open a small file than to read a large one.

export const checkCommand = createCheckCommand({
  checkExpositionStream,
  // A check without a registry does not load what reads one.
  loadRegistry: async (path) => (await import("../../load/index.js")).loadRegistry(path),
  combineRegistries: async (all) =>
    (await import("../../registry/index.js")).combineRegistries(all),
});

export const initCommand = createInitCommand(exposition);

export const parseCommand = createParseCommand(exposition);
