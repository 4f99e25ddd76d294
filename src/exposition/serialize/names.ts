// Names as they are written: what a family's samples are called, and what an escaping scheme makes of names, no two of them alike.

import { printable, quote } from "../../diagnostics/index.js";
import { type EscapingScheme, escapeName, isPlainName } from "../escape-name.js";
import { suffixesOf } from "../family-tracker.js";
import type { MetricFamily } from "../model.js";
import { ownLabelOf, valueSuffix, walkSamples } from "../samples-of.js";
import { escapeText } from "./byte-writer.js";
import { type Lose, refuse } from "./losses.js";

/** Every name that samples of a family may have. */
export function sampleNames(
  name: string,
  type: MetricFamily["type"],
  openMetrics: boolean,
): readonly string[] {
  return [name, ...suffixesOf(type, openMetrics).map((suffix) => name + suffix)];
}

/** The family under another name, without a unit that ended the one it had and does not end this. */
export function renamed(family: MetricFamily, name: string, lose: Lose): MetricFamily {
  const { unit, ...rest } = family;
  const suffix = `_${unit}`;
  if (!family.name.endsWith(suffix) || name.endsWith(suffix)) return { ...family, name };
  lose(family.name, "unit", "is left out: the name it is written under does not end in it");
  return { ...rest, name } as MetricFamily; // whatever the type, it may have no unit
}

/** The families under the names that a scheme gives them. */
export function escapeFamilies(
  families: readonly MetricFamily[],
  openMetrics: boolean,
  escaping: EscapingScheme,
  lose: Lose,
): readonly MetricFamily[] {
  if (escaping === "allow-utf-8") return families;
  const written = ({ name, type }: MetricFamily, scheme: EscapingScheme) => {
    const suffix = valueSuffix(type, openMetrics);
    // The whole sample name is escaped, so that every format gives a sample the same one.
    const whole = escapeName(name + suffix, scheme, type === "stateset");
    return whole.slice(0, whole.length - suffix.length);
  };
  const taken = new Set<string>();
  const take = (family: MetricFamily, name: string): void => {
    for (const one of sampleNames(name, family.type, openMetrics)) taken.add(one);
  };
  const isTaken = (family: MetricFamily, name: string) =>
    sampleNames(name, family.type, openMetrics).some((one) => taken.has(one)) ||
    (family.type === "stateset" && family.series.some(({ labels }) => Object.hasOwn(labels, name)));
  for (const family of families) {
    if (written(family, escaping) === family.name) take(family, family.name);
  }
  return families.map((family) => {
    let name = written(family, escaping);
    if (name === family.name) return family;
    // What two names become may be the same: this scheme tells them apart.
    if (isTaken(family, name)) name = written(family, "values");
    while (isTaken(family, name)) name += "_";
    take(family, name);
    lose(family.name, "name", `is written ${printable(name)}`);
    return renamed(family, name, lose);
  });
}

/** What label names are written as, the same in all families. */
export class LabelNames {
  readonly #families: readonly MetricFamily[];
  readonly #escaping: EscapingScheme;
  readonly #lose: Lose;
  readonly #written = new Map<string, string>();
  #taken: Set<string> | undefined;

  constructor(families: readonly MetricFamily[], escaping: EscapingScheme, lose: Lose) {
    this.#families = families;
    this.#escaping = escaping;
    this.#lose = lose;
  }

  /** The name, without quotes. Throws PromschemaError for one that no label of `metric` can have. */
  written(label: string, metric: string, ownLabel?: string): string {
    if (label === "" || label === "__name__" || label === ownLabel) {
      refuse(metric, `${quote(label)} cannot be the name of a label of ${printable(metric)}`);
    }
    let written = this.#written.get(label);
    if (written === undefined) {
      written = this.#escaped(label);
      this.#written.set(label, written);
    }
    if (written !== label) {
      this.#lose(metric, `label ${quote(label)}`, `is written ${printable(written)}`);
    }
    return written;
  }

  #escaped(label: string): string {
    const escaped = escapeName(label, this.#escaping, true);
    if (escaped === label) return label;
    this.#taken ??= labelsOf(this.#families);
    const taken = this.#taken;
    let written = taken.has(escaped) ? escapeName(label, "values", true) : escaped;
    while (taken.has(written)) written += "_";
    taken.add(written);
    return written;
  }
}

/** Every label name of the families, and those that no label may be given. */
function labelsOf(families: readonly MetricFamily[]): Set<string> {
  const names = new Set(["__name__", "le", "quantile"]);
  for (const family of families) {
    names.add(ownLabelOf(family));
    walkSamples(family, true, (_, { labels }, _value, _quantity, _own, exemplar) => {
      for (const label in labels) names.add(label);
      for (const label in exemplar?.labels) names.add(label);
    });
  }
  return names;
}

/** A name as it stands in a payload: in quotes where it needs them. */
export function nameText(name: string, isLabel = false): string {
  return isPlainName(name, isLabel) ? name : `"${escapeText(name)}"`;
}
