import { createFinding, PromschemaError } from "../diagnostics/index.js";
import { findClashes } from "./clashes.js";
import { frozenMap } from "./frozen-map.js";
import type { CompiledRegistry } from "./registry.js";

/** How to combine registries. */
export interface CombineOptions {
  /** Name of the whole. Default: the names of all, joined by " + ". */
  readonly name?: string;
}

/**
 * One registry with the metrics of all, in order: for a payload that has those of a service and those of its client library.
 * Its `source` is the sources of all, joined by ", ". Of shared labels and label sets of one name, which only document, the
 * first is kept; each metric keeps its own. One registry alone comes back as it is, unless it gets another name.
 *
 * Throws a PromschemaError where no registry is given, and with a finding for each clash: a metric that two of them declare
 * (rule `registry/name-clash`), or one that has the name of another's samples or former name (`registry/rename`).
 */
export function combineRegistries(
  registries: readonly CompiledRegistry[],
  { name }: CombineOptions = {},
): CompiledRegistry {
  const [only, ...others] = registries;
  if (only === undefined) {
    const message = "expected a registry to combine, found none";
    throw new PromschemaError([
      createFinding({ rule: "registry/missing-field", severity: "error", message }),
    ]);
  }
  if (others.length === 0) {
    return name === undefined ? only : Object.freeze({ ...only, name });
  }
  const [clash, ...more] = findClashes(registries);
  if (clash !== undefined) throw new PromschemaError([clash, ...more]);
  const sources = registries.flatMap(({ source }) => source ?? []);
  return Object.freeze({
    name: name ?? registries.map((registry) => registry.name).join(" + "),
    ...(sources.length > 0 && { source: sources.join(", ") }),
    metrics: union(registries.map(({ metrics }) => metrics)),
    labels: union(registries.map(({ labels }) => labels)),
    labelSets: union(registries.map(({ labelSets }) => labelSets)),
  });
}

/** What the maps hold, in order; of two values with one key the first. */
function union<Value>(maps: readonly ReadonlyMap<string, Value>[]): ReadonlyMap<string, Value> {
  const all = new Map<string, Value>();
  for (const map of maps) {
    for (const [key, value] of map) if (!all.has(key)) all.set(key, value);
  }
  return frozenMap(all);
}
