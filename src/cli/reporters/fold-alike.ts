import { type Finding, printable } from "../../diagnostics/index.js";

/** Names of other metrics a note lists before it counts the rest. */
const namesListed = 3;

/**
 * Folds the findings about one wrong value of one label into the first of them: a value that is set in one place breaks every metric that has
 * the label, and a reader has one thing to mend. For people only; machines get each by itself.
 */
export function foldAlike(findings: readonly Finding[]): Finding[] {
  const folded: Finding[] = [];
  const firsts = new Map<string, { readonly at: number; readonly others: string[] }>();
  for (const finding of findings) {
    const { rule, label, value, metric } = finding;
    if (label === undefined || value === undefined || metric === undefined) {
      folded.push(finding);
      continue;
    }
    const key = JSON.stringify([rule, finding.severity, label, value]);
    const first = firsts.get(key);
    if (first !== undefined) {
      first.others.push(metric);
      continue;
    }
    firsts.set(key, { at: folded.length, others: [] });
    folded.push(finding);
  }
  for (const { at, others } of firsts.values()) {
    const finding = folded[at];
    if (finding === undefined || others.length === 0) continue;
    folded[at] = { ...finding, notes: [...(finding.notes ?? []), noteOf(others)] };
  }
  return folded;
}

function noteOf(others: readonly string[]): string {
  const names = others.slice(0, namesListed).map(printable).join(", ");
  const more = others.length - namesListed;
  const metrics = others.length === 1 ? "one other metric" : `${others.length} other metrics`;
  return `the same in ${metrics}: ${names}${more > 0 ? ` and ${more} more` : ""}`;
}
