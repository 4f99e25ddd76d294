// Whole expositions, a series at a time.

import type { Exposition } from "../exposition/index.js";
import type {
  CompiledRegistry,
  Metric,
  MetricName,
  MetricType,
  StatesOf,
} from "../registry/index.js";
import { declaredMetric } from "./declared-metric.js";
import { FamilyDraft } from "./family-draft.js";
import { type HistogramInput, readHistogram } from "./given-histogram.js";
import { readLabels } from "./given-labels.js";
import {
  type CounterOptions,
  type CreatedOptions,
  type HistogramOptions,
  type ObservationOptions,
  type Option,
  type Point,
  type PointOptions,
  readPoint,
} from "./given-point.js";
import { readStates } from "./given-states.js";
import { readSummary, type SummaryInput } from "./given-summary.js";
import { refuseIf } from "./refusal.js";
import { labelsOf } from "./sample.js";
import { objectionsToValue } from "./sample-value.js";
import type { NameIn, SeriesLabels } from "./types.js";
import { WirePlaces } from "./wire-place.js";
import { objectionsToType } from "./wrong-type.js";

/** Labels of a metric of one type. */
type LabelsIn<R, M extends string> = SeriesLabels<R, M & MetricName<R>>;

/**
 * An exposition under construction. Each setter takes the metrics of its type, sets one series of it and gives the builder back. It throws a
 * PromschemaError for whatever the registry or the specification rejects in any format, and then nothing is set: a wrong label, a value out of
 * bounds, a series that is set already, one more than `maxSeries`.
 */
export interface ExpositionBuilder<R> {
  counter<const M extends NameIn<R, "counter">>(
    name: M,
    labels: LabelsIn<R, M>,
    value: number,
    options?: CounterOptions,
  ): this;
  gauge<const M extends NameIn<R, "gauge">>(
    name: M,
    labels: LabelsIn<R, M>,
    value: number,
    options?: PointOptions,
  ): this;
  unknown<const M extends NameIn<R, "unknown">>(
    name: M,
    labels: LabelsIn<R, M>,
    value: number,
    options?: PointOptions,
  ): this;
  /** From observations or from cumulative buckets. With bounds below zero it is written without sum and count, as OpenMetrics demands. */
  histogram<const M extends NameIn<R, "histogram">>(
    name: M,
    labels: LabelsIn<R, M>,
    value: HistogramInput,
    options?: HistogramOptions,
  ): this;
  /** A histogram of what is there now: it may fall. */
  gaugehistogram<const M extends NameIn<R, "gaugehistogram">>(
    name: M,
    labels: LabelsIn<R, M>,
    value: HistogramInput,
    options?: ObservationOptions,
  ): this;
  summary<const M extends NameIn<R, "summary">>(
    name: M,
    labels: LabelsIn<R, M>,
    value: SummaryInput,
    options?: CreatedOptions,
  ): this;
  /** The value of an info metric is 1. */
  info<const M extends NameIn<R, "info">>(
    name: M,
    labels: LabelsIn<R, M>,
    options?: PointOptions,
  ): this;
  /** The state that is on, or those that are. All declared states are written. */
  stateset<const M extends NameIn<R, "stateset">>(
    name: M,
    labels: LabelsIn<R, M>,
    enabled: StatesOf<R, M & MetricName<R>> | readonly StatesOf<R, M & MetricName<R>>[],
    options?: PointOptions,
  ): this;
  /** The exposition as it is now, families in the order of the registry. Frozen; what is set later is not in it. */
  build(): Exposition;
}

/** Begins an exposition of the metrics of a registry. `serializeExposition` writes what is built, in any format. */
export function buildExposition<R extends CompiledRegistry>(registry: R): ExpositionBuilder<R> {
  // One class for all registries: it holds at run time what the types of a known one say before.
  return new Builder(registry) as ExpositionBuilder<R>;
}

type Read = (metric: Metric, given: unknown, point: Point) => unknown;

class Builder implements ExpositionBuilder<CompiledRegistry> {
  readonly #registry: CompiledRegistry;
  readonly #drafts = new Map<Metric, FamilyDraft>();
  readonly #places: WirePlaces;

  constructor(registry: CompiledRegistry) {
    this.#registry = registry;
    this.#places = new WirePlaces(registry);
  }

  counter(name: string, labels: unknown, value: unknown, options?: unknown): this {
    return this.#set("counter", name, labels, value, options, ["timestamp", "created", "exemplar"]);
  }

  gauge(name: string, labels: unknown, value: unknown, options?: unknown): this {
    return this.#set("gauge", name, labels, value, options, ["timestamp"]);
  }

  unknown(name: string, labels: unknown, value: unknown, options?: unknown): this {
    return this.#set("unknown", name, labels, value, options, ["timestamp"]);
  }

  info(name: string, labels: unknown, options?: unknown): this {
    return this.#set("info", name, labels, 1, options, ["timestamp"]);
  }

  histogram(name: string, labels: unknown, value: unknown, options?: unknown): this {
    const allowed: Option[] = ["timestamp", "created", "exemplars"];
    return this.#set("histogram", name, labels, value, options, allowed, readObserved);
  }

  gaugehistogram(name: string, labels: unknown, value: unknown, options?: unknown): this {
    const allowed: Option[] = ["timestamp", "exemplars"];
    return this.#set("gaugehistogram", name, labels, value, options, allowed, readObserved);
  }

  summary(name: string, labels: unknown, value: unknown, options?: unknown): this {
    const allowed: Option[] = ["timestamp", "created"];
    return this.#set("summary", name, labels, value, options, allowed, readSummary);
  }

  stateset(name: string, labels: unknown, enabled: unknown, options?: unknown): this {
    return this.#set("stateset", name, labels, enabled, options, ["timestamp"], readStates);
  }

  build(): Exposition {
    const families = [...this.#registry.metrics.values()].flatMap(
      (metric) => this.#drafts.get(metric)?.family() ?? [],
    );
    return Object.freeze({ format: "openmetrics-1.0", families: Object.freeze(families) });
  }

  /** Reads all that is given before anything is set. */
  #set(
    type: MetricType,
    name: unknown,
    labels: unknown,
    given: unknown,
    options: unknown,
    allowed: readonly Option[],
    readValue: Read = readSampleValue,
  ): this {
    const metric = declaredMetric(this.#registry, name);
    const hint = `use ${metric.type}()`;
    refuseIf(objectionsToType(metric, [type], `${type}() is for a ${type}`, hint));
    const read = readLabels(metric, labels);
    refuseIf(read.objections, read.cause);
    const point = readPoint(metric, options, allowed);
    const { exemplars: _, ...rest } = point;
    const value = readValue(metric, given, point);
    const known = this.#drafts.get(metric);
    if (known === undefined) this.#places.judge(metric);
    const draft = known ?? new FamilyDraft(metric);
    draft.add({ labels: labelsOf(metric, read), value, ...rest, line: 0 });
    if (known !== undefined) return this;
    this.#drafts.set(metric, draft);
    this.#places.take(metric);
    return this;
  }
}

function readSampleValue(metric: Metric, given: unknown): number {
  refuseIf(objectionsToValue(metric, given));
  // What is no number was refused.
  return given as number;
}

function readObserved(metric: Metric, given: unknown, { exemplars }: Point): unknown {
  return readHistogram(metric, given, exemplars);
}
