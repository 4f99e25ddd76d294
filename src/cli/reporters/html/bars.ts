// Coverage and cardinality as bars. A bar is drawn, not styled: the policy of the page allows no style beside its own. It says what the number
// beside it says, so who does not see it misses nothing.
import { count, grouped } from "../../figures.js";
import type { LabelCardinality, MetricCardinality, SubjectCoverage } from "../reporter.js";
import { shownText } from "./shown-text.js";

/** Metrics whose bars are shown, those with the most series; the rest is counted. */
const metricsShown = 100;

/** Metrics of those whose labels are shown at once: what a reader looks for is where most series are. */
const metricsOpen = 3;

/** Labels of one metric that are shown, those with the most values. */
const labelsShown = 12;

/** Names that a list shows before it is folded away. */
const namesShown = 20;

/** How much of what is declared is there, and what is not. */
export function coverageSection({ declared, seen, absent, undeclared }: SubjectCoverage): string {
  if (declared === 0) return "";
  const lists = [
    names("Declared and not seen", absent),
    names("Seen and not declared", undeclared),
  ];
  return `<section><h3>Coverage</h3>
<p class="measure">${drawn(seen.length, declared)}<span>${grouped(seen.length)} of ${count(declared, "declared metric", "declared metrics")} seen</span></p>
${lists.join("")}</section>
`;
}

function names(title: string, list: readonly string[]): string {
  if (list.length === 0) return "";
  const items = list.map((name) => `<li><code>${shownText(name)}</code></li>`).join("");
  const open = list.length <= namesShown ? " open" : "";
  return `<details${open}><summary>${title} <b>${grouped(list.length)}</b></summary><ul class="names">${items}</ul></details>\n`;
}

/** How many series each metric has, and how many values each of its labels. */
export function cardinalitySection(metrics: readonly MetricCardinality[]): string {
  if (metrics.length === 0) return "";
  const sorted = [...metrics].sort((one, other) => other.series - one.series);
  const most = Math.max(1, sorted[0]?.series ?? 1);
  const rows = sorted
    .slice(0, metricsShown)
    .map((metric, at) => metricRow(metric, most, at < metricsOpen));
  const left = sorted.length - metricsShown;
  const more = left > 0 ? `<p class="faint">and ${count(left, "metric", "metrics")} more</p>` : "";
  return `<section><h3>Cardinality</h3>
<p class="faint">Series of each metric, and within it the distinct values of each label.</p>
${rows.join("")}${more}</section>
`;
}

function metricRow(
  { metric, series, labels }: MetricCardinality,
  most: number,
  open: boolean,
): string {
  const head = bar(shownText(metric), series, most, count(series, "series", "series"));
  if (labels.length === 0) return `<div class="metric leaf">${head}</div>\n`;
  const sorted = [...labels].sort((one, other) => other.values - one.values);
  const widest = Math.max(1, sorted[0]?.values ?? 1);
  const rows = sorted.slice(0, labelsShown).map((label) => labelRow(label, widest));
  const left = sorted.length - labelsShown;
  const more = left > 0 ? `<p class="faint">and ${count(left, "label", "labels")} more</p>` : "";
  return `<details class="metric"${open ? " open" : ""}><summary>${head}</summary>${rows.join("")}${more}</details>\n`;
}

function labelRow({ label, values, more }: LabelCardinality, most: number): string {
  const said = more ? `over ${grouped(values)} values` : count(values, "value", "values");
  return bar(shownText(label), values, most, said);
}

function bar(name: string, value: number, most: number, said: string): string {
  return `<span class="measure named"><code>${name}</code>${drawn(value, most)}<span>${said}</span></span>`;
}

function drawn(part: number, whole: number): string {
  const width = Math.round((1000 * part) / whole) / 10;
  return `<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${width}" height="1"/></svg>`;
}
