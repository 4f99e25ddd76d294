// The series of one metric by their labels, each with the handle that records into it.

import type { Labels } from "../exposition/index.js";
import { LabelIndex } from "../instruments/index.js";
import type { Metric } from "../registry/index.js";
import type { Guard } from "./guard.js";

/** What records into a series. */
export interface Handle {
  readonly labels: Labels;
  /** Whether its series is there. One that was removed comes back with the next recording. */
  isLive: boolean;
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

  /** The handle of a label set; undefined where it was refused and the guard does not throw. */
  of(labels: unknown): Of | undefined {
    try {
      const row = this.#index.rowOf(labels);
      return this.#handles[row] ?? this.#enter(row);
    } catch (error) {
      this.#guard.take(this.#metric, error);
      return undefined;
    }
  }

  /** Whether a label set has a series. Never throws. */
  has(labels: unknown): boolean {
    return this.#index.find(labels) >= 0;
  }

  /** The handles of several label sets: of all of them, or it throws and none is there that was not before. */
  enterAll(sets: readonly Labels[]): Of[] {
    const fresh = sets.filter((labels) => !this.has(labels));
    const rows = this.#index.rowsOf(sets);
    try {
      return rows.map((row) => this.#handles[row] ?? this.#enter(row));
    } catch (error) {
      for (const labels of fresh) this.remove(labels);
      throw error;
    }
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
