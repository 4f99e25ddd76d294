// What comments say of metrics and labels, in the words that the Markdown page has too.
import type { LabelDefinition, Metric } from "../../registry/index.js";
import { unbroken, valueWords, whenPresent } from "../words.js";
import type { Tag } from "./doc-comment.js";

/** Paragraphs and tags about a metric. */
export function metricComment(metric: Metric): {
  readonly paragraphs: readonly (string | undefined)[];
  readonly tags: readonly Tag[];
} {
  const { type, unit, note, stability, presence, states, links, deprecated } = metric;
  const facts = [
    `${type[0]?.toUpperCase()}${type.slice(1)}${unit === undefined ? "" : ` in ${unbroken(unit)}`}.`,
    valueWords(metric)?.join(" are ").concat("."),
    states === undefined ? undefined : `States: ${states.map(unbroken).join(", ")}.`,
    presence.policy === "always" ? undefined : whenPresent(presence),
    stability === "stable" ? undefined : `Stability: ${stability}.`,
  ];
  const tags = links.map(({ url, title }): Tag => ["see", linked(url, title)]);
  if (deprecated !== undefined) tags.unshift(["deprecated", deprecationWords(deprecated)]);
  return {
    paragraphs: [metric.description, note, facts.filter((fact) => fact !== undefined).join(" ")],
    tags,
  };
}

function linked(url: string, title: string | undefined): string {
  // An address that could end the comment is written with the escape that addresses have.
  const address = url.replaceAll("*/", "%2A/");
  return title === undefined ? address : `${address} ${unbroken(title)}`;
}

function deprecationWords({ since, reason, renamedTo }: NonNullable<Metric["deprecated"]>): string {
  const parts = [
    since === undefined ? undefined : `Since ${unbroken(since)}.`,
    reason === undefined ? undefined : unbroken(reason),
    renamedTo === undefined ? undefined : `Use \`${unbroken(renamedTo)}\`.`,
  ];
  return parts.filter((part) => part !== undefined).join(" ");
}

/** Paragraphs about a label: what it is, then its values as far as something is said of them. */
export function labelComment(definition: LabelDefinition): readonly (string | undefined)[] {
  const { description, enum: values = [], pattern, examples } = definition;
  const meanings = values
    .filter(({ meaning }) => meaning !== undefined)
    .map(({ value, meaning }) => `- \`${unbroken(value)}\`: ${unbroken(meaning ?? "")}`);
  const matching = pattern === undefined ? undefined : `Matches \`${unbroken(pattern)}\`.`;
  const such = examples?.length
    ? `For example ${examples.map((one) => `\`${unbroken(one)}\``).join(", ")}.`
    : undefined;
  const told = [matching, such].filter((text) => text !== undefined).join(" ");
  return [description, meanings.join("\n"), told];
}
