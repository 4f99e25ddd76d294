import type { CommandDefinition } from "../arguments/definition.js";
import {
  findingExitCodes,
  outputOptions,
  sourceOptions,
  verdictOptions,
} from "./common-options.js";

const options = {
  to: {
    kind: "value",
    short: "t",
    placeholder: "FORMAT",
    summary:
      "What to print: json (default, one document), jsonl (a metric family a line, while it is read), prometheus-text-1.0.0 (or prometheus-text), prometheus-text-0.0.4, or openmetrics-1.0 (or openmetrics).",
  },
  escaping: {
    kind: "value",
    placeholder: "SCHEME",
    summary:
      "How to write names that need quotes: allow-utf-8 (default), underscores (default for text 0.0.4), dots or values.",
  },
  ...sourceOptions,
  "max-bytes": {
    kind: "value",
    placeholder: "SIZE",
    summary:
      "Largest payload that is read, after unpacking, such as 500MB. Default: 200MB, and 1GB for --to jsonl, which does not hold it whole.",
  },
  ...verdictOptions,
  ...outputOptions,
} as const;

export const parseDefinition = {
  name: "parse",
  usage: "<payload> [--to FORMAT] [options]",
  summary: "Print a payload as JSON, or in another format.",
  description: [
    "Reads a Prometheus or OpenMetrics payload and prints what it says as data, or writes it in another format. The payload goes to standard output; what is wrong with it, and what another format has no place for, goes to standard error.",
    "A payload is a path (a .gz file is unpacked), an http or https URL, or - for standard input.",
  ],
  options,
  examples: [
    ["promschema parse metrics.prom", "What a payload says, as JSON:"],
    [
      "curl -sS http://localhost:3000/metrics | promschema parse - --to jsonl | jq -c .name",
      "A metric family a line, as they come:",
    ],
    [
      "promschema parse metrics.prom --to openmetrics --fail-on warning",
      "The same payload as OpenMetrics, and exit 1 if something is lost on the way:",
    ],
  ],
  exitCodes: [...findingExitCodes, [2, "A wrong argument, or a payload that cannot be had."]],
} as const satisfies CommandDefinition;
