// TYPE, HELP and UNIT of a family against its declaration.

import { quote } from "../../diagnostics/index.js";
import { type Entry, type Family, HELP, metadataText } from "../../exposition/index.js";
import type { CompiledRegistry } from "../../registry/index.js";
import type { Place } from "../current-line.js";
import type { FamilyState } from "../family-state.js";
import type { LineContext } from "../line-context.js";
import { declaredAt } from "./metric-contract.js";
import type { Undeclared } from "./presence.js";
import { nearestMetric, resolveFamily, typeAgrees } from "./resolve.js";

/** Reports a type that is not the declared one. */
export function judgeType(state: FamilyState, context: LineContext, place: Place): void {
  const { resolution, family } = state;
  if (resolution?.found !== "metric") return;
  const { metric } = resolution;
  if (typeAgrees(metric.type, family.type, context.openMetrics)) return;
  context.sink.add({
    rule: "metric-type",
    metric: metric.name,
    value: family.type,
    message: family.hasType
      ? `${metric.name} is a ${family.type} here, and declared a ${metric.type}`
      : `${metric.name} has no TYPE line, so its type is unknown: it is declared a ${metric.type}`,
    ...place,
    ...declaredAt(metric.position),
  });
}

/** Reports HELP or UNIT text that is not the declared one. */
export function judgeMetadataText(
  entry: Entry,
  family: Family,
  registry: CompiledRegistry,
  { scanner, sink, line, openMetrics }: LineContext,
): void {
  const rule = entry === HELP ? "metric-description" : "metric-unit";
  // Off as a rule, and then it costs nothing; the metric itself is known only below.
  if (!sink.isOn(rule, family.name) && !sink.isOn(rule, `${family.name}_total`)) return;
  const resolution = resolveFamily(registry, family, openMetrics);
  const metric =
    resolution.found === "metric"
      ? resolution.metric
      : registry.metrics.get(`${family.name}_total`);
  const declared = entry === HELP ? metric?.description : metric?.unit;
  const found = metadataText(scanner);
  if (metric === undefined || declared === undefined || declared === found) return;
  if (entry !== HELP && found === "") return;
  sink.add({
    rule,
    metric: metric.name,
    message: `${entry === HELP ? "HELP" : "UNIT"} of ${metric.name} is ${quote(found)}: expected ${quote(declared)}`,
    ...line.text(),
    ...declaredAt(metric.position),
  });
}

/** Judges a family when its first sample is there. Returns it where the registry does not declare it. */
export function judgeFirstSample(
  state: FamilyState,
  registry: CompiledRegistry,
  context: LineContext,
): Undeclared | undefined {
  const { resolution, family, name } = state;
  if (resolution?.found === "metric" && !family.hasType) {
    judgeType(state, context, context.line.name());
  }
  if (resolution?.found !== "nothing") return undefined;
  const meant = context.sink.mayAdvise ? nearestMetric(registry, name) : undefined;
  const draft = context.sink.add({
    rule: "undeclared-metric",
    metric: name,
    message: `metric ${quote(name)} is not declared in ${registry.name}`,
    ...context.line.name(),
    ...(meant === undefined ? {} : { hint: `did you mean ${quote(meant.name)}?` }),
    ...declaredAt(meant?.position),
  });
  return { name, meant, draft };
}
