// A model of one format as a model of another: families renamed, retyped and joined, so that a writer has but its own format to write.

import { printable } from "../../diagnostics/index.js";
import { type EscapingScheme, escapeName } from "../escape-name.js";
import type { Exposition, Labels, MetricFamily } from "../model.js";
import { samplesOfFamily, valueSuffix } from "../samples-of.js";
import { type Lose, noPlace, refuse } from "./losses.js";

const total = "_total";
const textTypes: readonly string[] = ["counter", "gauge", "unknown", "histogram", "summary"];

/** The families as the format has them, their names escaped. Throws PromschemaError for a family without a name. */
export function convertFamilies(
  exposition: Exposition,
  openMetrics: boolean,
  escaping: EscapingScheme,
  lose: Lose,
): readonly MetricFamily[] {
  let { families } = exposition;
  for (const { name } of families) {
    if (name === "") refuse(name, "a metric family has no name: expected a text that is not empty");
  }
  const fromOpenMetrics = exposition.format === "openmetrics-1.0";
  if (!openMetrics) families = families.flatMap((family) => toText(family, fromOpenMetrics, lose));
  else if (!fromOpenMetrics) families = toOpenMetrics(families, lose);
  if (escaping === "allow-utf-8") return families;
  const taken = new Set(families.map(({ name }) => name));
  return families.map((family) => {
    const suffix = valueSuffix(family.type, openMetrics);
    // The whole sample name is escaped, so that every format gives a sample the same one.
    const written = (scheme: EscapingScheme) =>
      escapeName(family.name + suffix, scheme, "metric").slice(0, -suffix.length || undefined);
    let name = written(escaping);
    if (name === family.name) return family;
    // What two names become may be the same; this scheme tells them apart.
    if (taken.has(name)) name = written("values");
    taken.add(name);
    lose(family.name, "name", `is written ${printable(name)}`);
    return { ...family, name };
  });
}

/** In the text formats a counter has the name of its samples, and what has no type of its own is gauges, a family a sample name. */
function toText(
  family: MetricFamily,
  fromOpenMetrics: boolean,
  lose: Lose,
): readonly MetricFamily[] {
  const { name, type, help, unit } = family;
  if (unit !== undefined) lose(name, "unit", noPlace);
  if (textTypes.includes(type)) {
    const suffix = valueSuffix(type, fromOpenMetrics);
    return [suffix === "" ? family : { ...family, name: name + suffix }];
  }
  lose(name, "type", `is written as gauge: the text formats have no ${type}`);
  const gauges = new Map<string, MetricFamily & { series: object[] }>();
  for (const { name: sample, ...series } of samplesOfFamily(family, true)) {
    let gauge = gauges.get(sample);
    if (gauge === undefined) {
      gauge = { name: sample, type: "gauge", series: [], ...(help === undefined ? {} : { help }) };
      gauges.set(sample, gauge);
    }
    gauge.series.push(series);
  }
  return [...gauges.values()];
}

/** In OpenMetrics a counter has its name without _total, and a family beside it that tells its creation times is a part of it. */
function toOpenMetrics(families: readonly MetricFamily[], lose: Lose): readonly MetricFamily[] {
  const byName = new Map(families.map((family) => [family.name, family]));
  const joined = new Set<MetricFamily>();
  const converted = new Map<MetricFamily, MetricFamily>();
  for (const family of families) {
    const { name, type } = family;
    if (type !== "counter" && type !== "histogram" && type !== "summary") continue;
    const stem = type === "counter" && name.endsWith(total) ? name.slice(0, -total.length) : name;
    if (type === "counter" && (stem === name || stem === "" || byName.has(stem))) {
      const why = stem === name ? "counters end in _total" : `${printable(stem)} is taken`;
      lose(name, "type", `is written as unknown: in OpenMetrics ${why}`);
      converted.set(family, { ...family, type: "unknown", series: family.series as [] }); // numbers in both
      continue;
    }
    const created = byName.get(`${stem}_created`);
    if (created !== undefined) joined.add(created);
    converted.set(family, { ...withCreated(family, created, lose), name: stem });
  }
  return families
    .filter((family) => !joined.has(family))
    .map((family) => converted.get(family) ?? family);
}

function withCreated(
  family: MetricFamily,
  times: MetricFamily | undefined,
  lose: Lose,
): MetricFamily {
  if (times === undefined) return family;
  const left = new Map<string, unknown>(
    times.series.map(({ labels, value }) => [keyOf(labels), value]),
  );
  const series = (family.series as readonly object[]).map((one) => {
    const key = keyOf((one as { readonly labels: Labels }).labels);
    const value = left.get(key);
    if (typeof value !== "number") return one;
    left.delete(key);
    return { ...one, created: value * 1000 };
  });
  if (left.size > 0) {
    lose(
      times.name,
      "series",
      `are left out: in OpenMetrics the name is of ${printable(family.name)}`,
    );
  }
  return { ...family, series } as MetricFamily; // the values are untouched
}

function keyOf(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([left], [right]) => (left < right ? -1 : 1)));
}
