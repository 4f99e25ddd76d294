import type { Finding, RuleId } from "../../diagnostics/index.js";

/** What a payload lacks, where it was read to the end: of one that was cut off, its last metric family may have had it. */
const aboutEnds: ReadonlySet<RuleId> = new Set<RuleId>([
  "spec/histogram-inf",
  "spec/histogram-count",
  "spec/histogram-sum",
  "spec/histogram-value",
  "bucket-bounds",
  "summary-quantiles",
]);

/** What cannot be said of a payload that was cut off: that it is broken or empty where it ends. */
const aboutTheEnd: ReadonlySet<RuleId> = new Set<RuleId>([
  "syntax",
  "final-newline",
  "empty-exposition",
]);

/** The findings that hold of a payload however it goes on. */
export function sureFindings(findings: readonly Finding[]): readonly Finding[] {
  // Findings come by line, and the last family is the one that was being read.
  const last = findings.findLast(({ rule, line }) => line !== undefined && aboutEnds.has(rule));
  return findings.filter(
    ({ rule, line, metric }) =>
      line !== undefined &&
      !aboutTheEnd.has(rule) &&
      !(aboutEnds.has(rule) && metric === last?.metric),
  );
}
