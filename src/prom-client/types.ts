// What is given for a registry and a client, as types.

import type {
  BoundCounter,
  BoundGauge,
  BoundInfo,
  BoundObserver,
  BoundStateset,
  Dropped,
  GuardOptions,
  Initialized,
  KnownLabels,
  KnownValuesOf,
  LabelArguments,
  StateOf,
} from "../binding/index.js";
import type { Impossible } from "../construct/index.js";
import type { MetricName, MetricType, TypeOf } from "../registry/index.js";
import type { Client, ClientRegister } from "./client.js";

/** Where the metrics of a registry are registered, and what becomes of a recording that breaks the contract. */
export type BindOptions<C extends Client = Client, M extends string = string> = GuardOptions & {
  /** The module: `import client from "prom-client"`, or from `@prometheus-io/client`. */
  readonly client: C;
  /** Where to register. @default the register of the client */
  readonly register?: ClientRegister | undefined;
  /** Metrics to bind, where it is not all of them. @default all that the registry declares */
  readonly only?: readonly M[] | undefined;
  /** Most series of a metric, where it declares no lower number. @default no limit but the declared one */
  readonly maxSeries?: number | undefined;
};

/** Instruments over the client's metrics. */
export interface Binding<R, C extends Client, M extends MetricName<R> = MetricName<R>> {
  /** One instrument a metric, by its name. */
  readonly metrics: BoundMetrics<R, C, M>;
  /**
   * Begins every series whose labels are known, at 0: all combinations of closed enums and booleans, and of the values that are given by label. What
   * is there is left as it is. Throws a PromschemaError, and begins none, where a metric would have more than `limit` (10,000), with the count.
   */
  readonly initialize: (
    known?: KnownLabels<R, M>,
    options?: { readonly limit?: number },
  ) => Initialized;
  /** Recordings that the guard did not let through, by metric and rule. */
  readonly dropped: () => readonly Dropped[];
}

/** One instrument a metric. Of a registry that was loaded at run time nobody knows which are there. */
export type BoundMetrics<R, C extends Client, M extends MetricName<R>> = string extends M
  ? { readonly [name: string]: AnyMetric<R, C> | undefined }
  : { readonly [Name in M]: BoundMetric<R, C, Name> };

type AnyMetric<R, C extends Client> = UnionToIntersection<
  BoundByType<R, C, MetricName<R>>[Exclude<MetricType, "gaugehistogram">]
>;

type UnionToIntersection<Union> = (
  Union extends unknown
    ? (member: Union) => void
    : never
) extends (member: infer All) => void
  ? All
  : never;

/** The instrument of a metric. */
export type BoundMetric<R, C extends Client, M extends MetricName<R>> = BoundByType<R, C, M>[TypeOf<
  R,
  M
> &
  MetricType];

interface BoundByType<
  R,
  C extends Client,
  M extends MetricName<R>,
  Labels extends readonly unknown[] = LabelArguments<R, M>,
  Known = KnownValuesOf<R, M>,
> {
  counter: BoundCounter<Labels, Known> & InClient<Labels, InstanceType<C["Counter"]>>;
  gauge: BoundGauge<Labels, Known> & InClient<Labels, InstanceType<C["Gauge"]>>;
  unknown: BoundGauge<Labels, Known> & InClient<Labels, InstanceType<C["Gauge"]>>;
  histogram: BoundObserver<Labels, Known> & InClient<Labels, InstanceType<C["Histogram"]>>;
  summary: BoundObserver<Labels, Known> & InClient<Labels, InstanceType<C["Summary"]>>;
  info: BoundInfo<Labels> & InClient<Labels, InstanceType<C["Gauge"]>>;
  stateset: BoundStateset<Labels, Known, StateOf<R, M>> &
    InClient<Labels, InstanceType<C["Gauge"]>>;
  gaugehistogram: Impossible<`${M} is a gaugehistogram, which prom-client does not have`>;
}

/** What the client has besides recording. */
interface InClient<Labels extends readonly unknown[], Of> {
  /** Forgets a series. Gives whether there was one. */
  remove(...labels: Labels): boolean;
  /** Forgets all series. Without labels it is 0 again. */
  reset(): void;
  /** Called at each scrape, before it: to set what is read then. */
  collect(read: () => void | Promise<void>): void;
  /** The client's own object. What is recorded there is held to nothing. */
  readonly client: Of;
}
