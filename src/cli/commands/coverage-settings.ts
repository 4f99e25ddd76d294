import { quote } from "../../diagnostics/index.js";
import type { OptionTable } from "../arguments/definition.js";
import { CommandFailure } from "../failure.js";

/** Options that ask for what the payload has of the registry. */
export const coverageOptions = {
  require: {
    kind: "list",
    placeholder: "METRIC",
    configuration: { key: "require", form: "texts" },
    summary:
      "Find a metric missing that is not there, whatever its presence; a pattern such as http_* asks for each declared metric it matches. Repeatable.",
  },
  "min-coverage": {
    kind: "value",
    placeholder: "PERCENT",
    configuration: { key: "minCoverage", form: "number" },
    summary: "Find it wrong when less of the declared metrics is seen.",
  },
  coverage: {
    kind: "flag",
    configuration: { key: "coverage", form: "flag" },
    summary:
      "Tell which metrics, labels and values of the registry were seen: a table, or coverage.metrics in a JSON report.",
  },
} as const satisfies OptionTable;

/** What a check is asked for beside its findings. */
export interface CoverageSettings {
  readonly required: readonly string[];
  /** In percent. */
  readonly minCoverage: number | undefined;
  /** Whether to tell of labels and values. */
  readonly coverage: boolean;
}

/** Reads those settings. Throws CommandFailure on a value that makes no sense. */
export function coverageSettings(options: {
  readonly require: readonly string[];
  readonly "min-coverage": string | undefined;
  readonly coverage: boolean | undefined;
}): CoverageSettings {
  if (options.require.includes("")) throw new CommandFailure('--require takes a metric, not ""');
  return {
    required: options.require,
    minCoverage: percent(options["min-coverage"]),
    coverage: options.coverage === true,
  };
}

/** Throws CommandFailure where coverage is asked for and there is nothing to cover. */
export function requireRegistry(
  { minCoverage, coverage }: CoverageSettings,
  registries: readonly string[],
): void {
  if (registries.length > 0) return;
  const option = minCoverage !== undefined ? "--min-coverage" : coverage ? "--coverage" : undefined;
  if (option === undefined) return;
  throw new CommandFailure(`${option} is of the metrics that a registry declares: --registry FILE`);
}

function percent(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const number = /^\d+(\.\d+)?%?$/.test(given) ? Number(given.replace("%", "")) : Number.NaN;
  if (number <= 100) return number;
  throw new CommandFailure(`--min-coverage takes a percentage from 0 to 100, not ${quote(given)}`);
}
