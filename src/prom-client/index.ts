/**
 * A registry bound to prom-client, or to its successor @prometheus-io/client: typed instruments over the client's own metrics, and a check of what is
 * registered.
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
export { type CheckRegisterOptions, checkRegister } from "./check-register.js";
export type { Client, ClientRegister } from "./client.js";
export type { Binding, BindOptions, BoundMetric, BoundMetrics } from "./types.js";
