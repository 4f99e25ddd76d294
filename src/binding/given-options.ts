// The options of an adapter, as any program gives them.

import {
  Guard,
  initialLimit,
  judgeRegistry,
  readLimit,
  readOnly,
  readOptions,
} from "../instruments/index.js";
import type { CompiledRegistry, Metric } from "../registry/index.js";

/** What every adapter is told. */
export interface GivenOptions {
  readonly metrics: readonly Metric[];
  readonly guard: Guard;
  readonly maxSeries: number | undefined;
  /** By name: those that the adapter knows by itself too. */
  readonly fields: ReadonlyMap<string, unknown>;
}

/** Reads options. Throws a PromschemaError for what they cannot be. */
export function readBindingOptions(
  registry: CompiledRegistry,
  given: unknown,
  own: readonly string[],
): GivenOptions {
  judgeRegistry(registry);
  const fields = readOptions("bindMetrics", given, [...own, "only", "onRefusal", "maxSeries"]);
  return {
    metrics: readOnly(registry, fields.get("only")),
    guard: new Guard(fields.get("onRefusal")),
    maxSeries: readLimit("maxSeries", fields.get("maxSeries")),
    fields,
  };
}

/** Reads the limit out of the options of `initialize`. */
export function readInitializeLimit(given: unknown = {}): number {
  const limit = readOptions("initialize", given, ["limit"]).get("limit");
  return readLimit("limit", limit) ?? initialLimit;
}
