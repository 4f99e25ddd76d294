import { objectionsToValue, refuseIf } from "../construct/index.js";
import { judgeNext, readAmount } from "./amount.js";
import { Bound } from "./keeper.js";
import { NumberKeeper } from "./number-keeper.js";
import { timeScale } from "./time-scale.js";

/** Also keeps metrics of unknown type. */
export class GaugeKeeper extends NumberKeeper {
  set(labels: unknown, value: unknown): void {
    const row = this.index.peek(labels);
    if (row >= 0 && !this.bounded && typeof value === "number") this.values[row] = value;
    else this.setCarefully(value, () => this.index.rowOf(labels));
  }

  inc(labels: unknown, value: unknown = 1): void {
    const row = this.index.peek(labels);
    if (row >= 0 && !this.bounded && isAmount(value)) this.values[row]! += value;
    else this.#move(labels, value, 1);
  }

  dec(labels: unknown, value: unknown = 1): void {
    const row = this.index.peek(labels);
    if (row >= 0 && !this.bounded && isAmount(value)) this.values[row]! -= value;
    else this.#move(labels, value, -1);
  }

  setToCurrentTime(labels: unknown): void {
    this.set(labels, this.time());
  }

  labels(labels: unknown): BoundGauge {
    return this.handle(this.read(labels));
  }

  override handle(labels: unknown): BoundGauge {
    return new BoundGauge(this, labels);
  }

  /** The time in the unit of the metric. Throws a PromschemaError where that is none of time. */
  time(): number {
    return (this.context.now() / 1000) * timeScale(this.metric);
  }

  setCarefully(value: unknown, enter: () => number): void {
    this.context.guard.run(() => {
      refuseIf(objectionsToValue(this.metric, value));
      const row = enter();
      // What is no number was refused.
      this.values[row] = value as number;
    });
  }

  moveCarefully(value: unknown, sign: 1 | -1, find: () => number, enter: () => number): void {
    const { metric, context } = this;
    context.guard.run(() => {
      const amount = sign * readAmount(metric, sign > 0 ? "the increment" : "the decrement", value);
      const known = find();
      judgeNext(metric, (known < 0 ? 0 : this.values[known]!) + amount);
      const row = enter();
      this.values[row]! += amount;
    });
  }

  #move(labels: unknown, value: unknown, sign: 1 | -1): void {
    const { index } = this;
    this.moveCarefully(
      value,
      sign,
      () => index.find(labels),
      () => index.rowOf(labels),
    );
  }
}

export class BoundGauge extends Bound<GaugeKeeper> {
  set(value: unknown, more?: unknown): void {
    const { owner, row } = this;
    if (owner.versions[row] === this.version && !owner.bounded && typeof value === "number") {
      owner.values[row] = value;
    } else if (this.isGivenLabels(value)) owner.set(value, more);
    else owner.setCarefully(value, () => this.enter());
  }

  inc(value: unknown = 1, more?: unknown): void {
    const { owner, row } = this;
    if (owner.versions[row] === this.version && !owner.bounded && isAmount(value)) {
      owner.values[row]! += value;
    } else if (this.isGivenLabels(value)) owner.inc(value, more);
    else
      owner.moveCarefully(
        value,
        1,
        () => this.find(),
        () => this.enter(),
      );
  }

  dec(value: unknown = 1, more?: unknown): void {
    const { owner, row } = this;
    if (owner.versions[row] === this.version && !owner.bounded && isAmount(value)) {
      owner.values[row]! -= value;
    } else if (this.isGivenLabels(value)) owner.dec(value, more);
    else
      owner.moveCarefully(
        value,
        -1,
        () => this.find(),
        () => this.enter(),
      );
  }

  setToCurrentTime(): void {
    this.set(this.owner.time());
  }
}

function isAmount(value: unknown): value is number {
  return typeof value === "number" && value - value === 0;
}
