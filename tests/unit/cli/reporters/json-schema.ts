// So much of JSON Schema as tests need to write the rules of a published format down: types, fields, none beside them, bounds, patterns.
export type Shape =
  | { readonly const: string | number | boolean }
  | { readonly enum: readonly string[] }
  | { readonly type: "string"; readonly pattern?: RegExp }
  | { readonly type: "integer"; readonly min: number }
  | { readonly type: "boolean" }
  | { readonly type: "list"; readonly of: Shape; readonly least?: number }
  | { readonly type: "any" }
  | {
      readonly type: "object";
      readonly required: Readonly<Record<string, Shape>>;
      readonly optional?: Readonly<Record<string, Shape>>;
    };

/** What is wrong with a value, a line each with its path. */
export function breaches(shape: Shape, value: unknown, path = "$"): readonly string[] {
  const wrong = (ok: boolean, what: string): readonly string[] =>
    ok ? [] : [`${path}: expected ${what}, found ${JSON.stringify(value)?.slice(0, 60)}`];
  if ("const" in shape) return wrong(value === shape.const, JSON.stringify(shape.const));
  if ("enum" in shape) {
    return wrong(typeof value === "string" && shape.enum.includes(value), shape.enum.join("|"));
  }
  switch (shape.type) {
    case "any":
      return [];
    case "boolean":
      return wrong(typeof value === "boolean", "true or false");
    case "integer":
      return wrong(
        Number.isInteger(value) && Number(value) >= shape.min,
        `an integer from ${shape.min}`,
      );
    case "string":
      return wrong(
        typeof value === "string" && (shape.pattern?.test(value) ?? true),
        `a text ${shape.pattern ?? ""}`,
      );
    case "list":
      if (!Array.isArray(value) || value.length < (shape.least ?? 0)) return wrong(false, "a list");
      return value.flatMap((item, at) => breaches(shape.of, item, `${path}[${at}]`));
    case "object": {
      if (typeof value !== "object" || value === null || Array.isArray(value)) {
        return wrong(false, "an object");
      }
      const fields = new Map<string, unknown>(Object.entries(value));
      const known = { ...shape.optional, ...shape.required };
      return [
        ...Object.keys(shape.required).flatMap((key) =>
          fields.has(key) ? [] : [`${path}.${key} is missing`],
        ),
        ...[...fields].flatMap(([key, item]) => {
          const field = Object.hasOwn(known, key) ? known[key] : undefined;
          return field === undefined
            ? [`${path}.${key} is not a field`]
            : breaches(field, item, `${path}.${key}`);
        }),
      ];
    }
  }
}
