// What a registry says of a metric, in words. Whoever prints them escapes them for their place.
import type { Metric, Presence } from "../registry/index.js";
import { oneLine } from "./file.js";

/** The text as one line. */
export const unbroken = oneLine;

/** Bounds of the values of a metric in a sentence; undefined where it has none. */
export function valueWords({ type, value }: Metric): string | undefined {
  const { min, max, integer } = value;
  const subject = type === "histogram" || type === "summary" ? "Observations are" : "Values are";
  const bounds = boundWords(min, max);
  if (integer) return `${subject} whole numbers${bounds === "" ? "" : `, ${bounds}`}.`;
  return bounds === "" ? undefined : `${subject} ${bounds}.`;
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
