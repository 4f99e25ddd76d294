import { familyNameOf, readStates } from "../construct/index.js";
import type { Series } from "../exposition/index.js";
import type { Metric } from "../registry/index.js";
import { Bound, type Context, Keeper } from "./keeper.js";
import { CompositeLines, closerOf } from "./write/composite-lines.js";
import type { PayloadWriter } from "./write/payload-writer.js";
import { writeValue } from "./write/write-value.js";

export class StatesetKeeper extends Keeper {
  protected readonly beginsAlone: boolean;
  /** Those declared, or where none are, those that were ever on. */
  #states: readonly string[];
  #closers: readonly string[];
  /** By row: the states that are on. */
  readonly #enabled: (ReadonlySet<string> | undefined)[] = [];
  readonly #lines: CompositeLines;

  constructor(metric: Metric, context: Context) {
    const { states = [] } = metric;
    super(metric, context, states.length);
    this.beginsAlone = states.length > 0;
    this.#states = states;
    this.#closers = states.map((state) => closerOf(familyNameOf(metric), state));
    this.#lines = new CompositeLines(metric);
  }

  set(labels: unknown, enabled: unknown): void {
    const { index } = this;
    this.setCarefully(
      enabled,
      () => index.find(labels),
      () => index.rowOf(labels),
    );
  }

  setCarefully(given: unknown, find: () => number, enter: () => number): void {
    const { metric, context } = this;
    context.guard.run(() => {
      const states = readStates(metric, given);
      const enabled = new Set(states.flatMap(({ state, enabled }) => (enabled ? [state] : [])));
      const all = [...new Set([...this.#states, ...enabled])];
      const row = all.length > this.#states.length ? this.#widen(all, find, enter) : enter();
      this.#enabled[row] = enabled;
    });
  }

  labels(labels: unknown): BoundStateset {
    return this.handle(this.read(labels));
  }

  override handle(labels: unknown): BoundStateset {
    return new BoundStateset(this, labels);
  }

  /** It does not begin by itself: that nothing is on is for a program to say. */
  override begin(): void {}

  override write(out: PayloadWriter, openMetrics: boolean): void {
    const { index, bytes } = this;
    if (index.size === 0) return;
    const lines = this.#lines;
    out.text(this.header(openMetrics, familyNameOf(this.metric)));
    const textOf = (texts: readonly string[]) => lines.textOf(texts);
    for (let row = 0; row < index.rows; row++) {
      out.rest();
      if (!this.hasBytes(row, textOf)) continue;
      this.#states.forEach((state, at) => {
        lines.own(out, bytes, row, "", this.#closers[at]!);
        writeValue(out, this.#enabled[row]?.has(state) === true ? 1 : 0, openMetrics);
        out.endLine();
      });
    }
  }

  protected override grow(): void {}

  protected override clear(row: number): void {
    this.#enabled[row] = undefined;
  }

  protected override point(row: number): Pick<Series<unknown>, "value"> {
    const value = this.#states.map((state) =>
      Object.freeze({ state, enabled: this.#enabled[row]?.has(state) === true }),
    );
    return { value: Object.freeze(value) };
  }

  /** Enters a series with states that were not known: all series have them from now on. */
  #widen(states: readonly string[], find: () => number, enter: () => number): number {
    const { index } = this;
    const before = index.weight;
    index.weigh(states.length);
    let row = find();
    try {
      if (row < 0) row = enter();
    } catch (error) {
      index.weight = before;
      throw error;
    }
    this.#states = states;
    this.#closers = states.map((state) => closerOf(familyNameOf(this.metric), state));
    return row;
  }
}

class BoundStateset extends Bound<StatesetKeeper> {
  set(enabled: unknown, more?: unknown): void {
    const isLabels = this.isGivenLabels(enabled) && !Array.isArray(enabled);
    if (isLabels) this.owner.set(enabled, more);
    else
      this.owner.setCarefully(
        enabled,
        () => this.find(),
        () => this.enter(),
      );
  }
}
