// What records into one series. The path of a right number is short; all that is wrong, and series that were removed, take the other one.

import type { Labels } from "../exposition/index.js";
import { type Guard, isBounded, startClock, timeScale } from "../instruments/index.js";
import type { Metric } from "../registry/index.js";
import { refuseChange, refuseGrowth, refuseLevel, refuseObservation } from "./objections.js";
import type { Handle, SeriesTable } from "./series-table.js";
import type { Level, Recorder, Step } from "./sink.js";

/** What the handles of one metric share. */
export interface Recording<Of extends Handle> {
  readonly metric: Metric;
  readonly guard: Guard;
  readonly table: SeriesTable<Of>;
}

/** Judges, and tells whether what was judged is right. */
function isTaken(guard: Guard, judge: () => void): boolean {
  return guard.run(() => judge() ?? true) ?? false;
}

export class CounterHandle implements Handle {
  isLive = true;
  readonly labels: Labels;
  readonly #recording: Recording<CounterHandle>;
  readonly #isWhole: boolean;
  readonly #step: Step;

  constructor(recording: Recording<CounterHandle>, labels: Labels, step: Step) {
    this.labels = labels;
    this.#recording = recording;
    this.#isWhole = recording.metric.value.integer;
    this.#step = step;
  }

  inc(value?: unknown): void {
    if (this.isLive && (value === undefined || (!this.#isWhole && isStep(value))))
      this.#step(value);
    else this.#incCarefully(value === undefined ? 1 : value);
  }

  #incCarefully(value: unknown): void {
    const { metric, guard, table } = this.#recording;
    if (!isTaken(guard, () => refuseGrowth(metric, value))) return;
    // What is no number was refused.
    if (this.isLive) this.#step(value as number);
    else table.of(this.labels)?.inc(value);
  }
}

/** What a counter may grow by. */
function isStep(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value < Infinity;
}

export class GaugeHandle implements Handle {
  isLive = true;
  readonly labels: Labels;
  readonly #recording: Recording<GaugeHandle>;
  readonly #isBounded: boolean;
  readonly #level: Level;

  constructor(recording: Recording<GaugeHandle>, labels: Labels, level: Level) {
    this.labels = labels;
    this.#recording = recording;
    this.#isBounded = isBounded(recording.metric);
    this.#level = level;
  }

  set(value: unknown): void {
    if (typeof value === "number" && !this.#isBounded && this.isLive) this.#level.set(value);
    else this.#setCarefully(value);
  }

  inc(value: unknown = 1): void {
    this.#add(value, 1);
  }

  dec(value: unknown = 1): void {
    this.#add(value, -1);
  }

  setToCurrentTime(): void {
    const { metric, guard } = this.#recording;
    guard.run(() => this.set((Date.now() / 1000) * timeScale(metric)));
  }

  startTimer(): () => number {
    const elapsed = startClock(this.#recording.metric);
    return () => {
      const time = elapsed();
      this.set(time);
      return time;
    };
  }

  #add(value: unknown, sign: 1 | -1): void {
    const { metric, guard, table } = this.#recording;
    const isPlain = typeof value === "number" && Number.isFinite(value) && !this.#isBounded;
    if (!isPlain && !isTaken(guard, () => refuseChange(metric, value))) return;
    // What is no number was refused.
    const change = sign * (value as number);
    if (this.isLive) this.#level.add(change);
    else table.of(this.labels)?.inc(change);
  }

  #setCarefully(value: unknown): void {
    const { metric, guard, table } = this.#recording;
    if (!isTaken(guard, () => refuseLevel(metric, value))) return;
    // What is no number was refused.
    if (this.isLive) this.#level.set(value as number);
    else table.of(this.labels)?.set(value);
  }
}

export class ObserverHandle implements Handle {
  isLive = true;
  readonly labels: Labels;
  readonly #recording: Recording<ObserverHandle>;
  readonly #isBounded: boolean;
  readonly #record: Recorder;

  constructor(recording: Recording<ObserverHandle>, labels: Labels, record: Recorder) {
    this.labels = labels;
    this.#recording = recording;
    this.#isBounded = isBounded(recording.metric) || recording.metric.type === "summary";
    this.#record = record;
  }

  observe(value: unknown): void {
    const isPlain = typeof value === "number" && value > -Infinity && value < Infinity;
    if (isPlain && !this.#isBounded && this.isLive) this.#record(value);
    else this.#observeCarefully(value);
  }

  startTimer(): () => number {
    const elapsed = startClock(this.#recording.metric);
    return () => {
      const time = elapsed();
      this.observe(time);
      return time;
    };
  }

  #observeCarefully(value: unknown): void {
    const { metric, guard, table } = this.#recording;
    if (!isTaken(guard, () => refuseObservation(metric, value))) return;
    // What is no number was refused.
    if (this.isLive) this.#record(value as number);
    else table.of(this.labels)?.observe(value);
  }
}

/** Stands in for a series that was refused by a guard that does not throw. */
export const nowhere = {
  inc(): void {},
  dec(): void {},
  set(): void {},
  setToCurrentTime(): void {},
  observe(): void {},
  startTimer(): () => number {
    const start = performance.now();
    return () => (performance.now() - start) / 1000;
  },
};
