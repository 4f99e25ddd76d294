// What the name and the unit of a metric tell about its values, beyond what its document says.
import type { Metric } from "../registry/index.js";

/** Whether the value is a moment, in seconds since the epoch. */
export function isMoment({ name, type }: Metric): boolean {
  return type === "gauge" && /(?:timestamp|(?:start|end|created)_time)_seconds$/.test(name);
}

/** Whether the value is a share or a state of matter: the sum of several of them says nothing. */
export function isShare({ name, unit = "", value: { max } }: Metric): boolean {
  const ofMatter = /(?:ratio|percent|celsius|kelvin|volts|hertz)$/i;
  return max !== undefined || ofMatter.test(name) || ofMatter.test(unit);
}
