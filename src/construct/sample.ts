// One sample that keeps the contract of its metric.

import type { Labels } from "../exposition/index.js";
import {
  anyOf,
  type CompiledRegistry,
  type Metric,
  type MetricName,
  type MetricType,
} from "../registry/index.js";
import { declaredMetric, undeclaredMetric } from "./declared-metric.js";
import { type GivenLabels, readLabels } from "./given-labels.js";
import type { readOwnFields } from "./own-fields.js";
import { givenAs, type Objection, objection, refuseIf } from "./refusal.js";
import { objectionsToValue } from "./sample-value.js";
import type { SampleName, SampleType, SeriesLabels } from "./types.js";
import { objectionsToType } from "./wrong-type.js";

/** A sample as it goes on the wire. Frozen. */
export interface BuiltSample<Name extends string = string> {
  readonly name: Name;
  /** Texts, in the order of the registry, without those that are absent. A record without prototype. */
  readonly labels: Labels;
  readonly value: number;
}

const sampleTypes: readonly MetricType[] = [
  "counter",
  "gauge",
  "unknown",
  "info",
] satisfies SampleType[];

/** Whether a series of the metric is one sample. */
export function isSampled({ type }: Metric): boolean {
  return sampleTypes.includes(type);
}

/**
 * Makes a sample of a counter, a gauge, an info metric (its value is 1) or one of unknown type. A histogram, a summary or a stateset has several
 * samples a series: those are built with `buildExposition`.
 *
 * Throws a PromschemaError with all that breaks the contract, whatever it is given.
 */
export function sample<R extends CompiledRegistry, const M extends SampleName<R>>(
  registry: R,
  name: M,
  labels: SeriesLabels<R, M & MetricName<R>>,
  value: number,
): BuiltSample<M> {
  const metric = declaredMetric(registry, name);
  const { read, objections } = judge(metric, labels, value);
  refuseIf(objections, read.cause);
  return Object.freeze({ name, labels: labelsOf(metric, read), value });
}

function judge(metric: Metric, labels: unknown, value: unknown) {
  const read = readLabels(metric, labels);
  const objections = [
    ...objectionsToType(
      metric,
      sampleTypes,
      `one sample is made of a ${anyOf(sampleTypes)}`,
      `use ${metric.type}() of buildExposition`,
    ),
    ...read.objections.map(({ path, finding }) => ({ path: ["labels", ...path], finding })),
    ...objectionsToValue(metric, value),
  ];
  return { read, objections };
}

/** The labels that were read as they are written: in the order of the registry, which makes one text of one series. */
export function labelsOf(metric: Metric, { texts }: GivenLabels): Labels {
  const labels: Record<string, string> = Object.create(null);
  for (const { name } of metric.labels) {
    const text = texts.get(name);
    if (text !== undefined) labels[name] = text;
  }
  return Object.freeze(labels);
}

/** All that is wrong with a value that is meant to be a sample of some metric of the registry. */
export function objectionsToSample(
  registry: CompiledRegistry,
  given: unknown,
  read: ReturnType<typeof readOwnFields>,
): Objection[] {
  if (!read.ok) {
    const message =
      read.why === "thrown"
        ? "a sample threw while it was read"
        : `a sample is ${givenAs(given)}: expected an object with name, labels and value`;
    return [objection("construct/argument", [], { message })];
  }
  const { fields } = read;
  const name = fields.get("name");
  const metric = typeof name === "string" ? registry.metrics.get(name) : undefined;
  if (metric === undefined) return [undeclaredMetric(registry, name)];
  const unknown = [...fields.keys()].filter(
    (field) => !["name", "labels", "value"].includes(field),
  );
  return [
    ...unknown.map((field) =>
      objection("construct/argument", [field], {
        message: `a sample of ${metric.name} has a field ${givenAs(field)}: expected name, labels and value`,
        metric: metric.name,
      }),
    ),
    ...judge(metric, fields.get("labels"), fields.get("value")).objections,
  ];
}
