// What is said about an input and where: findings, the catalogue of rules, the one error class, code frames.
export { findRule, type RuleId, rules } from "./catalogue.js";
export { codeFrame, gutterWidth } from "./code-frame.js";
export { charWidth, displayWidth } from "./display-width.js";
export { PromschemaError, place } from "./error.js";
export { escapeMarkup } from "./escape-markup.js";
export {
  createFinding,
  type Excerpt,
  type Finding,
  type FindingInput,
  fingerprint,
  type Level,
  type Position,
  reaches,
  type Severity,
} from "./finding.js";
export { compileGlob, isGlob } from "./glob.js";
export {
  type LevelOptions,
  levelOf,
  type MetricLevels,
  type ToldLevel,
  toldLevels,
} from "./levels.js";
export { editDistance, nearest } from "./nearest.js";
export { printable, quote } from "./printable.js";
export type { Rule, RuleGroup } from "./rule.js";
export { isUrl, shownUrl } from "./shown-url.js";
