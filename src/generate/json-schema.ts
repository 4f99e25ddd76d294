import { compilePattern, wholeNumber } from "../pattern/index.js";
import type {
  CompiledRegistry,
  EnumValue,
  Label,
  LabelDefinition,
  Metric,
} from "../registry/index.js";
import { fileOf, type GeneratedFile, type GenerateOptions, origin } from "./file.js";
import { printPattern } from "./pattern/print.js";
import { readPattern } from "./pattern/syntax.js";

type Schema = Readonly<Record<string, unknown>>;

/**
 * A JSON Schema (2020-12) of `{ name, labels }`, which takes the labels that the metric of that name has; those of a metric alone are under
 * `$defs`. It takes what `labelSchema` takes, but for two things that it cannot say: a label of type integer with a pattern is a text, and a
 * pattern that other dialects lack is a comment.
 */
export function generateJsonSchema(
  registry: CompiledRegistry,
  options: GenerateOptions = {},
): readonly GeneratedFile[] {
  const metrics = [...registry.metrics.values()];
  const schema: Schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $comment: origin(registry, "json-schema", options),
    title: registry.name,
    ...(registry.description !== undefined && { description: registry.description }),
    type: "object",
    properties: {
      name: { enum: metrics.map(({ name }) => name) },
      labels: { type: "object" },
    },
    required: ["name", "labels"],
    allOf: metrics.map(({ name }) => ({
      if: { properties: { name: { const: name } }, required: ["name"] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: { labels: { $ref: `#/$defs/${pointerStep(name)}` } } },
    })),
    $defs: record(metrics.map((metric) => [metric.name, labelsSchema(metric)])),
  };
  return fileOf(registry, ".schema.json", `${JSON.stringify(schema, null, 2)}\n`);
}

/** A name as a step of a JSON Pointer in the fragment of a URI. */
function pointerStep(name: string): string {
  return encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));
}

/** An object with own keys of any name. */
function record(entries: Iterable<readonly [string, unknown]>): Schema {
  const object: Record<string, unknown> = Object.create(null);
  for (const [key, value] of entries) object[key] = value;
  return object;
}

const present: Schema = { not: { const: "" } };

function labelsSchema({ description, deprecated, labels }: Metric): Schema {
  const conditions = labels
    .filter(({ definition }) => definition.requires.length > 0)
    .map(({ name, definition: { requires } }) => ({
      if: { properties: record([[name, present]]), required: [name] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: record(requires.map((other) => [other, present])), required: requires },
    }));
  return {
    ...(description !== "" && { description }),
    ...(deprecated !== undefined && { deprecated: true }),
    type: "object",
    properties: record(labels.map((label) => [label.name, labelSchema(label)])),
    required: labels.filter(({ required }) => required).map(({ name }) => name),
    // An empty value is an absent label.
    additionalProperties: { const: "" },
    ...(conditions.length > 0 && { allOf: conditions }),
  };
}

function labelSchema({ required, definition }: Label): Schema {
  const { description, examples } = definition;
  const value = valueSchema(definition);
  const words = {
    ...(description !== undefined && { description }),
    ...(examples !== undefined && { examples }),
  };
  if (required) return { ...words, ...value };
  if (Array.isArray(value["enum"])) return { ...words, ...value, enum: [...value["enum"], ""] };
  const { anyOf, ...single } = value;
  const branches: readonly unknown[] = Array.isArray(anyOf) ? anyOf : [single];
  const rest = Array.isArray(anyOf) ? single : {};
  return { ...words, ...rest, anyOf: [...branches, { const: "" }] };
}

function valueSchema(definition: LabelDefinition): Schema {
  const { type, enum: values, open, pattern } = definition;
  if (values !== undefined && !open) return enumSchema(values, type);
  if (type === "boolean") {
    const compiled = pattern === undefined ? undefined : compilePattern(pattern);
    const texts = ["true", "false"].filter((text) => !compiled?.ok || compiled.matches(text));
    return { enum: texts.flatMap((text) => meant(text, type)) };
  }
  const known = values === undefined ? {} : { examples: values.map(({ value }) => value) };
  const matching = pattern === undefined ? {} : patternSchema(pattern);
  if (type === "string") return { ...known, type: "string", minLength: 1, ...matching };
  const text = { type: "string", pattern: wholeNumber.source };
  if (pattern !== undefined) return { ...known, allOf: [text, { type: "string", ...matching }] };
  const { MIN_SAFE_INTEGER: minimum, MAX_SAFE_INTEGER: maximum } = Number;
  return { ...known, anyOf: [{ type: "integer", minimum, maximum }, text] };
}

function enumSchema(values: readonly EnumValue[], type: LabelDefinition["type"]): Schema {
  if (values.every(({ meaning }) => meaning === undefined)) {
    return { enum: values.flatMap(({ value }) => meant(value, type)) };
  }
  return {
    anyOf: values.map(({ value, meaning }) => ({
      enum: meant(value, type),
      ...(meaning !== undefined && { description: meaning }),
    })),
  };
}

/** A text, and the value that it stands for where the label has a type. */
function meant(text: string, type: LabelDefinition["type"]): readonly unknown[] {
  if (type === "boolean") return [text, text === "true"];
  const isNumber = type === "integer" && Number.isSafeInteger(Number(text));
  return isNumber ? [text, Number(text)] : [text];
}

function patternSchema(pattern: string): Schema {
  const node = readPattern(pattern);
  if (node === undefined) return { $comment: `matches ${pattern}, in the syntax of RE2` };
  return { pattern: `^${printPattern(node)}$` };
}
