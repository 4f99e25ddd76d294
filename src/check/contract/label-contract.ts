// What a series breaks of its metric's label contract. Called when the hot path has found that it breaks something, so it may take its time.

import { nearest, quote } from "../../diagnostics/index.js";
import type { Scanner } from "../../exposition/index.js";
import type { Label, Metric } from "../../registry/index.js";
import type { CurrentLine } from "../current-line.js";
import type { FindingSink } from "../finding-sink.js";
import {
  allowedValues,
  brokenRule,
  declaredAt,
  type LabelRule,
  type MetricContract,
} from "./metric-contract.js";

interface Context {
  readonly contract: MetricContract;
  readonly scanner: Scanner;
  readonly line: CurrentLine;
  readonly sink: FindingSink;
  /** Interned names of labels any series may have, `le` of a bucket and `quantile` among them. */
  isAllowed(name: number): boolean;
}

interface Present {
  readonly index: number;
  readonly name: string;
  readonly value: string;
  readonly rule: LabelRule | undefined;
}

/** Reports all that is wrong with the labels of the current sample. */
export function judgeLabels(context: Context): void {
  const present = presentLabels(context);
  for (const label of present) if (label.rule !== undefined) judgeValue(context, label, label.rule);
  judgeNames(context, present);
  judgeRequires(context, present);
}

/** Labels with a value: an empty one counts as absent. */
function presentLabels({ contract, scanner, isAllowed }: Context): Present[] {
  const { names, values } = scanner;
  const present: Present[] = [];
  for (let index = 0; index < scanner.labelCount; index++) {
    const name = scanner.labelNames[index]!;
    const value = scanner.labelValues[index]!;
    const rule = contract.labels.get(name);
    if (values.lengthOf(value) === 0 || (rule === undefined && isAllowed(name))) continue;
    present.push({ index, name: names.text(name), value: values.text(value), rule });
  }
  return present;
}

function judgeValue(context: Context, present: Present, rule: LabelRule): void {
  const { definition } = rule.label;
  const broken = brokenRule(definition)(present.value);
  if (broken === undefined) return;
  const { sink, line, contract } = context;
  const metric = contract.metric.name;
  if (sink.again(broken, metric, present.name, present.value) !== undefined) return;
  const subject = `${present.name} of ${metric} is ${quote(present.value)}`;
  const place = {
    metric,
    label: present.name,
    value: present.value,
    ...line.labelValue(present.index),
  };
  if (broken === "label-value") {
    const values = definition.enum ?? [];
    const close = nearest(
      present.value,
      values.map(({ value }) => value),
    );
    sink.add({
      rule: broken,
      message: `${subject}, which is not one of its values`,
      ...place,
      ...(close === undefined ? {} : { hint: `did you mean ${quote(close)}?` }),
      notes: [`allowed: ${allowedValues(values, unquoted)}`],
      ...declaredAt(definition.position),
    });
  } else if (broken === "label-pattern") {
    sink.add({
      rule: broken,
      message: `${subject}, which does not match its pattern`,
      ...place,
      notes: [`pattern: ${definition.pattern}`],
      ...declaredAt(definition.position),
    });
  } else {
    sink.add({
      rule: broken,
      message: `${subject}, which is no ${definition.type}`,
      ...place,
      notes: [
        definition.type === "boolean"
          ? "allowed: true, false"
          : "allowed: whole numbers, as -3, 0 or 42",
      ],
      ...declaredAt(definition.position),
    });
  }
}

function unquoted(text: string): string {
  const quoted = quote(text);
  return /^[\w.:/+-]+$/.test(text) ? text : quoted;
}

/** Labels that are not declared, and required ones that are missing: a renamed label is both, and one finding. */
function judgeNames(context: Context, present: readonly Present[]): void {
  const { contract, sink, line } = context;
  const { metric } = contract;
  const names = new Set(present.map(({ name }) => name));
  const missing = metric.labels.filter((label) => label.required && !names.has(label.name));
  const undeclared = present.filter(({ rule }) => rule === undefined);
  for (const label of undeclared) {
    const meant = renamedFrom(label.name, metric, names, missing, undeclared.length);
    const folded = meant !== undefined && sink.isOn("undeclared-label") && missing.includes(meant);
    if (folded) missing.splice(missing.indexOf(meant), 1);
    if (sink.again("undeclared-label", metric.name, label.name) !== undefined) continue;
    sink.add({
      rule: "undeclared-label",
      message: `${metric.name} has the label ${quote(label.name)}, which is not declared for it`,
      metric: metric.name,
      label: label.name,
      ...line.labelName(label.index),
      ...(meant === undefined ? {} : { hint: `did you mean ${quote(meant.name)}?` }),
      notes: folded
        ? [`the required label ${quote(meant.name)} is missing: renamed?`]
        : [
            `declared: ${metric.labels.map(({ name, required }) => (required ? name : `${name}?`)).join(", ")}`,
          ],
      ...declaredAt(folded ? meant.position : metric.position),
    });
  }
  for (const label of missing) reportMissing(context, label);
}

/** The declared label that an undeclared one stands for: a near miss, or the only one missing where it is the only one too many. */
function renamedFrom(
  name: string,
  metric: Metric,
  present: ReadonlySet<string>,
  missing: readonly Label[],
  undeclared: number,
): Label | undefined {
  const free = metric.labels.filter((label) => !present.has(label.name));
  const close = nearest(
    name,
    free.map((label) => label.name),
  );
  if (close !== undefined) return free.find((label) => label.name === close);
  return undeclared === 1 && missing.length === 1 ? missing[0] : undefined;
}

function reportMissing({ contract, scanner, sink, line }: Context, label: Label): void {
  const metric = contract.metric.name;
  if (sink.again("missing-label", metric, label.name) !== undefined) return;
  const empty = indexOfName(scanner, label.name);
  sink.add({
    rule: "missing-label",
    message:
      empty === -1
        ? `${metric} lacks its required label ${quote(label.name)}`
        : `the required label ${quote(label.name)} of ${metric} is empty, which counts as absent`,
    metric,
    label: label.name,
    ...(empty === -1 ? line.name() : line.labelName(empty)),
    ...declaredAt(label.position),
  });
}

function indexOfName(scanner: Scanner, name: string): number {
  for (let index = 0; index < scanner.labelCount; index++) {
    if (scanner.names.text(scanner.labelNames[index]!) === name) return index;
  }
  return -1;
}

function judgeRequires({ contract, sink, line }: Context, present: readonly Present[]): void {
  const metric = contract.metric.name;
  const names = new Set(present.map(({ name }) => name));
  const reported = new Set<string>();
  for (const label of present) {
    for (const other of label.rule?.label.definition.requires ?? []) {
      if (names.has(other) || reported.has(`${other} ${label.name}`)) continue;
      // Two labels that require each other break the rule once.
      reported.add(`${label.name} ${other}`);
      if (sink.again("label-requires", metric, label.name) !== undefined) continue;
      sink.add({
        rule: "label-requires",
        message: `${metric} has the label ${quote(label.name)} without ${quote(other)}: they go together`,
        metric,
        label: label.name,
        ...line.labelName(label.index),
        hint: `set both, or leave both empty`,
        ...declaredAt(label.rule?.label.definition.position),
      });
    }
  }
}
