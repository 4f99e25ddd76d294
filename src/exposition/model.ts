// An exposition as parsed: what belongs together in one object. Shapes leave room for native histograms and composite values.

import type { Format } from "./format.js";

/** Label names and values. A record without prototype: `__proto__` and `constructor` are names like any other. */
export type Labels = { readonly [name: string]: string };

export interface Exemplar {
  readonly labels: Labels;
  readonly value: number;
  /** Milliseconds since the epoch. */
  readonly timestamp?: number;
}

/** A bucket of a histogram: how many observations were at most `upperBound`. */
export interface Bucket {
  /** `Infinity` for the last. */
  readonly upperBound: number;
  readonly count: number;
  readonly exemplar?: Exemplar;
}

export interface HistogramValue {
  /** Number of observations. Absent where the payload has no `_count` sample. */
  readonly count?: number;
  readonly sum?: number;
  /** As they stand in the payload: cumulative. */
  readonly buckets: readonly Bucket[];
}

export interface SummaryValue {
  readonly count?: number;
  readonly sum?: number;
  readonly quantiles: readonly { readonly quantile: number; readonly value: number }[];
}

/** Whether each state is on, in order of appearance. */
export type StatesetValue = readonly { readonly state: string; readonly enabled: boolean }[];

/** One label set within a family, at one time: a payload with several points of a label set has several series entries. */
export interface Series<Value> {
  /** Without those that are part of the value: `le`, `quantile`, a stateset's own name. */
  readonly labels: Labels;
  readonly value: Value;
  /** Milliseconds since the epoch, whichever the format. */
  readonly timestamp?: number;
  /** When the counting began, from a `_created` sample, in milliseconds since the epoch. */
  readonly created?: number;
  readonly exemplar?: Exemplar;
  /** Line of its first sample. */
  readonly line: number;
}

interface FamilyOf<Type extends string, Value> {
  readonly name: string;
  readonly type: Type;
  readonly help?: string;
  readonly unit?: string;
  readonly series: readonly Series<Value>[];
}

/** All samples under one name and type. The type tells the shape of the values. */
export type MetricFamily =
  | FamilyOf<"counter" | "gauge" | "unknown" | "info", number>
  | FamilyOf<"histogram" | "gaugehistogram", HistogramValue>
  | FamilyOf<"summary", SummaryValue>
  | FamilyOf<"stateset", StatesetValue>;

/** A whole payload. */
export interface Exposition {
  readonly format: Format;
  /** In order of appearance. */
  readonly families: readonly MetricFamily[];
}
