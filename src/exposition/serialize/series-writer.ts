// What a line says before its value: the name of the sample and its labels. Most lines repeat what the one before says. That is copied
// from there, as much at a time as there is, and only what differs is written.

import { quote } from "../../diagnostics/index.js";
import { BRACE_CLOSE, COMMA } from "../grammar.js";
import type { Labels, MetricFamily } from "../model.js";
import { ownLabelOf } from "../samples-of.js";
import type { ByteWriter } from "./byte-writer.js";
import { mustBe } from "./losses.js";
import { type LabelName, nameText } from "./names.js";
import { numberText, openMetricsText } from "./write-number.js";

/** Writes the samples of one family after the other, up to their values. Throws PromschemaError for a label that no payload can hold. */
export interface SeriesWriter {
  /** Begins a family: nothing that was written before is copied. */
  readonly begin: (family: MetricFamily) => void;
  readonly write: (suffix: string, labels: Labels, own: number | string | undefined) => void;
}

export function seriesWriter(
  out: ByteWriter,
  openMetrics: boolean,
  labelName: LabelName,
): SeriesWriter {
  const spell = openMetrics ? openMetricsText : numberText;
  let name = "";
  let ownLabel = "";
  /** The family's own label, by bound. */
  const bounds = new Map<number, string>();
  // The line before: where it and its labels begin, what its name ends in where it can be copied, and its labels by their place. Where
  // each of them ends is told from where all begin; where its value begins, from where the label before ends.
  let lineAt = 0;
  let labelsAt = 0;
  let suffix: string | undefined;
  let labels: Labels | undefined;
  let end = 0;
  const names: string[] = [];
  const values: string[] = [];
  const keys: number[] = [];
  const ends: number[] = [];

  return {
    begin(family) {
      name = family.name;
      ownLabel = ownLabelOf(family);
      bounds.clear();
      suffix = undefined;
      labels = undefined;
      end = 0;
      names.length = 0;
    },
    write(nextSuffix, nextLabels, own) {
      const nextLineAt = out.at;
      let copied = lineAt;
      let nextLabelsAt = nextLineAt + labelsAt - lineAt;
      if (nextSuffix !== suffix) {
        const text = nameText(name + nextSuffix);
        // A name in quotes stands in the braces.
        out.raw(text.startsWith('"') ? `{${text},` : `${text}{`);
        suffix = nextSuffix;
        copied = labelsAt;
        nextLabelsAt = out.at;
      }
      if (nextLabels === labels) out.repeat(copied, labelsAt + end);
      else writeLabels(nextLabels, copied, nextLabelsAt);
      lineAt = nextLineAt;
      labelsAt = nextLabelsAt;
      if (own !== undefined) writeOwn(own);
      else if (end > 0) out.byte(BRACE_CLOSE);
      else closeEmpty();
    },
  };

  /** Writes the labels, and what stands in the line before from `copied` to the first that differs. */
  function writeLabels(next: Labels, copied: number, nextLabelsAt: number): void {
    const before = labelsAt;
    let from = copied;
    /** Where the label at hand begins in the line before, and how much further on it does in this one. */
    let began = 0;
    let shift = 0;
    let index = 0;
    for (const label in next) {
      const value = next[label]!;
      const isKnown = names[index] === label;
      const ended = index < names.length ? ends[index]! : began;
      if (isKnown && values[index] === value) {
        if (shift !== 0) ends[index] = ended + shift;
      } else {
        if (isKnown) out.repeat(from, before + began + keys[index]!);
        else {
          out.repeat(from, before + began);
          const at = out.at;
          if (index > 0) out.byte(COMMA);
          out.raw(keyText(labelName(label, name, ownLabel)));
          names[index] = label;
          keys[index] = out.at - at;
        }
        if (typeof value !== "string") mustBe("string", value, name, `label ${quote(label)}`);
        out.escaped(value);
        values[index] = value;
        const nextEnd = out.at - nextLabelsAt;
        ends[index] = nextEnd;
        shift = nextEnd - ended;
        from = before + ended;
      }
      began = ended;
      index++;
    }
    out.repeat(from, before + began);
    labels = next;
    end = began + shift;
    if (index < names.length) names.length = index;
  }

  function writeOwn(own: number | string): void {
    if (end > 0) out.byte(COMMA);
    if (typeof own !== "number") {
      out.raw(keyText(ownLabel));
      out.escaped(own);
      out.byte(BRACE_CLOSE);
      return;
    }
    // 0 and -0 are one key.
    let text = own === 0 ? undefined : bounds.get(own);
    if (text === undefined) {
      text = `${keyText(ownLabel)}${spell(own)}"}`;
      bounds.set(own, text);
    }
    out.raw(text);
  }

  /** Takes back what opened the labels, as there are none: so the line is nothing to copy the next one's head from. */
  function closeEmpty(): void {
    out.at--;
    if (out.bytes[out.at] === COMMA) out.byte(BRACE_CLOSE);
    suffix = undefined;
  }
}

function keyText(label: string): string {
  return `${nameText(label, true)}="`;
}
