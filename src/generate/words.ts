// What a registry says of a metric, in words. Whoever prints them escapes them for their place.
import type { Metric, Presence } from "../registry/index.js";
import { oneLine } from "./file.js";

/** The text as one line. */
export const unbroken = oneLine;

/** What the values of a metric are, after what they are called; undefined where anything goes. */
export function valueWords({
  type,
  value,
}: Metric): readonly [subject: string, words: string] | undefined {
  const { min, max, integer } = value;
  const bounds = boundWords(min, max);
  const kind = integer ? "whole numbers" : "";
  if (kind === "" && bounds === "") return undefined;
  const isObserved = type === "histogram" || type === "gaugehistogram" || type === "summary";
  const words = [kind, bounds].filter((part) => part !== "").join(", ");
  return [isObserved ? "Observations" : "Values", words];
}

function boundWords(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return `from ${min} to ${max}`;
  if (min !== undefined) return `at least ${min}`;
  return max === undefined ? "" : `at most ${max}`;
}

/** When the metric is in an exposition. */
export function whenPresent(presence: Presence): string {
  if (presence.policy === "always") return "Always there.";
  if (presence.policy === "after-event") return "Appears with its first event.";
  const why = oneLine(presence.why);
  return `May be missing: ${why}${/[.!?]$/.test(why) ? "" : "."}`;
}
