// A query to begin with, fitting the type of a metric, and the line that it is written as. Names that need quotes have them.
import type { Label, LabelDefinition, Metric } from "../../registry/index.js";

const plainName = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;

/** A name in quotes, as PromQL and the text format have strings. */
function quoted(name: string): string {
  return `"${name.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll('"', '\\"')}"`;
}

function selector(name: string, matchers: string, range: string): string {
  if (plainName.test(name)) return `${name}${matchers === "" ? "" : `{${matchers}}`}${range}`;
  return `{${quoted(name)}${matchers === "" ? "" : `, ${matchers}`}}${range}`;
}

/** PromQL that answers the first question about a metric of its type. */
export function starterQuery(metric: Metric): string {
  const { name, type, quantiles } = metric;
  const rate = (suffix: string): string => `rate(${selector(name + suffix, "", "[5m]")})`;
  switch (type) {
    case "counter":
      return `sum(${rate("")})`;
    case "histogram":
      return `histogram_quantile(0.95, sum by (le) (${rate("_bucket")}))`;
    case "gaugehistogram":
      return `histogram_quantile(0.95, sum by (le) (${selector(`${name}_bucket`, "", "")}))`;
    case "summary": {
      const last = quantiles?.at(-1);
      if (last !== undefined) return `max(${selector(name, `quantile="${last}"`, "")})`;
      return `sum(${rate("_sum")}) / sum(${rate("_count")})`;
    }
    case "stateset":
      return `${selector(name, "", "")} == 1`;
    case "info":
      return selector(infoName(name), "", "");
    default:
      if (isMoment(metric)) return `time() - ${selector(name, "", "")}`;
      return `${isShare(metric) ? "avg" : "sum"}(${selector(name, "", "")})`;
  }
}

/** Shares and states of matter: the sum of several of them says nothing. */
function isShare({ name, unit = "", value: { max } }: Metric): boolean {
  const ofMatter = /(?:ratio|percent|celsius|kelvin|volts|hertz)$/i;
  return max !== undefined || ofMatter.test(name) || ofMatter.test(unit);
}

/** A moment, as seconds since the epoch. */
function isMoment({ name, type }: Metric): boolean {
  return type === "gauge" && /(?:timestamp|(?:start|end|created)_time)_seconds$/.test(name);
}

function infoName(name: string): string {
  return name.endsWith("_info") ? name : `${name}_info`;
}

/** A label of a line as it is shown. */
export interface ShownLabel {
  /** As the format writes it, with quotes where it needs them. */
  readonly name: string;
  readonly value: string;
  /** The label that it is; undefined for one that the format writes itself. */
  readonly label: Label | undefined;
}

/** A line of an exposition, in parts. */
export interface ShownLine {
  readonly name: string;
  readonly labels: readonly ShownLabel[];
  readonly value: string;
}

/** A line as the text format has it, with a value for every label. */
export function exampleLine(metric: Metric): ShownLine {
  const { name, type, labels, buckets, quantiles, states } = metric;
  const shown = labels.map(
    (label): ShownLabel => ({
      name: labelName(label.name),
      value: exampleOf(label.definition),
      label,
    }),
  );
  const own = (own: string, value: string): ShownLabel => ({
    name: labelName(own),
    value,
    label: undefined,
  });
  switch (type) {
    case "histogram":
    case "gaugehistogram": {
      const bound = buckets?.[Math.floor(buckets.length / 2)] ?? 0.5;
      return { name: `${name}_bucket`, labels: [...shown, own("le", String(bound))], value: "12" };
    }
    case "summary": {
      const quantile = quantiles?.at(-1) ?? 0.99;
      return { name, labels: [...shown, own("quantile", String(quantile))], value: "0.25" };
    }
    case "stateset":
      return { name, labels: [...shown, own(name, states?.[0] ?? "…")], value: "1" };
    case "info":
      return { name: infoName(name), labels: shown, value: "1" };
    default:
      return { name, labels: shown, value: exampleValue(metric) };
  }
}

/** Whether the format writes the name of a metric within the braces. */
export function isQuoted(name: string): boolean {
  return !plainName.test(name);
}

/** The name within the braces, in quotes. */
export { quoted as quotedName };

function labelName(name: string): string {
  return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name) ? name : quoted(name);
}

function exampleOf({ type, enum: values, examples }: LabelDefinition): string {
  const [first] = examples ?? [];
  if (first !== undefined) return first;
  if (values?.[0] !== undefined) return values[0].value;
  if (type === "boolean") return "true";
  return type === "integer" ? "1" : "…";
}

function exampleValue({ value: { min, max } }: Metric): string {
  const wanted = 12;
  if (max !== undefined && max < wanted) return String(max);
  return String(min !== undefined && min > wanted ? min : wanted);
}
