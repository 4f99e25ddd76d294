// The registry document as zod sees it: what every field may hold, and the words an editor shows for it. Names, references and all
// that takes more than one field to judge is compile's part. Where a schema has an `error`, that is the phrase after "expected".
import * as z from "zod";

/** Descriptions and definition names for the JSON Schema. A registry of our own: nothing leaks into zod's global one. */
export const documentation = z.registry<{
  id?: string;
  description?: string;
  examples?: unknown[];
}>();

/** A copy of the schema with words of its own, so that a schema used in many places can be told apart in each. */
function documented<Schema extends z.ZodType>(
  schema: Schema,
  description: string,
  more: { readonly id?: string; readonly examples?: unknown[] } = {},
): Schema {
  const copy = schema.clone();
  documentation.add(copy, { description, ...more });
  return copy;
}

const line = z.string().min(1);
const positive = z.int().min(1);
const finite = z.number();

const text = z.union([z.string(), z.number(), z.boolean()], {
  error: "text, a number, true or false",
});

/** `name`, `name?` or `...set`. A set cannot be optional, and a name that ends in a question mark needs the inline form. */
const reference = z.string().regex(/^(\.\.\.[\s\S]*[^?]|(?!\.\.\.)[\s\S]*[^?]\??)$/, {
  error: 'a label as "name" or "name?", or a label set as "...set"',
});

export const enumValueSchema = documented(
  z.strictObject({
    meaning: documented(line.optional(), "What the value means, in a few words."),
    presence: documented(
      z.literal("always").optional(),
      "`always`: wherever the metric is, a series with this value is there too.",
    ),
  }),
  "What is said of one value.",
);

/** What an enum in the form of a map says of one value. */
export const enumMeaningSchema = z.union([line, enumValueSchema], {
  error: "its meaning, or a mapping with meaning and presence",
});

const enumSchema = z.union(
  [
    documented(z.array(text).min(1), "The values. true, false and numbers mean their text."),
    documented(z.record(z.string(), enumMeaningSchema), "Each value with its meaning."),
  ],
  { error: "a list of values, or a mapping from each value to its meaning" },
);

const labelFields = {
  description: documented(line.optional(), "What the value of the label is, in one line."),
  type: documented(
    z.enum(["string", "boolean", "integer"]).optional(),
    "What the text of the value reads as: `boolean` is true or false, `integer` a whole decimal number. `string` unless said.",
  ),
  enum: documented(
    enumSchema.optional(),
    "The allowed values: a list, or a map from each value to its meaning.",
  ),
  open: documented(
    z.boolean().optional(),
    "Whether values outside `enum` are allowed as well. They are not unless said.",
  ),
  pattern: documented(
    line.max(1000).optional(),
    "RE2 regular expression that the whole value matches, as in PromQL.",
    { examples: ["[1-5][0-9][0-9]"] },
  ),
  examples: documented(z.array(text).optional(), "A few typical values, for documentation."),
  requires: documented(
    z.array(line).optional(),
    "Labels that are there wherever this one is. Two labels that require each other come together or not at all.",
  ),
  maxValues: documented(
    positive.optional(),
    "Greatest number of distinct values in one exposition, for each metric that has the label.",
  ),
};

export const labelSchema = documented(
  z.strictObject(labelFields),
  "What a label may be, wherever it is used.",
  { id: "label" },
);

export const inlineLabelSchema = documented(
  z.strictObject({
    name: documented(
      line,
      "Name of the label. A question mark at its end makes it optional, unless `optional` is given.",
    ),
    optional: documented(
      z.boolean().optional(),
      "Whether the label may be absent or empty. Given, the name is taken as it stands.",
    ),
    ...labelFields,
  }),
  "A label whose meaning is local to this list.",
  { id: "inlineLabel" },
);

export const labelListSchema = documented(
  z.array(
    z.union(
      [
        documented(reference, "`name`, `name?` where it may be absent or empty, or `...set`.", {
          examples: ["model_id", "environment?", "...deployment"],
        }),
        inlineLabelSchema,
      ],
      { error: "a label name, a label set as ...set, or a mapping with a name" },
    ),
  ),
  "Labels in order: references to shared ones, label sets, and labels defined in place.",
  { id: "labelList" },
);

export const deprecationSchema = z.strictObject({
  since: documented(line.optional(), "Version or date since which it is deprecated."),
  reason: documented(line.optional(), "Why, and what to do instead."),
  renamedTo: documented(line.optional(), "Name of the metric that takes its place."),
});

export const valueSchema = z.strictObject({
  min: documented(finite.optional(), "Least value, inclusive."),
  max: documented(finite.optional(), "Greatest value, inclusive."),
  integer: documented(z.boolean().optional(), "Whether every value is whole."),
});

export const conditionalSchema = z.strictObject({
  conditional: documented(line, "What it depends on, in a few words."),
});

export const linkSchema = z.strictObject({
  title: documented(line.optional(), "What is to be found there."),
  url: documented(webAddress(), "Address of the page."),
});

/** Documentation pages link to it, so it is a web address and not, say, a script. */
function webAddress(): z.ZodString {
  return z.string().regex(/^https?:\/\/[^\s]+$/, { error: "an http or https address" });
}

export const metricSchema = documented(
  z.strictObject({
    type: documented(
      z.enum([
        "counter",
        "gauge",
        "histogram",
        "summary",
        "info",
        "stateset",
        "gaugehistogram",
        "unknown",
      ]),
      "Type of the metric, in the words of OpenMetrics; `untyped` of the text formats is `unknown`.",
    ),
    description: documented(z.string().optional(), "What it measures, in one line: the HELP text."),
    unit: documented(
      line.optional(),
      "Unit of the value, as it ends the name: seconds, bytes, ratio.",
      { examples: ["seconds", "bytes", "ratio"] },
    ),
    labels: documented(
      labelListSchema.optional(),
      "Labels of every series, in order: `name`, `name?` where it may be absent or empty, `...set`, or a label defined in place.",
    ),
    note: documented(line.optional(), "Longer text for documentation."),
    stability: documented(
      z.enum(["development", "alpha", "beta", "stable"]).optional(),
      "How settled it is; `stable` unless said.",
    ),
    deprecated: documented(deprecationSchema.optional(), "Set where the metric is going away."),
    presence: documented(
      z
        .union([z.enum(["always", "after-event"]), conditionalSchema], {
          error: "always, after-event or { conditional: why }",
        })
        .optional(),
      "When it is in an exposition: `always` (unless said), `after-event` where it appears with the first event, or { conditional: why }.",
    ),
    value: documented(
      valueSchema.optional(),
      "Bounds of its values; for histograms and summaries, of what is observed.",
    ),
    buckets: documented(
      z.array(finite).min(1).optional(),
      "Upper bounds of a histogram's buckets, rising, without +Inf.",
    ),
    quantiles: documented(
      z.array(finite.min(0).max(1)).min(1).optional(),
      "Quantiles of a summary, rising, between 0 and 1.",
    ),
    states: documented(z.array(line).min(1).optional(), "States of a stateset."),
    maxSeries: documented(positive.optional(), "Greatest number of series in one exposition."),
    renamedFrom: documented(
      z.union([line, z.array(line)], { error: "a name or a list of names" }).optional(),
      "Name, or names, it had before.",
    ),
    links: documented(
      z
        .array(
          z.union([webAddress(), linkSchema], {
            error: "an address, or a mapping with url and title",
          }),
        )
        .optional(),
      "Pages that say more: an address, or { title, url }.",
    ),
  }),
  "A declared metric.",
  { id: "metric" },
);

const headFields = {
  $schema: documented(z.string().optional(), "Address of this schema, for editors."),
  registry: documented(line, "Name of the registry."),
  description: documented(line.optional(), "Whose metrics they are, in one line."),
};

/** The document with what it maps names to left unread: those parts are judged one by one, so that any name will do. */
export const headSchema = z.strictObject({
  ...headFields,
  labels: z.looseObject({}).optional(),
  labelSets: z.looseObject({}).optional(),
  metrics: z.looseObject({}),
});

/** The whole document. Compile reads it in parts; this is what the JSON Schema for editors is made from. */
export const documentSchema = documented(
  z.strictObject({
    ...headFields,
    labels: documented(
      z.record(z.string(), labelSchema).optional(),
      "Shared label definitions: one name, one meaning.",
    ),
    labelSets: documented(
      z.record(z.string(), labelListSchema).optional(),
      "Named lists of labels, to be spread in other lists as `...name`.",
    ),
    metrics: documented(z.record(z.string(), metricSchema), "The metrics, by name."),
  }),
  "A registry of metrics: what they are called, what they mean, which labels they have and which values those take.",
);
