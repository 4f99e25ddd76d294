// What every generator makes of every registry in schemas/, kept to be read in a review and compiled by the tests.
import { readdir } from "node:fs/promises";
import {
  generateDocs,
  generateHtml,
  generateJsonSchema,
  generateMock,
  generateTypes,
  generateValidators,
} from "../../src/generate/index.js";
import { loadRegistry } from "../../src/load/index.js";

const command = "npm run generate";

/** tests/goldens: a file for each registry and target. */
export async function generateGoldens(): Promise<{ path: string; content: string }[]> {
  const schemas = (await readdir("schemas")).filter((name) => name.endsWith(".yaml")).sort();
  const files: { path: string; content: string }[] = [];
  for (const name of schemas) {
    const source = `schemas/${name}`;
    const registry = await loadRegistry(source);
    const options = { source, command };
    const made = [
      ...generateTypes(registry, { ...options, importFrom: "../../src/index.js" }),
      ...generateValidators(registry, options),
      ...generateJsonSchema(registry, options),
      ...generateDocs(registry, options),
      ...generateHtml(registry, options),
      ...generateMock(registry, options),
    ];
    files.push(...made.map(({ path, content }) => ({ path: `tests/goldens/${path}`, content })));
  }
  return files;
}
