// What whoever runs a check asks of an exposition beyond its registry: metrics that must be there, and a share of those declared.

import { compileGlob, isGlob, nearest, printable, quote } from "../../diagnostics/index.js";
import type { CompiledRegistry } from "../../registry/index.js";
import type { FamilyState } from "../family-state.js";
import type { FindingSink } from "../finding-sink.js";
import type { CheckOptions } from "../options.js";
import type { Coverage } from "../report.js";
import { declaredAt } from "./metric-contract.js";

/** Most absent metrics that a note names. */
const namesListed = 5;

/** Reports what is asked for and not there. Returns the names of the declared metrics that this was said of. */
export function judgeDemands(
  { registry, required = [], minCoverage }: CheckOptions,
  coverage: Coverage | undefined,
  families: readonly FamilyState[],
  sink: FindingSink,
): ReadonlySet<string> {
  const said = new Set<string>();
  if (required.length > 0) {
    const present = [...new Set(families.flatMap(namesOf))];
    for (const pattern of required) {
      judgeRequired(pattern, registry, coverage, present, said, sink);
    }
  }
  if (minCoverage !== undefined && coverage !== undefined) {
    judgeShare(minCoverage, coverage, sink);
  }
  return said;
}

/** Every name that a family may be asked for by: its own, that of its samples, and the one it is declared under. */
function namesOf({ name, type, openMetrics, resolution }: FamilyState): readonly string[] {
  const names = [name];
  if (openMetrics && type === "counter") names.push(`${name}_total`);
  if (openMetrics && type === "info") names.push(`${name}_info`);
  if (resolution?.found === "metric") names.push(resolution.metric.name);
  return names;
}

/** Reports what a pattern asks for and is absent, but what is `said` already, and adds the declared metrics among it. */
function judgeRequired(
  pattern: string,
  registry: CompiledRegistry | undefined,
  coverage: Coverage | undefined,
  present: readonly string[],
  said: Set<string>,
  sink: FindingSink,
): void {
  const matches = compileGlob(pattern);
  const declared = [...(registry?.metrics.values() ?? [])].filter(({ name }) => matches(name));
  if (declared.length === 0) {
    if (!present.some(matches)) reportNone(pattern, registry, present, sink);
    return;
  }
  const absent = new Set(coverage?.absent);
  for (const { name, position } of declared) {
    if (!absent.has(name) || said.has(name)) continue;
    said.add(name);
    sink.add({
      rule: "required-metric",
      metric: name,
      message: `${printable(name)} is required and not in this exposition`,
      ...(pattern === name ? {} : { notes: [`required by the pattern ${quote(pattern)}`] }),
      ...declaredAt(position),
    });
  }
}

function reportNone(
  pattern: string,
  registry: CompiledRegistry | undefined,
  present: readonly string[],
  sink: FindingSink,
): void {
  const close = isGlob(pattern)
    ? undefined
    : nearest(pattern, [...(registry?.metrics.keys() ?? []), ...present]);
  sink.add({
    rule: "required-metric",
    metric: pattern,
    message: isGlob(pattern)
      ? `no metric of this exposition matches ${quote(pattern)}, which is required`
      : `${printable(pattern)} is required and not in this exposition`,
    ...(close === undefined ? {} : { hint: `did you mean ${quote(close)}?` }),
    ...(registry === undefined ? {} : { notes: ["the registry declares no such metric either"] }),
  });
}

function judgeShare(
  minimum: number,
  { declared, seen, absent }: Coverage,
  sink: FindingSink,
): void {
  if (seen.length * 100 >= minimum * declared) return;
  // Rounded down, so that what is too little never reads as enough.
  const share = Math.floor((seen.length * 1000) / declared) / 10;
  const names = absent.slice(0, namesListed).map(printable).join(", ");
  const more = absent.length - namesListed;
  sink.add({
    rule: "min-coverage",
    message: `${seen.length} of ${declared} declared metrics are seen, ${share} %: expected at least ${minimum} %`,
    notes: [`absent: ${names}${more > 0 ? ` and ${more} more` : ""}`],
  });
}
