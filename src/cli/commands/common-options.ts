import type { OptionTable } from "../arguments/definition.js";
import { requestOptions } from "./request-options.js";

/** Options of the commands that read a payload. */
export const sourceOptions = {
  "input-format": {
    kind: "value",
    placeholder: "FORMAT",
    choices: ["auto", "prometheus-text-0.0.4", "prometheus-text-1.0.0", "openmetrics-1.0"],
    default: "auto",
    configuration: { key: "inputFormat", form: "text" },
    summary:
      "How to read the payload: auto (default), prometheus-text-0.0.4, prometheus-text-1.0.0 or openmetrics-1.0.",
  },
  ...requestOptions,
} as const satisfies OptionTable;

/** What the verdict of a command rests on. */
export const verdictOptions = {
  rule: {
    kind: "list",
    placeholder: "ID[:METRICS]=LEVEL",
    configuration: [
      { key: "rules", form: "levels", summary: "Levels of rules." },
      {
        key: "metrics",
        form: "metricLevels",
        summary:
          "Levels of rules for metrics of some names, * and ? being any characters and one. off leaves those metrics out of every rule.",
      },
    ],
    summary:
      "Set the level of a rule: error, warning, info or off; for metrics of some names alone, as in label-value:go_*=off. Repeatable. `promschema rules` lists them.",
  },
  "fail-on": {
    kind: "value",
    placeholder: "SEVERITY",
    choices: ["error", "warning", "info", "never"],
    default: "error",
    configuration: { key: "failOn", form: "text" },
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
    configuration: { key: "quiet", form: "flag" },
    summary: "Print findings alone: no summary, no notes. For --format text.",
  },
  verbose: {
    kind: "flag",
    short: "v",
    configuration: { key: "verbose", form: "flag" },
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

/** Options of the commands that a configuration file may speak for. */
export const configurationOptions = {
  config: {
    kind: "value",
    short: "c",
    placeholder: "FILE",
    once: true,
    summary:
      "The configuration. Default: promschema.config.yaml, .json, .ts or .js, or the key promschema of package.json, from here up to the root of the repository.",
  },
  "no-config": { kind: "flag", summary: "Use no configuration." },
  "print-config": {
    kind: "flag",
    summary: "Print what is in force and where each value comes from, and do nothing else.",
  },
} as const satisfies OptionTable;

/** Exit codes of the commands that yield findings. */
export const findingExitCodes = [
  [0, "Nothing found at or above --fail-on."],
  [1, "Findings at or above --fail-on."],
  [130, "Interrupted: what was found until then is reported."],
] as const;
