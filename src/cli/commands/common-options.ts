import type { OptionTable } from "../arguments/definition.js";
import { requestOptions } from "./request-options.js";

/** Options of the commands that read a payload. */
export const sourceOptions = {
  "input-format": {
    kind: "value",
    placeholder: "FORMAT",
    summary:
      "How to read the payload: auto (default), prometheus-text-0.0.4, prometheus-text-1.0.0 or openmetrics-1.0.",
  },
  ...requestOptions,
} as const satisfies OptionTable;

/** What the verdict of a command rests on. */
export const verdictOptions = {
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
  [130, "Interrupted: what was found until then is reported."],
] as const;
