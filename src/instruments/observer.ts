// Instruments that observe values: what histograms and summaries have in common.

import { declaredAt, objectionsToBounds, refuse, refuseIf } from "../construct/index.js";
import { printable } from "../diagnostics/index.js";
import type { Exemplar } from "../exposition/index.js";
import type { Metric } from "../registry/index.js";
import { isBounded, readAmount } from "./amount.js";
import { exemplarOf } from "./exemplars.js";
import { Bound, type Context, Keeper } from "./keeper.js";
import { joinLabels, startClock } from "./timer.js";

export abstract class ObserverKeeper extends Keeper {
  /** Whether each value is judged. */
  readonly bounded: boolean;
  protected readonly beginsAlone = true;

  constructor(metric: Metric, context: Context) {
    super(metric, context);
    this.bounded = isBounded(metric) || metric.type === "summary";
  }

  /** Counts an observation, which was judged. */
  abstract record(row: number, value: number): void;

  /** Keeps an exemplar of an observation, where there is a place for it. */
  protected abstract keep(row: number, exemplar: Exemplar): void;

  observe(labels: unknown, value: unknown, exemplar?: unknown): void {
    const row = this.index.peek(labels);
    if (row >= 0 && exemplar === undefined && !this.bounded && isObservation(value)) {
      this.record(row, value);
    } else this.carefully(value, exemplar, () => this.index.rowOf(labels));
  }

  startTimer(given?: unknown): (rest?: unknown, exemplar?: unknown) => number {
    const { metric, context } = this;
    const elapsed = startClock(metric);
    return (rest, exemplar) => {
      const value = elapsed();
      context.guard.run(() => this.observe(joinLabels(metric, given, rest), value, exemplar));
      return value;
    };
  }

  labels(labels: unknown): BoundObserver {
    return this.entered(this.handle(this.read(labels)));
  }

  override handle(labels: unknown): BoundObserver {
    return new BoundObserver(this, labels);
  }

  /** Judges all of it, then counts. */
  carefully(value: unknown, exemplar: unknown, enter: () => number): void {
    const { metric, context } = this;
    context.guard.run(() => {
      const observed = readAmount(metric, "an observation", value);
      const what = `an observation of ${printable(metric.name)} is ${observed}`;
      refuseIf(objectionsToBounds(metric, observed, what));
      if (metric.type === "summary" && observed < 0) {
        refuse("spec/summary-value", {
          message: `${what}: OpenMetrics allows none below zero`,
          metric: metric.name,
          ...declaredAt(metric),
        });
      }
      const example =
        exemplar === undefined ? undefined : exemplarOf(metric, exemplar, observed, context.now());
      const row = enter();
      this.record(row, observed);
      if (example !== undefined) this.keep(row, example);
    });
  }
}

export class BoundObserver extends Bound<ObserverKeeper> {
  observe(value: unknown, exemplar?: unknown, more?: unknown): void {
    const { owner, row } = this;
    if (
      owner.versions[row] === this.version &&
      exemplar === undefined &&
      !owner.bounded &&
      isObservation(value)
    ) {
      owner.record(row, value);
    } else if (this.isGivenLabels(value)) owner.observe(value, exemplar, more);
    else owner.carefully(value, exemplar, () => this.enter());
  }

  startTimer(): (exemplar?: unknown) => number {
    const elapsed = startClock(this.owner.metric);
    return (exemplar) => {
      const value = elapsed();
      this.observe(value, exemplar);
      return value;
    };
  }
}

function isObservation(value: unknown): value is number {
  return typeof value === "number" && value - value === 0;
}
