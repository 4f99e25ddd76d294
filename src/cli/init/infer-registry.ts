import type { MetricFamily } from "../../exposition/index.js";

/** Labels that the scraper adds: no service declares them. */
const targetLabels: ReadonlySet<string> = new Set(["job", "instance"]);

interface FoundLabel {
  readonly name: string;
  readonly optional: boolean;
}

/** A registry that declares what a payload has, as YAML to be completed by hand. */
export function inferRegistry(name: string, families: readonly MetricFamily[]): string {
  const metrics = families.map((family) => ({ family, labels: labelsOf(family.series) }));
  const shared = [...new Set(metrics.flatMap(({ labels }) => labels.map((label) => label.name)))];
  return [
    "# yaml-language-server: $schema=./node_modules/promschema/schemas/registry.schema.json",
    "# What one scrape showed. Look it through: which metrics are always there, which values a label may have (enum), what labels mean.",
    `registry: ${text(name)}`,
    ...(shared.length === 0
      ? []
      : ["", "labels:", ...shared.sort().map((label) => `  ${text(label)}: {}`)]),
    "",
    metrics.length === 0 ? "metrics: {}" : "metrics:",
    ...metrics.flatMap(({ family, labels }) => metricLines(family, labels)),
    "",
  ].join("\n");
}

function metricLines(family: MetricFamily, labels: readonly FoundLabel[]): readonly string[] {
  const { name, type, help } = family;
  const listed = labels.map((label) => text(`${label.name}${label.optional ? "?" : ""}`));
  const states = statesOf(family);
  // Series with labels begin with the first event, as a rule.
  const later = labels.length > 0 && ["counter", "histogram", "summary"].includes(type);
  return [
    `  ${text(type === "counter" && !name.endsWith("_total") ? `${name}_total` : name)}:`,
    `    type: ${type}`,
    ...(help === undefined || help.trim() === "" ? [] : [`    description: ${text(help.trim())}`]),
    ...(listed.length === 0 ? [] : [`    labels: [${listed.join(", ")}]`]),
    ...(states.length === 0 ? [] : [`    states: [${states.map(text).join(", ")}]`]),
    ...(later ? ["    presence: after-event"] : []),
  ];
}

function labelsOf(series: MetricFamily["series"]): readonly FoundLabel[] {
  const counts = new Map<string, number>();
  for (const { labels } of series) {
    for (const [name, value] of Object.entries(labels)) {
      // An empty label is an absent one.
      if (value !== "" && !targetLabels.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].map(([name, count]) => ({ name, optional: count < series.length }));
}

function statesOf(family: MetricFamily): readonly string[] {
  if (family.type !== "stateset") return [];
  return [...new Set(family.series.flatMap(({ value }) => value.map((each) => each.state)))];
}

const words: ReadonlySet<string> = new Set([
  "true",
  "false",
  "null",
  "y",
  "n",
  "yes",
  "no",
  "on",
  "off",
]);

/** A text as YAML has it: JSON where it could be read as anything else. */
function text(written: string): string {
  const plain = /^[a-zA-Z_][\w-]*\??$/.test(written) && !words.has(written.toLowerCase());
  return plain ? written : JSON.stringify(written);
}
