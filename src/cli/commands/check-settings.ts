import { quote } from "../../diagnostics/index.js";
import { parseArguments } from "../arguments/parse.js";
import { CommandFailure } from "../failure.js";
import { checkDefinition } from "./check-definition.js";
import { type CoverageSettings, coverageSettings, requireRegistry } from "./coverage-settings.js";
import { type FindingSettings, findingSettings } from "./finding-run.js";
import { maxBytes } from "./quantities.js";
import {
  requirePayload,
  type SourceSettings,
  type StandardInput,
  sourceSettings,
} from "./source-settings.js";

export interface CheckSettings extends FindingSettings, SourceSettings, CoverageSettings {
  readonly payloads: readonly string[];
  readonly registries: readonly string[];
  readonly allowLabels: readonly string[];
}

/** What the arguments of `check` ask for. Throws CommandFailure where they make no sense. */
export function checkSettings(argv: readonly string[], stdin: StandardInput): CheckSettings {
  const { options, operands } = parseArguments(checkDefinition, argv);
  requirePayload("check", operands, stdin);
  const empty = [...operands, ...options["allow-label"]].find((text) => text === "");
  if (empty !== undefined) {
    throw new CommandFailure(`expected a payload or a label name, found ${quote(empty)}`);
  }
  const coverage = coverageSettings(options);
  requireRegistry(coverage, options.registry);
  return {
    ...findingSettings(options),
    ...coverage,
    payloads: operands,
    registries: options.registry,
    allowLabels: options["allow-label"],
    ...sourceSettings(options),
    maxBytes: maxBytes(options["max-bytes"], 1e9),
  };
}
