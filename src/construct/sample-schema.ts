// The samples of a registry as one zod schema, told apart by the name of their metric.

import * as z from "zod";
import type { CompiledRegistry, Metric } from "../registry/index.js";
import { schemaOf } from "./label-schema.js";
import { readOwnFields } from "./own-fields.js";
import { retell } from "./retold-schema.js";
import { isSampled, objectionsToSample } from "./sample.js";
import { objectionsToValue } from "./sample-value.js";
import type { SampleOf } from "./types.js";

/** A zod schema of the samples of a registry: `{ name, labels, value }`. */
export interface SampleSchema<R> extends z.ZodType<SampleOf<R>, SampleOf<R>> {}

const schemas = new WeakMap<CompiledRegistry, z.ZodType>();

/**
 * The schema of the samples of a registry, discriminated by the name of the metric: of counters, gauges, info metrics and those of unknown type, whose
 * series are one number each. `schemaFindings` gives the findings of a failed parse.
 */
export function sampleSchema<R extends CompiledRegistry>(registry: R): SampleSchema<R> {
  let schema = schemas.get(registry);
  if (schema === undefined) {
    schema = build(registry);
    schemas.set(registry, schema);
  }
  // The types follow the document that the registry was compiled from; the schema is compiled from the registry.
  return schema as SampleSchema<R>;
}

function build(registry: CompiledRegistry): z.ZodType {
  const [first, ...rest] = [...registry.metrics.values()].filter(isSampled).map(optionOf);
  // A union of nothing takes nothing.
  if (first === undefined) return z.never();
  const Samples = samplesOf(registry);
  return new Samples({
    type: "union",
    options: [first, ...rest],
    discriminator: "name",
    inclusive: false,
  });
}

function optionOf(metric: Metric): z.ZodObject {
  // Zod's numbers are finite; a gauge need not be.
  const number = z.union([z.number(), z.literal([Infinity, -Infinity, Number.NaN])]);
  const value = number.refine((given) => objectionsToValue(metric, given).length === 0);
  return z.strictObject({ name: z.literal(metric.name), labels: schemaOf(metric), value });
}

type Definition = z.core.$ZodDiscriminatedUnionDef;
type Union = z.ZodDiscriminatedUnion;

/** A constructor of a registry's own, with which copies of its schema are made too. */
function samplesOf(registry: CompiledRegistry): new (definition: Definition) => Union {
  return z.core.$constructor<Union, Definition>("PromschemaSamples", (schema, definition) => {
    const init: (schema: Union, definition: Definition) => void = z.ZodDiscriminatedUnion.init;
    init(schema, definition);
    retell(schema, (input) => {
      const read = readOwnFields(input);
      return {
        objections: objectionsToSample(registry, input, read),
        value: read.ok ? Object.fromEntries(read.fields) : undefined,
      };
    });
  });
}
