// The client's objects, one a metric, and what records into them.

import {
  type Beginner,
  CounterInstrument,
  GaugeInstrument,
  InfoInstrument,
  type Level,
  mayBeZero,
  ObserverInstrument,
  type Parts,
  plainLabels,
  StatesetInstrument,
  textNameOf,
} from "../binding/index.js";
import type { Labels } from "../exposition/index.js";
import type { Metric } from "../registry/index.js";
import type { Client, ClientConfiguration, ClientGauge, ClientMetric } from "./client.js";
import { SeriesKeys } from "./series-keys.js";
import { showUnobserved } from "./unobserved.js";

/** A metric of the client, not registered yet, and the instrument over it. */
export interface Made {
  readonly metric: Metric;
  readonly object: ClientMetric;
  readonly instrument: Beginner;
}

type Given = Omit<Parts<never>, "sink">;

/** Makes the client's object of a metric. What the client throws goes through. */
export function makeObject(client: Client, given: Given): Made {
  const { metric } = given;
  const configuration: ClientConfiguration = {
    name: textNameOf(metric),
    // The client wants some text. It is replaced below where there is none.
    help: metric.description || "?",
    labelNames: metric.labels.map(({ name }) => name),
    registers: [],
  };
  const made = makeByType(client, given, configuration);
  Object.assign(made.object, { help: metric.description });
  return { metric, ...made };
}

function makeByType(
  client: Client,
  given: Given,
  configuration: ClientConfiguration,
): Omit<Made, "metric"> {
  const { metric } = given;
  switch (metric.type) {
    case "counter":
      return makeCounter(client, given, configuration);
    case "histogram":
      return makeHistogram(client, given, configuration);
    case "summary":
      return makeSummary(client, given, configuration);
    case "stateset":
      return makeStateset(client, given, configuration);
    default:
      return makeGauge(client, given, configuration);
  }
}

function makeCounter(client: Client, given: Given, configuration: ClientConfiguration) {
  const counter = new client.Counter(configuration);
  const keys = new SeriesKeys(given.metric);
  const sink = {
    open: (labels: Labels) => {
      keys.add(labels);
      const own = plainLabels(labels);
      counter.inc(own, 0);
      return counter.labels(own).inc;
    },
    remove: (labels: Labels) => {
      keys.remove(labels);
      counter.remove(labels);
    },
  };
  return { object: counter, instrument: new CounterInstrument({ ...given, sink }) };
}

function makeGauge(client: Client, given: Given, configuration: ClientConfiguration) {
  const gauge = new client.Gauge(configuration);
  const { metric } = given;
  const isInfo = metric.type === "info";
  const keys = new SeriesKeys(metric);
  const sink = {
    open: (labels: Labels) => {
      keys.add(labels);
      const own = plainLabels(labels);
      if (isInfo || mayBeZero(metric)) gauge.inc(own, 0);
      return levelOf(gauge, own);
    },
    remove: (labels: Labels) => {
      keys.remove(labels);
      gauge.remove(labels);
    },
  };
  // Without labels the client begins at 0.
  if (metric.labels.length === 0 && !mayBeZero(metric)) gauge.remove({});
  const parts = { ...given, sink };
  return {
    object: gauge,
    instrument: isInfo ? new InfoInstrument(parts) : new GaugeInstrument(parts),
  };
}

function levelOf(gauge: ClientGauge, labels: Labels): Level {
  const { set, inc } = gauge.labels(labels);
  return { set, add: inc };
}

function makeHistogram(client: Client, given: Given, configuration: ClientConfiguration) {
  const { buckets } = given.metric;
  const histogram = new client.Histogram({
    ...configuration,
    ...(buckets && { buckets: [...buckets] }),
  });
  const keys = new SeriesKeys(given.metric);
  const sink = {
    open: (labels: Labels) => {
      keys.add(labels);
      const own = plainLabels(labels);
      histogram.zero(own);
      return histogram.labels(own).observe;
    },
    remove: (labels: Labels) => {
      keys.remove(labels);
      histogram.remove(labels);
    },
  };
  return { object: histogram, instrument: new ObserverInstrument({ ...given, sink }) };
}

function makeSummary(client: Client, given: Given, configuration: ClientConfiguration) {
  const { metric } = given;
  const { quantiles } = metric;
  const percentiles = quantiles && { percentiles: [...quantiles] };
  const summary = new client.Summary({ ...configuration, ...percentiles });
  const keys = new SeriesKeys(metric);
  const unobserved = showUnobserved(metric, summary);
  const sink = {
    open: (labels: Labels) => {
      keys.add(labels);
      unobserved.add(labels);
      return summary.labels(plainLabels(labels)).observe;
    },
    remove: (labels: Labels) => {
      keys.remove(labels);
      unobserved.delete(labels);
      summary.remove(labels);
    },
  };
  return { object: summary, instrument: new ObserverInstrument({ ...given, sink }) };
}

/** A gauge with the states as a label of its own name, as the formats write it. */
function makeStateset(client: Client, given: Given, configuration: ClientConfiguration) {
  const { name } = given.metric;
  const { labelNames } = configuration;
  const gauge = new client.Gauge({ ...configuration, labelNames: [...labelNames, name] });
  const keys = new SeriesKeys(given.metric);
  const opened = new Map<Labels, Labels[]>();
  const sink = {
    open: (labels: Labels) => {
      keys.add(labels);
      const ofStates: Labels[] = [];
      opened.set(labels, ofStates);
      return (state: string) => {
        const own = plainLabels({ ...labels, [name]: state });
        ofStates.push(own);
        return levelOf(gauge, own);
      };
    },
    remove: (labels: Labels) => {
      keys.remove(labels);
      for (const own of opened.get(labels) ?? []) gauge.remove(own);
      opened.delete(labels);
    },
  };
  return { object: gauge, instrument: new StatesetInstrument({ ...given, sink }) };
}
