// What the setters and schemas of this room ask for, as types read out of a registry.

import type { LabelName, LabelsOf, LabelValue, MetricName, MetricType } from "../registry/index.js";

/** Types of which a series is one sample with one number. The others are built with `buildExposition`. */
export type SampleType = "counter" | "gauge" | "unknown" | "info";

/** Names of the metrics of which `sample` makes samples. */
export type SampleName<R> = MetricName<R, SampleType>;

/** Names of the metrics of one type; where there are none, a sentence that says so. */
export type NameIn<R, Type extends MetricType> = [MetricName<R, Type>] extends [never]
  ? `the registry has no ${Type}`
  : MetricName<R, Type>;

/** The labels of a series, as a writer gives them. Of a metric without labels an empty object, where `LabelsOf` would let any pass. */
export type SeriesLabels<R, M extends MetricName<R>> = [LabelName<R, M>] extends [never]
  ? { readonly [label: string]: Impossible<`${M} has no labels`> }
  : LabelsOf<R, M>;

/** Nothing is of this type. It is called by the sentence that the compiler is to print. */
export interface Impossible<Why extends string> {
  readonly "~why": Why;
  readonly "~never": never;
}

/** A sample as `sampleSchema` takes it. */
export type SampleOf<R> =
  string extends SampleName<R>
    ? SampleWith<string, { [label: string]: LabelValue }>
    : { [M in SampleName<R>]: SampleWith<M, LabelsOf<R, M & MetricName<R>>> }[SampleName<R>];

interface SampleWith<Name, Labels> {
  name: Name;
  labels: Labels;
  value: number;
}
