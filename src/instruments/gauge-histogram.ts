import { readHistogram } from "../construct/index.js";
import {
  type HistogramValue,
  numberText,
  openMetricsText,
  type Series,
} from "../exposition/index.js";
import type { Metric } from "../registry/index.js";
import { exemplarText, isPlainExemplar } from "./exemplars.js";
import { Bound, type Context, Keeper } from "./keeper.js";
import { CompositeLines, closerOf } from "./write/composite-lines.js";
import type { PayloadWriter } from "./write/payload-writer.js";
import { writeCount, writeValue } from "./write/write-value.js";

/** The sum and the count, which the text formats write as series beside the buckets. */
const besides = 2;

export class GaugeHistogramKeeper extends Keeper {
  protected readonly beginsAlone = true;
  /** By row, where it was set. */
  readonly #values: (HistogramValue | undefined)[] = [];
  readonly #nothing: HistogramValue;
  readonly #lines: CompositeLines;

  constructor(metric: Metric, context: Context) {
    const nothing = readHistogram(metric, [], []);
    super(metric, context, nothing.buckets.length + besides);
    this.#nothing = nothing;
    this.#lines = new CompositeLines(metric);
  }

  override get hasPlainExemplars(): boolean {
    return this.#values.every(
      (value) =>
        value?.buckets.every(
          ({ exemplar }) => exemplar === undefined || isPlainExemplar(exemplar),
        ) !== false,
    );
  }

  set(labels: unknown, value: unknown): void {
    const { index } = this;
    this.setCarefully(
      value,
      () => index.find(labels),
      () => index.rowOf(labels),
    );
  }

  setCarefully(given: unknown, find: () => number, enter: () => number): void {
    const { metric, context, index } = this;
    context.guard.run(() => {
      const value = readHistogram(metric, given, []);
      const before = index.weight;
      // Where no buckets are declared, a series may have more of them than another.
      const weight = Math.max(before, value.buckets.length + besides);
      if (weight > before) index.weigh(weight);
      try {
        const row = find();
        this.#values[row < 0 ? enter() : row] = value;
      } catch (error) {
        index.weight = before;
        throw error;
      }
    });
  }

  labels(labels: unknown): BoundGaugeHistogram {
    return this.handle(this.read(labels));
  }

  override handle(labels: unknown): BoundGaugeHistogram {
    return new BoundGaugeHistogram(this, labels);
  }

  override write(out: PayloadWriter, openMetrics: boolean): void {
    if (this.index.size === 0) return;
    const { name } = this.metric;
    if (openMetrics) out.text(this.header(true, name));
    // In the text formats each sample name is a family of gauges.
    const passes = openMetrics ? [partSuffixes] : partSuffixes.map((suffix) => [suffix]);
    for (const suffixes of passes) {
      if (!openMetrics && !this.#hasPart(suffixes[0]!)) continue;
      if (!openMetrics) out.text(this.header(false, name + suffixes[0]!));
      this.#writeParts(out, openMetrics, suffixes);
    }
  }

  protected override grow(): void {}

  protected override clear(row: number): void {
    this.#values[row] = undefined;
  }

  protected override point(row: number): Pick<Series<unknown>, "value"> {
    return { value: this.#values[row] ?? this.#nothing };
  }

  #hasPart(suffix: string): boolean {
    if (suffix === "_bucket") return true;
    const { index } = this;
    for (let row = 0; row < index.rows; row++) {
      if (!index.has(row)) continue;
      if ((this.#values[row] ?? this.#nothing).sum !== undefined) return true;
    }
    return false;
  }

  #writeParts(out: PayloadWriter, openMetrics: boolean, suffixes: readonly string[]): void {
    const { index, bytes } = this;
    const lines = this.#lines;
    const spell = openMetrics ? openMetricsText : numberText;
    const textOf = (texts: readonly string[]) => lines.textOf(texts);
    for (let row = 0; row < index.rows; row++) {
      out.rest();
      if (!this.hasBytes(row, textOf)) continue;
      const { buckets, sum, count } = this.#values[row] ?? this.#nothing;
      if (suffixes.includes("_bucket")) {
        for (const { upperBound, count: within, exemplar } of buckets) {
          lines.own(out, bytes, row, "_bucket", closerOf("le", spell(upperBound)));
          writeCount(out, within, openMetrics);
          if (openMetrics && exemplar !== undefined) out.text(exemplarText(exemplar));
          out.endLine();
        }
      }
      // Both or neither.
      if (sum === undefined || count === undefined) continue;
      if (suffixes.includes("_gsum")) {
        lines.bare(out, bytes, row, "_gsum");
        writeValue(out, sum, openMetrics);
        out.endLine();
      }
      if (suffixes.includes("_gcount")) {
        lines.bare(out, bytes, row, "_gcount");
        writeCount(out, count, openMetrics);
        out.endLine();
      }
    }
  }
}

/** Names of the samples, in the order in which they are written. */
const partSuffixes = ["_bucket", "_gsum", "_gcount"];

class BoundGaugeHistogram extends Bound<GaugeHistogramKeeper> {
  set(value: unknown, more?: unknown): void {
    const isLabels = this.isGivenLabels(value) && more !== undefined;
    if (isLabels) this.owner.set(value, more);
    else
      this.owner.setCarefully(
        value,
        () => this.find(),
        () => this.enter(),
      );
  }
}
