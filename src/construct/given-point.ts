// What may be said of a series beside its value: when it was measured, since when it counts, an example of what it counted.

import type { Exemplar } from "../exposition/index.js";
import type { Metric } from "../registry/index.js";
import { readExemplar } from "./given-exemplar.js";
import { readFields, readList, readTime } from "./given-fields.js";
import { givenAs, refuse } from "./refusal.js";

export interface PointOptions {
  /** When it was measured, in milliseconds since the epoch. */
  readonly timestamp?: number;
}

export interface CreatedOptions extends PointOptions {
  /** Since when it counts, in milliseconds since the epoch. OpenMetrics alone has a place for it. */
  readonly created?: number;
}

export interface CounterOptions extends CreatedOptions {
  /** One of the events that were counted. OpenMetrics alone has a place for it. */
  readonly exemplar?: Exemplar;
}

export interface ObservationOptions extends PointOptions {
  /** Some of the observations; each stands at the bucket it is in, the last one where there are several. OpenMetrics alone has a place for them. */
  readonly exemplars?: readonly Exemplar[];
}

export interface HistogramOptions extends ObservationOptions, CreatedOptions {}

/** The options that were read. */
export interface Point {
  readonly timestamp?: number;
  readonly created?: number;
  readonly exemplar?: Exemplar;
  readonly exemplars: readonly Exemplar[];
}

export type Option = "timestamp" | "created" | "exemplar" | "exemplars";

/** Reads the options that the type of a metric has. Throws a PromschemaError for others, and for what is no time and no exemplar. */
export function readPoint(metric: Metric, given: unknown, allowed: readonly Option[]): Point {
  if (given === undefined) return { exemplars: [] };
  const fields = readFields(metric, "options", given);
  for (const [field, value] of fields) {
    if (value === undefined || allowed.some((one) => one === field)) continue;
    refuse("construct/argument", {
      message: `a ${metric.type} has no option ${givenAs(field)}: expected ${allowed.join(", ")}`,
      metric: metric.name,
    });
  }
  const timestamp = readTime(metric, "timestamp", fields.get("timestamp"));
  const created = readTime(metric, "created", fields.get("created"));
  const exemplar = fields.get("exemplar");
  return {
    ...(timestamp !== undefined && { timestamp }),
    ...(created !== undefined && { created }),
    ...(exemplar !== undefined && { exemplar: readExemplar(metric, exemplar) }),
    exemplars: readList(metric, "exemplars", fields.get("exemplars") ?? []).map((one) =>
      readExemplar(metric, one),
    ),
  };
}
