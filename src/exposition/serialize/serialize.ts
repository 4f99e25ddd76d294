// Expositions into text: first what the format does not have is converted (convert.ts), then families are written (family-writer.ts).

import { type Finding, PromschemaError, printable, quote } from "../../diagnostics/index.js";
import { familyTypes } from "../entry.js";
import { type EscapingScheme, escapingSchemes } from "../escape-name.js";
import { type Format, formats } from "../format.js";
import type { Exposition, MetricFamily } from "../model.js";
import { ByteWriter } from "./byte-writer.js";
import { convertFamilies } from "./convert.js";
import { familyWriter } from "./family-writer.js";
import { collectLosses, type Lose, refuse } from "./losses.js";
import { escapeFamilies, LabelNames, sampleNames } from "./names.js";

const openMetricsFormat = "openmetrics-1.0" satisfies Format;

export interface SerializeOptions {
  /** @default the format of the exposition */
  readonly format?: Format;
  /**
   * How names that need quotes are written. Text 0.0.4 has no quotes: there `allow-utf-8` is `underscores`.
   * @default "allow-utf-8", "underscores" for text 0.0.4
   */
  readonly escaping?: EscapingScheme;
}

/** A payload and what it lacks of the exposition, or the findings that say why no format can hold it. */
export type SafeSerializeResult =
  | { readonly ok: true; readonly value: string; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly [Finding, ...Finding[]] };

/**
 * Writes an exposition. What the format has no place for is left out: `safeSerializeExposition` says what.
 *
 * Throws PromschemaError where no format can hold it: a name that is empty, a label value that is no text, a text that is not Unicode.
 */
export function serializeExposition(
  exposition: Exposition,
  options: SerializeOptions = {},
): string {
  return write(exposition, options, () => {});
}

/** The same without throwing, and with what is lost, as findings of the rule `serialize/loss`. */
export function safeSerializeExposition(
  exposition: Exposition,
  options: SerializeOptions = {},
): SafeSerializeResult {
  const losses = collectLosses();
  try {
    const value = write(exposition, options, losses.lose);
    return { ok: true, value, findings: losses.findings() };
  } catch (error) {
    if (error instanceof PromschemaError) return { ok: false, findings: error.findings };
    throw error;
  }
}

function write(exposition: Exposition, options: SerializeOptions, lose: Lose): string {
  const out = new ByteWriter();
  try {
    writeAll(exposition, options, out, lose);
  } catch (error) {
    if (error instanceof PromschemaError) throw error;
    // A program without types made it: what else may be wrong with it is not looked for part by part.
    refuse(out.metric, `${printable(out.metric)} is no part of an exposition: ${error}`, error);
  }
  return out.text();
}

function writeAll(
  exposition: Exposition,
  { format = exposition.format, escaping: asked = "allow-utf-8" }: SerializeOptions,
  out: ByteWriter,
  lose: Lose,
): void {
  mustBeOneOf(formats, format, "format");
  mustBeOneOf(escapingSchemes, asked, "escaping scheme");
  const openMetrics = format === openMetricsFormat;
  const isQuoteless = format === "prometheus-text-0.0.4" && asked === "allow-utf-8";
  const escaping = isQuoteless ? "underscores" : asked;
  for (const family of exposition.families) {
    out.metric = family.name;
    if (typeof family.name !== "string" || family.name === "") {
      refuse("", "a metric family has no name: expected a text that is not empty");
    }
    mustBeOneOf(familyTypes, family.type, `type of ${printable(family.name)}`);
  }
  const fromOpenMetrics = exposition.format === openMetricsFormat;
  const converted = convertFamilies(exposition.families, fromOpenMetrics, openMetrics, lose);
  const families = escapeFamilies(converted, openMetrics, escaping, lose);
  const early = earlyFamilies(families, openMetrics);
  const writeFamily = familyWriter(
    out,
    openMetrics,
    new LabelNames(families, escaping, lose),
    lose,
  );
  for (const family of families) writeFamily(family, early.has(family));
  if (openMetrics) out.raw("# EOF\n");
}

/** Families of samples that stand before the TYPE line that speaks of them: they have none of their own. */
function earlyFamilies(
  families: readonly MetricFamily[],
  openMetrics: boolean,
): ReadonlySet<MetricFamily> {
  const early = new Set<MetricFamily>();
  const later = new Set<string>();
  for (const family of [...families].reverse()) {
    const { name, type, series } = family;
    if (type === "unknown" && series.length > 0 && later.has(name)) early.add(family);
    for (const one of sampleNames(name, type, openMetrics)) later.add(one);
  }
  return early;
}

function mustBeOneOf(known: readonly string[], given: string, what: string, metric = ""): void {
  if (known.includes(given)) return;
  refuse(metric, `${quote(String(given))} is no ${what}: expected one of ${known.join(", ")}`);
}
