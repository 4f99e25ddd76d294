// Series whose labels are not what their metric declares.

import fc from "fast-check";
import { compilePattern, wholeNumber } from "../../pattern/index.js";
import type { Label, LabelDefinition, Metric } from "../../registry/index.js";
import { labelNames, someText } from "../names.js";
import { type Breach, labelBreach, rightTexts } from "./breach.js";
import type { LabelText } from "./metric-text.js";

/** Labels that any series may have, or that are part of a value. */
const special: ReadonlySet<string> = new Set(["job", "instance", "le", "quantile", "__name__"]);

/** Texts of which most patterns, enums and types refuse some. */
const oddities: readonly string[] = [
  "~",
  "-",
  " ",
  "é",
  "0",
  "1.5",
  "a",
  "Z",
  "true",
  "007",
  "x y",
];

/** Each rule about labels that the metric can break. */
export function wrongLabels(metric: Metric): Breach[] {
  const right = rightTexts(metric);
  return [
    undeclaredLabel(metric, right),
    ...metric.labels.flatMap((label) => [
      ...missingLabel(metric, label, right),
      ...wrongValue(metric, label, right),
      ...unmetRequirement(metric, label, right),
      ...absentValue(metric, label, right),
    ]),
  ];
}

type Right = fc.Arbitrary<LabelText[]>;

function undeclaredLabel(metric: Metric, right: Right): Breach {
  const declared = new Set([...metric.labels.map(({ name }) => name), metric.name, ...special]);
  const name = labelNames({}).filter((drawn) => !declared.has(drawn));
  return labelBreach(
    "undeclared-label",
    metric,
    fc.tuple(right, name, someText).map(([labels, ...more]) => [...labels, more]),
  );
}

function missingLabel(metric: Metric, { name, required }: Label, right: Right): Breach[] {
  if (!required) return [];
  const isEmpty = fc.boolean();
  const labels = fc
    .tuple(right, isEmpty)
    .map(([all, empty]) => [...without(all, name), ...(empty ? [[name, ""] as const] : [])]);
  return [labelBreach("missing-label", metric, labels)];
}

/** Values that the definition of a label refuses, by the first rule that does. */
function wrongValue(metric: Metric, { name, definition }: Label, right: Right): Breach[] {
  const rule = ruleOf(definition);
  if (rule === undefined) return [];
  const values = oddities.filter((text) => isRefused(definition, rule, text));
  if (values.length === 0) return [];
  const labels = fc
    .tuple(right, fc.constantFrom(...values))
    .map(([all, value]): LabelText[] => [...without(all, name), [name, value]]);
  return [labelBreach(rule, metric, labels)];
}

type ValueRule = "label-type" | "label-value" | "label-pattern";

function ruleOf({ type, enum: values, open, pattern }: LabelDefinition): ValueRule | undefined {
  if (type !== "string") return "label-type";
  if (values !== undefined && !open) return "label-value";
  return pattern === undefined ? undefined : "label-pattern";
}

function isRefused(definition: LabelDefinition, rule: ValueRule, text: string): boolean {
  if (rule === "label-type") {
    const readable = definition.type === "boolean" ? /^(?:true|false)$/ : wholeNumber;
    return !readable.test(text);
  }
  if (rule === "label-value") return !definition.enum?.some(({ value }) => value === text);
  const pattern = compilePattern(definition.pattern ?? "");
  return pattern.ok && !pattern.matches(text);
}

/** A label without an optional one that it requires. */
function unmetRequirement(metric: Metric, { name, definition }: Label, right: Right): Breach[] {
  const optional = new Set(
    metric.labels.filter((label) => !label.required).map((label) => label.name),
  );
  const others = definition.requires.filter((other) => optional.has(other));
  if (others.length === 0) return [];
  const labels = fc
    .tuple(
      right.filter((all) => all.some(([label]) => label === name)),
      fc.constantFrom(...others),
    )
    .map(([all, other]) => without(all, other));
  return [labelBreach("label-requires", metric, labels)];
}

/** A metric without a value that is there wherever the metric is. */
function absentValue(metric: Metric, { name, definition }: Label, right: Right): Breach[] {
  const { enum: values = [] } = definition;
  const always = values.filter(({ presence }) => presence === "always");
  // One series has one value: of two that are always there one is absent.
  return always.length < 2
    ? []
    : [
        labelBreach(
          "absent-value",
          metric,
          right.filter((all) => all.some(([label]) => label === name)),
        ),
      ];
}

function without(labels: readonly LabelText[], name: string): LabelText[] {
  return labels.filter(([label]) => label !== name);
}
