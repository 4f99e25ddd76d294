// The labels that are part of a value: the bound of a bucket, the quantile of a summary, the state of a stateset.

import { quote } from "../diagnostics/index.js";
import type { Scanner } from "../exposition/index.js";
import { declaredAt, type MetricContract } from "./contract/metric-contract.js";
import type { CurrentLine } from "./current-line.js";
import type { FamilyState } from "./family-state.js";
import type { FindingSink } from "./finding-sink.js";
import type { LineContext } from "./line-context.js";
import type { SeriesLabels } from "./series-labels.js";

export class OwnLabelReader {
  /** How many remarks were made. */
  remarks = 0;

  readonly #scanner: Scanner;
  readonly #labels: SeriesLabels;
  readonly #sink: FindingSink;
  readonly #line: CurrentLine;
  readonly #openMetrics: boolean;

  constructor(labels: SeriesLabels, { scanner, sink, line, openMetrics }: LineContext) {
    this.#scanner = scanner;
    this.#labels = labels;
    this.#sink = sink;
    this.#line = line;
    this.#openMetrics = openMetrics;
  }

  /** The upper bound of the current bucket; NaN where it has none, which is reported. */
  bound(state: FamilyState): number {
    const at = this.#labels.ownAt;
    const pair = at === -1 ? 0 : this.#scanner.labelValues[at]!;
    const bound = at === -1 ? Number.NaN : this.#labels.numberOf(pair);
    if (Number.isNaN(bound)) {
      this.#bad(state, "spec/bucket-label", "le", at, "an upper bound, a decimal number");
      return bound;
    }
    if (bound === Infinity && this.#openMetrics && this.#scanner.values.text(pair) !== "+Inf") {
      this.#bad(state, "spec/bucket-label", "le", at, '"+Inf" for infinity');
    }
    const { contract } = state;
    if (contract?.ownValues !== undefined && !this.#labels.isDeclared(pair, bound, contract)) {
      this.#undeclared(contract, "bucket-bounds", "le", at);
    }
    return bound;
  }

  /** The quantile of the current sample of a summary; NaN where it has none, which is reported. */
  quantile(state: FamilyState): number {
    const at = this.#labels.ownAt;
    const pair = at === -1 ? 0 : this.#scanner.labelValues[at]!;
    const quantile = at === -1 ? Number.NaN : this.#labels.numberOf(pair);
    if (Number.isNaN(quantile) || (this.#openMetrics && !(quantile >= 0 && quantile <= 1))) {
      const expected = this.#openMetrics ? "a number from 0 to 1" : "a quantile, a decimal number";
      this.#bad(state, "spec/quantile-label", "quantile", at, expected);
      return Number.NaN;
    }
    const { contract } = state;
    if (contract?.ownValues !== undefined && !this.#labels.isDeclared(pair, quantile, contract)) {
      this.#undeclared(contract, "summary-quantiles", "quantile", at);
    }
    return quantile;
  }

  /** The interned state of the current sample of a stateset; 0 where it has none, which is reported. */
  state(state: FamilyState): number {
    const at = this.#labels.ownAt;
    if (at !== -1) return this.#scanner.labelValues[at]!;
    this.#bad(state, "spec/stateset-label", state.name, at, "the state");
    return 0;
  }

  #bad(
    state: FamilyState,
    rule: "spec/bucket-label" | "spec/quantile-label" | "spec/stateset-label",
    label: string,
    at: number,
    what: string,
  ): void {
    this.remarks++;
    const value = at === -1 ? undefined : this.#scanner.values.text(this.#scanner.labelValues[at]!);
    this.#sink.add({
      rule,
      metric: state.name,
      label,
      ...(value === undefined ? {} : { value }),
      message:
        value === undefined
          ? `sample of ${state.name} has no label ${label}: expected ${what}`
          : `${label} of ${state.name} is ${quote(value)}: expected ${what}`,
      ...(at === -1 ? this.#line.name() : this.#line.labelValue(at)),
    });
  }

  #undeclared(
    contract: MetricContract,
    rule: "bucket-bounds" | "summary-quantiles",
    label: string,
    at: number,
  ): void {
    this.remarks++;
    const { metric } = contract;
    const value = this.#scanner.values.text(this.#scanner.labelValues[at]!);
    if (this.#sink.again(rule, this.#scanner.line, metric.name, label, value) !== undefined) return;
    this.#sink.add({
      rule,
      metric: metric.name,
      label,
      value,
      message: `${metric.name} has ${label}=${quote(value)}, which is not declared`,
      ...this.#line.labelValue(at),
      notes: [`declared: ${(metric.buckets ?? metric.quantiles ?? []).join(", ")}`],
      ...declaredAt(metric.position),
    });
  }
}
