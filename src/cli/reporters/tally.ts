import type { Finding } from "../../diagnostics/index.js";

/** How many findings there are of each severity. A finding that stands for several counts once: one breach, one finding. */
export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export function tally(findings: readonly Finding[]): Tally {
  const of = (severity: string) => findings.filter((found) => found.severity === severity).length;
  return { errors: of("error"), warnings: of("warning"), infos: of("info") };
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, each) => ({
      errors: sum.errors + each.errors,
      warnings: sum.warnings + each.warnings,
      infos: sum.infos + each.infos,
    }),
    { errors: 0, warnings: 0, infos: 0 },
  );
}
