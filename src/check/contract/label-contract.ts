// What a series breaks of its metric's label contract. Called when the hot path has found that it breaks something, so it may take its time.

import type { Scanner } from "../../exposition/index.js";
import type { CurrentLine, Place } from "../current-line.js";
import type { FindingSink } from "../finding-sink.js";
import { type GivenLabel, type LabelBreach, labelBreaches } from "./label-breaches.js";
import type { MetricContract } from "./metric-contract.js";

interface Context {
  readonly contract: MetricContract;
  readonly scanner: Scanner;
  readonly line: CurrentLine;
  readonly sink: FindingSink;
  /** Interned names of labels any series may have, `le` of a bucket and `quantile` among them. */
  isAllowed(name: number): boolean;
}

/** Where a label is among those of the scanner. */
type Placed = GivenLabel & { readonly at: number };

/** Reports all that is wrong with the labels of the current sample. */
export function judgeLabels(context: Context): void {
  const { contract, scanner, sink } = context;
  const { metric } = contract;
  const labels = labelsOf(context);
  for (const breach of labelBreaches(metric, labels, sink.isOn("undeclared-label", metric.name))) {
    const { rule, label, value } = breach;
    if (sink.again(rule, scanner.line, metric.name, label, value) !== undefined) continue;
    sink.add({
      rule,
      metric: metric.name,
      label,
      ...(value === undefined ? {} : { value }),
      ...placeOf(breach, labels, context.line),
      ...breach.describe(),
    });
  }
}

/** The labels that the contract judges. */
function labelsOf({ contract, scanner, isAllowed }: Context): Placed[] {
  const { names, values } = scanner;
  const labels: Placed[] = [];
  for (let at = 0; at < scanner.labelCount; at++) {
    const name = scanner.labelNames[at]!;
    if (!contract.labels.has(name) && isAllowed(name)) continue;
    labels.push({ name: names.text(name), value: values.text(scanner.labelValues[at]!), at });
  }
  return labels;
}

function placeOf(
  { index, value }: LabelBreach,
  labels: readonly Placed[],
  line: CurrentLine,
): Place {
  const at = index === undefined ? undefined : labels[index]?.at;
  if (at === undefined) return line.name();
  return value === undefined ? line.labelName(at) : line.labelValue(at);
}
