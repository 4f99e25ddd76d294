// The options of an adapter, as any program gives them.

import { declaredMetric, givenAs, refuse } from "../construct/index.js";
import { nearest, printable, quote } from "../diagnostics/index.js";
import type { CompiledRegistry, Metric } from "../registry/index.js";
import { readEntries, readLimit } from "./given-fields.js";
import { Guard } from "./guard.js";

/** What every adapter is told. */
export interface GivenOptions {
  readonly metrics: readonly Metric[];
  readonly guard: Guard;
  readonly maxSeries: number | undefined;
  /** By name: those that the adapter knows by itself too. */
  readonly fields: ReadonlyMap<string, unknown>;
}

/** Reads options. Throws a PromschemaError for what they cannot be. */
export function readOptions(
  registry: CompiledRegistry,
  given: unknown,
  own: readonly string[],
): GivenOptions {
  judgeRegistry(registry);
  const known = [...own, "only", "onRefusal", "maxSeries"];
  const fields = readEntries("the options of bindMetrics are", given, `an object with ${own[0]}`);
  for (const name of fields.keys()) {
    if (known.includes(name)) continue;
    const close = nearest(name, known);
    refuse("construct/argument", {
      message: `bindMetrics has no option ${quote(name)}: expected ${known.join(", ")}`,
      ...(close !== undefined && { hint: `did you mean ${quote(close)}?` }),
    });
  }
  const maxSeries = fields.get("maxSeries");
  return {
    metrics: readOnly(registry, fields.get("only")),
    guard: new Guard(fields.get("onRefusal")),
    maxSeries: maxSeries === undefined ? undefined : readLimit("maxSeries", maxSeries),
    fields,
  };
}

/** Throws a PromschemaError for what is no registry. */
export function judgeRegistry(given: unknown): void {
  const metrics: unknown = (given as Partial<CompiledRegistry> | null | undefined)?.metrics; // read by name alone
  if (metrics instanceof Map) return;
  refuse("construct/argument", { message: `the registry is ${givenAs(given)}: expected one` });
}

function readOnly(registry: CompiledRegistry, given: unknown): Metric[] {
  if (given === undefined) return [...registry.metrics.values()];
  if (!Array.isArray(given)) {
    refuse("construct/argument", {
      message: `the option only is ${givenAs(given)}: expected a list of metrics of ${printable(registry.name)}`,
    });
  }
  return [...new Set(given.map((name: unknown) => declaredMetric(registry, name)))];
}
