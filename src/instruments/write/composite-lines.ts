// Lines of families that write several samples a series: all with the same labels, some with one of their own.

import { familyNameOf } from "../../construct/index.js";
import { numberText, openMetricsText } from "../../exposition/index.js";
import type { Metric } from "../../registry/index.js";
import type { LabelTexts } from "../label-index.js";
import { labelText, labelWriter, lineHead } from "./family-text.js";
import type { PayloadWriter } from "./payload-writer.js";
import type { RowBytes } from "./row-bytes.js";

export class CompositeLines {
  readonly #metric: Metric;
  readonly #labelsText: (texts: LabelTexts) => string;
  readonly #heads = new Map<string, string>();
  readonly #isQuoted: boolean;

  constructor(metric: Metric) {
    this.#metric = metric;
    this.#labelsText = labelWriter(metric);
    this.#isQuoted = lineHead(metric.name).startsWith("{");
  }

  /** The labels of a row, with what stands before and behind them where another one follows. */
  textOf(texts: LabelTexts): string {
    return `${this.#isQuoted ? "," : "{"}${this.#labelsText(texts)}`;
  }

  /** Begins a line of a sample that has a label of its own, which `closer` ends with. */
  own(out: PayloadWriter, bytes: RowBytes, row: number, suffix: string, closer: string): void {
    out.text(this.#headOf(suffix));
    bytes.write(out, row);
    out.text(closer);
  }

  /** Begins a line of a sample that has none. */
  bare(out: PayloadWriter, bytes: RowBytes, row: number, suffix: string): void {
    out.text(this.#headOf(suffix));
    bytes.write(out, row, 0, 1);
    out.text(!this.#isQuoted && bytes.lengthOf(row) === 1 ? " " : "} ");
  }

  #headOf(suffix: string): string {
    let head = this.#heads.get(suffix);
    if (head === undefined) {
      head = lineHead(familyNameOf(this.#metric) + suffix);
      this.#heads.set(suffix, head);
    }
    return head;
  }
}

/** What ends a line whose own label is a number: in the text formats, and in OpenMetrics. */
export interface Closers {
  readonly text: readonly string[];
  readonly openMetrics: readonly string[];
}

export function closersOf(label: string, bounds: readonly number[]): Closers {
  const spelt = (spell: (bound: number) => string) =>
    bounds.map((bound) => closerOf(label, spell(bound)));
  return {
    text: spelt((bound) => numberText(bound)),
    openMetrics: spelt((bound) => openMetricsText(bound)),
  };
}

export function closerOf(label: string, value: string): string {
  return `${labelText(label, value)}} `;
}
