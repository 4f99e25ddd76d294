import { printable } from "../../diagnostics/index.js";
import type { Labels, MetricFamily, Series } from "../model.js";
import type { LossLog } from "./losses.js";

/** The series of an OpenMetrics family with the last of several points each: the text formats hold one. */
export function lastPoints(
  family: MetricFamily,
  losses: LossLog | undefined,
): readonly Series<unknown>[] {
  const series: readonly Series<unknown>[] = family.series;
  if (!series.some(({ timestamp }) => timestamp !== undefined)) return series;
  return series.filter((point, index) => {
    const next = series[index + 1];
    if (next === undefined || !hasSameLabels(point.labels, next.labels)) return true;
    losses?.add(
      "point",
      family.name,
      `points of ${printable(family.name)} are left out: the text formats have one a series`,
      point.line,
    );
    return false;
  });
}

function hasSameLabels(left: Labels, right: Labels): boolean {
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && left[name] === right[name])
  );
}
