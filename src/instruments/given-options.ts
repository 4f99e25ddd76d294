// Options of instruments, ours and those of the adapters, as any program gives them. Each is read once.

import { declaredMetric, givenAs, refuse } from "../construct/index.js";
import { nearest, printable, quote } from "../diagnostics/index.js";
import type { CompiledRegistry, Metric } from "../registry/index.js";

/** Most series that a metric without a limit of its own may begin with. */
export const initialLimit = 10_000;

/** The own fields of an object. Throws a PromschemaError for what is none, and for what throws while it is read. */
export function readEntries(
  what: string,
  given: unknown,
  expected: string,
): ReadonlyMap<string, unknown> {
  try {
    if (typeof given === "object" && given !== null && !Array.isArray(given)) {
      return new Map<string, unknown>(Object.entries(given));
    }
  } catch (cause) {
    refuse("construct/argument", { message: `${what} what throws while it is read` }, cause);
  }
  return refuse("construct/argument", {
    message: `${what} ${givenAs(given)}: expected ${expected}`,
  });
}

/** The options of `whose`, by name. Throws a PromschemaError for what is no object, and for an option that is not known. */
export function readOptions(
  whose: string,
  given: unknown,
  known: readonly string[],
): ReadonlyMap<string, unknown> {
  const fields = readEntries(`the options of ${whose} are`, given, `an object with ${known[0]}`);
  for (const name of fields.keys()) {
    if (known.includes(name)) continue;
    const close = nearest(name, known);
    refuse("construct/argument", {
      message: `${whose} has no option ${quote(name)}: expected ${known.join(", ")}`,
      ...(close !== undefined && { hint: `did you mean ${quote(close)}?` }),
    });
  }
  return fields;
}

/** Throws a PromschemaError for what is no registry. */
export function judgeRegistry(given: unknown): void {
  const metrics: unknown = (given as Partial<CompiledRegistry> | null | undefined)?.metrics; // read by name alone
  if (metrics instanceof Map) return;
  refuse("construct/argument", { message: `the registry is ${givenAs(given)}: expected one` });
}

/** The metrics of the option `only`, each once; all where there is none. Throws a PromschemaError for one that is not declared. */
export function readOnly(registry: CompiledRegistry, given: unknown): readonly Metric[] {
  if (given === undefined) return [...registry.metrics.values()];
  if (!Array.isArray(given)) {
    refuse("construct/argument", {
      message: `the option only is ${givenAs(given)}: expected a list of metrics of ${printable(registry.name)}`,
    });
  }
  return [...new Set(given.map((name: unknown) => declaredMetric(registry, name)))];
}

/** Reads a number of series; undefined for none. Throws a PromschemaError for what is neither. */
export function readLimit(option: string, given: unknown): number | undefined {
  if (given === undefined || given === Infinity) return given;
  if (typeof given === "number" && Number.isInteger(given) && given >= 0) return given;
  return refuse("construct/argument", {
    message: `the option ${option} is ${givenAs(given)}: expected a whole number that is not negative`,
  });
}
