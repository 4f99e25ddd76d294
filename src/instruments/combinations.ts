// All label sets that a metric may have, as far as its values are known: for series that are to be there before the first event.

import {
  declaredAt,
  readFields,
  readLabels,
  readList,
  refuse,
  refuseIf,
} from "../construct/index.js";
import { printable, quote } from "../diagnostics/index.js";
import type { Labels } from "../exposition/index.js";
import type { Label, Metric } from "../registry/index.js";

/** What a label may be: texts, "" for absent. */
interface Choice {
  readonly label: Label;
  readonly texts: readonly string[];
}

/**
 * All label sets of a metric, in the order of the registry. A label takes the values that are given for it, absent where one of them is undefined or
 * empty. For which none are given takes all of its closed enum, true and false where it is a boolean; an optional label may be absent besides. Labels
 * that require others come with them or not at all.
 *
 * Throws a PromschemaError where a required label has neither values given nor a closed enum, where a value breaks the contract, and where there would
 * be more sets than `limit`.
 */
export function combinations(metric: Metric, given: unknown, limit: number): Labels[] {
  const values = given === undefined ? new Map() : readFields(metric, "known values", given);
  refuseUndeclared(metric, values);
  const choices = metric.labels.map((label) => choiceOf(metric, label, values.get(label.name)));
  const count = countOf(choices);
  if (count > limit) refuseMany(metric, String(count), limit);
  const sets: Labels[] = [];
  for (const labels of setsOf(choices, 0, new Map())) {
    if (sets.length === limit) refuseMany(metric, `more than ${limit}`, limit);
    sets.push(labels);
  }
  return sets;
}

function refuseMany(metric: Metric, count: string, limit: number): never {
  refuse("max-series", {
    message: `${printable(metric.name)} would begin with ${count} series: at most ${limit} are allowed`,
    metric: metric.name,
    hint: "give fewer values, or raise the limit",
    ...declaredAt(metric),
  });
}

function refuseUndeclared(metric: Metric, values: ReadonlyMap<string, unknown>): void {
  const names = [...values].filter(([, list]) => list !== undefined).map(([name]) => name);
  const known = new Set(metric.labels.map(({ name }) => name));
  const unknown = names.find((name) => !known.has(name));
  if (unknown === undefined) return;
  // Read as a label, it is refused in the words for one that is not declared.
  const { objections } = readLabels(metric, Object.fromEntries([[unknown, "?"]]));
  refuseIf(objections.filter(({ finding }) => finding.label === unknown));
}

function choiceOf(metric: Metric, label: Label, given: unknown): Choice {
  if (given !== undefined) return { label, texts: readTexts(metric, label, given) };
  const { enum: values, open, type } = label.definition;
  const closed =
    values !== undefined && !open
      ? values.map(({ value }) => value)
      : type === "boolean"
        ? ["false", "true"]
        : [];
  if (label.required && closed.length === 0) {
    refuse("construct/argument", {
      message: `the values of ${printable(label.name)} of ${printable(metric.name)} are not known: expected some to be given`,
      metric: metric.name,
      label: label.name,
      hint: `give ${quote(label.name)}: [...] with those that are to be there from the start`,
      ...declaredAt(metric),
    });
  }
  return { label, texts: label.required ? closed : ["", ...closed] };
}

/** Values as texts, each once. Throws a PromschemaError for what the label may not be. */
function readTexts(metric: Metric, label: Label, given: unknown): string[] {
  const { name } = label;
  const list = readList(metric, `known values of ${printable(name)}`, given);
  const texts = new Set<string>();
  // Nothing is said of the others, nor of those that it requires.
  const alone = { ...metric, labels: [label] };
  for (const value of list) {
    const read = readLabels(alone, Object.fromEntries([[name, value]]));
    refuseIf(read.objections.filter(({ finding }) => finding.rule !== "label-requires"));
    texts.add(read.texts.get(name) ?? "");
  }
  if (texts.size > 0) return [...texts];
  return refuse("construct/argument", {
    message: `known values of ${printable(name)} of ${printable(metric.name)} are an empty list: expected one at least`,
    metric: metric.name,
    label: name,
  });
}

/** Most labels that depend on each other of which the ways to be there or not are counted. */
const countedLabels = 12;

/** How many sets the choices make; NaN where too many labels depend on each other for it to be counted. */
function countOf(choices: readonly Choice[]): number {
  const required = new Set(choices.flatMap(({ label }) => label.definition.requires));
  const isDependent = ({ label: { name, definition } }: Choice) =>
    definition.requires.length > 0 || required.has(name);
  const free = choices.filter((choice) => !isDependent(choice));
  const dependent = choices.filter(isDependent);
  if (dependent.length > countedLabels) return Number.NaN;
  return free.reduce((count, { texts }) => count * texts.length, countOfDependent(dependent));
}

/** The same for labels that depend on each other: a sum over the ways in which they can be there or not. */
function countOfDependent(choices: readonly Choice[]): number {
  let count = 0;
  for (let way = 0; way < 2 ** choices.length; way++) {
    const isPresent = (place: number) => (way & (1 << place)) !== 0;
    const present = new Set(
      choices.filter((_, at) => isPresent(at)).map(({ label }) => label.name),
    );
    if (
      !choices.every((choice) => !present.has(choice.label.name) || isFulfilled(choice, present))
    ) {
      continue;
    }
    count += choices.reduce((product, { texts }, at) => {
      const absent = texts.includes("") ? 1 : 0;
      return product * (isPresent(at) ? texts.length - absent : absent);
    }, 1);
  }
  return count;
}

function isFulfilled({ label }: Choice, present: ReadonlySet<string>): boolean {
  return label.definition.requires.every((other) => present.has(other));
}

/** The sets that begin with the labels that are chosen. */
function* setsOf(
  choices: readonly Choice[],
  from: number,
  chosen: ReadonlyMap<string, string>,
): Generator<Labels> {
  const choice = choices[from];
  if (choice === undefined) {
    const labels: Record<string, string> = Object.create(null);
    for (const [name, text] of chosen) if (text !== "") labels[name] = text;
    yield Object.freeze(labels);
    return;
  }
  for (const text of choice.texts) {
    const next = new Map(chosen).set(choice.label.name, text);
    if (isPossible(choices, next)) yield* setsOf(choices, from + 1, next);
  }
}

/** Whether no label is there without one that it requires and that is known to be absent. */
function isPossible(choices: readonly Choice[], chosen: ReadonlyMap<string, string>): boolean {
  return choices.every(({ label: { name, definition } }) => {
    if ((chosen.get(name) ?? "") === "") return true;
    return definition.requires.every((other) => chosen.get(other) !== "");
  });
}
