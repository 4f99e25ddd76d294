/**
 * Registry files on their way to a compiled registry: YAML, JSON and modules, with the place of everything that is wrong.
 *
 * @module
 */

export {
  type LoadOptions,
  type LoadResult,
  loadRegistry,
  type ParseRegistryOptions,
  parseRegistry,
  safeLoadRegistry,
  safeParseRegistry,
} from "./load/index.js";
