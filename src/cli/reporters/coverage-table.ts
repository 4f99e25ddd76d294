import type { LabelCoverage, MetricCoverage } from "../../check/index.js";
import { displayWidth, printable } from "../../diagnostics/index.js";
import type { CompiledRegistry, Presence } from "../../registry/index.js";
import { count } from "../figures.js";

/** Columns of the widest name that others are lined up with. */
const widestName = 48;
/** Most values named as not seen. */
const valuesListed = 8;

/** What was seen of a registry, a line a metric and one for each of its labels. Safe to print. */
export function coverageTable(
  registry: CompiledRegistry,
  metrics: readonly MetricCoverage[],
): readonly string[] {
  const rows = metrics.flatMap((metric) => [
    metricRow(metric, registry.metrics.get(metric.name)?.presence),
    // Of a metric that is absent no label can be seen.
    ...(metric.series === 0 ? [] : metric.labels.map(labelRow)),
  ]);
  const names = width(rows.map(([name]) => name));
  const figures = width(rows.map(([, figure]) => figure));
  return rows.map(([name, figure, remark]) =>
    [padded(name, names), padded(figure, figures), remark].join("   ").trimEnd(),
  );
}

type Row = readonly [name: string, figure: string, remark: string];

function metricRow({ name, series }: MetricCoverage, presence: Presence | undefined): Row {
  const shown = `  ${printable(name)}`;
  return series === 0
    ? [shown, "absent", whyAbsent(presence)]
    : [shown, count(series, "series", "series"), ""];
}

function whyAbsent(presence: Presence | undefined): string {
  if (presence?.policy === "after-event") return "appears with its first event";
  if (presence?.policy === "conditional") return `may be missing: ${printable(presence.why)}`;
  return "should always be there";
}

function labelRow({ name, required, values, seen, absent = [] }: LabelCoverage): Row {
  const shown = `    ${printable(name)}${required ? "" : "?"}`;
  if (values === 0) return [shown, "not seen", ""];
  if (seen === undefined) return [shown, count(values, "value", "values"), ""];
  const declared = seen.length + absent.length;
  const figure = `${seen.length} of ${count(declared, "value", "values")}`;
  const others = values - seen.length;
  const remarks = [
    ...(absent.length === 0 ? [] : [`not seen: ${listed(absent)}`]),
    ...(others === 0 ? [] : [`${count(others, "other", "others")} seen`]),
  ];
  return [shown, figure, remarks.join("; ")];
}

function listed(values: readonly string[]): string {
  const more = values.length - valuesListed;
  const names = values.slice(0, valuesListed).map(printable).join(", ");
  return more > 0 ? `${names} and ${more} more` : names;
}

function width(texts: readonly string[]): number {
  return texts.reduce(
    (widest, text) => Math.max(widest, Math.min(displayWidth(text), widestName)),
    0,
  );
}

function padded(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - displayWidth(text)));
}
