import { familyNameOf } from "../construct/index.js";
import type { Bucket, Exemplar, Series } from "../exposition/index.js";
import type { Metric } from "../registry/index.js";
import { longer } from "./columns.js";
import { Exemplars } from "./exemplars.js";
import type { Context } from "./keeper.js";
import { ObserverKeeper } from "./observer.js";
import { type Closers, CompositeLines, closersOf } from "./write/composite-lines.js";
import type { PayloadWriter } from "./write/payload-writer.js";
import { writeCount, writeTime, writeValue } from "./write/write-value.js";

export class HistogramKeeper extends ObserverKeeper {
  /** Upper bounds, rising, without that of the last bucket, which has none. */
  readonly #bounds: Float64Array;
  /** Buckets of a row. */
  readonly #width: number;
  /** By row and bucket: how many observations are in it and in none before it. */
  #counts = new Float64Array(0);
  /** By row. */
  #sums = new Float64Array(0);
  /** By row: whether something below zero was observed. Then the sum fell. */
  #fell = new Uint8Array(0);
  readonly #exemplars = new Exemplars();
  readonly #lines: CompositeLines;
  readonly #closers: Closers;

  constructor(metric: Metric, context: Context) {
    super(metric, context);
    const bounds = metric.buckets ?? context.defaultBuckets;
    this.#bounds = Float64Array.from(bounds);
    this.#width = bounds.length + 1;
    this.#lines = new CompositeLines(metric);
    this.#closers = closersOf("le", [...bounds, Infinity]);
  }

  override get hasPlainExemplars(): boolean {
    return this.#exemplars.arePlain;
  }

  override record(row: number, value: number): void {
    this.#counts[row * this.#width + this.#bucketOf(value)]! += 1;
    this.#sums[row]! += value;
    if (value < 0) this.#fell[row] = 1;
  }

  override write(out: PayloadWriter, openMetrics: boolean): void {
    const { index, bytes } = this;
    if (index.size === 0) return;
    const lines = this.#lines;
    const closers = openMetrics ? this.#closers.openMetrics : this.#closers.text;
    const isTimed = openMetrics && this.isTimed;
    out.text(this.header(openMetrics, familyNameOf(this.metric)));
    const textOf = (texts: readonly string[]) => lines.textOf(texts);
    for (let row = 0; row < index.rows; row++) {
      out.rest();
      if (!this.hasBytes(row, textOf)) continue;
      const first = row * this.#width;
      let count = 0;
      for (let at = 0; at < closers.length; at++) {
        count += this.#counts[first + at]!;
        lines.own(out, bytes, row, "_bucket", closers[at]!);
        writeCount(out, count, openMetrics);
        if (openMetrics) this.#exemplars.write(out, first + at);
        out.endLine();
      }
      if (!(openMetrics && this.#isBare(row))) {
        lines.bare(out, bytes, row, "_sum");
        writeValue(out, this.#sums[row]!, openMetrics);
        out.endLine();
        lines.bare(out, bytes, row, "_count");
        writeCount(out, count, openMetrics);
        out.endLine();
      }
      if (!isTimed) continue;
      lines.bare(out, bytes, row, "_created");
      writeTime(out, this.created[row]!);
      out.endLine();
    }
  }

  protected override keep(row: number, exemplar: Exemplar): void {
    this.#exemplars.set(row * this.#width + this.#bucketOf(exemplar.value), exemplar);
  }

  protected override grow(rows: number): void {
    this.#counts = longer(this.#counts, rows * this.#width);
    this.#sums = longer(this.#sums, rows);
    const fell = new Uint8Array(rows);
    fell.set(this.#fell);
    this.#fell = fell;
  }

  protected override clear(row: number): void {
    const first = row * this.#width;
    this.#counts.fill(0, first, first + this.#width);
    this.#sums[row] = 0;
    this.#fell[row] = 0;
    for (let at = 0; at < this.#width; at++) this.#exemplars.delete(first + at);
  }

  protected override point(row: number, openMetrics: boolean): Pick<Series<unknown>, "value"> {
    const first = row * this.#width;
    let count = 0;
    const buckets = [...this.#bounds, Infinity].map((upperBound, at): Bucket => {
      count += this.#counts[first + at]!;
      const exemplar = this.#exemplars.at(first + at);
      return Object.freeze({ upperBound, count, ...(exemplar !== undefined && { exemplar }) });
    });
    const whole = openMetrics && this.#isBare(row) ? {} : { count, sum: this.#sums[row] };
    return { value: Object.freeze({ ...whole, buckets: Object.freeze(buckets) }) };
  }

  /** Whether OpenMetrics takes no sum, and so no count: what may fall is no counter (OpenMetrics 1.0, section 5.3). */
  #isBare(row: number): boolean {
    return this.#fell[row] === 1 || this.#bounds[0]! < 0;
  }

  #bucketOf(value: number): number {
    const bounds = this.#bounds;
    const { length } = bounds;
    let at = 0;
    while (at < length && value > bounds[at]!) at++;
    return at;
  }
}
