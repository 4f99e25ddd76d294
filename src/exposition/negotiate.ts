// Which format a scraper is to get (RFC 9110, section 12.5.1; Prometheus, "Scrape protocol content negotiation").

import { type EscapingScheme, escapingSchemes } from "./escape-name.js";
import type { Format } from "./format.js";
import { mediaType, splitOutsideQuotes } from "./media-type.js";

/** What a scraper is to be answered with: what `serializeExposition` takes, and the header beside it. */
export interface Negotiated {
  readonly format: Format;
  /** Value of the Content-Type header. */
  readonly contentType: string;
  /** How names that need quotes are to be written. */
  readonly escaping: EscapingScheme;
}

const oldText = "prometheus-text-0.0.4";
const openMetrics = "openmetrics-1.0";

/** Longest header that is looked at: a longer one is no scraper's. */
const longestHeader = 8192;

/**
 * The format, content type and escaping scheme to answer an `Accept` header with. The highest quality wins, then the order of the
 * header. Protobuf, unknown types and unknown versions are passed over, malformed parts ignored; where nothing fits, it is text
 * 0.0.4, as Prometheus wants it. Never throws.
 */
export function negotiateFormat(accept: string | null | undefined): Negotiated {
  const isHeader = typeof accept === "string" && accept.length <= longestHeader;
  const ranges = isHeader ? splitOutsideQuotes(accept, ",").map(mediaType) : [];
  let format: Format = oldText;
  let asked = "";
  let bestQuality = 0;
  for (const range of ranges) {
    const wanted = formatsByRange.get(`${range.get("")};${range.get("version") ?? ""}`);
    const quality = Number(range.get("q") ?? 1);
    // A quality that is no number makes the range count for nothing: what its sender meant cannot be told.
    if (wanted === undefined || !(quality > bestQuality && quality <= 1)) continue;
    format = wanted;
    asked = range.get("escaping") ?? "";
    bestQuality = quality;
  }
  const canQuote = format !== oldText;
  const known = escapingSchemes.find((scheme) => scheme === asked) ?? "underscores";
  const escaping = !canQuote && known === "allow-utf-8" ? "underscores" : known;
  const type = format === openMetrics ? "application/openmetrics-text" : "text/plain";
  const version = canQuote ? "1.0.0" : "0.0.4";
  const suffix = canQuote ? `; escaping=${escaping}` : "";
  return { format, contentType: `${type}; version=${version}; charset=utf-8${suffix}`, escaping };
}

/** What media ranges and their versions ask for; wildcards get the format that every reader knows. */
const formatsByRange: ReadonlyMap<string, Format> = new Map([
  ["text/plain;1.0.0", "prometheus-text-1.0.0"],
  ["application/openmetrics-text;1.0.0", openMetrics],
  ["application/openmetrics-text;", openMetrics],
  ["application/*;", openMetrics],
  ["text/plain;0.0.4", oldText],
]);
