import type { LevelOptions, Severity } from "../../diagnostics/index.js";
import type { EscapingScheme, Format } from "../../exposition/index.js";
import { parseArguments } from "../arguments/parse.js";
import { CommandFailure } from "../failure.js";
import { choice, ruleLevels } from "./choice.js";
import { parseDefinition } from "./parse-definition.js";
import { maxBytes } from "./quantities.js";
import {
  requirePayload,
  type SourceSettings,
  type StandardInput,
  sourceSettings,
} from "./source-settings.js";

export interface ParseSettings extends SourceSettings, Required<LevelOptions> {
  readonly payload: string;
  readonly to: "json" | "jsonl" | Format;
  /** Undefined where it is left to the format. */
  readonly escaping: EscapingScheme | undefined;
  readonly failOn: Severity | "never";
  readonly color: boolean | undefined;
}

const aliases = new Map<string, Format>([
  ["prometheus-text", "prometheus-text-1.0.0"],
  ["openmetrics", "openmetrics-1.0"],
]);

/** What the arguments of `parse` ask for. Throws CommandFailure where they make no sense. */
export function parseSettings(argv: readonly string[], stdin: StandardInput): ParseSettings {
  const { options, operands } = parseArguments(parseDefinition, argv);
  requirePayload("parse", operands, stdin);
  const [payload = "", ...others] = operands;
  if (payload === "") throw new CommandFailure('expected a payload, found ""');
  if (others.length > 0) {
    throw new CommandFailure(
      `parse takes one payload, and ${operands.length} are given`,
      "promschema check takes several",
    );
  }
  const to = choice("to", aliases.get(options.to ?? "") ?? options.to, [
    "json",
    "jsonl",
    "prometheus-text-1.0.0",
    "prometheus-text-0.0.4",
    "openmetrics-1.0",
  ]);
  if (options.escaping !== undefined && (to === "json" || to === "jsonl")) {
    throw new CommandFailure(`--escaping is for the wire formats: ${to} has names as they are`);
  }
  return {
    ...sourceSettings(options),
    payload,
    to,
    escaping: options.escaping === undefined ? undefined : scheme(options.escaping),
    ...ruleLevels(options.rule),
    failOn: choice("fail-on", options["fail-on"], ["error", "warning", "info", "never"]),
    maxBytes: maxBytes(options["max-bytes"], to === "jsonl" ? 1e9 : 2e8),
    color: options.color,
  };
}

function scheme(given: string): EscapingScheme {
  return choice("escaping", given, ["allow-utf-8", "underscores", "dots", "values"]);
}
