// Zod says whether a part of the document has the right shape; here its issues become findings, in the words of this library.
import type * as z from "zod";
import { quote } from "../diagnostics/index.js";
import type { Collector, DocumentPath } from "./collector.js";
import {
  conditionalSchema,
  deprecationSchema,
  enumValueSchema,
  headSchema,
  inlineLabelSchema,
  labelSchema,
  linkSchema,
  metricSchema,
  valueSchema,
} from "./document-schema.js";
import { anyOf, found, placeIn } from "./words.js";

/** A part of the document that is judged as one. */
export interface Subject {
  readonly kind: "registry" | "label" | "enum value" | "label set" | "metric";
  /** As messages call it: `metric hits_total`. */
  readonly words: string;
  readonly path: DocumentPath;
  readonly metric?: string;
  readonly label?: string;
}

type Issue = z.core.$ZodIssue;

/** Whether the value has the shape; where not, complains. Never throws. */
export function hasShape<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  subject: Subject,
  collector: Collector,
): value is z.input<Schema> {
  // Without code made for the schema: a registry is read once in most processes, and even one of 20,000 metrics gains nothing by it.
  const result = schema.safeParse(value, { reportInput: true, jitless: true });
  if (result.success) return true;
  for (const issue of result.error.issues) complainOf(issue, [], value, subject, collector);
  return false;
}

function complainOf(
  issue: Issue,
  prefix: DocumentPath,
  root: unknown,
  subject: Subject,
  collector: Collector,
): void {
  const path: DocumentPath = [...prefix, ...issue.path.map(toStep)];
  let wordHint: { readonly hint?: string } | undefined;
  if (issue.code === "invalid_union") {
    const branch = meantBranch(issue.errors);
    // A wrong word is told with all that could stand in its place, what goes wrong further in with what it is.
    const wrongWord = branch?.find((inner) => inner.code === "invalid_value");
    if (branch !== undefined && wrongWord === undefined) {
      for (const inner of branch) complainOf(inner, path, root, subject, collector);
      return;
    }
    if (wrongWord !== undefined) wordHint = hintFor(wrongWord, valueAt(root, path), collector);
  }
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) unknownField(key, path, subject, collector);
    return;
  }
  const given = valueAt(root, path);
  if (given === undefined && path.length > 0) {
    missingField(path, issue, subject, collector);
    return;
  }
  collector.complain({
    ...aboutSubject(subject, path),
    rule: "registry/invalid-field",
    message: `expected ${expectation(issue)} for ${placeIn(subject.words, path)}, found ${found(given)}`,
    part: "value",
    ...(typeof given === "string" && { value: given }),
    ...(wordHint ?? hintFor(issue, given, collector)),
  });
}

/** Of the branches of a union, the one that has the right kind of value and goes wrong inside it. */
function meantBranch(branches: readonly Issue[][]): readonly Issue[] | undefined {
  const inside = branches.filter((issues) => {
    const [first] = issues;
    return first !== undefined && !(first.code === "invalid_type" && first.path.length === 0);
  });
  return inside.length === 1 ? inside[0] : undefined;
}

function unknownField(
  key: string,
  path: DocumentPath,
  subject: Subject,
  collector: Collector,
): void {
  const known = knownFields(subject.kind, path);
  const suggestion = collector.suggest(key, known);
  collector.complain({
    ...aboutSubject(subject, [...path, key]),
    rule: "registry/unknown-field",
    message: `unknown field ${quote(key)} in ${placeIn(subject.words, path)}`,
    part: "key",
    value: key,
    ...suggestion,
    ...(suggestion.hint === undefined && { notes: [`known fields: ${known.join(", ")}`] }),
  });
}

function missingField(
  path: DocumentPath,
  issue: Issue,
  subject: Subject,
  collector: Collector,
): void {
  const parent = path.slice(0, -1);
  collector.complain({
    ...aboutSubject(subject, parent),
    rule: "registry/missing-field",
    message: `missing field ${quote(String(path.at(-1)))} in ${placeIn(subject.words, parent)}`,
    part: parent.length === 0 && subject.path.length > 0 ? "key" : "value",
    notes: [`expected ${expectation(issue)}`],
  });
}

function aboutSubject(subject: Subject, path: DocumentPath) {
  return {
    path: [...subject.path, ...path],
    ...(subject.metric !== undefined && { metric: subject.metric }),
    ...(subject.label !== undefined && { label: subject.label }),
  };
}

/** The fields that may stand at a place of the document. */
function knownFields(kind: Subject["kind"], path: DocumentPath): readonly string[] {
  const [field, , ...rest] = path;
  if (kind === "enum value") return Object.keys(enumValueSchema.shape);
  if (kind === "label set") return knownInInline(path.slice(1));
  if (kind === "metric" && field === "labels") return knownInInline(rest);
  if (kind === "label") return knownInLabel(path, labelSchema.shape);
  if (kind === "registry") return Object.keys(headSchema.shape);
  if (field === "value") return Object.keys(valueSchema.shape);
  if (field === "deprecated") return Object.keys(deprecationSchema.shape);
  if (field === "presence") return Object.keys(conditionalSchema.shape);
  if (field === "links") return Object.keys(linkSchema.shape);
  return Object.keys(metricSchema.shape);
}

function knownInInline(path: DocumentPath): readonly string[] {
  return knownInLabel(path, inlineLabelSchema.shape);
}

function knownInLabel(path: DocumentPath, shape: object): readonly string[] {
  return Object.keys(path[0] === "enum" ? enumValueSchema.shape : shape);
}

const kindNames: ReadonlyMap<string, string> = new Map([
  ["string", "text"],
  ["number", "a number"],
  ["int", "a whole number"],
  ["boolean", "true or false"],
  ["array", "a list"],
  ["object", "a mapping"],
  ["record", "a mapping"],
]);

function expectation(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return kindNames.get(issue.expected) ?? issue.expected;
    case "invalid_value":
      return anyOf(issue.values.map(String));
    case "too_small":
      if (issue.origin === "string") return "some text";
      return issue.origin === "array" ? "at least one item" : `at least ${issue.minimum}`;
    case "too_big":
      return issue.origin === "string"
        ? `at most ${issue.maximum} characters`
        : `at most ${issue.maximum}`;
    // Their messages are the phrases that document-schema.ts gives them.
    default:
      return issue.message;
  }
}

function hintFor(issue: Issue, given: unknown, collector: Collector): { readonly hint?: string } {
  if (issue.code === "invalid_value" && typeof given === "string") {
    return collector.suggest(given, issue.values.map(String));
  }
  const isText = issue.code === "invalid_type" && issue.expected === "string";
  if (isText && (typeof given === "number" || typeof given === "boolean")) {
    return { hint: `put it in quotes: "${given}"` };
  }
  if (given === Number.POSITIVE_INFINITY) return { hint: "leave +Inf out" };
  return {};
}

function toStep(step: PropertyKey): string | number {
  return typeof step === "number" ? step : String(step);
}

function valueAt(root: unknown, path: DocumentPath): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    // Documents are snapshots: own keys alone, so indexing meets no prototype.
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
