import type { CommandDefinition } from "../arguments/definition.js";
import { outputOptions } from "./common-options.js";

const options = {
  format: {
    kind: "value",
    short: "f",
    placeholder: "FORMAT",
    summary: "How to print: text (default) or json.",
  },
  ...outputOptions,
} as const;

export const rulesDefinition = {
  name: "rules",
  usage: "[<rule>...] [options]",
  summary: "List the rules, or explain some: what, a bad example, how to mend it.",
  description: [
    "Without arguments lists every rule with its default level. With the ids of rules prints the page of each.",
  ],
  options,
  examples: [
    ["promschema rules", "Every rule:"],
    ["promschema rules label-value", "What a finding means:"],
  ],
  exitCodes: [
    [0, "Printed."],
    [2, "A wrong argument, or a rule that does not exist."],
  ],
} as const satisfies CommandDefinition;
