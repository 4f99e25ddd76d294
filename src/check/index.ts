// Checks an exposition, against the specification and a registry.
export { type Checker, checkExposition, checkExpositionStream, createChecker } from "./check.js";
export type { CheckOptions } from "./options.js";
export type { Coverage, Report } from "./report.js";
