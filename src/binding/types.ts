// Instruments as types read out of a registry.

import type { SeriesLabels } from "../construct/index.js";
import type { RuleId } from "../diagnostics/index.js";
import type { OnRefusal } from "../instruments/index.js";
import type { LabelName, LabelValue, MetricName, StatesOf } from "../registry/index.js";
import type { Initialized } from "./binding.js";

/** What every adapter is told besides where to record. */
export interface CommonOptions<M extends string> {
  /** Metrics to bind, where it is not all of them. @default all that the registry declares */
  readonly only?: readonly M[] | undefined;
  /**
   * What becomes of a recording with labels or a value that the contract refuses, or of one series too many: the error is thrown, or the recording
   * dropped and counted under `refused`, with a function told of it. @default "throw"
   */
  readonly onRefusal?: OnRefusal | undefined;
  /** Most series of a metric, where it is less than the registry declares. @default what the registry declares */
  readonly maxSeries?: number | undefined;
}

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
  /** How many recordings were refused without being thrown, by the rule that they broke. */
  readonly refused: ReadonlyMap<RuleId, number>;
}

/** The labels of a metric as arguments: none where it has none. */
export type LabelArguments<R, M extends MetricName<R>> = [LabelName<R, M>] extends [never]
  ? []
  : [labels: SeriesLabels<R, M>];

/** Stops a timer: records the time since it was started, and gives it. */
export type Stop<Rest extends readonly unknown[] = []> = (...rest: Rest) => number;

/** Starts a timer with the labels that are known, and stops it with the others. */
type StartTimer<Labels extends readonly unknown[]> = Labels extends readonly [infer All]
  ? <const Given extends Partial<All> = Record<never, never>>(
      labels?: Given,
    ) => Stop<RestArguments<Omitted<All, keyof Given>>>
  : () => Stop;

type RestArguments<Rest> = object extends Rest ? [labels?: Rest] : [labels: Rest];

/** The labels without some, of each member of a union. */
type Omitted<Labels, Names> = Labels extends unknown
  ? { [Name in keyof Labels as Name extends Names ? never : Name]: Labels[Name] }
  : never;

/** One series of a counter. */
export interface BoundCounter {
  /** Adds 1, or a number that is not negative. */
  inc(value?: number): void;
}

/** One series of a gauge, or of a metric of unknown type. */
export interface BoundGauge {
  set(value: number): void;
  /** Adds 1, or a number. */
  inc(value?: number): void;
  /** Takes 1 off, or a number. */
  dec(value?: number): void;
  /** Sets it to the time, in the unit of the metric since the epoch: seconds where it has none. */
  setToCurrentTime(): void;
  /** Starts a timer. It sets the time in the unit of the metric: seconds where it has none. */
  startTimer(): Stop;
}

/** One series of a histogram or summary. */
export interface BoundObserver {
  observe(value: number): void;
  /** Starts a timer. It observes the time in the unit of the metric: seconds where it has none. */
  startTimer(): Stop;
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
export interface Counter<Labels extends readonly unknown[], Known>
  extends WithSeries<Labels, BoundCounter>,
    Initializable<Known> {
  /** Adds 1, or a number that is not negative. */
  inc(...given: [...labels: Labels, value?: number]): void;
}

/** A gauge of a registry, or a metric of unknown type. */
export interface Gauge<Labels extends readonly unknown[], Known>
  extends WithSeries<Labels, BoundGauge>,
    Initializable<Known> {
  set(...given: [...labels: Labels, value: number]): void;
  /** Adds 1, or a number. */
  inc(...given: [...labels: Labels, value?: number]): void;
  /** Takes 1 off, or a number. */
  dec(...given: [...labels: Labels, value?: number]): void;
  /** Sets it to the time, in the unit of the metric since the epoch: seconds where it has none. */
  setToCurrentTime(...labels: Labels): void;
  /** Starts a timer. It sets the time in the unit of the metric: seconds where it has none. */
  readonly startTimer: StartTimer<Labels>;
}

/** A histogram or summary of a registry. */
export interface Observer<Labels extends readonly unknown[]>
  extends WithSeries<Labels, BoundObserver> {
  observe(...given: [...labels: Labels, value: number]): void;
  /** Starts a timer. It observes the time in the unit of the metric: seconds where it has none. */
  readonly startTimer: StartTimer<Labels>;
}

/** An info metric of a registry. */
export interface Info<Labels extends readonly unknown[]> {
  /** Shows a series, which is always 1. */
  set(...labels: Labels): void;
}

/** A stateset of a registry. */
export interface Stateset<Labels extends readonly unknown[], Known, State extends string>
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
