// What is registered against what is declared, before there is a sample.

import { labelBreaches, nearestMetric, resolveFamily, typeAgrees } from "../check/index.js";
import { declaredAt, familyNameOf } from "../construct/index.js";
import {
  createFinding,
  type Finding,
  type FindingInput,
  findRule,
  type Level,
  printable,
  quote,
  type RuleId,
} from "../diagnostics/index.js";
import { judgeRegistry } from "../instruments/index.js";
import type { CompiledRegistry, Metric } from "../registry/index.js";
import { type ClientRegister, isOpenMetrics } from "./client.js";
import { readRegister } from "./given-client.js";
import { isRegisteredAs, type Registered, registeredIn } from "./registered.js";

/** How strictly a register is checked. */
export interface CheckRegisterOptions {
  /** Levels of rules, where they differ from the catalogue. `metric-description` is a warning here, unless told otherwise. */
  readonly levels?: Partial<Record<RuleId, Level>>;
}

/**
 * Compares what is registered with what is declared: names, types, HELP, label names, buckets and quantiles. It sees what no scrape shows yet,
 * since metrics with labels have no series before their first event.
 *
 * Throws a PromschemaError for what is no register, and for what is no registry.
 */
export function checkRegister(
  registry: CompiledRegistry,
  register: ClientRegister,
  { levels = {} }: CheckRegisterOptions = {},
): readonly Finding[] {
  judgeRegistry(registry);
  const findings: Finding[] = [];
  const add: Add = (rule, said) => {
    const level =
      levels[rule] ?? (rule === "metric-description" ? "warning" : findRule(rule)?.level);
    if (level === undefined || level === "off") return;
    findings.push(createFinding({ rule, severity: level, ...said }));
  };
  const seen = new Set<Metric>();
  const renamed = new Set<Metric>();
  for (const found of registeredIn(readRegister(register))) {
    const resolution = resolveFamily(
      registry,
      { name: found.name, type: found.type, hasType: true },
      isOpenMetrics(register),
    );
    if (resolution.found === "metric") {
      seen.add(resolution.metric);
      judge(resolution.metric, found, register, add);
    } else if (resolution.found === "nothing") {
      const meant = nearestMetric(registry, found.name);
      if (meant !== undefined) renamed.add(meant);
      addUndeclared(registry, found, meant, add);
    }
  }
  for (const metric of registry.metrics.values()) {
    if (!seen.has(metric) && !renamed.has(metric)) addAbsent(metric, add);
  }
  return findings;
}

type Add = (rule: RuleId, said: Omit<FindingInput, "rule" | "severity">) => void;

function judge(metric: Metric, found: Registered, register: ClientRegister, add: Add): void {
  const name = printable(metric.name);
  const about = { metric: metric.name, ...declaredAt(metric) };
  if (!typeAgrees(metric.type, found.type, isOpenMetrics(register))) {
    const message = `${name} is registered as ${found.type}, and declared as ${metric.type}`;
    add("metric-type", { message, value: found.type, ...about });
    return;
  }
  if (found.help !== metric.description) {
    const message = `help of ${name} is ${quote(found.help ?? "")}: expected ${quote(metric.description)}`;
    add("metric-description", { message, ...about });
  }
  judgeName(metric, found, register, add);
  judgeLabels(metric, found, add);
  const { buckets, quantiles } = metric;
  judgeNumbers(metric, "bucket-bounds", "buckets", buckets, found.buckets, add);
  judgeNumbers(metric, "summary-quantiles", "quantiles", quantiles, found.quantiles, add);
}

/** A counter that is registered without `_total` has one name in text and another one in OpenMetrics. */
function judgeName(metric: Metric, found: Registered, register: ClientRegister, add: Add): void {
  const full = `${familyNameOf(metric)}_total`;
  if (metric.type !== "counter" || found.name === full) return;
  if (isRegisteredAs(register, found, full)) return;
  add("spec/counter-total", {
    message: `counter ${printable(found.name)} is registered without _total: it is ${printable(found.name)} in text and ${printable(full)} in OpenMetrics`,
    metric: metric.name,
    hint: `register it as ${quote(full)}`,
    ...declaredAt(metric),
  });
}

function judgeLabels(metric: Metric, { labels }: Registered, add: Add): void {
  // A stateset writes its states as a label of its own name.
  const own = metric.type === "stateset" ? metric.name : undefined;
  const given = labels.filter((name) => name !== own).map((name) => ({ name, value: "?" }));
  for (const { rule, label, describe } of labelBreaches(metric, given, true)) {
    // Of values nothing is known yet.
    if (rule !== "undeclared-label" && rule !== "missing-label" && rule !== "label-requires") {
      continue;
    }
    add(rule, { ...describe(), metric: metric.name, label });
  }
  if (own === undefined || labels.includes(own)) return;
  const message = `${printable(own)} is registered without a label of its own name, which holds its states`;
  add("spec/stateset-label", { message, metric: own, label: own, ...declaredAt(metric) });
}

function judgeNumbers(
  metric: Metric,
  rule: "bucket-bounds" | "summary-quantiles",
  what: string,
  declared: readonly number[] | undefined,
  found: readonly number[],
  add: Add,
): void {
  const name = printable(metric.name);
  const about = { metric: metric.name, ...declaredAt(metric) };
  const fallen = found.find((value, at) => at > 0 && !(value > found[at - 1]!));
  if (fallen !== undefined) {
    const message = `${what} of ${name} are registered as ${found.join(", ")}: expected rising ones`;
    add("spec/bucket-order", { message, value: String(fallen), ...about });
  } else if (declared !== undefined && declared.join() !== found.join()) {
    const message = `${what} of ${name} are registered as ${found.join(", ") || "none"}: expected ${declared.join(", ")}`;
    add(rule, { message, ...about });
  }
}

function addUndeclared(
  registry: CompiledRegistry,
  { name }: Registered,
  meant: Metric | undefined,
  add: Add,
): void {
  add("undeclared-metric", {
    message: `metric ${quote(name)} is registered and not declared in ${printable(registry.name)}`,
    metric: name,
    ...(meant !== undefined && {
      hint: `did you mean ${quote(meant.name)}?`,
      notes: [`${printable(meant.name)} itself is not registered: renamed?`],
      ...declaredAt(meant),
    }),
  });
}

/** A metric that appears with its first event is registered before it all the same. */
function addAbsent(metric: Metric, add: Add): void {
  const { presence } = metric;
  const isConditional = presence.policy === "conditional";
  add(isConditional ? "unseen-metric" : "absent-metric", {
    message: `${printable(metric.name)} is declared but not registered`,
    metric: metric.name,
    ...(isConditional && { notes: [`it may be missing: ${quote(presence.why)}`] }),
    ...declaredAt(metric),
  });
}
