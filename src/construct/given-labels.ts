// The labels of a series as a program gives them: JavaScript values on one side, the texts of the wire on the other.

import { type LabelBreach, labelBreaches, targetLabels } from "../check/index.js";
import { printable, quote } from "../diagnostics/index.js";
import { wholeNumber } from "../pattern/index.js";
import type { LabelDefinition, Metric } from "../registry/index.js";
import { readOwnFields } from "./own-fields.js";
import { givenAs, type Objection, objection } from "./refusal.js";

/** Labels that were read. */
export interface GivenLabels {
  readonly objections: readonly Objection[];
  /** What threw while it was read. */
  readonly cause?: unknown;
  /** Their texts by name, where there is no objection. */
  readonly texts: ReadonlyMap<string, string>;
  /** As they were given, right or wrong, without those that are absent: undefined or empty. Undefined where nothing could be read. */
  readonly values: ReadonlyMap<string, unknown> | undefined;
}

/** Reads labels and holds them to the contract of their metric. Never throws. */
export function readLabels(metric: Metric, given: unknown): GivenLabels {
  const read = readOwnFields(given);
  if (!read.ok) return unreadable(metric, given, read);
  if (read.symbols > 0) return { ...nothing, objections: [symbolKey(metric)] };
  const objections: Objection[] = [];
  const texts = new Map<string, string>();
  const values = new Map<string, unknown>();
  const definitions = new Map(metric.labels.map(({ name, definition }) => [name, definition]));
  for (const [name, value] of read.fields) {
    if (value === undefined) continue;
    if (value !== "") values.set(name, value);
    const definition = definitions.get(name);
    const text = textOf(value, definition);
    // Of what is not declared, the name is what is wrong.
    if (definition === undefined) texts.set(name, value === "" ? "" : "?");
    else if (text === undefined) objections.push(wrongKind(metric, name, value, definition));
    else if (/\p{Surrogate}/u.test(text)) objections.push(notUnicode(metric, name, text));
    else texts.set(name, text);
  }
  const wrong = new Set(objections.map(({ finding }) => finding.label));
  const all = Array.from(texts, ([name, value]) => ({ name, value }));
  for (const breach of labelBreaches(metric, all, true)) {
    // A label of the wrong kind is neither missing nor without what it goes together with.
    const told = breach.rule === "missing-label" && wrong.has(breach.label);
    if (told || (wrong.size > 0 && breach.rule === "label-requires")) continue;
    objections.push(objectionOf(metric, breach));
  }
  for (const [name, text] of texts) if (text === "") texts.delete(name);
  return { objections, texts, values };
}

const nothing = { texts: new Map<string, string>(), values: undefined };

/** The text that a value stands for; undefined for none. */
function textOf(value: unknown, definition: LabelDefinition | undefined): string | undefined {
  if (typeof value === "string") return value;
  if (definition?.type === "boolean" && typeof value === "boolean") return String(value);
  // Beyond the safe integers a number is not the one that was written down.
  if (definition?.type !== "integer" || !Number.isSafeInteger(value)) return undefined;
  return String(value);
}

/** What a definition takes, in words. */
function expectedOf({ type, enum: values }: LabelDefinition): string {
  if (type === "boolean") return "true, false or their text";
  if (type === "integer") return "a whole number or its text";
  return values === undefined ? "some text" : "a text of its enum";
}

function wrongKind(
  metric: Metric,
  label: string,
  value: unknown,
  definition: LabelDefinition,
): Objection {
  const isTextLike =
    (typeof value === "number" && wholeNumber.test(String(value))) || typeof value === "boolean";
  return objection("construct/argument", [label], {
    message: `${printable(label)} of ${printable(metric.name)} is ${givenAs(value)}: expected ${expectedOf(definition)}`,
    metric: metric.name,
    label,
    ...(isTextLike && definition.type === "string" && { hint: `put it in quotes: "${value}"` }),
    ...(definition.type === "integer" &&
      Number.isInteger(value) && { hint: "give it as a text: so large a number is not exact" }),
    ...(value === null && { hint: "leave it out where there is none" }),
  });
}

function notUnicode(metric: Metric, label: string, value: string): Objection {
  return objection("serialize/unwritable", [label], {
    message: `${printable(label)} of ${printable(metric.name)} is ${quote(value)}: expected Unicode, found half of a surrogate pair`,
    metric: metric.name,
    label,
    value,
    hint: "cut texts between characters",
  });
}

function symbolKey(metric: Metric): Objection {
  return objection("construct/argument", [], {
    message: `the labels of ${printable(metric.name)} have a symbol for a name: expected texts`,
    metric: metric.name,
  });
}

function objectionOf(metric: Metric, breach: LabelBreach): Objection {
  const { rule, label, value } = breach;
  return objection(rule, [label], {
    metric: metric.name,
    label,
    ...(value === undefined ? {} : { value }),
    ...breach.describe(),
    ...(rule === "undeclared-label" &&
      targetLabels.includes(label) && { hint: "leave it out: the scraper adds it" }),
  });
}

function unreadable(
  metric: Metric,
  given: unknown,
  read: Exclude<ReturnType<typeof readOwnFields>, { readonly ok: true }>,
): GivenLabels {
  const name = printable(metric.name);
  if (read.why === "kind") {
    const message = `the labels of ${name} are ${kindOf(given)}: expected an object of label names and values`;
    return {
      ...nothing,
      objections: [objection("construct/argument", [], { message, metric: metric.name })],
    };
  }
  const { field: label, cause } = read;
  const message =
    label === undefined
      ? `the labels of ${name} threw while they were read`
      : `${printable(label)} of ${name} threw while it was read`;
  const about = { message, metric: metric.name, ...(label === undefined ? {} : { label }) };
  const path = label === undefined ? [] : [label];
  return { ...nothing, cause, objections: [objection("construct/argument", path, about)] };
}

/** A map and a date are mappings to `found`, which are what is asked for. */
function kindOf(given: unknown): string {
  const isObject = typeof given === "object" && given !== null && !Array.isArray(given);
  return isObject ? "an object of another kind" : givenAs(given);
}
