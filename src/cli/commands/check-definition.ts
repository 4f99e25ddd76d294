import type { CommandDefinition } from "../arguments/definition.js";
import {
  configurationOptions,
  findingExitCodes,
  findingOptions,
  outputOptions,
  sourceOptions,
} from "./common-options.js";
import { coverageOptions } from "./coverage-settings.js";
import { reportOptions } from "./report-options.js";

const options = {
  registry: {
    kind: "list",
    placeholder: "FILE",
    configuration: { key: "registry", form: "paths" },
    summary:
      "The registry document that declares the metrics, in YAML or JSON; where several do, each of them. Repeatable.",
  },
  ...reportOptions,
  "allow-label": {
    kind: "list",
    placeholder: "NAME",
    configuration: { key: "allowLabels", form: "texts" },
    summary:
      "Allow a label on every metric, declared or not; job and instance always are. Repeatable.",
  },
  ...coverageOptions,
  ...findingOptions,
  ...sourceOptions,
  "max-bytes": {
    kind: "value",
    placeholder: "SIZE",
    default: "1GB",
    configuration: { key: "maxBytes", form: "size" },
    summary: "Largest payload that is read, after unpacking, such as 500MB. Default: 1GB.",
  },
  ...configurationOptions,
  ...outputOptions,
} as const;

export const checkDefinition = {
  name: "check",
  usage: "[<payload>...] [--registry FILE]... [options]",
  summary: "Check what a service exposes.",
  description: [
    "Checks Prometheus and OpenMetrics payloads: that they can be read, that they keep the rules of the format and, with --registry, that they are what the registry declares.",
    "A payload is a path (a .gz file is unpacked), a pattern such as 'scrapes/*.prom', an http or https URL, or - for standard input.",
  ],
  options,
  operands: [
    {
      key: "payloads",
      form: "payloads",
      summary:
        "The payloads to check: paths, http(s) URLs, or - for standard input. Those of the command line take their place.",
    },
  ],
  examples: [
    ["promschema check http://localhost:3000/metrics", "The rules of the format alone:"],
    [
      "promschema check http://localhost:3000/metrics --registry metrics.yaml",
      "The contract as well:",
    ],
    [
      "promschema check m.prom --registry m.yaml --registry node_modules/promschema/schemas/nodejs.yaml",
      "The contract of a service and that of its client library:",
    ],
    [
      "curl -sS https://example.com/metrics | promschema check - --format json",
      "A payload of another tool, a report for another tool:",
    ],
    [
      "promschema check m.prom --registry m.yaml --report sarif=m.sarif --report html=m.html",
      "Reports in files, beside the one that is printed:",
    ],
    [
      "promschema check a.prom b.prom.gz --rule unseen-metric=off --fail-on warning",
      "Several at once, with levels of your own:",
    ],
    [
      "promschema check metrics.prom --registry metrics.yaml --coverage --min-coverage 80",
      "What was seen of the registry, which must be most of it:",
    ],
  ],
  exitCodes: [
    ...findingExitCodes,
    [2, "A wrong argument, a registry that does not load, or a payload that cannot be had."],
  ],
} as const satisfies CommandDefinition;
