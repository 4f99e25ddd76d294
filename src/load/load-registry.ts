import type { CompiledRegistry } from "../registry/index.js";
import { decodeText } from "./decode-text.js";
import { isModule } from "./import-module.js";
import { defaultMaxBytes } from "./limits.js";
import { loadModule } from "./load-module.js";
import { findingsOf, type LoadResult, parseRegistry } from "./parse-registry.js";
import { readRegistryFile } from "./read-file.js";

export interface LoadOptions {
  /**
   * Largest file that is read, in bytes.
   * @default 5_000_000
   */
  readonly maxBytes?: number;
}

/**
 * Loads a registry from a file: YAML, strict JSON where the name ends in .json, or a JavaScript or TypeScript module, which is
 * run. Throws PromschemaError with every finding: rule `registry/unreadable` for a file that cannot be had, and for a document
 * that is wrong the rules of the group registry, with line and column.
 */
export async function loadRegistry(
  path: string,
  options: LoadOptions = {},
): Promise<CompiledRegistry> {
  const bytes = await readRegistryFile(path, options.maxBytes ?? defaultMaxBytes);
  if (isModule(path)) return loadModule(path);
  return parseRegistry(decodeText(bytes, path), { source: path });
}

/** Loads a registry like `loadRegistry`, and returns the findings where that throws them. */
export async function safeLoadRegistry(
  path: string,
  options: LoadOptions = {},
): Promise<LoadResult> {
  try {
    return { ok: true, registry: await loadRegistry(path, options) };
  } catch (error) {
    return findingsOf(error);
  }
}
