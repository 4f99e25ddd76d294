// What a line says before its value: the name of the sample and its labels. Most lines repeat what the one before says. That is copied
// from there, as much at a time as there is, and only what differs is written.

import { quote } from "../../diagnostics/index.js";
import { isPlainName } from "../escape-name.js";
import { BRACE_CLOSE, COMMA, QUOTE } from "../grammar.js";
import type { Labels, MetricFamily } from "../model.js";
import { ownLabelOf } from "../samples-of.js";
import type { ByteWriter } from "./byte-writer.js";
import { refuseKind } from "./losses.js";
import { type LabelNames, nameText } from "./names.js";
import { numberText, openMetricsText } from "./write-number.js";

export class SeriesWriter {
  readonly #out: ByteWriter;
  readonly #spell: (value: number) => string;
  readonly #labelNames: LabelNames;
  #name = "";
  #ownLabel = "";
  #ownKey = "";
  /** The family's own label, by bound. */
  readonly #bounds = new Map<number, string>();
  // The line before: where it and its labels begin, what its name ends in where it can be copied, and its labels by their place. Where
  // they begin, where their values do and where they end is told from the first byte of all on.
  #lineAt = 0;
  #labelsAt = 0;
  #suffix: string | undefined;
  #labels: Labels | undefined;
  #count = 0;
  readonly #names: string[] = [];
  readonly #values: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(out: ByteWriter, openMetrics: boolean, labelNames: LabelNames) {
    this.#out = out;
    this.#spell = openMetrics ? openMetricsText : numberText;
    this.#labelNames = labelNames;
  }

  /** Begins a family: nothing of the one before is copied. */
  begin(family: MetricFamily): void {
    this.#name = family.name;
    this.#ownLabel = ownLabelOf(family);
    this.#ownKey = this.#ownLabel === "" ? "" : `${nameText(this.#ownLabel, true)}="`;
    this.#suffix = undefined;
    this.#labels = undefined;
    this.#count = 0;
  }

  /** Writes a sample up to its value. Throws PromschemaError for a label that no payload can hold. */
  write(suffix: string, labels: Labels, own: number | string | undefined): void {
    const out = this.#out;
    const lineAt = out.at;
    const before = this.#labelsAt;
    let copied = this.#lineAt;
    let labelsAt = lineAt + before - copied;
    if (suffix !== this.#suffix) {
      this.#writeHead(suffix);
      copied = before;
      labelsAt = out.at;
    }
    if (labels === this.#labels) out.repeat(copied, before + (this.#ends[this.#count - 1] ?? 0));
    else this.#writeLabels(labels, copied, labelsAt);
    this.#lineAt = lineAt;
    this.#labelsAt = labelsAt;
    if (own !== undefined) this.#writeOwn(own);
    else if (this.#count === 0) this.#closeEmpty();
    else out.byte(BRACE_CLOSE);
  }

  /** The name and what stands between it and the first label. A name in quotes stands in the braces. */
  #writeHead(suffix: string): void {
    const name = this.#name + suffix;
    const text = nameText(name);
    this.#out.raw(isPlainName(name) ? `${text}{` : `{${text},`);
    this.#suffix = suffix;
  }

  /** Writes the labels, and what stands in the line before from `copied` to the first that differs. */
  #writeLabels(labels: Labels, copied: number, labelsAt: number): void {
    const out = this.#out;
    const names = this.#names;
    const values = this.#values;
    const starts = this.#starts;
    const ends = this.#ends;
    const known = this.#count;
    const before = this.#labelsAt;
    let from = copied;
    /** Where the label at hand began in the line before, and how much further on it does now. */
    let began = 0;
    let shift = 0;
    let index = 0;
    for (const label in labels) {
      const value = labels[label]!;
      const isKnown = index < known && names[index] === label;
      const ended = index < known ? ends[index]! : began;
      if (isKnown && values[index] === value) {
        if (shift !== 0) {
          starts[index] = starts[index]! + shift;
          ends[index] = ended + shift;
        }
      } else {
        if (isKnown) out.repeat(from, before + starts[index]!);
        else {
          out.repeat(from, before + began);
          if (index > 0) out.byte(COMMA);
          const written = this.#labelNames.written(label, this.#name, this.#ownLabel);
          out.raw(`${nameText(written, true)}="`);
          names[index] = label;
        }
        if (typeof value !== "string") this.#refuse(label, value);
        starts[index] = out.at - labelsAt;
        out.escaped(value);
        out.byte(QUOTE);
        values[index] = value;
        const end = out.at - labelsAt;
        ends[index] = end;
        shift = end - ended;
        from = before + ended;
      }
      began = ended;
      index++;
    }
    out.repeat(from, before + began);
    this.#labels = labels;
    this.#count = index;
  }

  #refuse(label: string, value: unknown): never {
    refuseKind(this.#name, `label ${quote(label)}`, value, "a text");
  }

  #writeOwn(own: number | string): void {
    const out = this.#out;
    if (this.#count > 0) out.byte(COMMA);
    if (typeof own === "number") {
      // 0 and -0 are one key.
      let text = own === 0 ? undefined : this.#bounds.get(own);
      if (text === undefined) {
        text = `${this.#spell(own)}"}`;
        this.#bounds.set(own, text);
      }
      out.raw(this.#ownKey);
      out.raw(text);
    } else {
      if (typeof own !== "string") this.#refuse(this.#ownLabel, own);
      out.raw(this.#ownKey);
      out.escaped(own);
      out.byte(QUOTE);
      out.byte(BRACE_CLOSE);
    }
  }

  /** Takes back what opened the labels, as there are none: so the line is nothing to copy the next one's head from. */
  #closeEmpty(): void {
    const out = this.#out;
    out.at--;
    if (!isPlainName(this.#name + this.#suffix)) out.byte(BRACE_CLOSE);
    this.#suffix = undefined;
  }
}
