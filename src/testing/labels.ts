// Arbitrary labels of a metric: those its contract takes, and those that miss it by a little.

import fc from "fast-check";
import { createFinding, PromschemaError, quote } from "../diagnostics/index.js";
import { compilePattern } from "../pattern/index.js";
import type {
  CompiledRegistry,
  Label,
  LabelDefinition,
  LabelsOf,
  Metric,
  MetricName,
} from "../registry/index.js";
import { anyText, record, someText } from "./names.js";

type GivenLabels = { readonly [name: string]: unknown };

/**
 * Labels that the contract of a metric takes, as a writer gives them: JavaScript values where a label has a type, optional ones left out, empty or
 * undefined. The values of a label with a pattern that JavaScript reads differently are its examples.
 *
 * Throws a PromschemaError where the registry does not declare the metric, or a label has such a pattern and no examples.
 */
export function rightLabels<R extends CompiledRegistry, const M extends MetricName<R>>(
  registry: R,
  name: M,
): fc.Arbitrary<LabelsOf<R, M>> {
  // Drawn from the registry whose document the types follow.
  return labelsFor(metricOf(registry, name)) as fc.Arbitrary<LabelsOf<R, M>>;
}

/** Labels of which some are right: others lack one, have one too many, or a value that none has. As a program without types gives them. */
export function anyLabels(registry: CompiledRegistry, name: string): fc.Arbitrary<GivenLabels> {
  const metric = metricOf(registry, name);
  const names = metric.labels.map((label) => label.name);
  const wrong = fc.record({
    name: names.length === 0 ? someText : fc.oneof(fc.constantFrom(...names), someText),
    value: fc.oneof(
      anyText,
      fc.constantFrom<unknown>(undefined, "", "true", "GET", 1, -0, 1.5, true, "0", "007", "-3"),
      fc.constantFrom<unknown>(null, Number.NaN, {}, [], Symbol("label")),
    ),
    isGone: fc.boolean(),
  });
  return fc
    .tuple(labelsFor(metric), fc.array(wrong, { minLength: 1, maxLength: 2 }))
    .map(([right, changes]) => {
      const labels = new Map(Object.entries(right));
      for (const { name: label, value, isGone } of changes) {
        if (isGone) labels.delete(label);
        else labels.set(label, value);
      }
      return record(labels);
    });
}

function metricOf(registry: CompiledRegistry, name: string): Metric {
  return registry.metrics.get(name) ?? refuse(`metric ${quote(name)} is not declared`);
}

/** Right labels of a metric at hand. */
export function labelsFor({ labels }: Metric): fc.Arbitrary<GivenLabels> {
  const required = labels.filter((label) => label.required);
  const optional = labels.filter((label) => !label.required);
  return fc
    .tuple(
      fc.tuple(...labels.map((label) => entryOf(label))),
      fc.subarray(optional.map(({ name }) => name)),
      fc.constantFrom<unknown>(undefined, "", "left out"),
    )
    .map(([entries, chosen, absent]) => {
      const present = new Set([...required.map(({ name }) => name), ...chosen]);
      dropUnmet(labels, present);
      const all = entries.map(([name, value]): [string, unknown] => [
        name,
        present.has(name) ? value : absent,
      ]);
      return record(all.filter(([name, value]) => present.has(name) || value !== "left out"));
    });
}

/** Takes out what requires something that is not there, until nothing does. */
function dropUnmet(labels: readonly Label[], present: Set<string>): void {
  const unmet = labels.find(
    ({ name, definition }) =>
      present.has(name) && definition.requires.some((other) => !present.has(other)),
  );
  if (unmet === undefined) return;
  present.delete(unmet.name);
  dropUnmet(labels, present);
}

function entryOf({ name, definition }: Label): fc.Arbitrary<[string, unknown]> {
  return valuesOf(definition).map((value) => [name, value]);
}

/** Values of a label: texts, and what they stand for where it has a type. */
function valuesOf(definition: LabelDefinition): fc.Arbitrary<unknown> {
  const texts = textsOf(definition);
  if (definition.type === "string") return texts;
  return fc
    .tuple(texts, fc.boolean())
    .map(([text, asText]) =>
      asText ? text : definition.type === "integer" ? Number(text) : text === "true",
    );
}

function textsOf(definition: LabelDefinition): fc.Arbitrary<string> {
  const { enum: values, open, pattern, type } = definition;
  const listed = (values ?? []).map(({ value }) => value);
  if (values !== undefined && !open) return fc.constantFrom(...listed);
  const free = pattern === undefined ? ofType(type) : matching(definition, pattern);
  return listed.length === 0 ? free : fc.oneof(fc.constantFrom(...listed), free);
}

function ofType(type: LabelDefinition["type"]): fc.Arbitrary<string> {
  if (type === "boolean") return fc.constantFrom("true", "false");
  return type === "integer" ? fc.maxSafeInteger().map((value) => String(value + 0)) : someText;
}

function matching(definition: LabelDefinition, pattern: string): fc.Arbitrary<string> {
  const { name, type, examples = [] } = definition;
  const compiled = compilePattern(pattern);
  const matches = (text: string) => compiled.ok && compiled.matches(text) && text !== "";
  if (type === "boolean") return fc.constantFrom(...["true", "false"].filter(matches));
  try {
    const texts = fc.stringMatching(new RegExp(`^(?:${pattern})$`));
    return texts.filter((text) => matches(text) && (type === "string" || isSafe(text)));
  } catch {
    // Not a pattern that JavaScript has, or not one that is drawn from.
    if (examples.length > 0) return fc.constantFrom(...examples);
    return refuse(`label ${quote(name)} has the pattern ${quote(pattern)} and no examples`);
  }
}

function isSafe(text: string): boolean {
  return /^(?:0|-?[1-9][0-9]*)$/.test(text) && Number.isSafeInteger(Number(text));
}

function refuse(message: string): never {
  const rule = "construct/argument";
  throw new PromschemaError([createFinding({ rule, severity: "error", message })]);
}
