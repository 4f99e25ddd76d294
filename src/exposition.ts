/**
 * The wire formats of metrics: Prometheus text 0.0.4 and 1.0.0, OpenMetrics 1.0. Knows no registry, has no dependency and needs no
 * Node.js.
 *
 * @module
 */

export type { Finding, Level, Position, RuleId, Severity } from "./diagnostics/index.js";
export { PromschemaError } from "./diagnostics/index.js";
export {
  type Bucket,
  type EscapingScheme,
  type Exemplar,
  type Exposition,
  type Format,
  formatOfContentType,
  formats,
  type HistogramValue,
  type Labels,
  type MetricFamily,
  type Negotiated,
  negotiateFormat,
  type ParseOptions,
  parseExposition,
  readExposition,
  type SafeParseResult,
  type SafeSerializeResult,
  type Sample,
  type SerializeOptions,
  type Series,
  type StatesetValue,
  type SummaryValue,
  safeParseExposition,
  safeSerializeExposition,
  samplesOf,
  serializeExposition,
} from "./exposition/index.js";
