// Series that a program keeps over time: label sets with rows, and the instruments that count in them.

export { isBounded } from "./amount.js";
export { combinations } from "./combinations.js";
export { createMetrics } from "./create-metrics.js";
export {
  initialLimit,
  judgeRegistry,
  readEntries,
  readLimit,
  readOnly,
  readOptions,
} from "./given-options.js";
export { Guard, type OnRefusal } from "./guard.js";
export { LabelIndex } from "./label-index.js";
export type { MetricsOptions } from "./options.js";
export { timeScale } from "./time-scale.js";
export { joinLabels, startClock } from "./timer.js";
export type {
  BoundCounter,
  BoundGauge,
  BoundGaugeHistogram,
  BoundObserver,
  BoundStateset,
  Counter,
  EndTimer,
  ExemplarLabels,
  ExposeOptions,
  Gauge,
  GaugeHistogram,
  Info,
  InitialValues,
  Instrument,
  Metrics,
  MetricsMethods,
  Observer,
  SoleCounter,
  SoleGauge,
  SoleGaugeHistogram,
  SoleInfo,
  SoleObserver,
  SoleStateset,
  Stateset,
} from "./types.js";
