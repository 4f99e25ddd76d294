import { boundsInWords, boundsRule } from "../check/index.js";
import { type Position, printable } from "../diagnostics/index.js";
import type { Metric } from "../registry/index.js";
import { givenAs, type Objection, objection } from "./refusal.js";

/** All that is wrong with the value of a sample: what is no number, a counter below zero, an info that is not 1, what is out of bounds. */
export function objectionsToValue(metric: Metric, value: unknown): Objection[] {
  const name = printable(metric.name);
  const about = { metric: metric.name, ...declaredAt(metric) };
  if (typeof value !== "number") {
    const message = `the value of ${name} is ${givenAs(value)}: expected a number`;
    return [objection("construct/argument", ["value"], { message, ...about })];
  }
  if (metric.type === "counter" && !(value >= 0)) {
    const message = `counter ${name} is ${value}: expected a number that is not negative`;
    return [objection("spec/counter-value", ["value"], { message, ...about })];
  }
  if (metric.type === "info" && value !== 1) {
    const message = `info ${name} is ${value}: expected 1`;
    return [objection("spec/info-value", ["value"], { message, ...about })];
  }
  return objectionsToBounds(metric, value, `${name} is ${value}`);
}

/** What is wrong with a number by the bounds that the metric declares. */
export function objectionsToBounds(metric: Metric, value: number, what: string): Objection[] {
  const rule = boundsRule(metric, value);
  if (rule === undefined) return [];
  const message = `${what}: expected ${boundsInWords(metric, rule)}`;
  return [objection(rule, ["value"], { message, metric: metric.name, ...declaredAt(metric) })];
}

/** Where the registry declares the metric, where that is known. */
export function declaredAt({ position }: Metric): { readonly declared?: Position } {
  return position === undefined ? {} : { declared: position };
}
