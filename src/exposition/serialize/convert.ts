// A model of one format as a model of another: families renamed, retyped and taken apart, so that a writer has but its own format to write.

import { printable } from "../../diagnostics/index.js";
import type { MetricFamily, Series } from "../model.js";
import { parseNumber } from "../number.js";
import { samplesOfFamily, valueSuffix } from "../samples-of.js";
import { fitsOpenMetrics, keyOf } from "./fitting.js";
import { type Lose, noPlace } from "./losses.js";
import { ownersOf, renamed, sampleNames } from "./names.js";

const textTypes: readonly string[] = ["counter", "gauge", "unknown", "histogram", "summary"];

/** The families as the format has them. Says what gets lost on the way. */
export function convertFamilies(
  families: readonly MetricFamily[],
  fromOpenMetrics: boolean,
  openMetrics: boolean,
  lose: Lose,
): readonly MetricFamily[] {
  if (!openMetrics) return families.flatMap((family) => toText(family, fromOpenMetrics, lose));
  return fromOpenMetrics ? families : toOpenMetrics(families, lose);
}

/** In the text formats a counter has the name of its samples, and what has no type of its own is gauges. */
function toText(family: MetricFamily, fromOpenMetrics: boolean, lose: Lose): MetricFamily[] {
  const { name, type, unit } = family;
  if (unit !== undefined) lose(name, "unit", noPlace);
  const last = fromOpenMetrics ? withLastPoints(family, lose) : family;
  if (!textTypes.includes(type)) {
    lose(name, "type", `is written as gauge: the text formats have no ${type}`);
    return apart(last, fromOpenMetrics, "gauge", lose, () => true);
  }
  return [{ ...last, name: name + valueSuffix(type, fromOpenMetrics) }];
}

/** The text formats have one point of a series. */
function withLastPoints(family: MetricFamily, lose: Lose): MetricFamily {
  const all: readonly Series<unknown>[] = family.series;
  if (all.every(({ timestamp }) => timestamp === undefined)) return family;
  const last = new Map(all.map((series) => [keyOf(series.labels), series]));
  for (let more = all.length - last.size; more > 0; more--) {
    lose(
      family.name,
      "point",
      "is left out: the text formats have one a series, and the last is kept",
    );
  }
  return { ...family, series: [...last.values()] } as MetricFamily; // the values are as they were
}

/** The samples of a family as families of a number each, one for each sample name that the family `owns`. */
function apart(
  family: MetricFamily,
  fromOpenMetrics: boolean,
  type: "gauge" | "unknown",
  lose: Lose,
  owns: (name: string) => boolean,
): MetricFamily[] {
  const { name, help } = family;
  const parts = new Map<string, Series<number>[]>();
  const samples = samplesOfFamily(family, fromOpenMetrics, type === "unknown");
  for (const { name: part, exemplar, ...series } of samples) {
    if (exemplar !== undefined) lose(name, "exemplar", `is left out: a ${type} has none`);
    if (part === `${name}_created`) lose(name, "creation time", `is left out: a ${type} has none`);
    else if (!owns(part)) lose(name, `sample ${printable(part)}`, "is left out: the name is taken");
    else if (parts.get(part)?.push(series) === undefined) parts.set(part, [series]);
  }
  if (parts.size === 0 && owns(name)) parts.set(name, []);
  return Array.from(parts, ([part, series]) => ({
    name: part,
    type,
    ...(help === undefined ? {} : { help }),
    series,
  }));
}

/** In OpenMetrics a counter is called without its _total, no family has the name of a sample of another, and values have laws. */
function toOpenMetrics(families: readonly MetricFamily[], lose: Lose): MetricFamily[] {
  const owners = ownersOf(families, false);
  const joined = new Set<MetricFamily>();
  const converted = families.map((family) => {
    if (joined.has(family)) return [];
    const { name, type } = family;
    const suffix = valueSuffix(type, true);
    const stem = name.endsWith(suffix) ? name.slice(0, name.length - suffix.length) : "";
    const names = sampleNames(family, stem, true);
    const timesName = `${stem}_created`;
    const times = names.includes(timesName) ? owners.get(timesName) : undefined;
    const timed = times === undefined ? family : withCreated(family, times);
    const isFree = names.every((one) => [undefined, family, times].includes(owners.get(one)));
    const fits = fitsOpenMetrics(family);
    if (stem === "" || timed === undefined || !isFree || !fits) {
      let why = "has no values like these";
      if (stem === "") why = `ends in ${suffix}`;
      else if (fits) why = "would have a name that is taken";
      lose(name, "type", `is written as unknown: in OpenMetrics a ${type} ${why}`);
      return apart(family, false, "unknown", lose, (one) => owners.get(one) === family);
    }
    for (const one of names) owners.set(one, family);
    if (times !== undefined) {
      joined.add(times);
      lose(times.name, "type", `is written as the creation times of ${printable(stem)}`);
    }
    return [renamed(timed, stem, lose)];
  });
  return converted.filter((_, index) => !joined.has(families[index]!)).flat();
}

/** A family with its creation times, where others are gauges beside it; undefined where those are anything else. */
function withCreated(family: MetricFamily, times: MetricFamily): MetricFamily | undefined {
  if (times.type !== "gauge" && times.type !== "unknown") return undefined;
  const left = new Map(times.series.map((time) => [keyOf(time.labels), time]));
  const all: readonly Series<unknown>[] = family.series;
  const series = all.map((one) => {
    const key = keyOf(one.labels);
    const time = left.get(key);
    if (time === undefined || time.timestamp !== one.timestamp) return one;
    left.delete(key);
    // Read as a reader does, who rounds but once.
    return { ...one, created: Number(parseNumber(String(time.value), 3)) };
  });
  return left.size === 0 ? ({ ...family, series } as MetricFamily) : undefined; // the values are as they were
}
