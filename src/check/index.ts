// Checks an exposition, against the specification and a registry.
export { type Checker, checkExposition, checkExpositionStream, createChecker } from "./check.js";
export { type LabelBreach, labelBreaches } from "./contract/label-breaches.js";
export { brokenRule } from "./contract/metric-contract.js";
export { nearestMetric, resolveFamily, typeAgrees } from "./contract/resolve.js";
export { boundsInWords, boundsRule } from "./contract/value-contract.js";
export { type CheckOptions, targetLabels } from "./options.js";
export type { Coverage, LabelCoverage, MetricCoverage, Report } from "./report.js";
