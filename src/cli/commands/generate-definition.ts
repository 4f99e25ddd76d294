import type { CommandDefinition } from "../arguments/definition.js";
import { configurationOptions } from "./common-options.js";

const options = {
  registry: {
    kind: "value",
    placeholder: "FILE",
    once: true,
    summary: "The registry document that declares the metrics.",
  },
  out: {
    kind: "value",
    short: "o",
    placeholder: "PATH",
    once: true,
    summary:
      "Where to write: a file, or a folder where the path is one or ends in a slash. Without it the text goes to standard output.",
  },
  seed: {
    kind: "value",
    placeholder: "TEXT",
    once: true,
    summary: "For mock: what values are drawn from. The same seed gives the same values.",
  },
  check: {
    kind: "flag",
    summary: "Write nothing; exit with 1 where a file is not what it would be.",
  },
  all: {
    kind: "flag",
    summary: "Every target that the configuration lists: generate: [{ target, registry, out }].",
  },
  config: configurationOptions.config,
  help: { kind: "flag", short: "h", summary: "Print this page." },
} as const;

export const generateDefinition = {
  name: "generate",
  usage: "<target> --registry FILE [--out PATH] [--check]",
  summary: "Make code, schemas and pages from a registry.",
  description: [
    "Targets: types (a module of TypeScript with the registry and the labels of each metric), validators (functions that judge labels, without zod), json-schema (of the labels of each metric), docs (a reference in Markdown), html (a catalogue page that is searched and filtered, with no other file), mock (a valid exposition with plausible values).",
    "A file that is there is replaced as a whole or not at all, and only where promschema made it. Of a Markdown file with <!-- promschema:begin --> and <!-- promschema:end -->, docs replaces what is between them.",
  ],
  options,
  examples: [
    [
      "promschema generate types --registry metrics.yaml --out src/metrics.ts",
      "The registry as a typed module:",
    ],
    [
      "promschema generate docs --registry metrics.yaml --out README.md",
      "The reference of the metrics, in a block of the README:",
    ],
    ["promschema generate --all --check", "In CI, that nothing generated is stale:"],
  ],
  exitCodes: [
    [0, "Written, or current."],
    [1, "A file is stale, with --check."],
    [2, "A wrong argument, a registry that does not load, a file that cannot be written."],
  ],
} as const satisfies CommandDefinition;
