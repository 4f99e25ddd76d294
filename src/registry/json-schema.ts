import * as z from "zod";
import { documentation, documentSchema } from "./document-schema.js";

/** The JSON Schema (draft 2020-12) of the registry document, for editors. Closed: an unknown field is an error there too. */
export function registryJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(documentSchema, {
    target: "draft-2020-12",
    io: "input",
    metadata: documentation,
    override: ({ jsonSchema }) => {
      // What every string key and every safe integer is anyway only makes the file longer to read.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.propertyNames !== undefined) delete jsonSchema.propertyNames;
    },
  });
  return { $schema, $id: "registry.schema.json", title: "promschema registry", ...schema };
}
