// Two label sets that the client cannot tell apart: it joins names and values by commas, or values by bars, and a value may hold either.

import { refuse } from "../construct/index.js";
import { printable, quote } from "../diagnostics/index.js";
import type { Labels } from "../exposition/index.js";
import type { Metric } from "../registry/index.js";

export class SeriesKeys {
  readonly #metric: Metric;
  readonly #names: readonly string[];
  readonly #all = new Map<string, Labels>();
  readonly #series = new Set<Labels>();
  /** Whether some value has held a comma or a bar: before, keys are not kept. */
  #isKept = false;

  constructor(metric: Metric) {
    this.#metric = metric;
    this.#names = metric.labels.map(({ name }) => name).sort();
  }

  /** Takes a label set in. Throws a PromschemaError for one that the client would take for another. */
  add(labels: Labels): void {
    if (this.#names.length < 2) return;
    if (!this.#isKept && hasSeparator(labels)) {
      this.#isKept = true;
      for (const known of this.#series)
        for (const key of this.#keysOf(known)) this.#all.set(key, known);
    }
    if (this.#isKept) {
      const keys = this.#keysOf(labels);
      const other = keys.map((key) => this.#all.get(key)).find((known) => known !== undefined);
      if (other !== undefined) this.#refuse(labels, other);
      for (const key of keys) this.#all.set(key, labels);
    }
    this.#series.add(labels);
  }

  remove(labels: Labels): void {
    this.#series.delete(labels);
    if (this.#isKept) for (const key of this.#keysOf(labels)) this.#all.delete(key);
  }

  /** As prom-client 15 joins, and as its successor does. */
  #keysOf(labels: Labels): string[] {
    const there = this.#names.filter((name) => labels[name] !== undefined);
    return [
      `,${there.map((name) => `${name}:${labels[name]},`).join("")}`,
      `|${this.#names.map((name) => `${labels[name] ?? ""}|`).join("")}`,
    ];
  }

  #refuse(labels: Labels, other: Labels): never {
    const name = printable(this.#metric.name);
    refuse("construct/unsupported", {
      message: `the client cannot tell a series of ${name} from another one: ${inWords(labels)} and ${inWords(other)}`,
      metric: this.#metric.name,
      hint: "keep commas and bars out of label values",
    });
  }
}

function hasSeparator(labels: Labels): boolean {
  return Object.values(labels).some((value) => /[,|]/.test(value));
}

function inWords(labels: Labels): string {
  const parts = Object.entries(labels).map(([name, value]) => `${printable(name)}=${quote(value)}`);
  return `{${parts.join(",")}}`;
}
