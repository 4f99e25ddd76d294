import { quote } from "../../diagnostics/index.js";
import { parseArguments } from "../arguments/parse.js";
import { CommandFailure } from "../failure.js";
import { type HeaderList, parseHeaders } from "../sources/headers.js";
import { checkDefinition } from "./check-definition.js";
import { choice } from "./choice.js";
import { type FindingSettings, findingSettings } from "./finding-run.js";
import { maxBytes, timeoutMs } from "./quantities.js";

export interface CheckSettings extends FindingSettings {
  readonly payloads: readonly string[];
  readonly registry: string | undefined;
  readonly allowLabels: readonly string[];
  readonly inputFormat:
    | "auto"
    | "prometheus-text-0.0.4"
    | "prometheus-text-1.0.0"
    | "openmetrics-1.0";
  readonly headers: HeaderList;
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** What the arguments of `check` ask for. Throws CommandFailure where they make no sense. */
export function checkSettings(argv: readonly string[], stdinIsTerminal: boolean): CheckSettings {
  const { options, operands } = parseArguments(checkDefinition, argv);
  if (operands.length === 0) {
    throw new CommandFailure(
      "check needs a payload: a path, an http(s) URL, or - for standard input",
      stdinIsTerminal
        ? "promschema check --help has examples"
        : "promschema check - reads what is piped in",
    );
  }
  if (operands.filter((operand) => operand === "-").length > 1) {
    throw new CommandFailure("standard input can be read once, and - is given twice");
  }
  const empty = [...operands, ...options["allow-label"]].find((text) => text === "");
  if (empty !== undefined) {
    throw new CommandFailure(`expected a payload or a label name, found ${quote(empty)}`);
  }
  return {
    ...findingSettings(options),
    payloads: operands,
    registry: options.registry,
    allowLabels: options["allow-label"],
    inputFormat: choice("input-format", options["input-format"], [
      "auto",
      "prometheus-text-0.0.4",
      "prometheus-text-1.0.0",
      "openmetrics-1.0",
    ]),
    headers: parseHeaders(options.header),
    timeoutMs: timeoutMs(options.timeout),
    maxBytes: maxBytes(options["max-bytes"]),
  };
}
