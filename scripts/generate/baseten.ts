// schemas/baseten.yaml as a literal in TypeScript, so that its types are inferred.
import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { printLiteral } from "./literal.js";

const source = "schemas/baseten.yaml";
const target = "src/baseten.ts";

/** The module behind promschema/baseten. */
export async function generateBaseten(): Promise<{ path: string; content: string }[]> {
  const text = await readFile(new URL(`../../${source}`, import.meta.url), "utf8");
  const document: unknown = parse(text);
  const call = "export const baseten = defineRegistry(";
  const content = `// Generated from ${source} by \`npm run generate\`: edit that file, not this one.
import { defineRegistry } from "./registry/index.js";

/** The metrics that Baseten exports of the models it serves. */
${call}${printLiteral(document, { before: call.length, indent: 0 })});
`;
  return [{ path: target, content }];
}
