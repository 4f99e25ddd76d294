// The metrics API of OpenTelemetry, as far as this room uses it. Structural, so that the declarations of promschema import nothing.

import { givenAs, refuse } from "../construct/index.js";

/** What identifies a series. */
export type Attributes = Readonly<Record<string, string>>;

interface InstrumentOptions {
  description?: string;
  unit?: string;
}

interface HistogramOptions extends InstrumentOptions {
  advice?: { explicitBucketBoundaries?: number[] };
}

/** Takes values while they are collected. */
export interface ObservableResult {
  observe(value: number, attributes?: Attributes): void;
}

/** A meter of OpenTelemetry: `metrics.getMeter("name")`. */
export interface Meter {
  createCounter(
    name: string,
    options?: InstrumentOptions,
  ): { add(value: number, attributes?: Attributes): void };
  createHistogram(
    name: string,
    options?: HistogramOptions,
  ): { record(value: number, attributes?: Attributes): void };
  createObservableGauge(
    name: string,
    options?: InstrumentOptions,
  ): { addCallback(callback: (result: ObservableResult) => void | Promise<void>): void };
}

/** Reads a meter. Throws a PromschemaError for what is none. */
export function readMeter(given: unknown): Meter {
  const methods = ["createCounter", "createHistogram", "createObservableGauge"];
  // Read by name alone: a field that is not there is undefined.
  const fields = given as Readonly<Record<string, unknown>> | null | undefined;
  const isMeter =
    typeof given === "object" && methods.every((name) => typeof fields?.[name] === "function");
  // A meter has these methods, whichever version it is of.
  if (isMeter) return given as unknown as Meter;
  return refuse("construct/argument", {
    message: `the meter is ${givenAs(given)}: expected a meter of OpenTelemetry`,
    hint: 'metrics.getMeter("name")',
  });
}
