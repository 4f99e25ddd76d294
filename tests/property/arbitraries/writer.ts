// A writer for tests alone: naive, and none of the library's code. It writes what is meant in one of the many ways that a format allows.

import fc from "fast-check";
import type { Exemplar, Labels } from "../../../src/exposition/index.js";
import { type MeantExposition, type MeantFamily, ownLabel } from "./exposition.js";

/** The freedoms of the text formats. OpenMetrics has next to none: there only the orders apply. */
export interface WritingStyle {
  /** Between tokens where at least one blank must stand, and where none has to. */
  readonly gap: string;
  readonly pad: string;
  readonly trailingComma: boolean;
  readonly quoteEveryName: boolean;
  readonly comments: boolean;
  readonly typeBeforeHelp: boolean;
  /** Seed of the order of a family's samples, or undefined for the natural one. */
  readonly shuffle: number | undefined;
}

export const plainStyle: WritingStyle = {
  gap: " ",
  pad: "",
  trailingComma: false,
  quoteEveryName: false,
  comments: false,
  typeBeforeHelp: false,
  shuffle: undefined,
};

export function writingStyles(): fc.Arbitrary<WritingStyle> {
  return fc.record({
    gap: fc.constantFrom(" ", "\t", " \t  "),
    pad: fc.constantFrom("", " ", "\t\t"),
    trailingComma: fc.boolean(),
    quoteEveryName: fc.boolean(),
    comments: fc.boolean(),
    typeBeforeHelp: fc.boolean(),
    shuffle: fc.constant(undefined),
  });
}

/** Any style, and the samples of each family in any order. */
export function shuffledStyles(): fc.Arbitrary<WritingStyle> {
  return fc.tuple(writingStyles(), fc.nat()).map(([style, shuffle]) => ({ ...style, shuffle }));
}

export function write(exposition: MeantExposition, style: WritingStyle): string {
  const openMetrics = exposition.format === "openmetrics-1.0";
  const free = openMetrics
    ? { ...plainStyle, typeBeforeHelp: style.typeBeforeHelp, shuffle: style.shuffle }
    : style;
  const writer = new Writer(exposition.format, free);
  for (const family of exposition.families) writer.family(family);
  return writer.text() + (openMetrics ? "# EOF\n" : "");
}

class Writer {
  readonly #openMetrics: boolean;
  readonly #quoted: boolean;
  readonly #style: WritingStyle;
  #lines: string[] = [];

  constructor(format: MeantExposition["format"], style: WritingStyle) {
    this.#openMetrics = format === "openmetrics-1.0";
    this.#quoted = format !== "prometheus-text-0.0.4";
    this.#style = style;
  }

  text(): string {
    return this.#lines.join("");
  }

  family(family: MeantFamily): void {
    const { gap, pad, typeBeforeHelp, comments, shuffle } = this.#style;
    const name = this.#metadataName(family.name);
    const metadata: string[] = [];
    if (family.help !== undefined) {
      metadata.push(`${pad}#${gap}HELP${gap}${name}${gap}${this.#help(family.help)}\n`);
    }
    const type = family.type === "unknown" && !this.#openMetrics ? "untyped" : family.type;
    metadata.push(`${pad}#${gap}TYPE${gap}${name}${gap}${type}${pad}\n`);
    if (family.unit !== undefined) metadata.push(`# UNIT ${name} ${family.unit}\n`);
    if (typeBeforeHelp) metadata.reverse();
    this.#lines.push(...metadata);
    if (comments) this.#lines.push(`${pad}#\n`, `# {not} "a" sample 1\n`, `${pad}\n`, "\n");
    const samples = samplesOfMeant(family, this.#openMetrics).map((sample) => this.#sample(sample));
    if (shuffle !== undefined) shuffleInPlace(samples, shuffle);
    this.#lines.push(...samples);
  }

  #sample({ name, labels, value, timestamp, exemplar }: MeantSample): string {
    const { gap, pad, trailingComma } = this.#style;
    const plain = isPlain(name) && !(this.#quoted && this.#style.quoteEveryName);
    const items = Object.entries(labels).map(
      ([label, text]) => `${this.#labelName(label)}${pad}=${pad}${quoted(text)}`,
    );
    if (!plain) items.unshift(quoted(name));
    const comma = trailingComma && items.length > 0 ? `${pad},` : "";
    const block =
      items.length === 0
        ? ""
        : `${plain ? pad : ""}{${pad}${items.join(`${pad},${pad}`)}${comma}${pad}}`;
    const time = timestamp === undefined ? "" : gap + this.#time(timestamp);
    const tail = exemplar === undefined ? "" : ` # ${this.#exemplar(exemplar)}`;
    return `${pad}${plain ? name : ""}${block}${gap}${spelled(value)}${time}${tail}${pad}\n`;
  }

  #exemplar({ labels, value, timestamp }: Exemplar): string {
    const items = Object.entries(labels).map(
      ([label, text]) => `${this.#labelName(label)}=${quoted(text)}`,
    );
    const time = timestamp === undefined ? "" : ` ${this.#time(timestamp)}`;
    return `{${items.join(",")}} ${spelled(value)}${time}`;
  }

  #time(milliseconds: number): string {
    return this.#openMetrics ? secondsOf(milliseconds) : String(milliseconds);
  }

  #labelName(name: string): string {
    const plain = /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name);
    return plain && !(this.#quoted && this.#style.quoteEveryName) ? name : quoted(name);
  }

  #metadataName(name: string): string {
    return isPlain(name) && !(this.#quoted && this.#style.quoteEveryName) ? name : quoted(name);
  }

  #help(text: string): string {
    const escaped = text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
    return this.#openMetrics ? escaped.replaceAll('"', '\\"') : escaped;
  }
}

/** A line: what a family of the model comes down to. */
interface MeantSample {
  readonly name: string;
  readonly labels: Labels;
  readonly value: number;
  readonly timestamp?: number | undefined;
  readonly exemplar?: Exemplar | undefined;
}

/** The samples of a family, each series with the parts of its value in the order of the specifications' examples. */
function samplesOfMeant(family: MeantFamily, openMetrics: boolean): MeantSample[] {
  const { name } = family;
  const own = ownLabel(family.type, name);
  const samples: MeantSample[] = [];
  const add = (
    sample: string,
    { labels, timestamp }: { readonly labels: Labels; readonly timestamp?: number },
    value: number | undefined,
    label?: string,
    exemplar?: Exemplar,
  ) => {
    if (value === undefined) return;
    const all: Record<string, string> = Object.assign(Object.create(null), labels);
    if (label !== undefined && own !== undefined) all[own] = label;
    samples.push({ name: sample, labels: all, value, timestamp, exemplar });
  };
  for (const series of family.series) {
    const { created, value } = series;
    if (typeof value === "number") {
      const suffix = { counter: "_total", info: "_info" }[String(family.type)] ?? "";
      add(openMetrics ? name + suffix : name, series, value, undefined, series.exemplar);
    } else if ("buckets" in value) {
      const gauge = family.type === "gaugehistogram" ? "g" : "";
      for (const { upperBound, count, exemplar } of value.buckets) {
        add(`${name}_bucket`, series, count, spelled(upperBound), exemplar);
      }
      add(`${name}_${gauge}sum`, series, value.sum);
      add(`${name}_${gauge}count`, series, value.count);
    } else if ("quantiles" in value) {
      for (const { quantile, value: measured } of value.quantiles) {
        add(name, series, measured, spelled(quantile));
      }
      add(`${name}_sum`, series, value.sum);
      add(`${name}_count`, series, value.count);
    } else {
      for (const { state, enabled } of value) add(name, series, enabled ? 1 : 0, state);
    }
    if (created !== undefined) {
      const at = { labels: series.labels, value: 0 };
      samples.push({ name: `${name}_created`, ...at, value: created / 1000 });
    }
  }
  return samples;
}

function isPlain(name: string): boolean {
  return /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name);
}

function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll('"', '\\"')}"`;
}

function spelled(value: number): string {
  if (value === Infinity) return "+Inf";
  if (value === -Infinity) return "-Inf";
  return Object.is(value, -0) ? "-0" : String(value);
}

function secondsOf(milliseconds: number): string {
  const digits = String(Math.abs(milliseconds)).padStart(4, "0");
  return `${milliseconds < 0 ? "-" : ""}${digits.slice(0, -3)}.${digits.slice(-3)}`;
}

/** Fisher and Yates, with a generator of 32 bits that the seed starts. */
function shuffleInPlace(items: unknown[], seed: number): void {
  let state = seed | 0;
  for (let last = items.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    const other = (state >>> 0) % (last + 1);
    [items[last], items[other]] = [items[other], items[last]];
  }
}
