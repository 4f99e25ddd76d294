// What all instruments have: series by their labels, the beginning at 0, the end of a series.

import { readLabels, refuse, refuseIf } from "../construct/index.js";
import { printable, quote } from "../diagnostics/index.js";
import type { Labels } from "../exposition/index.js";
import { combinations, type Guard } from "../instruments/index.js";
import type { Metric } from "../registry/index.js";
import { readInitializeLimit } from "./given-options.js";
import { nowhere, type Recording } from "./handles.js";
import { type Handle, type Judge, SeriesTable } from "./series-table.js";
import type { Sink } from "./sink.js";

/** What an instrument is made of. */
export interface Parts<Series> {
  readonly metric: Metric;
  readonly guard: Guard;
  readonly maxSeries: number | undefined;
  readonly sink: Sink<Series>;
}

/** Series that are about to begin. */
export interface Beginning {
  open(): void;
  /** Takes out what was not there before. */
  undo(): void;
}

/** Begins all, or none and throws what went wrong. */
export function beginAll(beginnings: readonly Beginning[]): void {
  try {
    for (const { open } of beginnings) open();
  } catch (error) {
    for (const { undo } of beginnings) undo();
    throw error;
  }
}

export abstract class Instrument<Series, Of extends Handle> {
  protected readonly recording: Recording<Of>;
  readonly #sink: Sink<Series>;
  readonly #isSingle: boolean;
  #single: Of | undefined;

  constructor({ metric, guard, maxSeries, sink }: Parts<Series>) {
    const table = new SeriesTable<Of>(metric, guard, maxSeries, (labels) =>
      this.open(labels, sink.open(labels)),
    );
    this.recording = { metric, guard, table };
    this.#sink = sink;
    this.#isSingle = metric.labels.length === 0;
  }

  /** A handle of a series that the sink has just opened. */
  protected abstract open(labels: Labels, series: Series): Of;

  /** Begins what has one series: without labels there is nothing to wait for. */
  begin(): void {
    if (this.#isSingle) this.#single = this.recording.table.of({});
  }

  labels(labels?: unknown): Of | typeof nowhere {
    return this.recording.table.of(this.#labelsOf(labels)) ?? nowhere;
  }

  remove(given?: unknown): boolean {
    this.#refuseToKeep();
    const labels = this.#labelsOf(given);
    const handle = this.recording.table.remove(labels);
    if (handle === undefined) {
      // Labels that are wrong are told of; right ones of no series are not.
      this.recording.guard.run(() => {
        const { objections, cause } = readLabels(this.recording.metric, labels);
        refuseIf(objections, cause);
      });
      return false;
    }
    this.#sink.remove?.(handle.labels);
    return true;
  }

  reset(): void {
    this.#refuseToKeep();
    for (const { labels } of this.recording.table.removeAll()) this.#sink.remove?.(labels);
    this.begin();
  }

  initialize(known?: unknown, options?: unknown): number {
    const sets = this.plan(known, readInitializeLimit(options));
    beginAll([this.reserve(sets)]);
    return sets.length;
  }

  /** The series that the instrument would begin with. Throws a PromschemaError where they are not known, or too many. */
  plan(known: unknown, limit: number): Labels[] {
    const { obstacle } = this.#sink;
    if (obstacle !== undefined) this.#refuse(`cannot begin at 0: ${obstacle}`);
    return combinations(this.recording.metric, known, limit);
  }

  /** Why the instrument cannot begin at 0 where the values of these labels are given; undefined where it can. */
  obstacle(known: ReadonlySet<string>): string | undefined {
    const unknown = this.recording.metric.labels.find(
      ({ name, required, definition: { enum: values, open, type } }) =>
        required && !known.has(name) && type !== "boolean" && (values === undefined || open),
    );
    if (unknown !== undefined)
      return `the values of its label ${quote(unknown.name)} are not given`;
    return this.#sink.obstacle;
  }

  /** Takes series in, all or none. Throws a PromschemaError where there would be too many. */
  reserve(sets: readonly Labels[]): Beginning {
    const { table } = this.recording;
    const { fresh, open } = table.reserve(sets);
    return {
      open,
      undo: () => {
        for (const labels of fresh) {
          const handle = table.remove(labels);
          if (handle !== undefined) this.#sink.remove?.(handle.labels);
        }
      },
    };
  }

  /** Where a metric has no labels, none need to be given. */
  #labelsOf(given: unknown): unknown {
    return given === undefined && this.#isSingle ? {} : given;
  }

  /** The series that a call is about. Without labels the only one, however the call is made. */
  protected seriesOf(given: unknown, judge?: Judge, value?: unknown): Of | undefined {
    const single = this.#single;
    if (single?.isLive && !isObject(given)) return single;
    const labels = this.#isSingle && !isObject(given) ? {} : given;
    return this.recording.table.of(labels, judge, value);
  }

  /** The value among the arguments: the first where the metric has no labels, unless labels are given all the same. */
  protected valueOf(first: unknown, second: unknown): unknown {
    return this.#isSingle && !isObject(first) ? first : second;
  }

  /** The same, 1 where there is none. */
  protected amountOf(first: unknown, second: unknown): unknown {
    const value = this.valueOf(first, second);
    return value === undefined ? 1 : value;
  }

  #refuseToKeep(): void {
    if (this.#sink.remove === undefined) this.#refuse("keeps each series that it has had");
  }

  #refuse(what: string): never {
    const { name } = this.recording.metric;
    refuse("construct/unsupported", { message: `${printable(name)} ${what}`, metric: name });
  }
}

/** A list is none: it may be states. */
function isObject(given: unknown): boolean {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}
