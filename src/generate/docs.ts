// A page that says of each metric what the registry says of it.
import type { CompiledRegistry, Label, Metric } from "../registry/index.js";
import { fileOf, type GeneratedFile, type GenerateOptions, origin } from "./file.js";
import { createAnchors } from "./markdown/anchors.js";
import { code, escapeLine, escapeParagraphs, escapeText } from "./markdown/escape.js";
import { table } from "./markdown/table.js";
import { valueWords, whenPresent } from "./words.js";

export interface DocsOptions extends GenerateOptions {
  /**
   * Whether it is to stand in another document: without a title, and one level of headings lower.
   * @default false
   */
  readonly embedded?: boolean;
}

/** Where to find the heading of a metric. */
interface Anchor {
  readonly name: string;
  /** Whether the heading does not give it, so that it must stand before it. */
  readonly isExplicit: boolean;
}

/**
 * A reference of the metrics in Markdown: a table of contents, and for each metric its facts and a table of its labels with their values and what
 * those mean. Texts of the registry are escaped: no part of them is read as Markdown or HTML.
 */
export function generateDocs(
  registry: CompiledRegistry,
  options: DocsOptions = {},
): readonly GeneratedFile[] {
  const metrics = [...registry.metrics.values()];
  const title = `Metrics of ${registry.name}`;
  const anchor = createAnchors();
  if (!options.embedded) anchor(title);
  const anchors = new Map(
    metrics.map(({ name }, at): [string, Anchor] => {
      const slug = anchor(name);
      // A name that is more than word characters may be shown otherwise, and then its heading has another anchor.
      const isExplicit = slug === "" || !/^[\p{L}\p{N}_:.-]+$/u.test(name);
      return [name, { name: isExplicit ? `metric-${at + 1}` : slug, isExplicit }];
    }),
  );
  const marks = options.embedded ? "###" : "##";
  const head = options.embedded ? [] : [`# ${escapeText(title)}`];
  const parts = [
    `<!-- ${comment(origin(registry, "docs", options))} -->`,
    ...head,
    ...(registry.description === undefined ? [] : escapeParagraphs(registry.description)),
    ...(metrics.length === 0 ? ["It declares no metrics."] : [contents(metrics, anchors)]),
    ...(metrics.some(hasOptional) ? ["An optional label may be absent or empty."] : []),
    ...metrics.flatMap((metric) => section(metric, marks, anchors)),
  ];
  return fileOf(registry, ".md", `${parts.join("\n\n")}\n`);
}

function hasOptional({ labels }: Metric): boolean {
  return labels.some(({ required }) => !required);
}

/** Two hyphens may not stand in a comment, nor what ends one. */
function comment(text: string): string {
  return text.replace(/-{2,}|[<>]/g, (found) => (found.length > 1 ? "-" : ""));
}

type Anchors = ReadonlyMap<string, Anchor>;

function contents(metrics: readonly Metric[], anchors: Anchors): string {
  const rows = metrics.map((metric) => [
    linkTo(metric.name, anchors),
    metric.type,
    `${metric.deprecated === undefined ? "" : "**Deprecated.** "}${escapeText(metric.description)}`,
  ]);
  return table(["metric", "type", "what it measures"], rows);
}

/** The name of a metric, as a link where the page has it. */
function linkTo(name: string, anchors: Anchors): string {
  const anchor = anchors.get(name);
  return anchor === undefined ? code(name) : `[${code(name)}](#${anchor.name})`;
}

function section(metric: Metric, marks: string, anchors: Anchors): readonly string[] {
  const { name, description, note } = metric;
  const anchor = anchors.get(name);
  return [
    ...(anchor?.isExplicit ? [`<a id="${anchor.name}"></a>`] : []),
    `${marks} ${code(name)}`,
    ...deprecation(metric, anchors),
    ...escapeParagraphs(description),
    ...(note === undefined ? [] : escapeParagraphs(note)),
    facts(metric).join("\n"),
    ...(metric.labels.length === 0 ? ["No labels."] : [labelTable(metric.labels)]),
  ];
}

function deprecation({ deprecated }: Metric, anchors: Anchors): readonly string[] {
  if (deprecated === undefined) return [];
  const { since, reason, renamedTo } = deprecated;
  const parts = [
    `**Deprecated${since === undefined ? "" : ` since ${escapeText(since)}`}.**`,
    reason === undefined ? undefined : escapeText(reason),
    renamedTo === undefined ? undefined : `Use ${linkTo(renamedTo, anchors)}.`,
  ];
  return [`> ${parts.filter((part) => part !== undefined).join(" ")}`];
}

function facts(metric: Metric): readonly string[] {
  const { type, unit, buckets, quantiles, states, stability, presence, maxSeries } = metric;
  const { renamedFrom, links } = metric;
  const list = (texts: readonly (string | number)[]): string =>
    texts.map((text) => code(String(text))).join(", ");
  const named: readonly (readonly [string, string | undefined])[] = [
    ["Type", type],
    ["Unit", unit && escapeText(unit)],
    valueWords(metric) ?? ["Values", undefined],
    ["Buckets", buckets && list([...buckets, "+Inf"])],
    ["Quantiles", quantiles && list(quantiles)],
    ["States", states && list(states)],
    ["Presence", presence.policy === "always" ? undefined : escapeText(whenPresent(presence))],
    ["Stability", stability === "stable" ? undefined : stability],
    ["Series", maxSeries === undefined ? undefined : `At most ${maxSeries}.`],
    ["Formerly", renamedFrom.length === 0 ? undefined : list(renamedFrom)],
    ["See", links.length === 0 ? undefined : links.map(linkOf).join(", ")],
  ];
  return named.flatMap(([name, text]) => (text === undefined ? [] : [`- **${name}:** ${text}`]));
}

function linkOf({ url, title = url }: Metric["links"][number]): string {
  // In angle brackets, an address ends at none of its own characters.
  const address = url.replace(/[<>\\|`]/g, (char) => encodeURIComponent(char));
  return `[${escapeText(title)}](<${address}>)`;
}

function labelTable(labels: readonly Label[]): string {
  const rows = labels.map(({ name, required, definition }) => {
    const { description = "", requires, maxValues } = definition;
    const more = [
      requires.length === 0 ? undefined : `Comes with ${requires.map(code).join(" and ")}.`,
      maxValues === undefined ? undefined : `At most ${maxValues} values.`,
    ].filter((part) => part !== undefined);
    return [
      code(name),
      required ? "required" : "optional",
      valuesOf(definition),
      [escapeLine(description), ...more].join(" ").trim(),
    ];
  });
  return table(["label", "", "values", "what it says"], rows);
}

function valuesOf({ type, enum: values, open, pattern, examples }: Label["definition"]): string {
  const free = freeValues(type, pattern);
  const such = examples?.length ? `${free}, such as ${examples.map(code).join(", ")}` : free;
  if (values === undefined) return such;
  const listed = values.map(({ value, meaning }) =>
    meaning === undefined ? code(value) : `${code(value)}: ${escapeText(meaning)}`,
  );
  const areSaid = values.some(({ meaning }) => meaning !== undefined);
  return [...listed, ...(open ? [`or ${such}`] : [])].join(areSaid ? "<br>" : ", ");
}

function freeValues(type: Label["definition"]["type"], pattern: string | undefined): string {
  if (pattern !== undefined) return `matches ${code(pattern)}`;
  if (type === "boolean") return `${code("true")}, ${code("false")}`;
  return type === "integer" ? "a whole number" : "any text";
}
