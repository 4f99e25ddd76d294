// Instruments as types read out of a registry.

import type { SeriesLabels } from "../construct/index.js";
import type { LabelName, LabelsOf, LabelValue, MetricName, StatesOf } from "../registry/index.js";
import type { Initialized } from "./binding.js";
import type { Dropped, GuardOptions } from "./guard.js";

/** What every adapter is told besides where to record. */
export type CommonOptions<M extends string> = GuardOptions & {
  /** Metrics to bind, where it is not all of them. @default all that the registry declares */
  readonly only?: readonly M[] | undefined;
  /** Most series of a metric, where it declares no lower number. @default no limit but the declared one */
  readonly maxSeries?: number | undefined;
};

/** What every adapter gives besides the instruments. */
export interface InitializesAll<R, M extends MetricName<R>> {
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

/** The labels of a metric as arguments: none where it has none. */
export type LabelArguments<R, M extends MetricName<R>> = [LabelName<R, M>] extends [never]
  ? []
  : [labels: SeriesLabels<R, M>];

/** Stops a timer: records the time since it was started, and gives it. */
export type Stop<Labels extends readonly unknown[]> = (...labels: Labels) => number;

/** One series of a counter. */
export interface CounterSeries {
  /** Adds 1, or a number that is not negative. */
  inc(value?: number): void;
}

/** One series of a gauge, or of a metric of unknown type. */
export interface GaugeSeries {
  set(value: number): void;
  /** Adds 1, or a number. */
  inc(value?: number): void;
  /** Takes 1 off, or a number. */
  dec(value?: number): void;
  /** Sets seconds since the epoch. */
  setToCurrentTime(): void;
  /** Starts a timer. It sets the time in the unit of the metric: in seconds where that is no unit of time. */
  startTimer(): Stop<[]>;
}

/** One series of a histogram or summary. */
export interface ObserverSeries {
  observe(value: number): void;
  /** Starts a timer. It observes the time in the unit of the metric: in seconds where that is no unit of time. */
  startTimer(): Stop<[]>;
}

/** What instruments with series of their own have in common. */
interface WithSeries<Labels extends readonly unknown[], Series> {
  /** One series, to record into it again and again. It begins at 0 where it can. */
  labels(...labels: Labels): Series;
}

/** What can begin at 0. */
export interface Initializable<Known> {
  /**
   * Begins every series whose labels are known, at 0: all combinations of closed enums and booleans, and of the values that are given by label. What
   * is there is left as it is. Gives how many series that are. Throws a PromschemaError, and begins none, where there would be more than `limit`
   * (10,000), with the count.
   */
  initialize(...known: InitializeArguments<Known>): number;
}

type InitializeArguments<Known> =
  Partial<Known> extends Known
    ? [known?: Known, options?: { readonly limit?: number }]
    : [known: Known, options?: { readonly limit?: number }];

/** A counter of a registry. */
export interface BoundCounter<Labels extends readonly unknown[], Known>
  extends WithSeries<Labels, CounterSeries>,
    Initializable<Known> {
  /** Adds 1, or a number that is not negative. */
  inc(...given: [...labels: Labels, value?: number]): void;
}

/** A gauge of a registry, or a metric of unknown type. */
export interface BoundGauge<Labels extends readonly unknown[], Known>
  extends WithSeries<Labels, GaugeSeries>,
    Initializable<Known> {
  set(...given: [...labels: Labels, value: number]): void;
  /** Adds 1, or a number. */
  inc(...given: [...labels: Labels, value?: number]): void;
  /** Takes 1 off, or a number. */
  dec(...given: [...labels: Labels, value?: number]): void;
  /** Sets seconds since the epoch. */
  setToCurrentTime(...labels: Labels): void;
  /** Starts a timer. It sets the time in the unit of the metric. Labels are given now, or when it stops. */
  startTimer(...labels: Labels): Stop<[]>;
  startTimer(): Stop<Labels>;
}

/** A histogram or summary of a registry. */
export interface BoundObserver<Labels extends readonly unknown[]>
  extends WithSeries<Labels, ObserverSeries> {
  observe(...given: [...labels: Labels, value: number]): void;
  /** Starts a timer. It observes the time in the unit of the metric. Labels are given now, or when it stops. */
  startTimer(...labels: Labels): Stop<[]>;
  startTimer(): Stop<Labels>;
}

/** An info metric of a registry. */
export interface BoundInfo<Labels extends readonly unknown[]> {
  /** Shows a series, which is always 1. */
  set(...labels: Labels): void;
}

/** A stateset of a registry. */
export interface BoundStateset<Labels extends readonly unknown[], Known, State extends string>
  extends Initializable<Known> {
  /** Sets the state that is on, or those that are. The others are off. */
  set(...given: [...labels: Labels, enabled: State | readonly State[]]): void;
}

/** What is asked for when it is scraped. */
export interface Collectable {
  /** Has a function called at each scrape, before it: to set what is read then. */
  collect(read: () => void | Promise<void>): void;
}

/** The states of a metric. */
export type StateOf<R, M extends MetricName<R>> = StatesOf<R, M> & string;

/** Values of the labels of a metric by label: to be given where the registry does not list them. */
export type KnownValuesOf<R, M extends MetricName<R>> =
  string extends LabelName<R, M>
    ? { readonly [label: string]: readonly LabelValue[] }
    : {
        readonly [Name in UnlistedLabel<R, M>]: readonly ValueOf<LabelsOf<R, M>, Name>[];
      } & {
        readonly [Name in Exclude<LabelName<R, M>, UnlistedLabel<R, M>>]?: readonly ValueOf<
          LabelsOf<R, M>,
          Name
        >[];
      };

/** Required labels whose values are not listed. */
type UnlistedLabel<R, M extends MetricName<R>> = {
  [Name in LabelName<R, M>]: IsUnlisted<LabelsOf<R, M>, Name> extends true ? Name : never;
}[LabelName<R, M>];

/** Labels that require others come as a union: in all of it a required label is there, with any text or number. */
type IsUnlisted<Labels, Name extends string> = true extends (
  Labels extends unknown
    ? Labels extends Record<Name, unknown>
      ? false
      : true
    : never
)
  ? false
  : IsAny<ValueOf<Labels, Name>>;

type IsAny<Value> = string extends Value ? true : number extends Value ? true : false;

type ValueOf<Labels, Name extends string> = Labels extends unknown
  ? Name extends keyof Labels
    ? Labels[Name]
    : never
  : never;

/** Values of labels by label, for all metrics that have the label. */
export type KnownLabels<R, M extends MetricName<R>> = {
  readonly [Name in M extends unknown ? LabelName<R, M> : never]?: readonly LabelValue[];
};

/** All members of a union in one: of what is known at run time alone, any may be called. */
export type UnionToIntersection<Union> = (
  Union extends unknown
    ? (member: Union) => void
    : never
) extends (member: infer All) => void
  ? All
  : never;
