import type { OptionTable } from "../arguments/definition.js";

/** Options of the commands that read a payload. */
export const sourceOptions = {
  "input-format": {
    kind: "value",
    placeholder: "FORMAT",
    summary:
      "How to read the payload: auto (default), prometheus-text-0.0.4, prometheus-text-1.0.0 or openmetrics-1.0.",
  },
  header: {
    kind: "list",
    short: "H",
    placeholder: '"NAME: VALUE"',
    summary:
      "Send a header with the request. Repeatable. It does not follow a redirect to another origin.",
  },
  timeout: {
    kind: "value",
    placeholder: "SECONDS",
    summary: "Time for a whole request. Default: 10.",
  },
} as const satisfies OptionTable;

/** What the verdict of a command rests on. */
export const verdictOptions = {
  rule: {
    kind: "list",
    placeholder: "ID[:METRICS]=LEVEL",
    summary:
      "Set the level of a rule: error, warning, info or off; for metrics of some names alone, as in label-value:go_*=off. Repeatable. `promschema rules` lists them.",
  },
  "fail-on": {
    kind: "value",
    placeholder: "SEVERITY",
    summary:
      "Exit with 1 when a finding is at least that severe: error (default), warning, info or never.",
  },
} as const satisfies OptionTable;

/** Options of the commands that yield findings. */
export const findingOptions = {
  ...verdictOptions,
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
