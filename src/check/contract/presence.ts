// What an exposition has and lacks of its registry, once all of it was read.

import { quote } from "../../diagnostics/index.js";
import type { CompiledRegistry, Metric } from "../../registry/index.js";
import type { Place } from "../current-line.js";
import type { Draft, FindingSink } from "../finding-sink.js";
import type { Coverage } from "../report.js";
import { metricCoverage } from "./label-coverage.js";
import { type ContractCompiler, declaredAt, type MetricContract } from "./metric-contract.js";

/** An undeclared family, and the declared metric it seems to be. */
export interface Undeclared {
  readonly name: string;
  readonly meant: Metric | undefined;
  readonly draft: Draft | undefined;
}

export function coverageOf(
  compiler: ContractCompiler,
  undeclared: readonly Undeclared[],
): Coverage {
  const { registry, countsAll } = compiler;
  const names = [...registry.metrics.keys()];
  const seen = new Map(
    compiler
      .compiled()
      .filter((contract) => contract.seen)
      .map((contract) => [contract.metric.name, contract]),
  );
  return {
    declared: names.length,
    seen: names.filter((name) => seen.has(name)),
    absent: names.filter((name) => !seen.has(name)),
    undeclared: undeclared.map(({ name }) => name),
    ...(countsAll ? { metrics: metricCoverage(registry, seen) } : {}),
  };
}

/** Coverage of an exposition of which nothing was read. */
export function noCoverage(
  registry: CompiledRegistry | undefined,
  labelCoverage: boolean,
): Coverage {
  const absent = [...(registry?.metrics.keys() ?? [])];
  const metrics =
    registry === undefined || !labelCoverage
      ? {}
      : { metrics: metricCoverage(registry, new Map()) };
  return { declared: absent.length, seen: [], absent, undeclared: [], ...metrics };
}

/** Reports the declared metrics that are absent, but those `required` by name, of which it is said already. One that an undeclared family seems to be under another name is said there. */
export function judgeAbsence(
  registry: CompiledRegistry,
  coverage: Coverage,
  undeclared: readonly Undeclared[],
  samples: number,
  required: ReadonlySet<string>,
  sink: FindingSink,
): void {
  const renamed = new Map<string, Draft>();
  for (const { meant, draft } of undeclared) {
    if (meant !== undefined && draft !== undefined) renamed.set(meant.name, draft);
  }
  const absent = coverage.absent
    .filter((name) => !required.has(name))
    .flatMap((name) => registry.metrics.get(name) ?? []);
  const expected = absent.filter(({ presence }) => presence.policy === "always");
  if (samples === 0 && expected.length > 0) {
    sink.add({
      rule: "absent-metric",
      message: `no declared metric is in this exposition: it has no samples, and ${countOf(expected.length)} should always be there`,
    });
    return;
  }
  for (const metric of absent) {
    const draft = renamed.get(metric.name);
    if (draft !== undefined) {
      draft.notes.push(`${metric.name} itself is absent: renamed?`);
      continue;
    }
    reportAbsent(metric, sink);
  }
}

function countOf(metrics: number): string {
  return metrics === 1 ? "one metric" : `${metrics} metrics`;
}

function reportAbsent(metric: Metric, sink: FindingSink): void {
  const { presence } = metric;
  const always = presence.policy === "always";
  sink.add({
    rule: always ? "absent-metric" : "unseen-metric",
    metric: metric.name,
    message: `${metric.name} is declared but not in this exposition`,
    ...(always
      ? {
          notes: [
            'if it may be missing, say so: presence: after-event, or presence: { conditional: "why" }',
          ],
        }
      : {
          notes: [
            presence.policy === "conditional"
              ? `it may be missing: ${quote(presence.why)}`
              : "it appears with its first event",
          ],
        }),
    ...declaredAt(metric.position),
  });
}

/** Reports metrics with more series, and labels with more or fewer values, than declared. */
export function judgeCardinality(
  contract: MetricContract,
  crossed: Place | undefined,
  sink: FindingSink,
): void {
  const { metric, series } = contract;
  if (metric.maxSeries !== undefined && series > metric.maxSeries) {
    sink.add({
      rule: "max-series",
      metric: metric.name,
      message: `${metric.name} has ${series} series: at most ${metric.maxSeries} are declared`,
      ...crossed,
      ...declaredAt(metric.position),
    });
  }
  for (const rule of contract.rules) {
    const { values } = rule;
    if (values === undefined) continue;
    const { definition, name } = rule.label;
    if (definition.maxValues !== undefined && values.size > definition.maxValues) {
      sink.add({
        rule: "max-values",
        metric: metric.name,
        label: name,
        message: `${name} of ${metric.name} has ${values.size} values: at most ${definition.maxValues} are declared`,
        ...declaredAt(definition.position),
      });
    }
    for (const { value, presence, position } of definition.enum ?? []) {
      if (presence !== "always" || values.has(value)) continue;
      sink.add({
        rule: "absent-value",
        metric: metric.name,
        label: name,
        value,
        message: `no series of ${metric.name} has ${name}=${quote(value)}, which should always be there`,
        ...declaredAt(position ?? definition.position),
      });
    }
  }
}
