import type { CommandDefinition } from "../arguments/definition.js";
import { requestOptions } from "./request-options.js";

const options = {
  registry: {
    kind: "value",
    placeholder: "FILE",
    once: true,
    default: "metrics.yaml",
    summary:
      "The registry document: used where it is there, written where not. Default: metrics.yaml.",
  },
  format: {
    kind: "value",
    short: "f",
    placeholder: "FORMAT",
    choices: ["yaml", "json", "ts"],
    default: "yaml",
    summary: "How to write the configuration: yaml (default), json or ts.",
  },
  yes: { kind: "flag", short: "y", summary: "Ask nothing, and take what is given or the default." },
  ...requestOptions,
  help: { kind: "flag", short: "h", summary: "Print this page." },
} as const;

export const initDefinition = {
  name: "init",
  usage: "[<payload>] [options]",
  summary: "Write a configuration and a first registry.",
  description: [
    "Writes promschema.config.yaml and, where there is none, a registry document: with a payload one that declares what is in it, to be completed by hand, else a small example with a payload that keeps it. Nothing that is there is overwritten. On a terminal it asks.",
  ],
  options,
  examples: [
    ["promschema init", "Ask, then write:"],
    ["promschema init http://localhost:3000/metrics --yes", "Declare what a service exposes now:"],
  ],
  exitCodes: [
    [0, "Written."],
    [
      2,
      "A wrong argument, a configuration that is there already, or a payload that cannot be read.",
    ],
  ],
} as const satisfies CommandDefinition;
