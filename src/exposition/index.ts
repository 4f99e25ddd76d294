/**
 * The wire formats of metrics: Prometheus text 0.0.4 and 1.0.0, OpenMetrics 1.0. Knows no registry, has no dependency and needs no
 * Node.js.
 *
 * @module
 */

export { type Dialect, metadataText } from "./comment.js";
export { ChunkEncoder, encodeText } from "./encode.js";
export { type Family, FamilyTracker, type Role } from "./family-tracker.js";
export { type Format, formatOfContentType, formats } from "./format.js";
export { isPlainLabelName, isPlainName } from "./grammar.js";
export { grown, type Interner, Vocabulary } from "./interner.js";
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
export { parseNumber } from "./number.js";
export {
  type ParseOptions,
  parseExposition,
  readExposition,
  type SafeParseResult,
  safeParseExposition,
} from "./parse.js";
export { placeInLine } from "./place.js";
export { type EntryReader, lenientLevels, Reading, type ReadingOptions } from "./reading.js";
export {
  END,
  type Entry,
  EOF,
  type FamilyType,
  HELP,
  SAMPLE,
  Scanner,
  TYPE,
  UNIT,
} from "./scanner.js";
export type { LenientRule, SyntaxWarning } from "./syntax-failure.js";
export { ValueNumbers } from "./value-numbers.js";
