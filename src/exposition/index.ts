/**
 * The wire formats of metrics: Prometheus text 0.0.4 and 1.0.0, OpenMetrics 1.0. Knows no registry, has no dependency and needs no
 * Node.js.
 *
 * @module
 */

export { metadataText } from "./comment.js";
export { ChunkEncoder, encodeText } from "./encode.js";
export {
  type Dialect,
  type Entry,
  type FamilyType,
  familyTypes,
  HELP,
  SAMPLE,
  TYPE,
  UNIT,
} from "./entry.js";
export { type EscapingScheme, escapingSchemes, isPlainName } from "./escape-name.js";
export { type Family, type FamilyTracker, type Role, suffixesOf } from "./family-tracker.js";
export { type Format, formatOfContent, formatOfContentType, formats } from "./format.js";
export { grown, type Interner } from "./interner.js";
export type {
  Bucket,
  Exemplar,
  Exposition,
  HistogramValue,
  Labels,
  MetricFamily,
  Series,
  StatesetValue,
  SummaryValue,
} from "./model.js";
export { type Negotiated, negotiateFormat } from "./negotiate.js";
export { parseNumber } from "./number.js";
export {
  type ParseOptions,
  parseExposition,
  readExposition,
  type SafeParseResult,
  safeParseExposition,
} from "./parse.js";
export { placeInLine } from "./place.js";
export { lenientLevels, Reading, type ReadingOptions } from "./reading.js";
export { type Sample, samplesOf } from "./samples-of.js";
export { Scanner } from "./scanner.js";
export { escapeText } from "./serialize/byte-writer.js";
export { nameText } from "./serialize/names.js";
export {
  type SafeSerializeResult,
  type SerializeOptions,
  safeSerializeExposition,
  serializeExposition,
} from "./serialize/serialize.js";
export { numberText, openMetricsText } from "./serialize/write-number.js";
export type { SyntaxWarning } from "./syntax-failure.js";
export { ValueNumbers } from "./value-numbers.js";
export { Vocabulary } from "./vocabulary.js";
