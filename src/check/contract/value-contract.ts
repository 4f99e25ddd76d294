import type { CurrentLine } from "../current-line.js";
import type { FindingSink } from "../finding-sink.js";
import { declaredAt, type MetricContract } from "./metric-contract.js";

/** Judges a sample value by the metric's bounds. For counters, gauges and metrics of unknown type. */
export function judgeBounds(
  contract: MetricContract,
  value: number,
  sink: FindingSink,
  line: CurrentLine,
): void {
  const { name, value: bounds, position } = contract.metric;
  const { min = -Infinity, max = Infinity, integer } = bounds;
  if (value >= min && value <= max && (!integer || Number.isInteger(value))) return;
  const outside = !(value >= min && value <= max);
  const rule = outside ? "value-bounds" : "value-integer";
  if (sink.again(rule, name) !== undefined) return;
  sink.add({
    rule,
    metric: name,
    message: outside
      ? `${name} is ${value}: expected ${expected(min, max)}`
      : `${name} is ${value}: expected a whole number`,
    ...line.value(),
    ...declaredAt(position),
  });
}

function expected(min: number, max: number): string {
  if (max === Infinity) return min === -Infinity ? "a number" : `at least ${min}`;
  return min === -Infinity ? `at most ${max}` : `${min} to ${max}`;
}
