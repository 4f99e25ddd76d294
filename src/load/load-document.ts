import type { Position } from "../diagnostics/index.js";
import type { DocumentPath } from "../registry/index.js";
import { decodeText, refuseControlCharacters } from "./decode-text.js";
import { importModule, isModule } from "./import-module.js";
import { readJsonTree } from "./json-tree.js";
import { defaultMaxBytes } from "./limits.js";
import { readRegistryFile } from "./read-file.js";
import { createSourceText, positionAt } from "./source-text.js";
import { offsetOf, toDocument } from "./source-tree.js";
import { readYamlTree } from "./yaml-tree.js";

/** A file as data. */
export interface LoadedDocument {
  /** Null-prototype objects, arrays and scalars of a YAML or JSON file; undefined where it is empty. */
  readonly value: unknown;
  /** Where a part of it stands; undefined for modules, which have no places. */
  readonly locate: (path: DocumentPath, part: "key" | "value") => Position | undefined;
}

/**
 * Reads a YAML or JSON file that is no registry, with the place of everything in it; a JavaScript or TypeScript module is run, and its default
 * export is the value. Throws PromschemaError.
 */
export async function loadDocument(path: string): Promise<LoadedDocument> {
  const bytes = await readRegistryFile(path, defaultMaxBytes);
  if (isModule(path)) {
    return { value: defaultExport(await importModule(path)), locate: () => undefined };
  }
  const text = decodeText(bytes, path);
  refuseControlCharacters(text, path);
  const sourceText = createSourceText(text, path);
  const root = path.toLowerCase().endsWith(".json")
    ? readJsonTree(sourceText)
    : readYamlTree(sourceText);
  if (root === undefined) return { value: undefined, locate: () => undefined };
  return {
    value: toDocument(root),
    locate: (at, part) => positionAt(sourceText, offsetOf(root, at, part)),
  };
}

/** A CommonJS module has its exports below `default`. */
function defaultExport(exported: object): unknown {
  const value: unknown = Reflect.get(exported, "default");
  const nested = typeof value === "object" && value !== null && Object.hasOwn(value, "default");
  return nested ? Reflect.get(value, "default") : value;
}
