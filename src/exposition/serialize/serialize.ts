// Expositions into text: first what the format does not have is converted (convert.ts), then families are written (family-writer.ts).

import { type Finding, PromschemaError, printable, quote } from "../../diagnostics/index.js";
import { familyTypes } from "../entry.js";
import { type EscapingScheme, escapingSchemes } from "../escape-name.js";
import { type Format, formats } from "../format.js";
import type { Exposition } from "../model.js";
import { ByteWriter } from "./byte-writer.js";
import { convertFamilies } from "./convert.js";
import { familyWriter } from "./family-writer.js";
import { collectLosses, type Lose, refuse } from "./losses.js";
import { escapeFamilies, labelNames, ownersOf } from "./names.js";

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
    const { families: given, format: from } = exposition;
    const { format = from, escaping: asked = "allow-utf-8" } = options;
    mustBeOneOf(formats, format, "format");
    mustBeOneOf(escapingSchemes, asked, "escaping scheme");
    for (const { name, type } of given) {
      if (typeof name !== "string" || name === "") {
        refuse("", "a metric family has no name: expected a text that is not empty");
      }
      out.metric = name;
      mustBeOneOf(familyTypes, type, `type of ${printable(name)}`);
    }
    const openMetrics = isOpenMetrics(format);
    const isQuoteless = format === "prometheus-text-0.0.4" && asked === "allow-utf-8";
    const escaping = isQuoteless ? "underscores" : asked;
    const converted = convertFamilies(given, isOpenMetrics(from), openMetrics, lose);
    const families = escapeFamilies(converted, openMetrics, escaping, lose);
    const owners = ownersOf(families, openMetrics);
    const writeFamily = familyWriter(out, openMetrics, labelNames(families, escaping, lose), lose);
    for (const family of families) {
      // Samples before the TYPE line that speaks of them are a family by themselves, and have none of their own.
      const isEarly = owners.get(family.name) !== family && family.type === "unknown";
      writeFamily(family, isEarly && family.series.length > 0);
    }
    if (openMetrics) out.raw("# EOF\n");
  } catch (error) {
    if (error instanceof PromschemaError) throw error;
    // A program without types made it: what else may be wrong with it is not looked for part by part.
    refuse(out.metric, `${printable(out.metric)} is no part of an exposition: ${error}`, error);
  }
  return out.text();
}

function isOpenMetrics(format: Format): boolean {
  return format === "openmetrics-1.0";
}

function mustBeOneOf(known: readonly string[], given: string, what: string): void {
  if (known.includes(given)) return;
  refuse("", `${quote(String(given))} is no ${what}: expected one of ${known.join(", ")}`);
}
