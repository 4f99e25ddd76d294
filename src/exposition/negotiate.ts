// Which format a scraper is to get (RFC 9110, section 12.5.1; Prometheus, "Scrape protocol content negotiation").

import { type EscapingScheme, escapingSchemes } from "./escape-name.js";
import type { Format } from "./format.js";

/** What a scraper is to be answered with. */
export interface Negotiated {
  readonly format: Format;
  /** Value of the Content-Type header. */
  readonly contentType: string;
  /** How names that need quotes are to be written. */
  readonly escaping: EscapingScheme;
}

export interface NegotiateOptions {
  /**
   * Formats that can be served.
   * @default all
   */
  readonly formats?: readonly Format[];
}

/** Formats in the order they are offered to a scraper that takes any: the one that every reader knows comes first. */
const byAge: readonly Format[] = [
  "prometheus-text-0.0.4",
  "prometheus-text-1.0.0",
  "openmetrics-1.0",
];

/** Longest header that is looked at: a longer one is no scraper's. */
const longestHeader = 8192;

interface MediaRange {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly quality: number;
}

/**
 * The format, content type and escaping scheme to answer an `Accept` header with. The highest quality wins, then the order of the
 * header. Protobuf, unknown types and unknown versions are passed over, malformed parts ignored. Where nothing fits, it is text 0.0.4,
 * as Prometheus wants it (or the oldest of `formats`). Never throws.
 */
export function negotiateFormat(
  accept: string | null | undefined,
  options: NegotiateOptions = {},
): Negotiated {
  const served = byAge.filter((format) => options.formats?.includes(format) ?? true);
  const fallback = served[0] ?? "prometheus-text-0.0.4";
  const ranges = mediaRanges(accept ?? "");
  const refused = new Set(
    ranges.filter(({ quality }) => quality === 0).flatMap((range) => formatsOf(range)),
  );
  const accepted = ranges
    .filter(({ quality }) => quality > 0)
    .sort((left, right) => right.quality - left.quality);
  for (const range of accepted) {
    const format = formatsOf(range).find((one) => served.includes(one) && !refused.has(one));
    if (format !== undefined) return answer(format, range.parameters.get("escaping"));
  }
  return answer(fallback, undefined);
}

/** The Content-Type header of a payload. */
export function contentTypeOf(format: Format, escaping: EscapingScheme = "underscores"): string {
  switch (format) {
    case "prometheus-text-0.0.4":
      return "text/plain; version=0.0.4; charset=utf-8";
    case "prometheus-text-1.0.0":
      return `text/plain; version=1.0.0; charset=utf-8; escaping=${escaping}`;
    case "openmetrics-1.0":
      return `application/openmetrics-text; version=1.0.0; charset=utf-8; escaping=${escaping}`;
  }
}

function answer(format: Format, asked: string | undefined): Negotiated {
  const escaping = escapingOf(format, asked);
  return { format, escaping, contentType: contentTypeOf(format, escaping) };
}

/** Text 0.0.4 has no quotes to put names in. The documentation of Prometheus spells the first scheme in two ways. */
function escapingOf(format: Format, asked: string | undefined): EscapingScheme {
  const scheme = escapingSchemes.find(
    (one) => one === asked || (one === "allow-utf-8" && asked === "allow-utf8"),
  );
  if (scheme === undefined) return "underscores";
  return scheme === "allow-utf-8" && format === "prometheus-text-0.0.4" ? "underscores" : scheme;
}

/** What a media range covers, the preferred first. */
function formatsOf({ type, parameters, quality }: MediaRange): readonly Format[] {
  const version = parameters.get("version");
  switch (type) {
    case "text/plain":
      if (version === undefined || version === "0.0.4") return ["prometheus-text-0.0.4"];
      return version === "1.0.0" ? ["prometheus-text-1.0.0"] : [];
    case "application/openmetrics-text":
      return version === undefined || version === "1.0.0" ? ["openmetrics-1.0"] : [];
    case "text/*":
      return ["prometheus-text-0.0.4", "prometheus-text-1.0.0"];
    case "application/*":
      return ["openmetrics-1.0"];
    case "*/*":
      // That everything else is refused does not say that what is named is.
      return quality === 0 ? [] : byAge;
    default:
      return [];
  }
}

function mediaRanges(accept: string): MediaRange[] {
  if (accept.length > longestHeader) return [];
  return splitOutsideQuotes(accept, ",").map((part) => {
    const [type = "", ...rest] = splitOutsideQuotes(part, ";");
    const parameters = new Map<string, string>();
    for (const parameter of rest) {
      const equals = parameter.indexOf("=");
      if (equals === -1) continue;
      const name = parameter.slice(0, equals).trim().toLowerCase();
      if (!parameters.has(name)) parameters.set(name, unquoted(parameter.slice(equals + 1).trim()));
    }
    return {
      type: type.trim().toLowerCase(),
      parameters,
      quality: qualityOf(parameters.get("q")),
    };
  });
}

/** A quality that is none makes the range count for nothing: what its sender meant cannot be told. */
function qualityOf(text: string | undefined): number {
  if (text === undefined) return 1;
  return /^(?:0(?:\.[0-9]*)?|1(?:\.0*)?|\.[0-9]+)$/.test(text) ? Number(text) : -1;
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (isQuoted && char === "\\") at++;
    else if (char === '"') isQuoted = !isQuoted;
    else if (char === separator && !isQuoted) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

function unquoted(text: string): string {
  if (!/^".*"$/.test(text)) return text.toLowerCase();
  return text.slice(1, -1).replace(/\\(.)/g, "$1").toLowerCase();
}
