// The instruments of OpenTelemetry, one a metric, and what records into them.

import {
  type Beginner,
  CounterInstrument,
  GaugeInstrument,
  InfoInstrument,
  mayBeZero,
  ObserverInstrument,
  type Parts,
  plainLabels,
  StatesetInstrument,
  textNameOf,
} from "../binding/index.js";
import type { Labels } from "../exposition/index.js";
import type { Metric } from "../registry/index.js";
import type { Meter } from "./meter.js";
import { ObservedGauge } from "./observed-gauge.js";

/** An instrument, and what is collected for it. */
export interface Made {
  readonly metric: Metric;
  readonly instrument: Beginner;
  readonly gauge?: ObservedGauge;
}

type Given = Omit<Parts<never>, "sink">;

/** Makes the instrument of a metric. What OpenTelemetry throws goes through. */
export function makeInstrument(meter: Meter, given: Given): Made {
  const { metric } = given;
  if (metric.type === "counter") return { metric, instrument: makeCounter(meter, given) };
  if (metric.type === "histogram") return { metric, instrument: makeHistogram(meter, given) };
  const gauge = new ObservedGauge(meter, textNameOf(metric), textsOf(metric));
  return { metric, gauge, instrument: makeGauge(gauge, given) };
}

function textsOf({ description, unit }: Metric) {
  return { description, ...(unit !== undefined && { unit }) };
}

function makeCounter(meter: Meter, given: Given): Beginner {
  const counter = meter.createCounter(textNameOf(given.metric), textsOf(given.metric));
  const open = (labels: Labels) => {
    const attributes = plainLabels(labels);
    counter.add(0, attributes);
    return (value = 1) => counter.add(value, attributes);
  };
  return new CounterInstrument({ ...given, sink: { open } });
}

function makeHistogram(meter: Meter, given: Given): Beginner {
  const { metric } = given;
  const { buckets, value } = metric;
  const histogram = meter.createHistogram(metric.name, {
    ...textsOf(metric),
    ...(buckets && { advice: { explicitBucketBoundaries: [...buckets] } }),
  });
  const open = (labels: Labels) => {
    const attributes = plainLabels(labels);
    return (observed: number) => histogram.record(observed, attributes);
  };
  // What is below 0 the SDK leaves out, and says so where nobody may hear it.
  const bounds = { ...value, min: Math.max(value.min ?? 0, 0) };
  const sink = { open, obstacle: "OpenTelemetry has no histogram without an observation" };
  return new ObserverInstrument({ ...given, metric: { ...metric, value: bounds }, sink });
}

function makeGauge(gauge: ObservedGauge, given: Given): Beginner {
  const { metric } = given;
  const initial = mayBeZero(metric) ? 0 : undefined;
  const open = (labels: Labels) => gauge.levelOf(labels, initial);
  switch (metric.type) {
    case "info":
      return new InfoInstrument({ ...given, sink: { open } });
    case "stateset":
      return new StatesetInstrument({
        ...given,
        sink: {
          open: (labels) => (state) => gauge.levelOf({ ...labels, [metric.name]: state }, 0),
        },
      });
    default:
      return new GaugeInstrument({ ...given, sink: { open } });
  }
}
