// Creation times in the text formats. Some client libraries write them as a gauge beside the counter, histogram or summary: `hits_created`
// beside `hits_total`. In OpenMetrics that name is the family's own, so the gauge becomes a part of it.

import { printable } from "../../diagnostics/index.js";
import type { Labels, MetricFamily, Series } from "../model.js";
import type { LossLog } from "./losses.js";
import { whyUntyped } from "./open-metrics-laws.js";

export interface CreatedTimes {
  /** Milliseconds since the epoch. */
  readonly times: ReadonlyMap<Series<unknown>, number>;
  /** The families they stood in, which are not written themselves. */
  readonly families: ReadonlySet<MetricFamily>;
}

const suffix = "_created";

/** Takes the gauges of a text exposition that hold creation times of other families. What does not fit is told as lost. */
export function takeCreatedTimes(
  families: readonly MetricFamily[],
  losses: LossLog | undefined,
): CreatedTimes {
  const byName = new Map(families.map((family) => [family.name, family]));
  const times = new Map<Series<unknown>, number>();
  const taken = new Set<MetricFamily>();
  for (const family of families) {
    if (!family.name.endsWith(suffix)) continue;
    const owner = ownerOf(family.name.slice(0, -suffix.length), byName);
    if (owner === undefined) continue;
    taken.add(family);
    takeFamily(family, owner, times, losses);
  }
  return { times, families: taken };
}

function ownerOf(
  base: string,
  byName: ReadonlyMap<string, MetricFamily>,
): MetricFamily | undefined {
  const counter = byName.get(`${base}_total`);
  const owner = counter?.type === "counter" ? counter : byName.get(base);
  if (owner === undefined || whyUntyped(owner) !== undefined) return undefined;
  return owner.type === "counter" || owner.type === "histogram" || owner.type === "summary"
    ? owner
    : undefined;
}

function takeFamily(
  family: MetricFamily,
  owner: MetricFamily,
  times: Map<Series<unknown>, number>,
  losses: LossLog | undefined,
): void {
  const ownSeries: readonly Series<unknown>[] = owner.series;
  const byLabels = new Map(ownSeries.map((series) => [keyOf(series.labels), series]));
  const isNumber = family.type === "gauge" || family.type === "unknown";
  for (const { labels, value, line } of family.series) {
    const series = isNumber ? byLabels.get(keyOf(labels)) : undefined;
    if (series !== undefined && series.created === undefined && Number.isFinite(value)) {
      times.set(series, Number(value) * 1000);
      continue;
    }
    losses?.add(
      "series",
      family.name,
      `series of ${printable(family.name)} are left out: in OpenMetrics the name belongs to ${printable(owner.name)}`,
      line,
    );
  }
}

function keyOf(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([left], [right]) => (left < right ? -1 : 1)));
}
