// What is given for a registry and a meter, as types.

import type {
  Collectable,
  CommonOptions,
  Counter,
  Gauge,
  Info,
  InitializesAll,
  LabelArguments,
  Observer,
  StateOf,
  Stateset,
  UnionToIntersection,
} from "../binding/index.js";
import type { Impossible } from "../construct/index.js";
import type { InitialValues } from "../instruments/index.js";
import type { MetricName, MetricType, TypeOf } from "../registry/index.js";
import type { Meter } from "./meter.js";

/** The meter to record with, and what becomes of a recording that breaks the contract. */
export type BindOptions<M extends string = string> = CommonOptions<M> & {
  /** `metrics.getMeter("name")`, of a provider that is set up by then. */
  readonly meter: Meter;
};

/** Instruments over a meter. */
export interface Binding<R, M extends MetricName<R> = MetricName<R>> extends InitializesAll<R, M> {
  /** One instrument a metric, by its name. */
  readonly metrics: BoundMetrics<R, M>;
}

/** One instrument a metric. Of a registry that was loaded at run time nobody knows which are there. */
export type BoundMetrics<R, M extends MetricName<R>> = string extends M
  ? { readonly [name: string]: AnyMetric<R> | undefined }
  : { readonly [Name in M]: BoundMetric<R, Name> };

type AnyMetric<R> = UnionToIntersection<
  BoundByType<R, MetricName<R>>["counter" | "gauge" | "histogram" | "info" | "stateset"]
>;

/** The instrument of a metric. */
export type BoundMetric<R, M extends MetricName<R>> = BoundByType<R, M>[TypeOf<R, M> & MetricType];

interface BoundByType<
  R,
  M extends MetricName<R>,
  Labels extends readonly unknown[] = LabelArguments<R, M>,
  Known = InitialValues<R, M>,
> {
  counter: Counter<Labels, Known>;
  gauge: Gauge<Labels, Known> & Collectable;
  histogram: Observer<Labels>;
  info: Info<Labels> & Collectable;
  stateset: Stateset<Labels, Known, StateOf<R, M>> & Collectable;
  summary: Impossible<`${M} is a summary, which OpenTelemetry does not have`>;
  gaugehistogram: Impossible<`${M} is a gaugehistogram, which OpenTelemetry does not have`>;
  unknown: Impossible<`${M} is of unknown type, which OpenTelemetry does not have`>;
}
