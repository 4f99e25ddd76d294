// What metrics are called in the text formats, which is what the other libraries write.

import { familyNameOf } from "../construct/index.js";
import { suffixesOf } from "../exposition/index.js";
import type { Metric } from "../registry/index.js";

/** The name of the metric's family in text. Of a counter and an info metric it is that of their sample too. */
export function textNameOf(metric: Pick<Metric, "name" | "type">): string {
  const family = familyNameOf(metric);
  if (metric.type === "counter") return `${family}_total`;
  return metric.type === "info" ? `${family}_info` : family;
}

/** The names of its family and of its samples. */
export function textNamesOf(metric: Pick<Metric, "name" | "type">): string[] {
  const text = textNameOf(metric);
  const { type } = metric;
  if (type === "counter" || type === "info") return [text];
  return [text, ...suffixesOf(type, false).map((suffix) => text + suffix)];
}
