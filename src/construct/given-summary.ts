import { printable } from "../diagnostics/index.js";
import type { SummaryValue } from "../exposition/index.js";
import type { Metric } from "../registry/index.js";
import { readCount, readFields, readList, readNumber } from "./given-fields.js";
import { refuse } from "./refusal.js";
import { declaredAt } from "./sample-value.js";

/** What a summary is built from, as a parsed one has it. */
export interface SummaryInput {
  readonly count: number;
  readonly sum: number;
  /** In rising order: the declared quantiles and no others. NaN where nothing was observed. */
  readonly quantiles: readonly { readonly quantile: number; readonly value: number }[];
}

/** Reads a summary. Throws a PromschemaError for what its registry or the specification rejects. */
export function readSummary(metric: Metric, given: unknown): SummaryValue {
  const fields = readFields(metric, "the value", given);
  const count = readCount(metric, "count", fields.get("count"));
  const sum = readNumber(metric, "sum", fields.get("sum"));
  if (sum < 0) refuseNegative(metric, "sum", sum);
  const quantiles = readList(metric, "quantiles", fields.get("quantiles")).map((one) => {
    const parts = readFields(metric, "a quantile", one);
    const quantile = readNumber(metric, "the quantile", parts.get("quantile"));
    const value = readNumber(metric, `quantile ${quantile}`, parts.get("value"));
    if (value < 0) refuseNegative(metric, `quantile ${quantile}`, value);
    // There is one zero among the quantiles.
    return Object.freeze({ quantile: quantile + 0, value });
  });
  checkQuantiles(
    metric,
    quantiles.map(({ quantile }) => quantile),
  );
  return Object.freeze({ count, sum, quantiles: Object.freeze(quantiles) });
}

function refuseNegative(metric: Metric, what: string, value: number): never {
  refuse("spec/summary-value", {
    message: `${what} of ${printable(metric.name)} is ${value}: OpenMetrics allows none below zero`,
    metric: metric.name,
    ...declaredAt(metric),
  });
}

function checkQuantiles(metric: Metric, quantiles: readonly number[]): void {
  const name = printable(metric.name);
  quantiles.forEach((quantile, at) => {
    const before = quantiles[at - 1];
    if (!(quantile >= 0 && quantile <= 1)) {
      const message = `quantile of ${name} is ${quantile}: expected a number from 0 to 1`;
      refuse("spec/quantile-label", { message, metric: metric.name });
    }
    if (before === undefined || quantile > before) return;
    const message = `quantiles of ${name}: expected rising ones, found ${quantile} after ${before}`;
    refuse("spec/bucket-order", { message, metric: metric.name });
  });
  const { quantiles: declared } = metric;
  if (declared === undefined) return;
  if (declared.length === quantiles.length && declared.every((one, at) => one === quantiles[at])) {
    return;
  }
  refuse("summary-quantiles", {
    message: `quantiles of ${name}: expected those declared, found others`,
    metric: metric.name,
    notes: [`declared: ${declared.join(", ")}`, `found: ${quantiles.join(", ")}`],
    ...declaredAt(metric),
  });
}
