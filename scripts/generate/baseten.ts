import { generateTypes } from "../../src/generate/index.js";
import { loadRegistry } from "../../src/load/index.js";

const source = "schemas/baseten.yaml";

/** src/baseten.ts, the module behind promschema/baseten. */
export async function generateBaseten(): Promise<{ path: string; content: string }[]> {
  const registry = await loadRegistry(source);
  const options = { source, command: "npm run generate", importFrom: "./registry/index.js" };
  return generateTypes(registry, options).map(({ content }) => ({
    path: "src/baseten.ts",
    content,
  }));
}
