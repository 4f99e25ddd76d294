// What is wrong with a number that is recorded. The checks themselves stand in the handles, where they are hot; these are the words.

import { boundsInWords, boundsRule } from "../check/index.js";
import { declaredAt, givenAs, objectionsToBounds, refuse, refuseIf } from "../construct/index.js";
import { printable } from "../diagnostics/index.js";
import type { Metric } from "../registry/index.js";

/** Throws a PromschemaError for what a counter cannot grow by. */
export function refuseGrowth(metric: Metric, value: unknown): void {
  const name = printable(metric.name);
  refuseUnlessFinite(metric, value, `${name} is to grow by`);
  if (value < 0) {
    refuse("spec/counter-value", {
      message: `counter ${name} is to grow by ${value}: expected a number that is not negative`,
      metric: metric.name,
      hint: "what falls is a gauge",
      ...declaredAt(metric),
    });
  }
  refuseFraction(metric, value, `${name} is to grow by ${value}`);
}

/** Throws a PromschemaError for what a gauge cannot change by. */
export function refuseChange(metric: Metric, value: unknown): void {
  const what = `${printable(metric.name)} is to change by`;
  refuseUnlessFinite(metric, value, what);
  refuseFraction(metric, value, `${what} ${value}`);
}

/** Throws a PromschemaError for what a gauge cannot be. */
export function refuseLevel(metric: Metric, value: unknown): void {
  refuseUnlessNumber(metric, value, `${printable(metric.name)} is set to`);
  refuseIf(objectionsToBounds(metric, value, `${printable(metric.name)} is set to ${value}`));
}

/** Throws a PromschemaError for what is no observation of a histogram or summary. */
export function refuseObservation(metric: Metric, value: unknown): void {
  const what = `observation of ${printable(metric.name)} is`;
  refuseUnlessFinite(metric, value, what);
  if (metric.type === "summary" && value < 0) {
    refuse("spec/summary-value", {
      message: `${what} ${value}: OpenMetrics allows none below zero`,
      metric: metric.name,
      ...declaredAt(metric),
    });
  }
  refuseIf(objectionsToBounds(metric, value, `${what} ${value}`));
}

function refuseUnlessNumber(metric: Metric, value: unknown, what: string): asserts value is number {
  if (typeof value === "number") return;
  refuseKind(metric, `${what} ${givenAs(value)}: expected a number`);
}

function refuseUnlessFinite(metric: Metric, value: unknown, what: string): asserts value is number {
  refuseUnlessNumber(metric, value, what);
  if (!Number.isFinite(value)) refuseKind(metric, `${what} ${value}: expected a finite number`);
}

function refuseKind(metric: Metric, message: string): never {
  refuse("construct/argument", { message, metric: metric.name, ...declaredAt(metric) });
}

/** Of a change only this is known to break the bounds: what is whole stays whole by whole steps alone. */
function refuseFraction(metric: Metric, value: number, what: string): void {
  if (!metric.value.integer || Number.isInteger(value)) return;
  const message = `${what}: expected ${boundsInWords(metric, "value-integer")}`;
  refuse("value-integer", { message, metric: metric.name, ...declaredAt(metric) });
}

/** Whether a series of the metric may begin at 0. */
export function mayBeZero(metric: Metric): boolean {
  return boundsRule(metric, 0) === undefined;
}
