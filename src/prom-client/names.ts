// What a register may hold beside what it holds.

import { textNameOf, textNamesOf } from "../binding/index.js";
import { type Objection, objection, wireNamesOf } from "../construct/index.js";
import { printable, quote } from "../diagnostics/index.js";
import type { Metric } from "../registry/index.js";
import { type ClientRegister, isOpenMetrics } from "./client.js";
import { registeredIn } from "./registered.js";

/** What the client has no way to hold of a metric. */
export function objectionsToMetric(metric: Metric): Objection[] {
  const subject = printable(metric.name);
  const say = (message: string, label?: string) =>
    objection("construct/unsupported", [], {
      message: `${subject} ${message}`,
      metric: metric.name,
      ...(label !== undefined && { label }),
      hint: "leave it out with the option only",
    });
  const objections: Objection[] = [];
  if (metric.type === "gaugehistogram") {
    objections.push(say("is a gaugehistogram, which the client does not have"));
  }
  if (!/^[a-zA-Z_:][\w:]*$/.test(metric.name)) {
    objections.push(say("has a name that the client refuses: expected letters, digits, _ and :"));
  }
  for (const { name } of metric.labels) {
    if (/^[a-zA-Z_]\w*$/.test(name) && name !== "__proto__") continue;
    const message = `has the label ${quote(name)}, which the client cannot write: expected letters, digits and _`;
    objections.push(say(message, name));
  }
  return objections;
}

/** Names that metrics have already in what the register writes: those of the register, and those of one another. */
export function objectionsToNames(
  metrics: readonly Metric[],
  register: ClientRegister,
): Objection[] {
  const isOpen = isOpenMetrics(register);
  const taken = new Map<string, string>();
  for (const { name, type } of registeredIn(register)) {
    // What other code registers as a counter is written by the name that it has.
    const inText = type === "counter" ? [name] : textNamesOf({ name, type });
    const names = isOpen ? wireNamesOf({ name, type }) : inText;
    for (const wire of names) taken.set(wire, `the metric ${quote(name)} of the register`);
  }
  return metrics.flatMap((metric) => {
    const names = isOpen ? wireNamesOf(metric) : textNamesOf(metric);
    const clash = [textNameOf(metric), ...names].find(
      (name) => taken.has(name) || register.getSingleMetric(name) !== undefined,
    );
    const owner = clash === undefined ? undefined : taken.get(clash);
    for (const name of names) taken.set(name, printable(metric.name));
    if (clash === undefined) return [];
    return objection("construct/name-clash", [], {
      message: `${printable(metric.name)} cannot be registered: ${clash} is taken by ${owner ?? "a metric of the register"}`,
      metric: metric.name,
      hint: "bind a registry to a register once, and leave out with the option only what other code registers",
    });
  });
}
