import type { CommandDefinition } from "../arguments/definition.js";

export const completionsDefinition = {
  name: "completions",
  usage: "<shell>",
  summary: "Print the completion script of a shell.",
  description: [
    "Prints what makes bash, zsh or fish complete commands, options and their values. The first lines of each script say where it goes.",
  ],
  options: { help: { kind: "flag", short: "h", summary: "Print this page." } },
  examples: [
    ['eval "$(promschema completions bash)"', "In ~/.bashrc, or with zsh in ~/.zshrc:"],
    ["promschema completions fish > ~/.config/fish/completions/promschema.fish", "For fish, once:"],
  ],
  exitCodes: [
    [0, "Printed."],
    [2, "A shell that it has no script for."],
  ],
} as const satisfies CommandDefinition;
