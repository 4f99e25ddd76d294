import { printable, quote } from "../../diagnostics/index.js";
import { type EscapingScheme, escapeName, isPlainName } from "../escape-name.js";
import { BRACE_CLOSE, BRACE_OPEN, COMMA, LF, QUOTE, SPACE } from "../grammar.js";
import type { Exemplar, Labels, MetricFamily, Series } from "../model.js";
import { ownLabelOf, walkSamples } from "../samples-of.js";
import { type ByteWriter, escapeText } from "./byte-writer.js";
import { type Lose, noPlace, refuse } from "./losses.js";
import { countText, millisecondsText, numberText, openMetricsText } from "./write-number.js";

/** Writes a family that the format has. Nothing of it is renamed but labels. */
export function writeFamily(
  family: MetricFamily,
  out: ByteWriter,
  openMetrics: boolean,
  escaping: EscapingScheme,
  lose: Lose,
): void {
  const { name, type, help = "", unit = "" } = family;
  const spell = openMetrics ? openMetricsText : numberText;
  const ownLabel = ownLabelOf(family);
  /** What a line begins with, and a label, by suffix and by name. */
  const heads = new Map<string, string>();
  const keys = new Map<string, string>();
  /** Byte before the first label. A name in quotes stands in the braces. */
  const opening = isPlainName(name, "metric") ? BRACE_OPEN : COMMA;
  // Labels by their place as they were written last, and where: what is the same again is copied from there.
  let names: string[] = [];
  const values: string[] = [];
  const starts: number[] = [];
  const middles: number[] = [];
  const ends: number[] = [];
  let taken: Set<string> | undefined;

  writeMetadata();
  walkSamples(family, openMetrics, (suffix, series, value, quantity, own, exemplar) => {
    if (!openMetrics) {
      if (quantity === "time") return lose(name, "creation time", noPlace);
      if (exemplar !== undefined) lose(name, "exemplar", noPlace);
    }
    out.raw(headOf(suffix));
    writeLabels(series.labels, own);
    out.byte(SPACE);
    if (quantity === "time") out.raw(openMetricsText(value, -3));
    else out.raw((quantity === "count" && openMetrics ? countText : spell)(value));
    writeTimestamp(series.timestamp);
    if (exemplar !== undefined && openMetrics) writeExemplar(exemplar);
    out.byte(LF);
    if (out.rest()) names = [];
  });

  function writeMetadata(): void {
    const written = nameText(name);
    if (help !== "") {
      // Blanks before the text belong to the line, in the text formats.
      const text = openMetrics ? help : help.replace(/^[ \t]+/, "");
      if (text !== help) lose(name, "blanks", "before its description are left out");
      out.raw(`# HELP ${written} ${escapeText(text, openMetrics ? undefined : /[\\\n]/g)}\n`);
    }
    out.raw(`# TYPE ${written} ${type === "unknown" && !openMetrics ? "untyped" : type}\n`);
    if (unit === "" || !openMetrics) return;
    if (!/^[\w:]+$/.test(unit)) refuse(name, `${quote(unit)} is no unit`);
    out.raw(`# UNIT ${written} ${unit}\n`);
  }

  function headOf(suffix: string): string {
    let head = heads.get(suffix);
    if (head === undefined) {
      head = (opening === COMMA ? "{" : "") + nameText(name + suffix);
      heads.set(suffix, head);
    }
    return head;
  }

  function writeLabels(labels: Labels, own: number | string | undefined): void {
    let separator = opening;
    let index = 0;
    for (const label in labels) {
      const value = labels[label]!;
      const start = out.at;
      const isKnown = names[index] === label;
      if (isKnown && values[index] === value) out.repeat(starts[index]!, ends[index]!);
      else {
        if (isKnown) out.repeat(starts[index]!, middles[index]!);
        else {
          if (label === ownLabel) refuseLabel(label);
          out.byte(separator);
          out.raw(keyOf(label));
          names[index] = label;
        }
        starts[index] = start;
        middles[index] = out.at;
        out.escaped(value);
        out.byte(QUOTE);
        values[index] = value;
        ends[index] = out.at;
      }
      separator = COMMA;
      index++;
    }
    if (own !== undefined) {
      out.byte(separator);
      separator = COMMA;
      out.raw(keyText(ownLabel));
      out.escaped(typeof own === "string" ? own : spell(own));
      out.byte(QUOTE);
    }
    if (separator === COMMA) out.byte(BRACE_CLOSE);
  }

  function writeTimestamp(milliseconds: number | undefined): void {
    if (milliseconds === undefined) return;
    const text = openMetrics ? openMetricsText(milliseconds, -3) : millisecondsText(milliseconds);
    if (text === undefined) lose(name, "timestamp", "is left out: it is no 64-bit integer");
    else {
      if (!openMetrics && !Number.isInteger(milliseconds)) {
        lose(name, "timestamp", "is rounded to milliseconds");
      }
      out.raw(` ${text}`);
    }
  }

  function writeExemplar({ labels, value, timestamp }: Exemplar): void {
    const list = Object.entries(labels).map(([label, text]) => {
      return `${keyOf(label)}${escapeText(text)}"`;
    });
    out.raw(` # {${list.join()}} ${openMetricsText(value)}`);
    writeTimestamp(timestamp);
  }

  function keyOf(label: string): string {
    let key = keys.get(label);
    if (key === undefined) {
      key = keyText(labelNameOf(label));
      keys.set(label, key);
    }
    return key;
  }

  function refuseLabel(label: string): never {
    refuse(name, `${quote(label)} cannot be the name of a label of ${printable(name)}`);
  }

  function labelNameOf(label: string): string {
    if (label === "" || label === "__name__") refuseLabel(label);
    let written = escapeName(label, escaping, "label");
    if (written !== label) {
      const all: readonly Series<unknown>[] = family.series;
      taken ??= new Set([
        "__name__",
        ownLabel,
        ...all.flatMap(({ labels }) => Object.keys(labels)),
      ]);
      // What two names become may be the same; this scheme tells them apart.
      if (taken.has(written)) written = escapeName(label, "values", "label");
      taken.add(written);
      lose(name, `label ${quote(label)}`, `is written ${printable(written)}`);
    }
    return written;
  }
}

function keyText(label: string): string {
  return `${isPlainName(label, "label") ? label : `"${escapeText(label)}"`}="`;
}

function nameText(name: string): string {
  return isPlainName(name, "metric") ? name : `"${escapeText(name)}"`;
}
