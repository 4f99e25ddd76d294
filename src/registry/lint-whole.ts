import { nameOf } from "./collector.js";
import type { CompiledRegistry, Metric } from "./registry.js";
import type { Remarks } from "./remark.js";

/** The rules that see the registry as a whole. */
export function lintWhole(registry: CompiledRegistry, remark: Remarks): void {
  lintUnusedLabels(registry, remark);
  lintUnusedLabelSets(registry, remark);
  lintFamilies(registry, remark);
}

function lintUnusedLabels({ labels, metrics }: CompiledRegistry, remark: Remarks): void {
  const used = new Set([...metrics.values()].flatMap((metric) => metric.labels.map(definitionOf)));
  for (const definition of labels.values()) {
    if (used.has(definition)) continue;
    const { name, position } = definition;
    const message = `expected a metric with the label ${nameOf(name)}, found none`;
    const at = position === undefined ? {} : { position };
    remark({ rule: "naming/unused-label", message, label: name, ...at });
  }
}

function definitionOf<Definition>({ definition }: { readonly definition: Definition }): Definition {
  return definition;
}

function lintUnusedLabelSets({ labelSets }: CompiledRegistry, remark: Remarks): void {
  for (const { name, used, position } of labelSets.values()) {
    if (used) continue;
    const message = `expected a metric that spreads label set ${nameOf(name)}, found none`;
    const at = position === undefined ? {} : { position };
    remark({ rule: "naming/unused-label-set", message, value: name, ...at });
  }
}

/** In OpenMetrics the family of `x_total` is `x`, and it may write `x_created`. The text formats know no such thing. */
function lintFamilies({ metrics }: CompiledRegistry, remark: Remarks): void {
  for (const metric of metrics.values()) {
    const family = metric.type === "counter" ? metric.name.replace(/_total$/, "") : metric.name;
    const names = family === metric.name ? [] : [family];
    if (hasCreated(metric)) names.push(`${family}_created`);
    if (metric.type === "counter" && names[0] !== family) names.push(`${family}_total`);
    for (const name of names) {
      const other = metrics.get(name);
      if (other === undefined || other === metric) continue;
      const { position } = other;
      const message = `expected no ${other.type} ${nameOf(name)} beside ${metric.type} ${nameOf(metric.name)}, which has that name in OpenMetrics`;
      const at = position === undefined ? {} : { position };
      remark({ rule: "naming/family-clash", message, metric: name, ...at });
    }
  }
}

function hasCreated({ type }: Metric): boolean {
  return type === "counter" || type === "histogram" || type === "summary";
}
