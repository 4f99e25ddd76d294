// A gauge whose levels are kept here and told when they are collected: so it can be changed by steps, and be set then.

import { type Level, plainLabels } from "../binding/index.js";
import type { Labels } from "../exposition/index.js";
import type { Attributes, Meter } from "./meter.js";

/** A level that is not told before it was set. */
interface Cell {
  readonly attributes: Attributes;
  value: number | undefined;
}

export class ObservedGauge {
  readonly #cells: Cell[] = [];
  readonly #reads: (() => void | Promise<void>)[] = [];

  constructor(
    meter: Meter,
    name: string,
    options: { readonly description?: string; readonly unit?: string },
  ) {
    meter.createObservableGauge(name, options).addCallback(async (result) => {
      for (const read of this.#reads) await read();
      for (const { value, attributes } of this.#cells) {
        if (value !== undefined) result.observe(value, attributes);
      }
    });
  }

  /** Calls a function before each collection. */
  collect(read: () => void | Promise<void>): void {
    this.#reads.push(read);
  }

  /** The level of a series. */
  levelOf(labels: Labels, initial: number | undefined): Level {
    const cell: Cell = { attributes: plainLabels(labels), value: initial };
    this.#cells.push(cell);
    return {
      set: (value) => {
        cell.value = value;
      },
      add: (change) => {
        cell.value = (cell.value ?? 0) + change;
      },
    };
  }
}
