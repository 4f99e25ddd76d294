import { nameOf } from "./collector.js";
import type { Metric } from "./registry.js";
import { type Remark, type Remarks, remarksOnName } from "./remark.js";
import { abbreviationIn, bareName, unitIn } from "./units.js";

type Say = (rule: Remark["rule"], message: string, more?: Partial<Remark>) => void;

/** The rules for one metric. */
export function lintMetric(metric: Metric, remark: Remarks): void {
  const words = `${metric.type} ${nameOf(metric.name)}`;
  const say: Say = (rule, message, more) => {
    const at = metric.position === undefined ? {} : { position: metric.position };
    remark({ rule, message, metric: metric.name, ...at, ...more });
  };
  lintDescription(metric, words, say);
  for (const { rule, message, ...more } of remarksOnName("metric", metric.name, words)) {
    say(rule, message, more);
  }
  if (metric.name.includes(":")) {
    say("naming/colon", `expected a name without colons, found ${words}`);
  }
  lintTotal(metric, words, say);
  lintReservedSuffix(metric, words, say);
  lintTypeInName(metric, words, say);
  lintUnits(metric, words, say);
  lintReservedLabels(metric, words, say);
  const { deprecated } = metric;
  const hasWay = deprecated?.renamedTo !== undefined || deprecated?.reason !== undefined;
  if (deprecated !== undefined && !hasWay) {
    const message = `expected renamedTo or a reason in the deprecation of ${words}, found neither`;
    say("naming/deprecated-without-way", message);
  }
}

function lintDescription({ description }: Metric, words: string, say: Say): void {
  if (description.trim() === "") {
    say("naming/description-missing", `expected a description of ${words}, found none`);
  } else if (/[\r\n]/.test(description)) {
    say("naming/description-lines", `expected one line as description of ${words}, found several`);
  }
}

function lintTotal({ name, type }: Metric, words: string, say: Say): void {
  const hasSuffix = name.endsWith("_total");
  if (type === "counter" && !hasSuffix) {
    const message = `expected a counter's name to end in _total, found ${nameOf(name)}`;
    say("naming/counter-total", message, { hint: `call it ${nameOf(`${name}_total`)}` });
  } else if (hasSuffix && type !== "counter" && type !== "unknown") {
    say("naming/counter-total", `expected _total only in a counter's name, found ${words}`);
  }
}

/** Suffixes that the formats append, and the types whose samples have them. */
const reservedSuffixes: readonly (readonly [string, readonly Metric["type"][]])[] = [
  ["_bucket", ["histogram", "gaugehistogram"]],
  ["_count", ["histogram", "summary"]],
  ["_sum", ["histogram", "summary"]],
  ["_created", []],
];

function lintReservedSuffix({ name, type }: Metric, words: string, say: Say): void {
  if (type === "unknown") return;
  for (const [suffix, types] of reservedSuffixes) {
    if (!name.endsWith(suffix) || types.includes(type)) continue;
    const owner = types.length === 0 ? "the time a series began" : `a ${types.join(" or ")}`;
    say("naming/reserved-suffix", `expected ${suffix} only for ${owner}, found ${words}`);
  }
}

/** Types that are no ordinary words of a name: `_info` of an info and a state set are as they should be. */
const typesInNames = ["counter", "gauge", "histogram", "summary", "gaugehistogram"] as const;

function lintTypeInName({ name, type }: Metric, words: string, say: Say): void {
  const lower = name.toLowerCase();
  for (const word of typesInNames) {
    if (word !== type || !(lower.includes(`_${word}_`) || lower.endsWith(`_${word}`))) continue;
    say("naming/type-in-name", `expected a name that does not repeat its type, found ${words}`);
  }
}

function lintUnits(metric: Metric, words: string, say: Say): void {
  const { name, unit } = metric;
  const scaled = unitIn(name);
  if (scaled !== undefined) {
    const message = `expected the base unit ${scaled.base} in the name, found ${scaled.found} in ${words}`;
    say("naming/base-unit", message);
  }
  const abbreviation = abbreviationIn(name);
  if (abbreviation !== undefined) {
    const message = `expected units spelt out in the name, found ${abbreviation} in ${words}`;
    say("naming/unit-abbreviation", message);
  }
  if (unit === undefined) return;
  const bare = bareName(name);
  if (bare === unit || bare.endsWith(`_${unit}`)) return;
  const message = `expected the name to end in its unit ${nameOf(unit)}, found ${words}`;
  say("naming/unit-suffix", message, { value: unit });
}

function lintReservedLabels(metric: Metric, words: string, say: Say): void {
  for (const { name, position } of metric.labels) {
    const owner = ownerOf(name, metric.type);
    if (owner === undefined) continue;
    const at = position === undefined ? {} : { position };
    const message = `expected label ${name} only in a ${owner}, found it in ${words}`;
    say("naming/reserved-label", message, { label: name, ...at });
  }
}

/** The type whose samples the label belongs to, where that is another one. */
function ownerOf(label: string, type: Metric["type"]): string | undefined {
  if (label === "le" && type !== "histogram" && type !== "gaugehistogram") return "histogram";
  return label === "quantile" && type !== "summary" ? "summary" : undefined;
}
