// What a set of labels breaks of its metric, and the words for it. The check of a payload and whoever builds one say the same.

import { nearest, type Position, printable, quote, type RuleId } from "../../diagnostics/index.js";
import type { Label, LabelDefinition, Metric } from "../../registry/index.js";
import { allowedValues, brokenRule, declaredAt, type ValueRule } from "./metric-contract.js";

/** A label as it is written: an empty value counts as absent. */
export interface GivenLabel {
  readonly name: string;
  readonly value: string;
}

/** One thing that is wrong with a set of labels. */
export interface LabelBreach {
  readonly rule: RuleId;
  readonly label: string;
  /** The value, where it is what breaks the rule. */
  readonly value?: string;
  /** Which of the given labels it is; undefined where the set lacks one. */
  readonly index: number | undefined;
  /** What to say of it. Called once for what is found many times: looking for the nearest word is dear. */
  describe(): Description;
}

export interface Description {
  readonly message: string;
  readonly hint?: string;
  readonly notes?: readonly string[];
  readonly declared?: Position;
}

type Numbered = GivenLabel & { readonly index: number };

/**
 * All that a set of labels breaks of its metric's contract, values before names before what goes together. With `foldRenamed` a label that is not
 * declared and the required one that it stands for are one breach.
 */
export function labelBreaches(
  metric: Metric,
  given: readonly GivenLabel[],
  foldRenamed: boolean,
): LabelBreach[] {
  const declared = new Map(metric.labels.map((label) => [label.name, label]));
  const numbered = given.map((label, index) => ({ ...label, index }));
  const present = numbered.filter(({ value }) => value !== "");
  const values = present.flatMap((one) => {
    const label = declared.get(one.name);
    const broken = label === undefined ? undefined : valueRule(label.definition, one.value);
    return label === undefined || broken === undefined
      ? []
      : [breachOfValue(metric, label.definition, one, broken)];
  });
  const empty = numbered.filter(({ value }) => value === "");
  return [
    ...values,
    ...breachesOfNames(metric, declared, present, empty, foldRenamed),
    ...breachesOfRequires(metric, declared, present),
  ];
}

const judges = new WeakMap<LabelDefinition, (value: string) => ValueRule | undefined>();

/** The rule of a definition that a value breaks. What a definition compiles to is kept as long as it is. */
function valueRule(definition: LabelDefinition, value: string): ValueRule | undefined {
  let judge = judges.get(definition);
  if (judge === undefined) {
    judge = brokenRule(definition);
    judges.set(definition, judge);
  }
  return judge(value);
}

function breachOfValue(
  metric: Metric,
  definition: LabelDefinition,
  { name, value, index }: Numbered,
  rule: ValueRule,
): LabelBreach {
  return {
    rule,
    label: name,
    value,
    index,
    describe: () => ({
      message: `${printable(name)} of ${printable(metric.name)} is ${quote(value)}, which ${complaint(definition, rule)}`,
      ...(rule === "label-value" ? hintOf(value, definition) : {}),
      notes: [allowedBy(definition, rule)],
      ...declaredAt(definition.position),
    }),
  };
}

function complaint({ type }: LabelDefinition, rule: ValueRule): string {
  if (rule === "label-type") return `is no ${type}`;
  return rule === "label-value" ? "is not one of its values" : "does not match its pattern";
}

function hintOf(value: string, { enum: values = [] }: LabelDefinition): { readonly hint?: string } {
  const close = nearest(
    value,
    values.map((one) => one.value),
  );
  return close === undefined ? {} : { hint: `did you mean ${quote(close)}?` };
}

/** What a rule allows a label to be. */
function allowedBy(definition: LabelDefinition, rule: ValueRule): string {
  if (rule === "label-value") return `allowed: ${allowedValues(definition.enum ?? [], unquoted)}`;
  if (rule === "label-pattern") return `pattern: ${printable(definition.pattern ?? "")}`;
  if (definition.type === "boolean") return "allowed: true, false";
  return "allowed: whole numbers, as -3, 0 or 42";
}

function unquoted(text: string): string {
  return /^[\w.:/+-]+$/.test(text) ? text : quote(text);
}

/** Labels that are not declared, and required ones that are missing: a renamed label is both. */
function breachesOfNames(
  metric: Metric,
  declared: ReadonlyMap<string, Label>,
  present: readonly Numbered[],
  empty: readonly Numbered[],
  foldRenamed: boolean,
): LabelBreach[] {
  const names = new Set(present.map(({ name }) => name));
  const missing = metric.labels.filter((label) => label.required && !names.has(label.name));
  const undeclared = present.filter(({ name }) => !declared.has(name));
  const breaches = undeclared.map((one): LabelBreach => {
    const meant = renamedFrom(one.name, metric, names, missing, undeclared.length);
    const folded = foldRenamed && meant !== undefined && missing.includes(meant);
    if (folded) missing.splice(missing.indexOf(meant), 1);
    return breachOfUndeclared(metric, one, meant, folded);
  });
  for (const label of missing) {
    const index = empty.find(({ name }) => name === label.name)?.index;
    breaches.push(breachOfMissing(metric, label, index));
  }
  return breaches;
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

function breachOfUndeclared(
  metric: Metric,
  { name, index }: Numbered,
  meant: Label | undefined,
  folded: boolean,
): LabelBreach {
  return {
    rule: "undeclared-label",
    label: name,
    index,
    describe: () => ({
      message: `${printable(metric.name)} has the label ${quote(name)}, which is not declared for it`,
      ...(meant === undefined ? {} : { hint: `did you mean ${quote(meant.name)}?` }),
      notes: [
        folded && meant !== undefined
          ? `the required label ${quote(meant.name)} is missing: renamed?`
          : `declared: ${declaredNames(metric)}`,
      ],
      ...declaredAt(folded ? meant?.position : metric.position),
    }),
  };
}

function declaredNames({ labels }: Metric): string {
  const names = labels.map(({ name, required }) => printable(required ? name : `${name}?`));
  return names.length === 0 ? "none" : names.join(", ");
}

function breachOfMissing(metric: Metric, label: Label, index: number | undefined): LabelBreach {
  return {
    rule: "missing-label",
    label: label.name,
    index,
    describe: () => ({
      message:
        index === undefined
          ? `${printable(metric.name)} lacks its required label ${quote(label.name)}`
          : `the required label ${quote(label.name)} of ${printable(metric.name)} is empty, which counts as absent`,
      ...declaredAt(label.position),
    }),
  };
}

function breachesOfRequires(
  metric: Metric,
  declared: ReadonlyMap<string, Label>,
  present: readonly Numbered[],
): LabelBreach[] {
  const names = new Set(present.map(({ name }) => name));
  const breaches: LabelBreach[] = [];
  for (const { name, index } of present) {
    const definition = declared.get(name)?.definition;
    const lacking = (definition?.requires ?? []).filter((other) => !names.has(other));
    if (lacking.length === 0) continue;
    breaches.push(breachOfRequires(metric, name, lacking, index, definition?.position));
  }
  return breaches;
}

function breachOfRequires(
  metric: Metric,
  label: string,
  lacking: readonly string[],
  index: number,
  position: Position | undefined,
): LabelBreach {
  return {
    rule: "label-requires",
    label,
    index,
    describe: () => ({
      message: `${printable(metric.name)} has the label ${quote(label)} without ${lacking.map(quote).join(" and ")}: they go together`,
      hint: lacking.length === 1 ? "set both, or leave both empty" : "set all, or leave all empty",
      ...declaredAt(position),
    }),
  };
}
