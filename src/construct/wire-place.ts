// Metrics that stand in one exposition: each under names that no other has, in any format.

import { printable, quote } from "../diagnostics/index.js";
import type { CompiledRegistry, Metric } from "../registry/index.js";
import { refuse } from "./refusal.js";
import { isFoundByName, wireNamesOf } from "./wire-names.js";

export class WirePlaces {
  readonly #registry: CompiledRegistry;
  /** Metrics by the names they have on the wire. */
  readonly #owners = new Map<string, Metric>();

  constructor(registry: CompiledRegistry) {
    this.#registry = registry;
  }

  /** Throws a PromschemaError where the metric cannot stand beside those that have a place. */
  judge(metric: Metric): void {
    const subject = printable(metric.name);
    const owner = wireNamesOf(metric).flatMap((name) => this.#owners.get(name) ?? [])[0];
    if (owner !== undefined) {
      refuse("construct/name-clash", {
        message: `${subject} and ${printable(owner.name)} share a name in some format: expected one of them`,
        metric: metric.name,
        hint: "write them in expositions of their own",
      });
    }
    if (!isFoundByName(this.#registry, metric)) {
      refuse("construct/name-clash", {
        message: `${subject} is taken for another metric of ${printable(this.#registry.name)} in some format`,
        metric: metric.name,
      });
    }
    for (const text of [metric.description, ...(metric.states ?? [])]) {
      if (!/\p{Surrogate}/u.test(text)) continue;
      refuse("serialize/unwritable", {
        message: `${subject} is declared with ${quote(text)}: expected Unicode, found half of a surrogate pair`,
        metric: metric.name,
      });
    }
  }

  /** Gives the metric its place. */
  take(metric: Metric): void {
    for (const name of wireNamesOf(metric)) this.#owners.set(name, metric);
  }
}
