// Exemplars (OpenMetrics 1.0, section 4.1) as a program gives them.

import { printable, quote } from "../diagnostics/index.js";
import type { Exemplar } from "../exposition/index.js";
import type { Metric } from "../registry/index.js";
import { readFields, readTime } from "./given-fields.js";
import { givenAs, refuse } from "./refusal.js";

/** Most code points of all label names and values together. */
const longestLabels = 128;

/** Reads an exemplar. Throws a PromschemaError for what no reader would take. */
export function readExemplar(metric: Metric, given: unknown): Exemplar {
  const fields = readFields(metric, "an exemplar", given);
  const value = fields.get("value");
  if (typeof value !== "number" || Number.isNaN(value)) {
    refuse("construct/argument", {
      message: `the value of an exemplar of ${printable(metric.name)} is ${givenAs(value)}: expected a number`,
      metric: metric.name,
    });
  }
  const labels: Record<string, string> = Object.create(null);
  let length = 0;
  for (const [label, text] of readFields(metric, "labels of an exemplar", fields.get("labels"))) {
    labels[label] = readText(metric, label, text);
    length += Array.from(label).length + Array.from(labels[label]).length;
  }
  if (length > longestLabels) {
    refuse("spec/exemplar-length", {
      message: `exemplar labels of ${printable(metric.name)} have ${length} characters: at most ${longestLabels} are allowed`,
      metric: metric.name,
    });
  }
  const timestamp = readTime(metric, "timestamp of an exemplar", fields.get("timestamp"));
  return Object.freeze({
    labels: Object.freeze(labels),
    value,
    ...(timestamp !== undefined && { timestamp }),
  });
}

function readText(metric: Metric, label: string, text: unknown): string {
  const isName = label !== "" && label !== "__name__" && !/\p{Surrogate}/u.test(label);
  if (isName && typeof text === "string" && !/\p{Surrogate}/u.test(text)) return text;
  return refuse("construct/argument", {
    message: isName
      ? `${quote(label)} of an exemplar of ${printable(metric.name)} is ${givenAs(text)}: expected a text`
      : `an exemplar of ${printable(metric.name)} has a label ${quote(label)}: expected a name`,
    metric: metric.name,
  });
}
