import type { CommandDefinition } from "../arguments/definition.js";
import {
  configurationOptions,
  findingExitCodes,
  findingOptions,
  outputOptions,
} from "./common-options.js";
import { reportOptions } from "./report-options.js";

const options = {
  ...reportOptions,
  ...findingOptions,
  ...configurationOptions,
  ...outputOptions,
} as const;

export const lintDefinition = {
  name: "lint",
  usage: "[<registry>...] [options]",
  summary: "Check registry documents: their form, their references, their names.",
  description: [
    "Checks that each registry document compiles, and that its metrics and labels are named as Prometheus recommends.",
  ],
  options,
  operands: [
    {
      key: "registries",
      form: "paths",
      summary: "The registry documents that lint reviews, where they are others than registry.",
    },
    { key: "registry", form: "paths" },
  ],
  examples: [
    ["promschema lint metrics.yaml", "One document:"],
    [
      "promschema lint schemas/*.yaml --fail-on warning --rule naming/counter-total=off",
      "Many, names included in the verdict, with one rule off:",
    ],
  ],
  exitCodes: [...findingExitCodes, [2, "A wrong argument, or a file that cannot be read."]],
} as const satisfies CommandDefinition;
