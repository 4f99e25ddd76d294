import { familyNameOf } from "../construct/index.js";
import type { Exemplar, Series } from "../exposition/index.js";
import type { Metric } from "../registry/index.js";
import { longer } from "./columns.js";
import type { Context } from "./keeper.js";
import { ObserverKeeper } from "./observer.js";
import { QuantileWindow } from "./quantile-window.js";
import { type Closers, CompositeLines, closersOf } from "./write/composite-lines.js";
import type { PayloadWriter } from "./write/payload-writer.js";
import { writeCount, writeTime, writeValue } from "./write/write-value.js";

export class SummaryKeeper extends ObserverKeeper {
  readonly #quantiles: readonly number[];
  /** By row. */
  #counts = new Float64Array(0);
  #sums = new Float64Array(0);
  /** By row, where there are quantiles and something was observed. */
  readonly #windows: (QuantileWindow | undefined)[] = [];
  readonly #lines: CompositeLines;
  readonly #closers: Closers;

  constructor(metric: Metric, context: Context) {
    super(metric, context);
    this.#quantiles = metric.quantiles ?? [];
    this.#lines = new CompositeLines(metric);
    this.#closers = closersOf("quantile", this.#quantiles);
  }

  override record(row: number, value: number): void {
    this.#counts[row]! += 1;
    this.#sums[row]! += value;
    if (this.#quantiles.length === 0) return;
    const { now, window } = this.context;
    let observed = this.#windows[row];
    if (observed === undefined) {
      observed = new QuantileWindow(window);
      this.#windows[row] = observed;
    }
    observed.add(value, now());
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
      this.#valuesOf(row).forEach((value, at) => {
        lines.own(out, bytes, row, "", closers[at]!);
        writeValue(out, value, openMetrics);
        out.endLine();
      });
      lines.bare(out, bytes, row, "_sum");
      writeValue(out, this.#sums[row]!, openMetrics);
      out.endLine();
      lines.bare(out, bytes, row, "_count");
      writeCount(out, this.#counts[row]!, openMetrics);
      out.endLine();
      if (!isTimed) continue;
      lines.bare(out, bytes, row, "_created");
      writeTime(out, this.created[row]!);
      out.endLine();
    }
  }

  /** A summary has no place for exemplars. */
  protected override keep(_row: number, _exemplar: Exemplar): void {}

  protected override grow(rows: number): void {
    this.#counts = longer(this.#counts, rows);
    this.#sums = longer(this.#sums, rows);
  }

  protected override clear(row: number): void {
    this.#counts[row] = 0;
    this.#sums[row] = 0;
    this.#windows[row] = undefined;
  }

  protected override point(row: number): Pick<Series<unknown>, "value"> {
    const values = this.#valuesOf(row);
    const quantiles = this.#quantiles.map((quantile, at) =>
      Object.freeze({ quantile, value: values[at]! }),
    );
    const [count, sum] = [this.#counts[row], this.#sums[row]];
    return { value: Object.freeze({ count, sum, quantiles: Object.freeze(quantiles) }) };
  }

  /** The quantiles of what was observed of late; NaN where that is nothing. */
  #valuesOf(row: number): readonly number[] {
    if (this.#quantiles.length === 0) return this.#quantiles;
    const nothing = () => this.#quantiles.map(() => Number.NaN);
    return this.#windows[row]?.quantiles(this.#quantiles, this.context.now()) ?? nothing();
  }
}
