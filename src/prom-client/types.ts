// What is given for a registry and a client, as types.

import type {
  Collectable,
  CommonOptions,
  Counter,
  Gauge,
  Info,
  Initializable,
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
import type { Client, ClientRegister } from "./client.js";

/** Where the metrics of a registry are registered, and what becomes of a recording that breaks the contract. */
export type BindOptions<C extends Client = Client, M extends string = string> = CommonOptions<M> & {
  /** The module: `import client from "prom-client"`, or from `@prometheus-io/client`. */
  readonly client: C;
  /** Where to register. @default the register of the client */
  readonly register?: ClientRegister | undefined;
};

/** Instruments over the client's metrics. */
export interface Binding<R, C extends Client, M extends MetricName<R> = MetricName<R>>
  extends InitializesAll<R, M> {
  /** One instrument a metric, by its name. */
  readonly metrics: BoundMetrics<R, C, M>;
}

/** One instrument a metric. Of a registry that was loaded at run time nobody knows which are there. */
export type BoundMetrics<R, C extends Client, M extends MetricName<R>> = string extends M
  ? { readonly [name: string]: AnyMetric<R, C> | undefined }
  : { readonly [Name in M]: BoundMetric<R, C, Name> };

type AnyMetric<R, C extends Client> = UnionToIntersection<
  BoundByType<R, C, MetricName<R>>[Exclude<MetricType, "gaugehistogram">]
>;

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
  Known = InitialValues<R, M>,
> {
  counter: Counter<Labels, Known> & InClient<Labels, InstanceType<C["Counter"]>>;
  gauge: Gauge<Labels, Known> & InClient<Labels, InstanceType<C["Gauge"]>>;
  unknown: Gauge<Labels, Known> & InClient<Labels, InstanceType<C["Gauge"]>>;
  histogram: Observer<Labels> &
    Initializable<Known> &
    InClient<Labels, InstanceType<C["Histogram"]>>;
  summary: Observer<Labels> & Initializable<Known> & InClient<Labels, InstanceType<C["Summary"]>>;
  info: Info<Labels> & InClient<Labels, InstanceType<C["Gauge"]>>;
  stateset: Stateset<Labels, Known, StateOf<R, M>> & InClient<Labels, InstanceType<C["Gauge"]>>;
  gaugehistogram: Impossible<`${M} is a gaugehistogram, which prom-client does not have`>;
}

/** What the client has besides recording. */
interface InClient<Labels extends readonly unknown[], Of> extends Collectable {
  /** Forgets a series. Gives whether there was one. */
  remove(...labels: Labels): boolean;
  /** Forgets all series. Without labels it is 0 again. */
  reset(): void;
  /** The client's own object. What is recorded there is held to nothing. */
  readonly client: Of;
}
