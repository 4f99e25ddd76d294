import { judgeNext, readIncrement } from "./amount.js";
import { exemplarOf } from "./exemplars.js";
import { Bound } from "./keeper.js";
import { NumberKeeper } from "./number-keeper.js";

export class CounterKeeper extends NumberKeeper {
  inc(labels: unknown, value: unknown = 1, exemplar?: unknown): void {
    this.add(labels, value, exemplar);
  }

  add(labels: unknown, value: unknown, exemplar?: unknown): void {
    const row = this.index.peek(labels);
    if (row >= 0 && exemplar === undefined && !this.bounded && isIncrement(value)) {
      this.values[row]! += value;
      return;
    }
    this.carefully(
      value,
      exemplar,
      () => this.index.find(labels),
      () => this.index.rowOf(labels),
    );
  }

  labels(labels: unknown): BoundCounter {
    return this.entered(this.handle(this.read(labels)));
  }

  override handle(labels: unknown): BoundCounter {
    return new BoundCounter(this, labels);
  }

  /** Judges all of it, then counts. */
  carefully(value: unknown, exemplar: unknown, find: () => number, enter: () => number): void {
    const { metric, context } = this;
    context.guard.run(() => {
      const increment = readIncrement(metric, value);
      const example =
        exemplar === undefined ? undefined : exemplarOf(metric, exemplar, increment, context.now());
      if (this.bounded) {
        const known = find();
        judgeNext(metric, (known < 0 ? 0 : this.values[known]!) + increment);
      }
      const row = enter();
      this.values[row]! += increment;
      if (example !== undefined) this.exemplars.set(row, example);
    });
  }
}

export class BoundCounter extends Bound<CounterKeeper> {
  inc(value: unknown = 1, exemplar?: unknown, more?: unknown): void {
    this.add(value, exemplar, more);
  }

  add(value: unknown, exemplar?: unknown, more?: unknown): void {
    const { owner, row } = this;
    if (
      owner.versions[row] === this.version &&
      exemplar === undefined &&
      !owner.bounded &&
      isIncrement(value)
    ) {
      owner.values[row]! += value;
    } else if (this.isGivenLabels(value)) owner.inc(value, exemplar, more);
    else
      owner.carefully(
        value,
        exemplar,
        () => this.find(),
        () => this.enter(),
      );
  }
}

function isIncrement(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value < Infinity;
}
