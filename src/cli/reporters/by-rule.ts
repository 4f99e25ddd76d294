import { type Finding, type RuleId, reaches, type Severity } from "../../diagnostics/index.js";

/** The findings of one rule. */
export interface RuleGroup {
  readonly rule: RuleId;
  /** That of its gravest finding. */
  readonly severity: Severity;
  readonly findings: readonly Finding[];
  /** Series and lines that the findings stand for. */
  readonly occurrences: number;
}

const grave: readonly Severity[] = ["error", "warning", "info"];

/** The findings by rule: the gravest rule first, of two as grave the one with more findings. */
export function byRule(findings: readonly Finding[]): readonly RuleGroup[] {
  const groups = new Map<RuleId, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group === undefined) groups.set(finding.rule, [finding]);
    else group.push(finding);
  }
  const all = [...groups].map(([rule, found]): RuleGroup => {
    const severity = grave.find((one) => found.some((it) => reaches(it.severity, one))) ?? "info";
    const occurrences = found.reduce((sum, { count = 1 }) => sum + count, 0);
    return { rule, severity, findings: found, occurrences };
  });
  return all.sort(
    (one, other) =>
      grave.indexOf(one.severity) - grave.indexOf(other.severity) ||
      other.findings.length - one.findings.length,
  );
}
