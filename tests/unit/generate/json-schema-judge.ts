// So much of JSON Schema as the generated ones have, to hold them to what labelSchema takes.

type Schema = Readonly<Record<string, unknown>>;

/** Whether a value is valid. Throws on a keyword that it does not know. */
export function isValid(value: unknown, schema: Schema, root: Schema): boolean {
  return Object.entries(schema).every(([keyword, said]) => {
    const judge = keywords.get(keyword);
    if (judge === undefined) throw new Error(`unknown keyword ${keyword}`);
    return judge(value, said, schema, root);
  });
}

// What a keyword says is of the kind that the keyword takes: the schemas are ours.
// biome-ignore lint/suspicious/noExplicitAny: of another kind for each keyword
type Said = any;

type Judge = (value: unknown, said: Said, schema: Schema, root: Schema) => boolean;

function fieldsOf(value: unknown): Map<string, unknown> | undefined {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? new Map(Object.entries(value)) : undefined;
}

const anything: Judge = () => true;

const keywords = new Map<string, Judge>([
  ...["$schema", "$comment", "$defs", "title", "description", "examples", "deprecated"].map(
    (word): [string, Judge] => [word, anything],
  ),
  ["then", anything],
  [
    "type",
    (value, type) =>
      type === "object"
        ? fieldsOf(value) !== undefined
        : type === "integer"
          ? Number.isInteger(value)
          : typeof value === type,
  ],
  ["enum", (value, values) => values.includes(value)],
  ["const", (value, one) => value === one],
  ["not", (value, schema, _, root) => !isValid(value, schema, root)],
  ["minLength", (value, least) => typeof value !== "string" || [...value].length >= least],
  ["minimum", (value, least) => typeof value !== "number" || value >= least],
  ["maximum", (value, most) => typeof value !== "number" || value <= most],
  ["pattern", (value, text) => typeof value !== "string" || new RegExp(text, "u").test(value)],
  ["required", (value, names) => names.every((name: string) => fieldsOf(value)?.has(name) ?? true)],
  ["allOf", (value, schemas, _, root) => schemas.every((one: Schema) => isValid(value, one, root))],
  ["anyOf", (value, schemas, _, root) => schemas.some((one: Schema) => isValid(value, one, root))],
  [
    "if",
    (value, schema, whole, root) =>
      !isValid(value, schema, root) || isValid(value, whole["then"] as Schema, root),
  ],
  [
    "properties",
    (value, schemas, _, root) =>
      Object.entries(schemas).every(
        ([name, one]) =>
          !fieldsOf(value)?.has(name) || isValid(fieldsOf(value)?.get(name), one as Schema, root),
      ),
  ],
  [
    "additionalProperties",
    (value, schema, whole, root) =>
      [...(fieldsOf(value) ?? [])].every(
        ([name, one]) =>
          Object.hasOwn(whole["properties"] as Schema, name) || isValid(one, schema, root),
      ),
  ],
  [
    "$ref",
    (value, ref: string, _, root) => {
      const steps = decodeURIComponent(ref).split("/").slice(1);
      const names = steps.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
      const found = names.reduce<Said>(
        (at, name) => Object.getOwnPropertyDescriptor(at, name)?.value,
        root,
      );
      return isValid(value, found, root);
    },
  ],
]);
