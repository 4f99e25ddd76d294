import fc from "fast-check";

/** Which names a registry may have. */
export interface NameOptions {
  /**
   * Whether names beyond the legacy character set are among them, which text 0.0.4 cannot spell.
   * @default false
   */
  readonly utf8?: boolean;
}

/** Names that a plain object would trip over stand beside ordinary ones. */
const plain = fc.oneof(
  fc.constantFrom("path", "method", "__proto__", "constructor", "toString", "le", "quantile", "_"),
  fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,8}$/),
);

/** Names that stand in quotes. Dots in front and a question mark at the end are syntax in a list of labels. */
const quoted = fc.oneof(
  fc.constantFrom("größe", "a.b", "a b", 'with "quotes"', "back\\slash", "new\nline", "😀"),
  fc
    .string({ minLength: 1, maxLength: 6, unit: "grapheme" })
    .filter((name) => !name.startsWith("...") && !name.endsWith("?")),
);

/** Names of labels. */
export function labelNames({ utf8 = false }: NameOptions): fc.Arbitrary<string> {
  const names = utf8 ? fc.oneof({ weight: 2, arbitrary: plain }, quoted) : plain;
  return names.filter((name) => name !== "__name__");
}

/** What a name may end in to be, in some format, one that another metric has. */
const suffixes = fc.constantFrom("_total", "_info", "_created", "_bucket", "_sum", "_seconds");

/** Names of metrics. */
export function metricNames(options: NameOptions): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.oneof(labelNames(options), fc.constantFrom("hits", "load", "job:rate5m")),
      fc.option(suffixes, { nil: "", freq: 2 }),
    )
    .map(([name, suffix]) => name + suffix);
}

/** A mapping with own keys of any name. */
export function record<Value>(entries: Iterable<readonly [string, Value]>): {
  readonly [name: string]: Value;
} {
  const object: Record<string, Value> = Object.create(null);
  for (const [name, value] of entries) object[name] = value;
  return object;
}

/** Text that a format has to escape, or that is none of ASCII. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ maxLength: 8, unit: "grapheme" }),
  fc.string({
    maxLength: 8,
    unit: fc.constantFrom("a", "\\", '"', "\n", "{", "}", ",", " ", "é", "#"),
  }),
);

/** The same without the empty text. */
export const someText: fc.Arbitrary<string> = anyText.filter((text) => text !== "");
