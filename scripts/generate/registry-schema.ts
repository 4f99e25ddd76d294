import { registryJsonSchema } from "../../src/registry/index.js";

/** schemas/registry.schema.json, which editors read. */
export function generateRegistrySchema(): { path: string; content: string }[] {
  const content = `${JSON.stringify(registryJsonSchema(), null, 2)}\n`;
  return [{ path: "schemas/registry.schema.json", content }];
}
