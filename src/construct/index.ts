// What is built from a registry and so keeps its contract: label schemas, samples, whole expositions. And the reading of what a program gives, for
// rooms that hold series over time.

export { familyNameOf, unitOf } from "../registry/index.js";
export { buildExposition, type ExpositionBuilder } from "./builder.js";
export { declaredMetric } from "./declared-metric.js";
export { readExemplar } from "./given-exemplar.js";
export { readFields, readList } from "./given-fields.js";
export { type CountedBuckets, type HistogramInput, readHistogram } from "./given-histogram.js";
export { readLabels } from "./given-labels.js";
export type {
  CounterOptions,
  CreatedOptions,
  HistogramOptions,
  ObservationOptions,
  PointOptions,
} from "./given-point.js";
export { readStates } from "./given-states.js";
export type { SummaryInput } from "./given-summary.js";
export { type LabelSchema, labelSchema } from "./label-schema.js";
export { givenAs, type Objection, objection, refuse, refuseIf } from "./refusal.js";
export { type FailedParse, schemaFindings } from "./retold-schema.js";
export { type BuiltSample, sample } from "./sample.js";
export { type SampleSchema, sampleSchema } from "./sample-schema.js";
export { declaredAt, objectionsToBounds, objectionsToValue } from "./sample-value.js";
export type {
  Impossible,
  NameIn,
  SampleName,
  SampleOf,
  SampleType,
  SeriesLabels,
} from "./types.js";
export { wireNamesOf } from "./wire-names.js";
export { WirePlaces } from "./wire-place.js";
