// One label definition: from its document to the frozen LabelDefinition, with what its own fields say of each other.
import { printable, quote, type RuleId } from "../diagnostics/index.js";
import { compilePattern, wholeNumber } from "../pattern/index.js";
import type { Collector, DocumentPath } from "./collector.js";
import { nameOf } from "./collector.js";
import type { LabelDocument } from "./document.js";
import { enumMeaningSchema } from "./document-schema.js";
import type { EnumValue, LabelDefinition } from "./registry.js";
import { hasShape } from "./shape.js";

/** Where a label is defined, and how messages call it. */
export interface LabelPlace {
  readonly name: string;
  /** `label status_code`, or `label status_code of metric hits_total` for one defined in a list. */
  readonly words: string;
  readonly path: DocumentPath;
  /** What stands for the whole definition: its key under `labels`, its `name` in a list. */
  readonly head: { readonly path: DocumentPath; readonly part: "key" | "value" };
  readonly metric?: string;
}

/** A step below the place of the label, and which side of it is meant. */
type Spot = { readonly steps: DocumentPath; readonly part: "key" | "value" };

interface Said {
  readonly message: string;
  readonly value?: string;
  readonly hint?: string;
}

/** Compiles a definition of the right shape. Complains of what its fields contradict, and yields it all the same. */
export function compileLabel(
  document: LabelDocument,
  place: LabelPlace,
  collector: Collector,
): LabelDefinition {
  const complain = (rule: RuleId, spot: Spot, said: Said): void => {
    collector.complain({
      rule,
      path: [...place.path, ...spot.steps],
      part: spot.part,
      label: place.name,
      ...(place.metric !== undefined && { metric: place.metric }),
      ...said,
    });
  };
  const listed = readEnum(document, place, collector);
  const examples = document.examples?.map(String);
  const matches = readPattern(document.pattern, place, complain);

  const judge = (value: string, field: string, spot: Spot, allowed?: ReadonlySet<string>): void => {
    const expected = contradiction(value, document, matches, allowed);
    if (expected === undefined) return;
    complain("registry/value-conflict", spot, {
      message: `expected ${expected} in ${field} of ${place.words}, found ${quote(value)}`,
      value,
      ...(value === "" && { hint: "an empty value is an absent label: write name? in the list" }),
    });
  };
  const values = new Set<string>();
  for (const { value, spot } of listed ?? []) {
    if (values.has(value)) complain("registry/duplicate-value", spot, twice(value, "enum", place));
    values.add(value);
    judge(value, "enum", spot);
  }
  if (listed?.length === 0) {
    complain("registry/invalid-field", at("enum"), {
      message: `expected at least one value for enum of ${place.words}, found none`,
    });
  }
  const closed = listed === undefined || document.open === true ? undefined : values;
  examples?.forEach((example, index) => {
    judge(example, "examples", at("examples", index), closed);
  });
  if (document.open === true && listed === undefined) {
    complain(
      "registry/value-conflict",
      { steps: ["open"], part: "key" },
      { message: `expected an enum beside open of ${place.words}, found none` },
    );
  }
  checkRequires(document.requires ?? [], place, complain);

  const position = collector.locate(place.head.path, place.head.part);
  return Object.freeze({
    name: place.name,
    ...(document.description !== undefined && { description: document.description }),
    type: document.type ?? "string",
    ...(listed !== undefined && { enum: toEnumValues(listed, place, collector) }),
    open: document.open ?? false,
    ...(document.pattern !== undefined && { pattern: document.pattern }),
    ...(examples !== undefined && { examples: Object.freeze(examples) }),
    requires: Object.freeze([...new Set(document.requires ?? [])]),
    ...(document.maxValues !== undefined && { maxValues: document.maxValues }),
    ...(position !== undefined && { position }),
  });
}

interface Listed {
  readonly value: string;
  readonly meaning?: string;
  readonly presence?: "always";
  readonly spot: Spot;
}

/** The values of an enum in either form, as text. */
function readEnum(
  document: LabelDocument,
  place: LabelPlace,
  collector: Collector,
): readonly Listed[] | undefined {
  const source = document.enum;
  if (source === undefined) return undefined;
  if (isList(source)) {
    return source.map((value, index) => ({ value: String(value), spot: at("enum", index) }));
  }
  return Object.keys(source).flatMap((value) => {
    const said = source[value]!;
    const spot: Spot = { steps: ["enum", value], part: "key" };
    if (value === "__proto__" && !isMeaning(said, place, collector)) return [];
    return typeof said === "string" ? { value, meaning: said, spot } : { value, ...said, spot };
  });
}

/** Zod leaves a key `__proto__` of a record unread, so what stands there is judged here. */
function isMeaning(said: unknown, place: LabelPlace, collector: Collector): boolean {
  const subject = {
    kind: "enum value",
    words: `__proto__ of enum of ${place.words}`,
    path: [...place.path, "enum", "__proto__"],
    label: place.name,
    ...(place.metric !== undefined && { metric: place.metric }),
  } as const;
  return hasShape(enumMeaningSchema, said, subject, collector);
}

/** Array.isArray does not narrow a readonly array out of a union. */
function isList<Item>(value: readonly Item[] | object): value is readonly Item[] {
  return Array.isArray(value);
}

function toEnumValues(
  listed: readonly Listed[],
  place: LabelPlace,
  collector: Collector,
): readonly EnumValue[] {
  const values = listed.map(({ value, meaning, presence, spot }) => {
    const position = collector.locate([...place.path, ...spot.steps], spot.part);
    return Object.freeze({
      value,
      ...(meaning !== undefined && { meaning }),
      ...(presence !== undefined && { presence }),
      ...(position !== undefined && { position }),
    });
  });
  return Object.freeze(values);
}

function readPattern(
  pattern: string | undefined,
  place: LabelPlace,
  complain: (rule: RuleId, spot: Spot, said: Said) => void,
): ((value: string) => boolean) | undefined {
  if (pattern === undefined) return undefined;
  const compiled = compilePattern(pattern);
  if (compiled.ok) return compiled.matches;
  const lookaround = /\(\?<?[=!]/.test(pattern);
  complain("registry/invalid-pattern", at("pattern"), {
    message: `expected an RE2 pattern for ${place.words}, found ${quote(pattern)}: ${printable(compiled.reason)}`,
    value: pattern,
    ...(lookaround && { hint: "RE2 has no lookaround: list the values with enum" }),
  });
  return undefined;
}

/** What the value should have been, where it contradicts the other fields of its label. */
function contradiction(
  value: string,
  { type, pattern }: LabelDocument,
  matches: ((value: string) => boolean) | undefined,
  allowed: ReadonlySet<string> | undefined,
): string | undefined {
  if (value === "") return "some text";
  if (type === "boolean" && value !== "true" && value !== "false") return "true or false";
  if (type === "integer" && !wholeNumber.test(value)) return "a whole number";
  if (matches?.(value) === false) return `a match of ${quote(pattern ?? "")}`;
  if (allowed?.has(value) === false) return "one of the enum's values";
  return undefined;
}

function checkRequires(
  requires: readonly string[],
  place: LabelPlace,
  complain: (rule: RuleId, spot: Spot, said: Said) => void,
): void {
  const seen = new Set<string>();
  requires.forEach((name, index) => {
    const spot = at("requires", index);
    if (seen.has(name)) complain("registry/duplicate-value", spot, twice(name, "requires", place));
    seen.add(name);
    if (name !== place.name) return;
    complain("registry/unknown-requirement", spot, {
      message: `expected another label in requires of ${place.words}, found ${nameOf(name)} itself`,
      value: name,
    });
  });
}

function twice(value: string, field: string, place: LabelPlace): Said {
  return {
    message: `expected each value once in ${field} of ${place.words}, found ${quote(value)} again`,
    value,
  };
}

function at(...steps: DocumentPath): Spot {
  return { steps, part: "value" };
}
