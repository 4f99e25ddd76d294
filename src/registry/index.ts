// The registry room: the document, what it compiles to, the types inferred from it, and the naming rules.
export type { DocumentPath, Locate } from "./collector.js";
export { type CombineOptions, combineRegistries } from "./combine.js";
export { type Compilation, type CompileOptions, compileRegistry } from "./compile.js";
export { type DefinedDocument, declareRegistry, defineRegistry } from "./define.js";
export type {
  DeprecationDocument,
  EnumDocument,
  EnumValueDocument,
  InlineLabelDocument,
  LabelDocument,
  LinkDocument,
  MetricDocument,
  MetricFields,
  PresenceDocument,
  RegistryDocument,
  TextLike,
  ValueDocument,
} from "./document.js";
export { familyNameOf, unitOf } from "./family-name.js";
export type {
  LabelName,
  LabelsOf,
  LabelValue,
  MetricName,
  Registry,
  RegistryTypes,
  StatesOf,
  TypeOf,
} from "./infer.js";
export { registryJsonSchema } from "./json-schema.js";
export { type LintOptions, lintRegistry } from "./lint.js";
export type {
  CompiledRegistry,
  Deprecation,
  EnumValue,
  Label,
  LabelDefinition,
  LabelSet,
  Metric,
  MetricType,
  Presence,
  Stability,
} from "./registry.js";
export { anyOf, found } from "./words.js";
