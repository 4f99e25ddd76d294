// The catalogue: one page that holds all it needs, to be opened from a disk as well as from a server.
import type { CompiledRegistry, Metric } from "../registry/index.js";
import { fileOf, type GeneratedFile, type GenerateOptions, oneLine, origin } from "./file.js";
import { entry, type Places, stabilitiesOf } from "./html/entry.js";
import { breakableName, escapeHtml } from "./html/escape.js";
import { scriptHash, styleHash } from "./html/hashes.js";
import { script } from "./html/script.js";
import { style } from "./html/style.js";

/**
 * A page of HTML with every metric of the registry: searched while one types, filtered by type, stability and label, read by day and by night. It
 * loads nothing, and its policy lets nothing run but the script it brings; without that script it can be read as it is.
 */
export function generateHtml(
  registry: CompiledRegistry,
  options: GenerateOptions = {},
): readonly GeneratedFile[] {
  const metrics = [...registry.metrics.values()];
  const places: Places = new Map(metrics.map(({ name }, at) => [name, placeOf(name, at)]));
  const name = escapeHtml(oneLine(registry.name));
  const made = origin(registry, "html", options);
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${scriptHash}'`,
    `style-src 'sha256-${styleHash}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const content = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<!-- ${made.replace(/-{2,}|[<>]/g, (found) => (found.length > 1 ? "-" : ""))} -->
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Metrics of ${name}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#page-metrics">Skip to the metrics</a>
<div class="frame">
<div class="side">
<header class="tools">
<h1>${name}</h1>
<p>${escapeHtml(registry.description ?? "")}</p>
<div role="search">
<label class="search"><span>Search names, texts, labels and values <kbd>/</kbd></span><input type="search" id="page-search" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></label>
${filters(metrics)}
</div>
<p class="count" id="page-count" role="status">${metrics.length} ${metrics.length === 1 ? "metric" : "metrics"}</p>
</header>
<nav class="index" aria-label="Metrics"><ol>
${metrics.map((metric) => indexItem(metric, places)).join("\n")}
</ol></nav>
</div>
<main id="page-metrics" tabindex="-1">
${metrics.map((metric) => entry(metric, places)).join("")}<div class="none" id="page-none" hidden>No metric fits. <button type="button" data-clear>Show all</button></div>
<footer>${escapeHtml(made)}</footer>
</main>
</div>
<p class="unseen" id="page-said" role="status"></p>
<script>${script}</script>
</body>
</html>
`;
  return fileOf(registry, ".html", content);
}

/** The id of a metric: its name where that is plain, so that links can be guessed. The ids of the page itself have hyphens. */
function placeOf(name: string, index: number): string {
  return /^\w{1,200}$/.test(name) ? name : `metric-${index + 1}`;
}

function indexItem({ name, deprecated }: Metric, places: Places): string {
  const place = escapeHtml(encodeURIComponent(places.get(name) ?? ""));
  const gone = deprecated === undefined ? "" : ' class="gone"';
  return `<li><a href="#${place}"${gone}>${breakableName(oneLine(name))}</a></li>`;
}

/** Boxes for the types and stabilities that there are, and a list of the labels. A choice of one is no choice. */
function filters(metrics: readonly Metric[]): string {
  const types = countsOf(metrics.map(({ type }) => type));
  const stabilities = countsOf(metrics.flatMap(stabilitiesOf));
  const labels = countsOf(metrics.flatMap(({ labels }) => labels.map(({ name }) => oneLine(name))));
  const options = labels.map(
    ([name, count]) =>
      `<option value="${escapeHtml(name)}">${escapeHtml(name)} (${count})</option>`,
  );
  return `<details class="filters" open><summary>Filters</summary>
${choices("type", "Type", types)}${choices("stability", "Stability", stabilities)}<label class="pick"><span>Label</span><select id="page-label"><option value="">any</option>${options.join("")}</select></label>
</details>`;
}

function choices(
  name: string,
  legend: string,
  counts: readonly (readonly [string, number])[],
): string {
  if (counts.length < 2) return "";
  const boxes = counts.map(
    ([value, count]) =>
      `<label class="choice"><input type="checkbox" name="${name}" value="${value}">${value} <small>${count}</small></label>`,
  );
  return `<fieldset><legend>${legend}</legend>${boxes.join("")}</fieldset>\n`;
}

/** Each text with how often it is there, in order. */
function countsOf(texts: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}
