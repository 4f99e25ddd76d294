// A registry bound to a meter.

import { bindingOf, type GivenOptions, readBindingOptions } from "../binding/index.js";
import { givenAs, refuse, refuseIf } from "../construct/index.js";
import { printable, quote } from "../diagnostics/index.js";
import type { CompiledRegistry, Metric, MetricName } from "../registry/index.js";
import { type Made, makeInstrument } from "./instruments.js";
import { type Meter, readMeter } from "./meter.js";
import { objectionsToMetric, objectionsToNames, rememberNames } from "./names.js";
import type { ObservedGauge } from "./observed-gauge.js";
import type { Binding, BindOptions } from "./types.js";

/**
 * Makes the instruments of a registry and gives one for each metric, which is typed by its labels and holds what programs without types record to the
 * contract. They are named so that the exporter for Prometheus writes the names that are declared.
 *
 * Throws a PromschemaError, and makes none, for a metric that would be written otherwise, for a name that is bound to the meter already, and for
 * options that are none.
 */
export function bindMetrics<
  R extends CompiledRegistry,
  const M extends MetricName<R> = MetricName<R>,
>(registry: R, options: BindOptions<M>): Binding<R, M> {
  const given = readBindingOptions(registry, options, ["meter"]);
  const meter = readMeter(given.fields.get("meter"));
  refuseIf(given.metrics.flatMap(objectionsToMetric));
  refuseIf(objectionsToNames(given.metrics, meter));
  // The meter forgets no instrument, so its names are taken whatever comes.
  rememberNames(given.metrics, meter);
  const made = given.metrics.map((metric) => make(meter, given, metric));
  for (const { metric, instrument, gauge } of made) {
    instrument.begin();
    if (gauge === undefined) continue;
    Object.assign(instrument, { collect: (read: unknown) => addCollect(metric, gauge, read) });
  }
  const instruments = new Map(made.map(({ metric, instrument }) => [metric, instrument]));
  // One binding for all registries: it holds at run time what the types of a known one say before.
  return bindingOf(instruments, given.guard) as Binding<R, M>;
}

function make(meter: Meter, { guard, maxSeries }: GivenOptions, metric: Metric): Made {
  try {
    return makeInstrument(meter, { metric, guard, maxSeries });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : givenAs(cause);
    const message = `the meter refuses ${printable(metric.name)}: ${printable(why)}`;
    return refuse("construct/unsupported", { message, metric: metric.name }, cause);
  }
}

function addCollect({ name }: Metric, gauge: ObservedGauge, read: unknown): void {
  if (typeof read !== "function") {
    refuse("construct/argument", {
      message: `collect of ${quote(name)} is given ${givenAs(read)}: expected a function`,
      metric: name,
    });
  }
  gauge.collect(() => read());
}
