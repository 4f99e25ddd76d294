// The series of one metric by their labels, each with the handle that records into it.

import type { Labels } from "../exposition/index.js";
import { type Guard, LabelIndex } from "../instruments/index.js";
import type { Metric } from "../registry/index.js";

/** What records into a series. */
export interface Handle {
  readonly labels: Labels;
  /** Whether its series is there. One that was removed comes back with the next recording. */
  isLive: boolean;
}

/** Throws a PromschemaError for what cannot be recorded. */
export type Judge = (metric: Metric, value: unknown) => void;

/** Label sets that have rows. */
export interface Reservation {
  /** Those that had none before. */
  readonly fresh: readonly Labels[];
  /** Gives them handles. Throws a PromschemaError where the other library cannot hold one. */
  open(): void;
}

export class SeriesTable<Of extends Handle> {
  readonly #metric: Metric;
  readonly #guard: Guard;
  readonly #open: (labels: Labels) => Of;
  readonly #index: LabelIndex;
  /** By row of the index. */
  readonly #handles: (Of | undefined)[] = [];

  constructor(
    metric: Metric,
    guard: Guard,
    maxSeries: number | undefined,
    open: (labels: Labels) => Of,
  ) {
    this.#metric = metric;
    this.#guard = guard;
    this.#open = open;
    const weight = metric.type === "stateset" ? (metric.states?.length ?? 1) : 1;
    this.#index = new LabelIndex(metric, { maxSeries, weight });
  }

  /**
   * The handle of a label set; undefined where it was refused and the guard does not throw. What is to be recorded is judged before a series begins.
   */
  of(labels: unknown, judge?: Judge, value?: unknown): Of | undefined {
    const known = this.#index.peek(labels);
    const handle = known < 0 ? undefined : this.#handles[known];
    return handle ?? this.#ofNew(labels, judge, value);
  }

  #ofNew(labels: unknown, judge: Judge | undefined, value: unknown): Of | undefined {
    return this.#guard.run(() => {
      if (judge !== undefined && this.#index.find(labels) < 0) judge(this.#metric, value);
      const row = this.#index.rowOf(labels);
      return this.#handles[row] ?? this.#enter(row);
    });
  }

  /**
   * Takes several label sets in, all or none: throws a PromschemaError where they are too many. None of them has a handle yet.
   */
  reserve(sets: readonly Labels[]): Reservation {
    const fresh = sets.filter((labels) => this.#index.find(labels) < 0);
    const rows = this.#index.rowsOf(sets);
    return {
      fresh,
      open: () => {
        for (const row of rows) if (this.#handles[row] === undefined) this.#enter(row);
      },
    };
  }

  /** Takes a label set out and gives its handle. Never throws. */
  remove(labels: unknown): Of | undefined {
    const row = this.#index.remove(labels);
    const handle = this.#handles[row];
    if (handle === undefined) return undefined;
    this.#handles[row] = undefined;
    handle.isLive = false;
    return handle;
  }

  /** Takes all label sets out. */
  removeAll(): Of[] {
    const handles = this.#handles.filter((handle) => handle !== undefined);
    for (const handle of handles) handle.isLive = false;
    this.#handles.length = 0;
    this.#index.clear();
    return handles;
  }

  #enter(row: number): Of {
    // A row that the index just gave has labels.
    const labels = this.#index.labelsOf(row) as Labels;
    try {
      const handle = this.#open(labels);
      this.#handles[row] = handle;
      return handle;
    } catch (error) {
      this.#index.remove(labels);
      throw error;
    }
  }
}
