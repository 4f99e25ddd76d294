// What a program sees of its instruments: one for each metric, with the labels and values that the registry declares for it.

import type { CountedBuckets, SeriesLabels } from "../construct/index.js";
import type { RuleId } from "../diagnostics/index.js";
import type { EscapingScheme, Exposition, Format } from "../exposition/index.js";
import type {
  LabelName,
  LabelsOf,
  LabelValue,
  MetricName,
  MetricType,
  StatesOf,
  TypeOf,
} from "../registry/index.js";

/** Labels of an exemplar: at most 128 characters, names and values together (OpenMetrics 1.0, section 4.1). */
export type ExemplarLabels = { readonly [label: string]: string };

/** What all instruments have. `Labels` is empty and `Known` too where the metric has no labels. */
interface Common<Type extends MetricType, Labels extends readonly unknown[]> {
  readonly name: string;
  readonly type: Type;
  /** Number of label sets there are. */
  readonly size: number;
  /** Takes a series out; false where there was none. A bound handle of it begins it anew when it is used. */
  remove(...labels: Labels): boolean;
  /** Takes all series out; one without labels that is always to be there begins anew. */
  reset(): void;
  /**
   * Calls back at each scrape, before it is answered, to set what is read only then. A scrape waits for a promise, and fails where the callback throws.
   * Gives a function that ends it.
   */
  collect(callback: (instrument: this) => void | PromiseLike<void>): () => void;
}

/** An instrument that can begin with all series it is going to have. */
interface Beginning<Known extends readonly unknown[]> {
  /**
   * Lets all label sets begin that the registry knows: of closed enums, booleans, and the values that are given for other labels. Gives their number. So
   * the first event of each is seen by `rate()`.
   */
  initialize(...known: Known): number;
}

/** A counter's series. */
export interface BoundCounter {
  /** Adds `value`, which is not negative. @default 1 */
  inc(value?: number, exemplar?: ExemplarLabels): void;
  add(value: number, exemplar?: ExemplarLabels): void;
}

export interface Counter<Labels, Known extends readonly unknown[]>
  extends Common<"counter", [labels: Labels]>,
    Beginning<Known> {
  /** Adds `value`, which is not negative. @default 1 */
  inc(labels: Labels, value?: number, exemplar?: ExemplarLabels): void;
  add(labels: Labels, value: number, exemplar?: ExemplarLabels): void;
  /** The series of these labels, which begins at 0. */
  labels(labels: Labels): BoundCounter;
}

/** A gauge's series. */
export interface BoundGauge {
  set(value: number): void;
  /** Adds `value`. @default 1 */
  inc(value?: number): void;
  /** Takes `value` off. @default 1 */
  dec(value?: number): void;
  /** Sets it to the time, in the unit of the metric since the epoch: seconds where it has none. */
  setToCurrentTime(): void;
}

export interface Gauge<Labels, Known extends readonly unknown[], Type extends MetricType = "gauge">
  extends Common<Type, [labels: Labels]>,
    Beginning<Known> {
  set(labels: Labels, value: number): void;
  /** Adds `value`. @default 1 */
  inc(labels: Labels, value?: number): void;
  /** Takes `value` off. @default 1 */
  dec(labels: Labels, value?: number): void;
  /** Sets it to the time, in the unit of the metric since the epoch: seconds where it has none. */
  setToCurrentTime(labels: Labels): void;
  /** The series of these labels, which is there once it is set. */
  labels(labels: Labels): BoundGauge;
}

/** Observes the time since the timer began, in the unit of the metric: seconds where it has none. Gives what was observed. */
export type EndTimer = (exemplar?: ExemplarLabels) => number;

/** A histogram's or a summary's series. */
export interface BoundObserver {
  observe(value: number, exemplar?: ExemplarLabels): void;
  startTimer(): EndTimer;
}

export interface Observer<
  Labels,
  Known extends readonly unknown[],
  Type extends MetricType = "histogram",
> extends Common<Type, [labels: Labels]>,
    Beginning<Known> {
  observe(labels: Labels, value: number, exemplar?: ExemplarLabels): void;
  /** Begins a timer. The labels that are known now may be given now, the others when it ends. */
  startTimer<const Given extends Partial<Labels> = Record<never, never>>(
    labels?: Given,
  ): EndTimerWith<Omitted<Labels, keyof Given>>;
  /** The series of these labels, which begins without observations. */
  labels(labels: Labels): BoundObserver;
}

type EndTimerWith<Rest> = (
  ...rest: object extends Rest
    ? [labels?: Rest, exemplar?: ExemplarLabels]
    : [labels: Rest, exemplar?: ExemplarLabels]
) => number;

/** The labels without some, of each member of a union. */
type Omitted<Labels, Names> = Labels extends unknown
  ? { [Name in keyof Labels as Name extends Names ? never : Name]: Labels[Name] }
  : never;

/** A gauge histogram's series. */
export interface BoundGaugeHistogram {
  /** Sets all of it: from observations, or from buckets as a parsed histogram has them. */
  set(value: readonly number[] | CountedBuckets): void;
}

export interface GaugeHistogram<Labels, Known extends readonly unknown[]>
  extends Common<"gaugehistogram", [labels: Labels]>,
    Beginning<Known> {
  /** Sets all of it: from observations, or from buckets as a parsed histogram has them. */
  set(labels: Labels, value: readonly number[] | CountedBuckets): void;
  labels(labels: Labels): BoundGaugeHistogram;
}

export interface Info<Labels> extends Common<"info", [labels: Labels]> {
  /** Lets these labels be told. Those told before stay, until they are removed. */
  set(labels: Labels): void;
}

/** A stateset's series. */
export interface BoundStateset<State> {
  /** Turns a state on, or several, and all others off. */
  set(enabled: State | readonly State[]): void;
}

export interface Stateset<Labels, Known extends readonly unknown[], State>
  extends Common<"stateset", [labels: Labels]>,
    Beginning<Known> {
  /** Turns a state on, or several, and all others off. */
  set(labels: Labels, enabled: State | readonly State[]): void;
  labels(labels: Labels): BoundStateset<State>;
}

type Sole<Type extends MetricType> = Common<Type, []>;
type SoleBeginning<Type extends MetricType> = Common<Type, []> & Beginning<[]>;

/** Instruments of metrics without labels: the one series that they have. */
export interface SoleCounter extends SoleBeginning<"counter">, BoundCounter {}
export interface SoleGauge<Type extends MetricType = "gauge">
  extends SoleBeginning<Type>,
    BoundGauge {}
export interface SoleObserver<Type extends MetricType = "histogram">
  extends SoleBeginning<Type>,
    BoundObserver {}
export interface SoleGaugeHistogram extends SoleBeginning<"gaugehistogram">, BoundGaugeHistogram {}
export interface SoleInfo extends Sole<"info"> {
  set(): void;
}
export interface SoleStateset<State> extends SoleBeginning<"stateset">, BoundStateset<State> {}

/** The instrument of a metric. */
export type Instrument<R, M extends MetricName<R>> = [LabelName<R, M>] extends [never]
  ? SoleOf<TypeOf<R, M>, StatesOf<R, M>>
  : LabelledOf<TypeOf<R, M>, SeriesLabels<R, M>, InitialArguments<R, M>, StatesOf<R, M>>;

type SoleOf<Type, State> = Type extends "counter"
  ? SoleCounter
  : Type extends "gauge" | "unknown"
    ? SoleGauge<Type>
    : Type extends "histogram" | "summary"
      ? SoleObserver<Type>
      : Type extends "gaugehistogram"
        ? SoleGaugeHistogram
        : Type extends "info"
          ? SoleInfo
          : SoleStateset<State>;

type LabelledOf<Type, Labels, Known extends readonly unknown[], State> = Type extends "counter"
  ? Counter<Labels, Known>
  : Type extends "gauge" | "unknown"
    ? Gauge<Labels, Known, Type>
    : Type extends "histogram" | "summary"
      ? Observer<Labels, Known, Type>
      : Type extends "gaugehistogram"
        ? GaugeHistogram<Labels, Known>
        : Type extends "info"
          ? Info<Labels>
          : Stateset<Labels, Known, State>;

/** What a label may be, in any way that labels can be given. */
type ValueIn<Labels, Name> = Labels extends unknown
  ? Name extends keyof Labels
    ? Labels[Name]
    : never
  : never;

/** Whether a label has more values than a registry could list. */
type IsOpen<Value> = string extends Value ? true : number extends Value ? true : false;

/** The labels whose values must be given to know all series: required, and neither boolean nor of a closed enum. */
type OpenName<R, M extends MetricName<R>> = {
  [Name in LabelName<R, M>]: IsOpen<ValueIn<LabelsOf<R, M>, Name>> extends true
    ? undefined extends ValueIn<LabelsOf<R, M>, Name>
      ? never
      : Name
    : never;
}[LabelName<R, M>];

/** Values of labels from which all series of a metric are known: those of open labels, and of any others that are not to have all of theirs. */
export type InitialValues<R, M extends MetricName<R>> =
  string extends LabelName<R, M>
    ? { readonly [label: string]: readonly LabelValue[] }
    : {
        readonly [Name in OpenName<R, M>]: readonly ValueIn<LabelsOf<R, M>, Name>[];
      } & {
        readonly [Name in Exclude<LabelName<R, M>, OpenName<R, M>>]?: readonly ValueIn<
          LabelsOf<R, M>,
          Name
        >[];
      };

type InitialArguments<R, M extends MetricName<R>> =
  object extends InitialValues<R, M>
    ? [values?: InitialValues<R, M>]
    : [values: InitialValues<R, M>];

/** How a scrape is to be written. */
export interface ExposeOptions {
  /** @default "prometheus-text-1.0.0" */
  readonly format?: Format;
  /**
   * How names that need quotes are written. Text 0.0.4 has no quotes: there `allow-utf-8` is `underscores`.
   * @default "allow-utf-8", "underscores" for text 0.0.4
   */
  readonly escaping?: EscapingScheme;
}

/** What is there beside the instruments. A metric that is called like one of these is had by `get`. */
export interface MetricsMethods<R> {
  /** The instrument of a metric. Throws a PromschemaError where there is none. */
  get<const M extends MetricName<R>>(name: M): Instrument<R, M>;
  /** Asks the collect callbacks, then writes what there is. Rejects with a PromschemaError where one of them fails. */
  expose(options?: ExposeOptions): Promise<string>;
  /** The same as bytes. */
  exposeBytes(options?: ExposeOptions): Promise<Uint8Array>;
  /** Writes what there is, without asking the collect callbacks. */
  exposeNow(options?: ExposeOptions): string;
  /** What there is, as an exposition: what a scrape would be read as. The collect callbacks are not asked. */
  exposition(): Exposition;
  /** As `collect` of an instrument, for what sets several. */
  collect(callback: () => void | PromiseLike<void>): () => void;
  /** Takes all series of all metrics out. */
  reset(): void;
  /** How many recordings were refused without being thrown, by the rule that they broke. */
  readonly refused: ReadonlyMap<RuleId, number>;
}

/** The instruments of a registry, by name, and what goes for all of them. */
export type Metrics<R> = MetricsMethods<R> &
  (string extends MetricName<R>
    ? unknown
    : {
        readonly [M in MetricName<R> as Exclude<M, keyof MetricsMethods<R>>]: Instrument<R, M>;
      });
