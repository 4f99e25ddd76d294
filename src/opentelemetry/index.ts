/**
 * A registry bound to the metrics API of OpenTelemetry: typed instruments, named so that the exporter for Prometheus writes what is declared.
 *
 * @module
 */

export type {
  BoundCounter,
  BoundGauge,
  BoundObserver,
  Counter,
  Gauge,
  Info,
  Initialized,
  Observer,
  Stateset,
  Stop,
} from "../binding/index.js";
export type { InitialValues, OnRefusal } from "../instruments/index.js";
export { bindMetrics } from "./bind-metrics.js";
export type { Meter } from "./meter.js";
export type { Binding, BindOptions, BoundMetric, BoundMetrics } from "./types.js";
