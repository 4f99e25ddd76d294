// Numbers that a program records.

import { declaredAt, givenAs, objectionsToBounds, refuse, refuseIf } from "../construct/index.js";
import { printable } from "../diagnostics/index.js";
import type { Metric } from "../registry/index.js";

/** Reads a number that is added to another. Throws a PromschemaError for what is no finite number. */
export function readAmount(metric: Metric, what: string, value: unknown): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  return refuse("construct/argument", {
    message: `${what} of ${printable(metric.name)} is ${givenAs(value)}: expected a finite number`,
    metric: metric.name,
  });
}

/** Reads what is added to a counter. Throws a PromschemaError for what is no finite number, and for one below zero. */
export function readIncrement(metric: Metric, value: unknown): number {
  const amount = readAmount(metric, "the increment", value);
  if (amount < 0) {
    refuse("spec/counter-value", {
      message: `the increment of counter ${printable(metric.name)} is ${amount}: expected a number that is not negative`,
      metric: metric.name,
      hint: "what may fall is a gauge",
      ...declaredAt(metric),
    });
  }
  return amount;
}

/** Throws a PromschemaError where a value is out of the bounds that the metric declares. */
export function judgeNext(metric: Metric, next: number): void {
  refuseIf(objectionsToBounds(metric, next, `${printable(metric.name)} would be ${next}`));
}

/** Whether the metric declares bounds for its values. */
export function isBounded({ value }: Metric): boolean {
  return value.integer || value.min !== undefined || value.max !== undefined;
}

/** Whether a value is within them. */
export function isWithinBounds(metric: Metric, value: number): boolean {
  return objectionsToBounds(metric, value, "").length === 0;
}
