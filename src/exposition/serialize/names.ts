// Names as they are written: what a family's samples are called, and what an escaping scheme makes of names, no two of them alike.

import { printable, quote } from "../../diagnostics/index.js";
import { type EscapingScheme, escapeName, isPlainName } from "../escape-name.js";
import { suffixesOf } from "../family-tracker.js";
import type { MetricFamily } from "../model.js";
import { ownLabelOf, valueSuffix, walkSamples } from "../samples-of.js";
import { escapeText } from "./byte-writer.js";
import { type Lose, refuse } from "./losses.js";

/** Every name that samples of a family may have, were it called `name`. */
export function sampleNames(
  { type }: MetricFamily,
  name: string,
  openMetrics: boolean,
): readonly string[] {
  return [name, ...suffixesOf(type, openMetrics).map((suffix) => name + suffix)];
}

/** Families by the names that their samples may have. Of those that share one, the last has it. */
export function ownersOf(
  families: readonly MetricFamily[],
  openMetrics: boolean,
): Map<string, MetricFamily> {
  const names = (family: MetricFamily) => sampleNames(family, family.name, openMetrics);
  return new Map(
    families.flatMap((family) => names(family).map((name) => [name, family] as const)),
  );
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
  const escaped = ({ name, type }: MetricFamily, scheme: EscapingScheme) => {
    const suffix = valueSuffix(type, openMetrics);
    // The whole sample name is escaped, so that every format gives a sample the same one.
    const whole = escapeName(name + suffix, scheme, type === "stateset");
    return whole.slice(0, whole.length - suffix.length);
  };
  const isKept = (family: MetricFamily) => escaped(family, escaping) === family.name;
  const taken = new Set(ownersOf(families.filter(isKept), openMetrics).keys());
  return families.map((family) => {
    if (isKept(family)) return family;
    const name = untaken(
      (scheme) => escaped(family, scheme),
      escaping,
      (one) =>
        sampleNames(family, one, openMetrics).some((sample) => taken.has(sample)) ||
        (family.type === "stateset" &&
          family.series.some(({ labels }) => Object.hasOwn(labels, one))),
    );
    for (const sample of sampleNames(family, name, openMetrics)) taken.add(sample);
    lose(family.name, "name", `is written ${printable(name)}`);
    return renamed(family, name, lose);
  });
}

/** The name as a scheme escapes it. What two names become may be the same: then `values` tells them apart, or an underscore more. */
function untaken(
  escaped: (scheme: EscapingScheme) => string,
  escaping: EscapingScheme,
  isTaken: (name: string) => boolean,
): string {
  let name = escaped(escaping);
  if (isTaken(name)) name = escaped("values");
  while (isTaken(name)) name += "_";
  return name;
}

/** Gives a label of a metric the name that it is written under. Throws PromschemaError for one that no label of the metric can have. */
export type LabelName = (label: string, metric: string, ownLabel?: string) => string;

/** Label names as a scheme writes them, the same in all families. */
export function labelNames(
  families: readonly MetricFamily[],
  escaping: EscapingScheme,
  lose: Lose,
): LabelName {
  const names = new Map<string, string>();
  let taken: Set<string> | undefined;
  return (label, metric, ownLabel) => {
    if (label === "" || label === "__name__" || label === ownLabel) {
      refuse(metric, `${quote(label)} cannot be the name of a label of ${printable(metric)}`);
    }
    let name = names.get(label);
    if (name === undefined) {
      const escaped = (scheme: EscapingScheme) => escapeName(label, scheme, true);
      name = escaped(escaping);
      if (name !== label) {
        taken ??= labelsOf(families);
        name = untaken(escaped, escaping, (one) => taken?.has(one) === true);
        taken.add(name);
      }
      names.set(label, name);
    }
    if (name !== label) lose(metric, `label ${quote(label)}`, `is written ${printable(name)}`);
    return name;
  };
}

/** Every label name of the families, and those that no label may be given. */
function labelsOf(families: readonly MetricFamily[]): Set<string> {
  const names = new Set(["__name__", "le", "quantile"]);
  for (const family of families) {
    names.add(ownLabelOf(family));
    walkSamples(family, true, (_, { labels }, _value, _quantity, _own, exemplar) => {
      for (const name in { ...labels, ...exemplar?.labels }) names.add(name);
    });
  }
  return names;
}

/** A name as it stands in a payload: in quotes where it needs them. */
export function nameText(name: string, isLabel = false): string {
  return isPlainName(name, isLabel) ? name : `"${escapeText(name)}"`;
}
