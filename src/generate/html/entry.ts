// One metric on the page.
import type { Label, Metric } from "../../registry/index.js";
import { unbroken, valueWords, whenPresent } from "../words.js";
import { breakableCode, breakableName, escapeHtml, paragraphs } from "./escape.js";
import { exampleLine, isQuoted, quotedName, starterQuery } from "./query.js";

/** Where metrics are on the page: `id` of each, by name. */
export type Places = ReadonlyMap<string, string>;

/** The words by which the page filters stabilities. */
export function stabilitiesOf({ stability, deprecated }: Metric): readonly string[] {
  return deprecated === undefined ? [stability] : [stability, "deprecated"];
}

/** An article with all that the registry says of a metric. */
export function entry(metric: Metric, places: Places): string {
  const { name, type, description, note, labels } = metric;
  const id = places.get(name) ?? "";
  const data = [
    `data-type="${type}"`,
    `data-stability="${stabilitiesOf(metric).join(" ")}"`,
    `data-labels="${escapeHtml(labels.map((label) => unbroken(label.name)).join("\n"))}"`,
  ].join(" ");
  return `<article class="metric" id="${escapeHtml(id)}" aria-labelledby="${escapeHtml(id)}-name" ${data}>
<h2 id="${escapeHtml(id)}-name"><a href="#${escapeHtml(encodeURIComponent(id))}">${breakableName(unbroken(name))}</a></h2>
${tags(metric)}${deprecation(metric, places)}${paragraphs(description)}${note === undefined ? "" : `<div class="note">${paragraphs(note)}</div>`}
${example(metric, id)}
<div class="query"><code>${breakableCode(starterQuery(metric))}</code><button type="button" data-copy aria-label="Copy the query for ${escapeHtml(unbroken(name))}">Copy</button></div>
${facts(metric)}${labels.length === 0 ? "" : labelTable(metric, id)}</article>
`;
}

function tags(metric: Metric): string {
  const { type, unit, stability, deprecated } = metric;
  const list = [
    `<li class="type">${type}</li>`,
    unit === undefined ? "" : `<li>${escapeHtml(unbroken(unit))}</li>`,
    stability === "stable" ? "" : `<li class="unsettled">${stability}</li>`,
    deprecated === undefined ? "" : '<li class="unsettled">deprecated</li>',
  ];
  return `<ul class="tags">${list.join("")}</ul>\n`;
}

function deprecation({ deprecated }: Metric, places: Places): string {
  if (deprecated === undefined) return "";
  const { since, reason, renamedTo } = deprecated;
  const parts = [
    `<strong>Deprecated${since === undefined ? "" : ` since ${escapeHtml(unbroken(since))}`}.</strong>`,
    reason === undefined ? "" : escapeHtml(unbroken(reason)),
    renamedTo === undefined ? "" : `Use ${linkTo(renamedTo, places)}.`,
  ];
  return `<p class="deprecated">${parts.filter((part) => part !== "").join(" ")}</p>\n`;
}

function linkTo(name: string, places: Places): string {
  const code = `<code>${escapeHtml(unbroken(name))}</code>`;
  const id = places.get(name);
  return id === undefined ? code : `<a href="#${escapeHtml(encodeURIComponent(id))}">${code}</a>`;
}

/** A line of an exposition, each label a link to what is said of it. */
function example(metric: Metric, id: string): string {
  const { name, labels, value } = exampleLine(metric);
  const inner = labels.map(({ name: shown, value: text, label }) => {
    const at = label === undefined ? -1 : metric.labels.indexOf(label);
    const head = escapeHtml(shown);
    const linked =
      at < 0 ? head : `<a href="#${escapeHtml(encodeURIComponent(rowId(id, at)))}">${head}</a>`;
    return `${linked}=${escapeHtml(quotedName(text))}`;
  });
  const quoted = isQuoted(name);
  const parts = quoted ? [escapeHtml(quotedName(name)), ...inner] : inner;
  const braces = parts.length === 0 ? "" : `{${parts.join(",<wbr>")}}`;
  return `<pre class="example"><code>${quoted ? "" : breakableCode(name)}${braces} ${value}</code></pre>`;
}

function facts(metric: Metric): string {
  const { buckets, quantiles, states, presence, maxSeries, renamedFrom, links } = metric;
  const list = (texts: readonly (string | number)[]): string =>
    texts.map((text) => `<code>${escapeHtml(unbroken(String(text)))}</code>`).join(", ");
  const bounds = valueWords(metric);
  const named: readonly (readonly [string, string | undefined])[] = [
    bounds === undefined ? ["", undefined] : [bounds[0], escapeHtml(bounds[1])],
    ["Buckets", buckets && list([...buckets, "+Inf"])],
    ["Quantiles", quantiles && list(quantiles)],
    ["States", states && list(states)],
    ["Presence", presence.policy === "always" ? undefined : escapeHtml(whenPresent(presence))],
    ["Series", maxSeries === undefined ? undefined : `at most ${maxSeries}`],
    ["Formerly", renamedFrom.length === 0 ? undefined : list(renamedFrom)],
    ["See", links.length === 0 ? undefined : links.map(linkOut).join(", ")],
  ];
  const rows = named.flatMap(([name, text]) =>
    text === undefined ? [] : [`<dt>${name}</dt><dd>${text}</dd>`],
  );
  return rows.length === 0 ? "" : `<dl>${rows.join("")}</dl>\n`;
}

/** A registry has addresses of the web alone. */
function linkOut({ url, title = url }: Metric["links"][number]): string {
  return `<a href="${escapeHtml(url)}" rel="noreferrer">${escapeHtml(unbroken(title))}</a>`;
}

function rowId(id: string, index: number): string {
  return `${id}-label-${index + 1}`;
}

function labelTable({ labels }: Metric, id: string): string {
  const rows = labels.map((label, at) => labelRow(label, rowId(id, at)));
  return `<table><thead><tr><th scope="col">Label</th><th scope="col">Values</th><th scope="col">What it says</th></tr></thead><tbody>
${rows.join("\n")}
</tbody></table>
`;
}

function labelRow({ name, required, definition }: Label, id: string): string {
  const { description, requires, maxValues } = definition;
  const list = (names: readonly string[]): string =>
    names.map((one) => `<code>${escapeHtml(unbroken(one))}</code>`).join(" and ");
  const said = [
    description === undefined ? "" : escapeHtml(description),
    requires.length === 0 ? "" : `Comes with ${list(requires)}.`,
    maxValues === undefined ? "" : `At most ${maxValues} values.`,
  ];
  const optional = required ? "" : "<small>optional</small>";
  return `<tr id="${escapeHtml(id)}"><th scope="row"><code>${escapeHtml(unbroken(name))}</code>${optional}</th><td>${values(definition)}</td><td>${said.filter((part) => part !== "").join(" ")}</td></tr>`;
}

function values({ type, enum: listed, open, pattern, examples }: Label["definition"]): string {
  const code = (text: string): string => `<code>${escapeHtml(unbroken(text))}</code>`;
  const kind =
    pattern === undefined
      ? type === "integer"
        ? "a whole number"
        : type === "boolean"
          ? `${code("true")}, ${code("false")}`
          : "any text"
      : `matches ${code(pattern)}`;
  const free = examples?.length ? `${kind}, such as ${examples.map(code).join(", ")}` : kind;
  if (listed === undefined) return free;
  const items = listed.map(({ value, meaning }) =>
    meaning === undefined ? code(value) : `${code(value)}: ${escapeHtml(meaning)}`,
  );
  return `<ul>${[...items, ...(open ? [`or ${free}`] : [])].map((item) => `<li>${item}</li>`).join("")}</ul>`;
}
