// Parts of what a program gives, each read once and held to its kind.

import { printable } from "../diagnostics/index.js";
import type { Metric } from "../registry/index.js";
import { readOwnFields } from "./own-fields.js";
import { givenAs, refuse } from "./refusal.js";

/** Times beyond are none that a Date could tell. */
const lastTime = 8.64e15;

/** Reads a time. Throws a PromschemaError for what is none. */
export function readTime(metric: Metric, what: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "number" && Math.abs(value) <= lastTime) return value;
  return refuseKind(metric, what, "a time in milliseconds since the epoch", value);
}

/** The items of a list, each read once. Throws a PromschemaError for what is no list. */
export function readList(metric: Metric, what: string, given: unknown): unknown[] {
  try {
    if (Array.isArray(given)) {
      return Array.from({ length: given.length }, (_, at): unknown => given[at]);
    }
  } catch (cause) {
    refuseReading(metric, what, cause);
  }
  return refuseKind(metric, what, "a list", given);
}

/** The fields of a value that is an object. Throws a PromschemaError for what is none. */
export function readFields(
  metric: Metric,
  what: string,
  given: unknown,
): ReadonlyMap<string, unknown> {
  const read = readOwnFields(given);
  if (read.ok) return read.fields;
  if (read.why === "thrown") refuseReading(metric, what, read.cause);
  return refuseKind(metric, what, "an object", given);
}

/** A number of observations. Throws a PromschemaError for what is none. */
export function readCount(metric: Metric, what: string, given: unknown): number {
  if (typeof given === "number" && Number.isSafeInteger(given) && given >= 0) return given + 0;
  const isSummary = metric.type === "summary";
  return refuse(isSummary ? "spec/summary-value" : "spec/histogram-value", {
    message: `${what} of ${printable(metric.name)} is ${givenAs(given)}: expected a whole number that is not negative`,
    metric: metric.name,
  });
}

/** A number. Throws a PromschemaError for what is none; NaN is one. */
export function readNumber(metric: Metric, what: string, given: unknown): number {
  return typeof given === "number" ? given : refuseKind(metric, what, "a number", given);
}

function refuseKind(metric: Metric, what: string, expected: string, given: unknown): never {
  refuse("construct/argument", {
    message: `${what} of ${printable(metric.name)}: expected ${expected}, found ${givenAs(given)}`,
    metric: metric.name,
  });
}

function refuseReading(metric: Metric, what: string, cause: unknown): never {
  const message = `${what} of ${printable(metric.name)} threw while it was read`;
  refuse("construct/argument", { message, metric: metric.name }, cause);
}
