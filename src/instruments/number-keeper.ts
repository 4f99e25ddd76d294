// Instruments whose series are one number each.

import { familyNameOf } from "../construct/index.js";
import { encodeText, type Series } from "../exposition/index.js";
import type { Metric } from "../registry/index.js";
import { isBounded, isWithinBounds } from "./amount.js";
import { longer } from "./columns.js";
import { Exemplars } from "./exemplars.js";
import { type Context, Keeper } from "./keeper.js";
import { labelWriter, lineHead, lineStart, sampleNameOf } from "./write/family-text.js";
import type { PayloadWriter } from "./write/payload-writer.js";
import { writeTime, writeValue } from "./write/write-value.js";
import { type WriteRows, WrittenBlocks, writeAll } from "./write/written-blocks.js";

export abstract class NumberKeeper extends Keeper {
  /** By row. */
  values = new Float64Array(0);
  /** Whether the registry bounds the values, so that each is judged. */
  readonly bounded: boolean;
  protected readonly exemplars = new Exemplars();
  protected readonly beginsAlone: boolean;
  /** What was written at the scrape before, by kind of payload. */
  readonly #blocks = new Map<string, WrittenBlocks>();
  readonly #sampleName: string;
  /** Length of the begin of a line that is another where a creation time follows. */
  readonly #headLength: number;
  readonly #timeHead: string;
  readonly #labelsText: (texts: readonly string[]) => string;

  constructor(metric: Metric, context: Context) {
    super(metric, context);
    this.bounded = isBounded(metric);
    this.beginsAlone = metric.type !== "info" && isWithinBounds(metric, 0);
    this.#sampleName = sampleNameOf(metric);
    this.#headLength = encodeText(lineHead(this.#sampleName)).length;
    this.#labelsText = labelWriter(metric);
    this.#timeHead = lineHead(`${familyNameOf(metric)}_created`);
  }

  override get hasPlainExemplars(): boolean {
    return this.exemplars.arePlain;
  }

  override write(out: PayloadWriter, openMetrics: boolean): void {
    const { index, exemplars } = this;
    if (index.size === 0) return;
    out.text(this.header(openMetrics, this.#sampleName));
    const write: WriteRows = (...rows) => this.#writeRows(out, openMetrics, ...rows);
    // Exemplars change without the value they are of.
    if (openMetrics && exemplars.size > 0) writeAll(out, index.rows, write);
    else this.#blocksOf(`${out.kind} ${openMetrics}`).write(out, this, index.rows, write);
  }

  #writeRows(
    out: PayloadWriter,
    openMetrics: boolean,
    from: number,
    to: number,
    mayStop: boolean,
  ): number {
    const { bytes, exemplars, values } = this;
    const isTimed = openMetrics && this.isTimed;
    const textOf = (texts: readonly string[]) =>
      lineStart(this.#sampleName, this.#labelsText(texts));
    let row = from;
    for (; row < to && !(mayStop && out.isFull); row++) {
      if (!this.hasBytes(row, textOf)) continue;
      bytes.write(out, row);
      writeValue(out, values[row]!, openMetrics);
      if (openMetrics) exemplars.write(out, row);
      out.endLine();
      if (!isTimed) continue;
      out.text(this.#timeHead);
      bytes.write(out, row, this.#headLength);
      writeTime(out, this.created[row]!);
      out.endLine();
    }
    return row;
  }

  #blocksOf(kind: string): WrittenBlocks {
    let blocks = this.#blocks.get(kind);
    if (blocks === undefined) {
      blocks = new WrittenBlocks();
      this.#blocks.set(kind, blocks);
    }
    return blocks;
  }

  protected override grow(rows: number): void {
    this.values = longer(this.values, rows);
  }

  protected override clear(row: number): void {
    this.values[row] = 0;
    this.exemplars.delete(row);
  }

  protected override point(row: number): Pick<Series<unknown>, "value" | "exemplar"> {
    const exemplar = this.exemplars.at(row);
    return { value: this.values[row], ...(exemplar !== undefined && { exemplar }) };
  }
}
