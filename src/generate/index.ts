/**
 * Files made from a registry: code, schemas, pages. Every generator takes a registry and gives files as data; it writes none.
 *
 * @module
 */

export { type DocsOptions, generateDocs } from "./docs.js";
export type { GeneratedFile, GenerateOptions } from "./file.js";
export { generateHtml } from "./html.js";
export { generateJsonSchema } from "./json-schema.js";
export { hasBlock, replaceBlock } from "./markdown/block.js";
export { generateMock, type MockOptions, mockExposition } from "./mock.js";
export { generateTypes, type TypesOptions } from "./types.js";
export { generateValidators } from "./validators.js";
