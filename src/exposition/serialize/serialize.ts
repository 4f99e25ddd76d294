// Expositions into text.

import type { Finding } from "../../diagnostics/index.js";
import type { EscapingScheme } from "../escape-name.js";
import type { Format } from "../format.js";
import type { Exposition } from "../model.js";
import { ByteWriter } from "./byte-writer.js";
import { convertFamilies } from "./convert.js";
import { writeFamily } from "./family-writer.js";
import { collectLosses, type Lose } from "./losses.js";

export interface SerializeOptions {
  /** @default the format of the exposition */
  readonly format?: Format;
  /**
   * How names that need quotes are written. Text 0.0.4 has no quotes: there `allow-utf-8` is `underscores`.
   * @default "allow-utf-8", "underscores" for text 0.0.4
   */
  readonly escaping?: EscapingScheme;
}

/**
 * Writes an exposition. What the format has no place for is left out: `safeSerializeExposition` says what.
 *
 * Throws PromschemaError where no format can hold it: a name that is empty, a text that is not Unicode.
 */
export function serializeExposition(
  exposition: Exposition,
  options: SerializeOptions = {},
): string {
  return write(exposition, options, () => {});
}

/** The same with what is lost, as findings of the rule `serialize/loss`. Throws as it does. */
export function safeSerializeExposition(
  exposition: Exposition,
  options: SerializeOptions = {},
): { readonly text: string; readonly findings: readonly Finding[] } {
  const losses = collectLosses();
  const text = write(exposition, options, losses.lose);
  return { text, findings: losses.findings() };
}

function write(exposition: Exposition, options: SerializeOptions, lose: Lose): string {
  const format = options.format ?? exposition.format;
  const openMetrics = format === "openmetrics-1.0";
  const asked = options.escaping ?? "allow-utf-8";
  const escaping =
    asked === "allow-utf-8" && format === "prometheus-text-0.0.4" ? "underscores" : asked;
  const out = new ByteWriter();
  for (const family of convertFamilies(exposition, openMetrics, escaping, lose)) {
    out.metric = family.name;
    writeFamily(family, out, openMetrics, escaping, lose);
  }
  if (openMetrics) out.raw("# EOF\n");
  return out.text();
}
