// Arbitrary expositions that break a rule, each with the rule that it breaks.

import fc from "fast-check";
import { createFinding, PromschemaError, type RuleId } from "../diagnostics/index.js";
import { type Exposition, serializeExposition } from "../exposition/index.js";
import type { CompiledRegistry, Metric } from "../registry/index.js";
import { expositions } from "./expositions.js";
import type { Breach } from "./wrong/breach.js";
import { wrongForm } from "./wrong/wrong-form.js";
import { wrongLabels } from "./wrong/wrong-labels.js";
import { wrongValues } from "./wrong/wrong-values.js";

/** A payload that a check does not let pass. */
export interface WrongExposition {
  /** A rule that it breaks. Others may be broken with it: a label that is missing is missed by those that require it too. */
  readonly rule: RuleId;
  /** The metric that breaks it. */
  readonly metric: string;
  /** The payload, in Prometheus text 1.0.0. */
  readonly text: string;
}

export interface WrongOptions {
  /** The rules to break. @default all that can be broken with the metrics of the registry */
  readonly rules?: readonly RuleId[];
}

/**
 * Expositions that are wrong on purpose: right ones of a registry, and in each one metric that breaks a rule. A check against the registry has
 * a finding of that rule.
 *
 * Throws a PromschemaError where no metric of the registry can break any of the rules.
 */
export function wrongExpositions(
  registry: CompiledRegistry,
  { rules }: WrongOptions = {},
): fc.Arbitrary<WrongExposition> {
  const wanted = new Set(rules);
  const ways = waysToBreak(registry).filter(({ rule }) => rules === undefined || wanted.has(rule));
  const breakable = [...new Set(ways.map(({ rule }) => rule))];
  if (breakable.length === 0) {
    const message = `no metric of ${registry.name} can break any of the rules`;
    throw new PromschemaError([
      createFinding({ rule: "construct/argument", severity: "error", message }),
    ]);
  }
  const right = expositions(registry);
  // A rule first, so that one which each label of each metric can break is not all that is drawn.
  return fc
    .constantFrom(...breakable)
    .chain((rule) => fc.constantFrom(...ways.filter((way) => way.rule === rule)))
    .chain(({ rule, metric, lines }) =>
      fc.tuple(textWithout(right, metric), lines).map(([text, wrong]) => ({
        rule,
        metric,
        text: text + wrong,
      })),
    );
}

interface Way extends Breach {
  readonly metric: string;
}

function waysToBreak(registry: CompiledRegistry): Way[] {
  const metrics = [...registry.metrics.values()];
  const apart = metrics.filter(
    ({ name }) => !metrics.some((other) => other.name !== name && areRelated(name, other.name)),
  );
  return [
    undeclared(registry),
    ...apart.flatMap((metric) =>
      [...wrongLabels(metric), ...wrongValues(metric), ...wrongForm(metric), ...absent(metric)].map(
        (breach) => ({ ...breach, metric: metric.name }),
      ),
    ),
  ];
}

function undeclared(registry: CompiledRegistry): Way {
  let metric = "nobody_declared_this";
  while ([...registry.metrics.keys()].some((name) => areRelated(name, metric))) metric += "_either";
  return {
    rule: "undeclared-metric",
    metric,
    lines: fc.nat().map((value) => `# TYPE ${metric} gauge\n${metric} ${value}\n`),
  };
}

function absent({ presence }: Metric): Breach[] {
  return presence.policy === "always" ? [{ rule: "absent-metric", lines: fc.constant("") }] : [];
}

const suffixes = /_(?:total|info|created|bucket|sum|count|gsum|gcount)$/;

/** Whether the families of two metrics may be taken for each other in some format: they are the same but for suffixes. */
function areRelated(one: string, other: string): boolean {
  return stem(one) === stem(other);
}

function stem(name: string): string {
  const shorter = name.replace(suffixes, "");
  return shorter === name ? name : stem(shorter);
}

/** A right exposition without the metric. */
function textWithout(right: fc.Arbitrary<Exposition>, metric: string): fc.Arbitrary<string> {
  return right.map(({ families, ...rest }) =>
    serializeExposition(
      { ...rest, families: families.filter(({ name }) => !areRelated(name, metric)) },
      { format: "prometheus-text-1.0.0" },
    ),
  );
}
