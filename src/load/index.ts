// Registry files on their way to a compiled registry: YAML, JSON and modules, with the place of everything that is wrong.
// The only room that knows YAML and, besides the command line, the file system.
export { type LoadedDocument, loadDocument } from "./load-document.js";
export { type LoadOptions, loadRegistry, safeLoadRegistry } from "./load-registry.js";
export {
  type LoadResult,
  type ParseRegistryOptions,
  parseRegistry,
  safeParseRegistry,
} from "./parse-registry.js";
