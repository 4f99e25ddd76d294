/**
 * Files made from a registry: code, schemas, pages. Every generator takes a registry and gives files as data; it writes none.
 *
 * @module
 */

export type { GeneratedFile, GenerateOptions } from "./file.js";
export { generateTypes, type TypesOptions } from "./types.js";
