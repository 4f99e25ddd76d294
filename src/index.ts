/**
 * Metrics as a contract: declare a registry, get types, and check what is really exposed against it.
 *
 * @module
 */

export {
  type CheckOptions,
  type Coverage,
  checkExposition,
  checkExpositionStream,
  type Report,
} from "./check/index.js";
export {
  codeFrame,
  type Excerpt,
  type Finding,
  findRule,
  type Level,
  type Position,
  PromschemaError,
  type Rule,
  type RuleGroup,
  type RuleId,
  rules,
  type Severity,
} from "./diagnostics/index.js";
export {
  type Bucket,
  type Exemplar,
  type Exposition,
  type Format,
  formatOfContentType,
  formats,
  type HistogramValue,
  type Labels,
  type MetricFamily,
  type ParseOptions,
  parseExposition,
  readExposition,
  type SafeParseResult,
  type Series,
  type StatesetValue,
  type SummaryValue,
  safeParseExposition,
} from "./exposition/index.js";
export {
  type Compilation,
  type CompiledRegistry,
  type CompileOptions,
  compileRegistry,
  type Deprecation,
  defineRegistry,
  type EnumValue,
  type Label,
  type LabelDefinition,
  type LabelName,
  type LabelSet,
  type LabelsOf,
  type LintOptions,
  lintRegistry,
  type Metric,
  type MetricName,
  type MetricType,
  type Presence,
  type Registry,
  type RegistryDocument,
  registryJsonSchema,
  type Stability,
  type StatesOf,
  type TypeOf,
} from "./registry/index.js";
