import type { OptionTable } from "../arguments/definition.js";

/** Options of the commands that yield findings. */
export const findingOptions = {
  rule: {
    kind: "list",
    placeholder: "ID=LEVEL",
    summary:
      "Set the level of a rule: error, warning, info or off. Repeatable. `promschema rules` lists them.",
  },
  "fail-on": {
    kind: "value",
    placeholder: "SEVERITY",
    summary:
      "Exit with 1 when a finding is at least that severe: error (default), warning, info or never.",
  },
  quiet: {
    kind: "flag",
    short: "q",
    summary: "Print findings alone: no summary, no notes. For --format text.",
  },
  verbose: {
    kind: "flag",
    short: "v",
    summary: "Print findings of severity info as well, not only their number. For --format text.",
  },
} as const satisfies OptionTable;

/** Options of every command. */
export const outputOptions = {
  color: {
    kind: "flag",
    negatable: true,
    summary: "Colour the text, or do not. Default: on a terminal, unless NO_COLOR is set.",
  },
  help: { kind: "flag", short: "h", summary: "Print this page." },
} as const satisfies OptionTable;

/** Exit codes of the commands that yield findings. */
export const findingExitCodes = [
  [0, "Nothing found at or above --fail-on."],
  [1, "Findings at or above --fail-on."],
] as const;
