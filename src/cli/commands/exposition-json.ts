// The model of an exposition as JSON. It is the model itself, but for numbers that JSON has no word for.

import type { Exposition, MetricFamily, Series } from "../../exposition/index.js";
import { jsonText } from "../reporters/json-text.js";

/** Series that are made text at once. */
const pieceLength = 1024;

/** One document, a series a line, in pieces none of which is large. */
export function* expositionJson(exposition: Exposition, source: string): Generator<string> {
  const head = jsonText({ schemaVersion: 1, source, format: exposition.format }, 2);
  yield `${head.slice(0, -2)},\n  "families": [`;
  let separator = "";
  for (const family of exposition.families) {
    yield `${separator}\n`;
    yield* familyJson(family);
    separator = ",";
  }
  yield `${separator === "" ? "" : "\n  "}]\n}\n`;
}

function* familyJson({ series, ...fields }: MetricFamily): Generator<string> {
  const head = jsonText(fields, 2).slice(0, -2).replace(/^/gm, "    ");
  yield `${head},\n      "series": [`;
  for (let at = 0; at < series.length; at += pieceLength) {
    const lines = series.slice(at, at + pieceLength).map((one) => `\n        ${seriesJson(one)}`);
    yield (at === 0 ? "" : ",") + lines.join(",");
  }
  yield series.length === 0 ? "]\n    }" : "\n      ]\n    }";
}

/** A metric family, or a piece of one, in a line. */
export function familyLine({ series, ...fields }: MetricFamily): string {
  return `${jsonText(fields).slice(0, -1)},"series":[${series.map(seriesJson).join()}]}\n`;
}

function seriesJson(series: Series<unknown>): string {
  return jsonText(withSpelledNumbers(series));
}

/** JSON has no NaN and no infinities: they are strings, spelled as the formats spell them. */
function withSpelledNumbers(value: unknown): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? value : spelled(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withSpelledNumbers);
  // `__proto__` is a label name like any other.
  const copy: Record<string, unknown> = Object.create(null);
  for (const [key, part] of Object.entries(value)) copy[key] = withSpelledNumbers(part);
  return copy;
}

function spelled(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  return value > 0 ? "+Inf" : "-Inf";
}
