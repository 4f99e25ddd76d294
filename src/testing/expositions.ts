// Arbitrary expositions of a registry, built as a program would.

import fc from "fast-check";
import { buildExposition, type ExpositionBuilder } from "../construct/index.js";
import { PromschemaError } from "../diagnostics/index.js";
import type { Exemplar, Exposition } from "../exposition/index.js";
import type { CompiledRegistry, Metric } from "../registry/index.js";
import { labelsFor } from "./labels.js";
import { someText } from "./names.js";

type Set = (builder: ExpositionBuilder<CompiledRegistry>) => unknown;

/** What one may come upon by chance: a series that is there, one too many, a name that another metric has. */
const accidents: ReadonlySet<string> = new Set([
  "spec/duplicate-series",
  "max-series",
  "max-values",
  "construct/name-clash",
]);

/** Expositions that keep the contract of a registry: some of its metrics, each with a few series. */
export function expositions(registry: CompiledRegistry): fc.Arbitrary<Exposition> {
  const settings = [...registry.metrics.values()].map((metric) =>
    fc.array(settingOf(metric), { maxLength: 3 }),
  );
  return fc.tuple(...settings).map((series) => {
    const builder = buildExposition(registry);
    for (const set of series.flat()) {
      try {
        set(builder);
      } catch (error) {
        if (!(error instanceof PromschemaError && accidents.has(error.rule))) throw error;
      }
    }
    return builder.build();
  });
}

const times = fc.option(fc.integer({ min: 0, max: 4e12 }), { nil: undefined });

function settingOf(metric: Metric): fc.Arbitrary<Set> {
  const { name, type } = metric;
  return fc
    .tuple(labelsFor(metric), times, times, exemplars(), values(metric), parts(metric))
    .map(([given, timestamp, created, exemplar, value, whole]): Set => {
      // Drawn from the registry that the builder holds them to.
      const labels = given as { [label: string]: string };
      const point = { ...(timestamp !== undefined && { timestamp }) };
      const began = { ...point, ...(created !== undefined && { created }) };
      const observed = exemplar === undefined ? {} : { exemplars: [exemplar] };
      return (builder) => {
        switch (type) {
          case "counter":
            return builder.counter(name, labels, Math.abs(value), {
              ...began,
              ...(exemplar !== undefined && { exemplar }),
            });
          case "gauge":
          case "unknown":
            return builder[type](name, labels, value, point);
          case "info":
            return builder.info(name, labels, point);
          case "histogram":
            return builder.histogram(name, labels, whole.observations, { ...began, ...observed });
          case "gaugehistogram":
            return builder.gaugehistogram(name, labels, whole.observations, {
              ...point,
              ...observed,
            });
          case "summary":
            return builder.summary(name, labels, whole.summary, began);
          default:
            return builder.stateset(name, labels, whole.states, point);
        }
      };
    });
}

function exemplars(): fc.Arbitrary<Exemplar | undefined> {
  const exemplar = fc
    .tuple(fc.dictionary(someText, someText, { maxKeys: 2 }), fc.double({ noNaN: true }), times)
    .map(([labels, value, timestamp]) => ({
      labels,
      value,
      ...(timestamp !== undefined && { timestamp }),
    }));
  return fc.option(exemplar, { nil: undefined });
}

/** Numbers within the bounds of the metric. */
function values({ type, value }: Metric): fc.Arbitrary<number> {
  const { min = type === "counter" ? 0 : -1e9, max = 1e9, integer } = value;
  if (integer) return fc.integer({ min: Math.ceil(min), max: Math.floor(max) });
  const within = fc.double({ min, max, noNaN: true });
  const isFree = value.min === undefined && value.max === undefined;
  if (!isFree || type === "histogram" || type === "gaugehistogram") return within;
  const odd = type === "counter" ? [Infinity] : [Infinity, -Infinity, Number.NaN];
  return fc.oneof({ weight: 4, arbitrary: within }, fc.constantFrom(...odd));
}

function parts(metric: Metric) {
  const isRising = metric.type === "histogram" && (metric.buckets?.[0] ?? 0) >= 0;
  const observation = values(metric).map((value) => (isRising ? Math.abs(value) : value));
  const quantiles = metric.quantiles ?? [];
  const amount = fc.double({ min: 0, max: 1e9, noNaN: true });
  return fc.record({
    observations: fc.array(observation, { maxLength: 5 }),
    summary: fc.record({
      count: fc.nat(),
      sum: amount,
      quantiles: fc
        .tuple(...quantiles.map(() => fc.oneof(amount, fc.constant(Number.NaN))))
        .map((all) => all.map((value, at) => ({ quantile: quantiles[at]!, value }))),
    }),
    states: fc.oneof(
      fc.subarray([...(metric.states ?? ["on"])], {
        minLength: metric.states === undefined ? 1 : 0,
      }),
      fc.constantFrom(...(metric.states ?? ["on"])),
    ),
  });
}
