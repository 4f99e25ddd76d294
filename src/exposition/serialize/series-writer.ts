// Blocks into lines. Series of a family mostly share label names and many values with the one before, and the samples of a series share all its
// labels: both are copied as bytes from where they were written last, and only what differs is written anew.

import { printable, quote } from "../../diagnostics/index.js";
import { BRACE_CLOSE, COMMA, isPlainName, LF, QUOTE, SPACE } from "../grammar.js";
import type {
  Bucket,
  Exemplar,
  HistogramValue,
  Labels,
  Series,
  StatesetValue,
  SummaryValue,
} from "../model.js";
import { type ByteWriter, bytesOf } from "./byte-writer.js";
import type { CreatedTimes } from "./created.js";
import { checkWellFormed, escapeQuoted, type LabelNames, labelKey } from "./label-names.js";
import type { LossLog } from "./losses.js";
import type { Block, Part } from "./plan.js";
import { refuseModel } from "./unwritable.js";
import {
  fitsInt64,
  floatText,
  writeCount,
  writeFloat,
  writeMilliseconds,
  writeSeconds,
} from "./write-number.js";

/** What a sample line begins with: the name, and what opens the labels. */
interface Head {
  /** With labels to follow. */
  readonly open: Uint8Array;
  readonly alone: Uint8Array;
}

interface WritablePart extends Part {
  readonly head: Head;
  readonly foreignHead: Head | undefined;
}

const exemplarMark = bytesOf(" # {");

export interface WriterOptions {
  readonly openMetrics: boolean;
  readonly names: LabelNames;
  readonly created: CreatedTimes;
  readonly losses: LossLog | undefined;
}

export class SeriesWriter {
  readonly #out: ByteWriter;
  readonly #openMetrics: boolean;
  readonly #names: LabelNames;
  readonly #created: CreatedTimes["times"];
  readonly #losses: LossLog | undefined;
  #block: Block | undefined;

  // The labels written last: whose, where, and where each value is, from the start of them.
  #labels: Labels | undefined;
  #labelNames: readonly string[] = [];
  #values: string[] = [];
  #starts: number[] = [];
  #ends: number[] = [];
  #from = 0;
  #to = 0;

  /** Timestamp of the series under way; NaN for none. */
  #timestamp = Number.NaN;
  /** Bounds and quantiles as they were written last, by their place: `le="0.5"} `. */
  #bounds: number[] = [];
  #boundTexts: Uint8Array[] = [];
  #boundsFollowLabels = false;

  constructor(out: ByteWriter, options: WriterOptions) {
    this.#out = out;
    this.#openMetrics = options.openMetrics;
    this.#names = options.names;
    this.#created = options.created.times;
    this.#losses = options.losses;
  }

  write(block: Block): void {
    this.#enter(block);
    this.#metadata(block);
    const parts = block.parts.map(
      (part): WritablePart => ({
        ...part,
        head: headOf(part.name),
        foreignHead: part.foreignName === undefined ? undefined : headOf(part.foreignName),
      }),
    );
    const out = this.#out;
    for (const series of block.series) {
      this.#takeTimestamp(series);
      for (const part of parts) this.#part(part, series);
      out.done++;
    }
  }

  #enter(block: Block): void {
    this.#names.enter(block);
    this.#block = block;
    this.#labels = undefined;
    this.#labelNames = [];
    this.#bounds = [];
  }

  // ---- metadata

  #metadata({ metric, name, type, help, unit }: Block): void {
    const written = isPlainName(name) ? name : `"${escapeQuoted(name)}"`;
    checkWellFormed(name, "metric name", metric);
    const out = this.#out;
    if (help !== undefined && help !== "") {
      out.raw(bytesOf(`# HELP ${written} `));
      if (this.#openMetrics) out.escaped(help);
      else out.escapedHelp(this.#trimmed(help));
      out.byte(LF);
    }
    out.raw(bytesOf(`# TYPE ${written} ${type}\n`));
    if (unit !== undefined) out.raw(bytesOf(`# UNIT ${written} ${unit}\n`));
  }

  /** Blanks before the text belong to the line, in the text formats. */
  #trimmed(help: string): string {
    const trimmed = help.replace(/^[ \t]+/, "");
    if (trimmed !== help) {
      this.#lose(
        "help",
        "blanks before the description of METRIC are left out: the text formats skip them",
      );
    }
    return trimmed;
  }

  // ---- samples

  #part(part: WritablePart, series: Series<unknown>): void {
    switch (part.kind) {
      case "value":
        this.#value(part, series);
        break;
      case "bucket":
        this.#buckets(part, series);
        break;
      case "quantile":
        this.#quantiles(part, series);
        break;
      case "foreign":
        this.#foreign(part, series);
        break;
      case "sum":
        this.#sum(part, series);
        break;
      case "count":
        this.#count(part, series);
        break;
      case "state":
        this.#states(part, series);
        break;
      default:
        this.#createdSample(part, series);
    }
  }

  #value(part: WritablePart, series: Series<unknown>): void {
    const { value } = series;
    if (typeof value !== "number") {
      // A reader makes a counter without value from a creation time that stands alone.
      if (value === undefined && series.created !== undefined) return;
      this.#refuseValue(value, "a number", series);
    }
    this.#start(part.head, series.labels, false);
    this.#closeLabels();
    writeFloat(this.#out, value, this.#openMetrics);
    this.#end(part, series.exemplar, series);
  }

  #buckets(part: WritablePart, series: Series<unknown>): void {
    const { buckets } = this.#distribution(series);
    for (let index = 0; index < buckets.length; index++) {
      const bucket = buckets[index]!;
      if (Number.isNaN(bucket.upperBound))
        this.#foreignSample(part.foreignHead, part, bucket.count, series);
      else this.#bucket(part, bucket, index, series);
    }
  }

  #bucket(part: WritablePart, bucket: Bucket, index: number, series: Series<unknown>): void {
    const { count } = bucket;
    if (typeof count !== "number") this.#refuseValue(count, "a bucket's count", series);
    this.#start(part.head, series.labels, true);
    this.#bound("le", bucket.upperBound, index, series);
    writeCount(this.#out, count, this.#openMetrics);
    this.#end(part, bucket.exemplar, series);
  }

  #quantiles(part: WritablePart, series: Series<unknown>): void {
    const { quantiles } = this.#summary(series);
    for (let index = 0; index < quantiles.length; index++) {
      const { quantile, value } = quantiles[index]!;
      if (typeof value !== "number") this.#refuseValue(value, "a quantile's value", series);
      if (Number.isNaN(quantile)) {
        this.#foreignSample(part.foreignHead, part, value, series);
        continue;
      }
      this.#start(part.head, series.labels, true);
      this.#bound("quantile", quantile, index, series);
      writeFloat(this.#out, value, this.#openMetrics);
      this.#end(part, undefined, series);
    }
  }

  /** Buckets and quantiles without a bound, which a reader makes from samples under the name of the family itself. */
  #foreign(part: WritablePart, series: Series<unknown>): void {
    const { buckets = [], quantiles = [] } = series.value as Partial<HistogramValue & SummaryValue>; // of one of the two
    for (const { upperBound, count } of buckets) {
      if (Number.isNaN(upperBound)) this.#foreignSample(part.head, part, count, series);
    }
    for (const { quantile, value } of quantiles) {
      if (Number.isNaN(quantile)) this.#foreignSample(part.head, part, value, series);
    }
  }

  #foreignSample(
    head: Head | undefined,
    part: WritablePart,
    value: number,
    series: Series<unknown>,
  ): void {
    if (head === undefined) return;
    if (typeof value !== "number") this.#refuseValue(value, "a number", series);
    this.#start(head, series.labels, false);
    this.#closeLabels();
    writeFloat(this.#out, value, this.#openMetrics);
    this.#end(part, undefined, series);
  }

  #sum(part: WritablePart, series: Series<unknown>): void {
    const { sum } = series.value as { readonly sum?: number }; // histograms and summaries alone have this part
    if (sum === undefined) return;
    if (typeof sum !== "number") this.#refuseValue(sum, "a sum", series);
    this.#start(part.head, series.labels, false);
    this.#closeLabels();
    writeFloat(this.#out, sum, this.#openMetrics);
    this.#end(part, undefined, series);
  }

  #count(part: WritablePart, series: Series<unknown>): void {
    const { count } = series.value as { readonly count?: number }; // histograms and summaries alone have this part
    if (count === undefined) return;
    if (typeof count !== "number") this.#refuseValue(count, "a count", series);
    this.#start(part.head, series.labels, false);
    this.#closeLabels();
    writeCount(this.#out, count, this.#openMetrics);
    this.#end(part, undefined, series);
  }

  #states(part: WritablePart, series: Series<unknown>): void {
    const { value } = series;
    if (!Array.isArray(value)) this.#refuseValue(value, "a list of states", series);
    const out = this.#out;
    const key = labelKey(this.#block?.writtenOwnLabel ?? "");
    for (const { state, enabled } of value as StatesetValue) {
      this.#start(part.head, series.labels, true);
      if (this.#labelNames.length !== 0) out.byte(COMMA);
      out.raw(key);
      out.escaped(state);
      out.byte(QUOTE);
      out.byte(BRACE_CLOSE);
      out.byte(SPACE);
      writeFloat(out, enabled ? 1 : 0, this.#openMetrics);
      this.#end(part, undefined, series);
    }
  }

  #createdSample(part: WritablePart, series: Series<unknown>): void {
    const created = series.created ?? this.#created.get(series);
    if (created === undefined) return;
    this.#start(part.head, series.labels, false);
    this.#closeLabels();
    if (Number.isFinite(created)) writeSeconds(this.#out, created);
    else writeFloat(this.#out, created, true);
    this.#end(part, undefined, series);
  }

  #distribution(series: Series<unknown>): HistogramValue {
    const value = series.value as HistogramValue | undefined; // checked in the next line
    if (!Array.isArray(value?.buckets)) this.#refuseValue(value, "a histogram's buckets", series);
    return value;
  }

  #summary(series: Series<unknown>): SummaryValue {
    const value = series.value as SummaryValue | undefined; // checked in the next line
    if (!Array.isArray(value?.quantiles)) this.#refuseValue(value, "a summary's quantiles", series);
    return value;
  }
}
