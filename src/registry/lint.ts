// What a registry could say better. The rules are Prometheus' own for names, as far as a declaration shows them, and a few of ours
// about what a reader of the registry misses. Their pages are in the catalogue.
import {
  createFinding,
  type Finding,
  type Level,
  type LevelOptions,
  levelOf,
  toldLevels,
} from "../diagnostics/index.js";
import { lintLabel } from "./lint-label.js";
import { lintMetric } from "./lint-metric.js";
import { lintWhole } from "./lint-whole.js";
import type { CompiledRegistry, LabelDefinition } from "./registry.js";
import type { Remark, Remarks } from "./remark.js";

/** Levels to have instead of the rules' own. */
export type LintOptions = LevelOptions;

/** Reviews the names and descriptions of a registry. Never throws; an empty list is a clean bill. */
export function lintRegistry(
  registry: CompiledRegistry,
  options: LintOptions = {},
): readonly Finding[] {
  const remarks: Remark[] = [];
  const remark: Remarks = (said) => remarks.push(said);
  for (const definition of definitionsOf(registry)) {
    lintLabel(definition, registry.labels.get(definition.name), remark);
  }
  for (const metric of registry.metrics.values()) lintMetric(metric, remark);
  lintWhole(registry, remark);
  const findings: Finding[] = [];
  const told = toldLevels(options);
  for (const said of remarks) {
    const level = levelOf(told, said.rule, said.metric);
    if (level !== "off") findings.push(toFinding(said, level, registry.source));
  }
  return findings.sort(byPlace);
}

/** Every label definition once: the shared ones, then those of the sets and metrics. */
function definitionsOf(registry: CompiledRegistry): ReadonlySet<LabelDefinition> {
  const definitions = new Set(registry.labels.values());
  for (const { labels } of [...registry.labelSets.values(), ...registry.metrics.values()]) {
    for (const { definition } of labels) definitions.add(definition);
  }
  return definitions;
}

function toFinding(
  { position, ...said }: Remark,
  severity: Exclude<Level, "off">,
  source: string | undefined,
): Finding {
  const file = position?.source ?? source;
  return createFinding({
    ...said,
    severity,
    ...(file !== undefined && { source: file }),
    ...(position !== undefined && { line: position.line, column: position.column }),
  });
}

function byPlace(one: Finding, other: Finding): number {
  if (one.line === undefined || other.line === undefined) return 0;
  return one.line - other.line || (one.column ?? 0) - (other.column ?? 0);
}
