// What is built from a registry and so keeps its contract: label schemas, samples, whole expositions.
export { buildExposition, type ExpositionBuilder } from "./builder.js";
export type { CountedBuckets, HistogramInput } from "./given-histogram.js";
export type {
  CounterOptions,
  CreatedOptions,
  HistogramOptions,
  ObservationOptions,
  PointOptions,
} from "./given-point.js";
export type { SummaryInput } from "./given-summary.js";
export { type LabelSchema, labelSchema } from "./label-schema.js";
export { type FailedParse, schemaFindings } from "./retold-schema.js";
export { type BuiltSample, sample } from "./sample.js";
export { type SampleSchema, sampleSchema } from "./sample-schema.js";
export type {
  Impossible,
  NameIn,
  SampleName,
  SampleOf,
  SampleType,
  SeriesLabels,
} from "./types.js";
