// The label contract of a metric as a zod schema, for programs that compose schemas and for whatever takes a Standard Schema.

import * as z from "zod";
import { quote } from "../diagnostics/index.js";
import { compilePattern, wholeNumber } from "../pattern/index.js";
import type {
  CompiledRegistry,
  Label,
  LabelDefinition,
  LabelName,
  LabelsOf,
  Metric,
  MetricName,
} from "../registry/index.js";
import { declaredMetric } from "./declared-metric.js";
import { readLabels } from "./given-labels.js";
import { issueOf, retell } from "./retold-schema.js";

/**
 * A zod object of the labels of one metric. What it puts out is `LabelsOf`: the labels as they were given, without those that are absent.
 * `shape` holds the schema of each label, for schemas of your own.
 */
export interface LabelSchema<R, M extends MetricName<R>>
  extends z.ZodType<LabelsOf<R, M>, LabelsOf<R, M>> {
  readonly shape: { readonly [Name in LabelName<R, M>]: z.ZodType };
}

const schemas = new WeakMap<Metric, z.ZodObject>();

/**
 * The schema of the labels of a metric, the same each time it is asked for. An enum, an open one, a pattern, a type, labels that are optional and
 * labels that go together: it accepts what a check accepts, but for the target labels `job` and `instance`, which a scraper adds and no writer
 * sets. `schemaFindings` gives the findings of a failed parse.
 *
 * Throws a PromschemaError where the registry does not declare the metric.
 */
export function labelSchema<R extends CompiledRegistry, const M extends MetricName<R>>(
  registry: R,
  name: M,
): LabelSchema<R, M> {
  // The types follow the document that the registry was compiled from; the schema is compiled from the registry.
  return schemaOf(declaredMetric(registry, name)) as z.ZodType as LabelSchema<R, M>;
}

/** The same for a metric at hand. */
export function schemaOf(metric: Metric): z.ZodObject {
  const known = schemas.get(metric);
  if (known !== undefined) return known;
  const shape: Record<string, z.ZodType> = Object.create(null);
  for (const label of metric.labels) shape[label.name] = fieldOf(label);
  const object = new (labelObject())({ type: "object", shape, catchall: z.never(), metric });
  const isFree = metric.labels.every(({ definition }) => definition.requires.length === 0);
  const schema = isFree ? object : object.check((payload) => checkRequires(metric, payload));
  schemas.set(metric, schema);
  return schema;
}

/** Refuses labels without those that they require. What is absent is no field any more. */
function checkRequires(metric: Metric, payload: z.core.ParsePayload<object>): void {
  const { value, issues } = payload;
  const isBroken = metric.labels.some(
    ({ name, definition }) =>
      Object.hasOwn(value, name) &&
      definition.requires.some((other) => !Object.hasOwn(value, other)),
  );
  if (!isBroken) return;
  issues.push(...readLabels(metric, value).objections.map((one) => issueOf(one, value)));
}

interface LabelObjectDefinition extends z.core.$ZodObjectDef {
  readonly metric: Metric;
}

let LabelObject: (new (definition: LabelObjectDefinition) => z.ZodObject) | undefined;

/** Made when it is first needed, so that loading this module does nothing. Copies of a schema are made with it too. */
function labelObject(): NonNullable<typeof LabelObject> {
  LabelObject ??= z.core.$constructor<z.ZodObject, LabelObjectDefinition>(
    "PromschemaLabels",
    (schema, definition) => {
      const init: (schema: z.ZodObject, definition: LabelObjectDefinition) => void =
        z.ZodObject.init;
      init(schema, definition);
      const { metric } = definition;
      retell(
        schema,
        (input) => {
          const { objections, values } = readLabels(metric, input);
          return { objections, value: values === undefined ? undefined : recordOf(values) };
        },
        (payload, given) => takeProto(schema, payload, given),
      );
    },
  );
  return LabelObject;
}

/** Own fields and nothing else: `toString` is a label like any other, which is there or not. */
function recordOf(values: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const record: Record<string, unknown> = Object.create(null);
  for (const [name, value] of values) record[name] = value;
  return record;
}

const proto = "__proto__";

/** Zod leaves a field `__proto__` unread, so a label of that name is judged here. */
function takeProto(schema: z.ZodObject, payload: z.core.ParsePayload, given: object): void {
  if (!Object.hasOwn(schema.shape, proto)) return;
  const value: unknown = Object.getOwnPropertyDescriptor(given, proto)?.value;
  const { success } = (schema.shape[proto] as z.ZodType).safeParse(value);
  if (!success) payload.issues.push({ code: "custom", path: [proto], input: value });
  else if (value !== undefined) {
    const field = { value, enumerable: true, writable: true, configurable: true };
    Object.defineProperty(payload.value, proto, field);
  }
}

/** The schema of one label. */
function fieldOf({ required, definition }: Label): z.ZodType {
  const { pattern } = definition;
  let field = unboundOf(definition).refine((value) => !/\p{Surrogate}/u.test(String(value)), {
    error: "expected Unicode, found half of a surrogate pair",
  });
  const compiled = pattern === undefined ? undefined : compilePattern(pattern);
  // A registry that compiled has no bad pattern.
  if (compiled?.ok) {
    field = field.refine((value) => compiled.matches(String(value)), {
      error: `expected a match of ${quote(pattern ?? "")}`,
    });
  }
  return required ? field : z.union([field, z.literal("")]).optional();
}

function unboundOf({ type, enum: values, open }: LabelDefinition): z.ZodType {
  if (values !== undefined && !open) {
    return z.literal(values.flatMap(({ value }) => [value, ...meantBy(value, type)]));
  }
  if (type === "boolean") return z.literal([true, false, "true", "false"]);
  if (type === "integer") return z.union([z.int(), z.string().regex(wholeNumber)]);
  return z.string().min(1);
}

/** The JavaScript value that a text of an enum stands for. */
function meantBy(text: string, type: LabelDefinition["type"]): (boolean | number)[] {
  if (type === "boolean") return [text === "true"];
  return type === "integer" && Number.isSafeInteger(Number(text)) ? [Number(text)] : [];
}
