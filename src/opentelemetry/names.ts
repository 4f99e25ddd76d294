// What OpenTelemetry and its exporter for Prometheus can write as it is declared.

import { textNameOf, textNamesOf } from "../binding/index.js";
import { type Objection, objection } from "../construct/index.js";
import { printable, quote } from "../diagnostics/index.js";
import type { Metric, MetricType } from "../registry/index.js";
import type { Meter } from "./meter.js";

/** Types that the API does not have, or that the exporter writes as another one. */
const foreignTypes: ReadonlySet<MetricType> = new Set(["summary", "gaugehistogram", "unknown"]);

/** What would be written otherwise than it is declared. */
export function objectionsToMetric(metric: Metric): Objection[] {
  const say = (message: string, label?: string) =>
    objection("construct/unsupported", [], {
      message: `${printable(metric.name)} ${message}`,
      metric: metric.name,
      ...(label !== undefined && { label }),
      hint: "leave it out with the option only",
    });
  const objections: Objection[] = [];
  if (foreignTypes.has(metric.type)) {
    objections.push(say(`is a metric of type ${metric.type}, which OpenTelemetry does not have`));
  }
  if (!/^[a-zA-Z]\w*$/.test(metric.name) || /__/.test(metric.name)) {
    const expected = "expected a letter, then letters, digits and single underscores";
    objections.push(say(`has a name that the exporter changes: ${expected}`));
  } else if (textNameOf(metric).length > 255) {
    objections.push(say("has a name that OpenTelemetry refuses: expected 255 characters at most"));
  }
  for (const { name } of metric.labels) {
    if (/^[a-zA-Z_]\w*$/.test(name) && !/__/.test(name)) continue;
    const expected = "expected letters, digits and single underscores";
    objections.push(
      say(`has the label ${quote(name)}, which the exporter changes: ${expected}`, name),
    );
  }
  if (metric.type === "histogram" && (metric.buckets?.[0] ?? 0) < 0) {
    objections.push(say("has buckets below 0, where OpenTelemetry observes nothing"));
  }
  return objections;
}

/** What was bound to a meter, by the names that it has when it is scraped, in lower case: OpenTelemetry tells no other names apart. */
const bound = new WeakMap<Meter, Map<string, string>>();

/** Names that something bound to the meter has already, and the metrics among each other. */
export function objectionsToNames(metrics: readonly Metric[], meter: Meter): Objection[] {
  const taken = new Map(bound.get(meter));
  return metrics.flatMap((metric) => {
    const names = textNamesOf(metric).map((name) => name.toLowerCase());
    const clash = names.find((name) => taken.has(name));
    const owner = clash === undefined ? undefined : taken.get(clash);
    for (const name of names) taken.set(name, printable(metric.name));
    if (clash === undefined) return [];
    return objection("construct/name-clash", [], {
      message: `${printable(metric.name)} cannot be bound to the meter: ${clash} is taken by ${owner}`,
      metric: metric.name,
      hint: "bind a registry to a meter once",
    });
  });
}

/** Keeps in mind what was bound. A meter that does nothing is the same one for everybody, and has no names. */
export function rememberNames(metrics: readonly Metric[], meter: Meter): void {
  if (meter.constructor.name === "NoopMeter") return;
  const names = bound.get(meter) ?? new Map<string, string>();
  for (const metric of metrics) {
    for (const name of textNamesOf(metric)) names.set(name.toLowerCase(), printable(metric.name));
  }
  bound.set(meter, names);
}
