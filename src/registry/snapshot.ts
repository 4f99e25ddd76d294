// A registry document comes from anywhere: a literal, a parsed file, somebody's JSON. Before anything else it is copied into plain
// data that holds only what the document itself says: null-prototype objects with own keys, so that `__proto__`, `constructor`
// and `toString` are names like any other.
import type { Collector, DocumentPath } from "./collector.js";

/** Deepest nesting that is read. The deepest field of a registry is seven steps down. */
const maxDepth = 16;

/** Most values that are read, each alias counted again. A registry of 20,000 metrics has fewer. */
const maxValues = 1_000_000;

/** The copy, or undefined (and a complaint) where the document exceeds a limit, as one that contains itself does. */
export function snapshot(document: unknown, collector: Collector): { value: unknown } | undefined {
  let left = maxValues;

  function copy(value: unknown, path: DocumentPath): unknown {
    if (left-- <= 0) throw limit(path, `more than ${maxValues} values in all`);
    if (typeof value !== "object" || value === null) return value;
    if (path.length > maxDepth) throw limit(path, `more than ${maxDepth} levels of nesting`);
    if (Array.isArray(value)) {
      const list: unknown[] = [];
      for (let at = 0; at < value.length; at++) list.push(copy(value[at], [...path, at]));
      return list;
    }
    // Dates, maps and instances of classes are no data here; a symbol says so, and has no fields to be mistaken for some.
    if (!isMapping(value)) return Symbol(describe(value));
    const object: Record<string, unknown> = Object.create(null);
    for (const key of Object.keys(value)) {
      const field = value[key];
      // `{ unit: undefined }` is how JavaScript spells an absent field.
      if (field !== undefined) object[key] = copy(field, [...path, key]);
    }
    return object;
  }

  try {
    return { value: copy(document, []) };
  } catch (error) {
    if (!isLimit(error)) throw error;
    collector.complain({
      rule: "registry/limit",
      message: `expected a registry, found ${error.excess}`,
      path: error.path.slice(0, 4),
      part: "value",
      notes: ["a document that contains itself, through an alias for instance, has no end"],
    });
    return undefined;
  }
}

interface Limit {
  readonly path: DocumentPath;
  readonly excess: string;
}

function limit(path: DocumentPath, excess: string): Limit {
  return { path, excess };
}

function isLimit(thrown: unknown): thrown is Limit {
  return typeof thrown === "object" && thrown !== null && "excess" in thrown;
}

function describe(value: object): string {
  return value instanceof Date ? "a date" : "an object that is not plain data";
}

/** Whether it is an object literal or a null-prototype object, of whichever realm. */
function isMapping(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
