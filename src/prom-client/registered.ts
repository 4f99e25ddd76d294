// What stands in a register, read as the data it is: the client's declarations tell little of it, and programs put objects of their own there.

import { type FamilyType, familyTypes } from "../exposition/index.js";
import type { ClientRegister } from "./client.js";

/** A metric of a register: what it says of itself, as far as it says it. */
export interface Registered {
  readonly name: string;
  readonly type: FamilyType;
  readonly help: string | undefined;
  readonly labels: readonly string[];
  /** Bounds of a histogram, without +Inf. */
  readonly buckets: readonly number[];
  readonly quantiles: readonly number[];
}

/** All that is registered. The labels that the register adds to every series are among those of each. */
export function registeredIn(register: ClientRegister): Registered[] {
  const shared = Object.keys(fieldsOf(fieldsOf(register)["_defaultLabels"]));
  return register.getMetricsAsArray().flatMap((metric) => {
    const { name, type, help, labelNames, upperBounds, percentiles } = fieldsOf(metric);
    if (typeof name !== "string") return [];
    return {
      // An info metric that is bound here is registered by the name of its sample.
      name: type === "info" ? name.replace(/(?<=.)_info$/, "") : name,
      type: typeOf(type),
      help: typeof help === "string" ? help : undefined,
      labels: [...new Set([...listOf(labelNames, isText), ...shared])],
      buckets: listOf(upperBounds, isNumber).filter((bound) => bound !== Infinity),
      quantiles: listOf(percentiles, isNumber),
    };
  });
}

/** Whether the register knows the metric by that name: OpenMetrics takes `_total` off the name that it has itself. */
export function isRegisteredAs(register: ClientRegister, { name }: Registered, as: string) {
  return fieldsOf(register.getSingleMetric(as))["name"] === name;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  // Any object has fields by name; those that are not there are undefined.
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function typeOf(type: unknown): FamilyType {
  return familyTypes.find((known) => known === type) ?? "unknown";
}

function listOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): Item[] {
  return Array.isArray(value) ? value.filter(isItem) : [];
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}
