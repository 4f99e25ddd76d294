// A metric family under construction. A series is taken whole or not at all.

import { printable } from "../diagnostics/index.js";
import type { Labels, MetricFamily, Series } from "../exposition/index.js";
import { familyNameOf, type Metric, unitOf } from "../registry/index.js";
import { type Objection, objection, refuseIf } from "./refusal.js";
import { declaredAt } from "./sample-value.js";

export class FamilyDraft {
  readonly #metric: Metric;
  readonly #series = new Map<string, Series<unknown>>();
  /** Values seen, of the labels that have a limit. */
  readonly #values = new Map<string, Set<string>>();
  readonly #weight: (value: unknown) => number;
  #weightOfAll = 0;

  constructor(metric: Metric) {
    this.#metric = metric;
    this.#weight = weightOf(metric);
    for (const { name, definition } of metric.labels) {
      if (definition.maxValues !== undefined) this.#values.set(name, new Set());
    }
  }

  /** Takes a series. Throws a PromschemaError for one that is there, and for one too many. */
  add(series: Series<unknown>): void {
    const key = keyOf(this.#metric, series.labels);
    refuseIf([
      ...this.#objectionsToSeries(key, series),
      ...this.#objectionsToValues(series.labels),
    ]);
    this.#series.set(key, Object.freeze(series));
    this.#weightOfAll += this.#weight(series.value);
    for (const [name, values] of this.#values) {
      const value = series.labels[name];
      if (value !== undefined) values.add(value);
    }
  }

  /** The family as it is now. */
  family(): MetricFamily {
    const { type, description } = this.#metric;
    const unit = unitOf(this.#metric);
    return Object.freeze({
      name: familyNameOf(this.#metric),
      type,
      ...(description !== "" && { help: description }),
      ...(unit !== undefined && { unit }),
      series: Object.freeze([...this.#series.values()]),
      // Each setter gives values of the shape that its type has.
    }) as MetricFamily;
  }

  #objectionsToSeries(key: string, { labels, value }: Series<unknown>): Objection[] {
    const { name, maxSeries } = this.#metric;
    const about = { metric: name, ...declaredAt(this.#metric) };
    if (this.#series.has(key)) {
      const message = `series of ${printable(name)} is set twice: ${inBraces(labels)}`;
      return [objection("spec/duplicate-series", [], { message, ...about })];
    }
    const weight = this.#weightOfAll + this.#weight(value);
    if (maxSeries === undefined || weight <= maxSeries) return [];
    const message = `${printable(name)} would have ${weight} series: at most ${maxSeries} are declared`;
    return [objection("max-series", [], { message, ...about })];
  }

  #objectionsToValues(labels: Labels): Objection[] {
    const { name, labels: declared } = this.#metric;
    return declared.flatMap(({ name: label, definition }) => {
      const seen = this.#values.get(label);
      const value = labels[label];
      const { maxValues = Infinity, position } = definition;
      if (seen === undefined || value === undefined || seen.has(value)) return [];
      if (seen.size < maxValues) return [];
      return objection("max-values", [label], {
        message: `${printable(label)} of ${printable(name)} would have ${seen.size + 1} values: at most ${maxValues} are declared`,
        metric: name,
        label,
        value,
        ...(position !== undefined && { declared: position }),
      });
    });
  }
}

/** Labels are in the order of the registry, so one series has one key. */
function keyOf({ labels }: Metric, given: Labels): string {
  return JSON.stringify(labels.map(({ name }) => given[name] ?? null));
}

function inBraces(labels: Labels): string {
  const parts = Object.entries(labels).map(
    ([name, value]) => `${printable(name)}="${printable(value)}"`,
  );
  return `{${parts.join(",")}}`;
}

/** How many series one series is where it is counted: the text formats write a state or a part of a gauge histogram as one of its own. */
function weightOf({ type }: Metric): (value: unknown) => number {
  if (type === "stateset") return (value) => (value as readonly unknown[]).length;
  if (type !== "gaugehistogram") return () => 1;
  return (value) => (value as { readonly buckets: readonly unknown[] }).buckets.length + 2;
}
