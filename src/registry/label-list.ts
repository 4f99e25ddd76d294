// Lists of labels, of a metric or of a label set: what an item says, and what it stands for.
import { type Position, place as placeOf, quote } from "../diagnostics/index.js";
import { type Collector, type DocumentPath, nameOf } from "./collector.js";
import type { InlineLabelDocument } from "./document.js";
import { compileLabel } from "./label.js";
import { checkName } from "./name.js";
import type { Label, LabelDefinition } from "./registry.js";

/** A list of labels in the document. */
export interface ListPlace {
  /** `metric hits_total` or `label set http`. */
  readonly owner: string;
  readonly path: DocumentPath;
  readonly metric?: string;
}

/** What a list may refer to. */
export interface Shared {
  readonly labels: ReadonlyMap<string, LabelDefinition>;
  /** Names in `labels`, those of definitions too broken to compile included: a reference to them is no mistake of its own. */
  readonly labelNames: ReadonlySet<string>;
  readonly labelSetNames: ReadonlySet<string>;
  readonly labelSet: (name: string) => ResolvedList;
  /** Labels that all lists together may still resolve to. */
  readonly budget: { left: number };
}

export interface ResolvedList {
  readonly labels: readonly Label[];
  /** False where something of it could not be resolved, so that nothing is concluded from what it lacks. */
  readonly complete: boolean;
}

/** Most labels of one list. Prometheus itself is slow long before. */
const maxLabels = 256;

/** Most labels of all lists together, sets counted wherever they are spread. */
export const maxLabelsInAll = 1_000_000;

type Item =
  | { readonly kind: "set"; readonly name: string }
  | { readonly kind: "label"; readonly name: string; readonly optional: boolean }
  | {
      readonly kind: "inline";
      readonly name: string;
      readonly optional: boolean;
      readonly document: InlineLabelDocument;
    };

/** Reads an item: `name`, `name?`, `...set` or a definition. */
function readItem(item: string | InlineLabelDocument): Item {
  if (typeof item !== "string") {
    // With `optional` said, a question mark is part of the name; without it, it is syntax.
    if (item.optional !== undefined) {
      return { kind: "inline", name: item.name, optional: item.optional, document: item };
    }
    return { kind: "inline", ...withoutMark(item.name), document: item };
  }
  if (item.startsWith("...")) return { kind: "set", name: item.slice(3) };
  return { kind: "label", ...withoutMark(item) };
}

function withoutMark(name: string): { readonly name: string; readonly optional: boolean } {
  const optional = name.endsWith("?");
  return { name: optional ? name.slice(0, -1) : name, optional };
}

/** Resolves a list of the right shape: references followed, sets expanded in place, each label once. */
export function resolveList(
  items: readonly (string | InlineLabelDocument)[],
  place: ListPlace,
  shared: Shared,
  collector: Collector,
): ResolvedList {
  const labels = new Map<string, { readonly label: Label; readonly item: number }>();
  let complete = true;
  for (const [index, source] of items.entries()) {
    if (labels.size > maxLabels || index >= maxLabels || shared.budget.left < 0) break;
    const path = [...place.path, index];
    const position = collector.locate(path, "value");
    const resolved = resolveItem(readItem(source), path, position, place, shared, collector);
    shared.budget.left -= resolved.labels.length + 1;
    if (!resolved.complete) complete = false;
    const repeated: string[] = [];
    for (const label of resolved.labels) {
      if (labels.has(label.name)) repeated.push(label.name);
      else labels.set(label.name, { label, item: index });
    }
    const [first] = repeated;
    if (first === undefined) continue;
    const before = labels.get(first)!;
    complainOfRepeated(
      repeated,
      items,
      before.item,
      index,
      place,
      collector,
      before.label.position,
    );
  }
  if (labels.size > maxLabels || items.length > maxLabels || shared.budget.left < 0) {
    complainOfMany(place, shared.budget.left < 0, collector);
    return { labels: [], complete: false };
  }
  return { labels: Object.freeze([...labels.values()].map(({ label }) => label)), complete };
}

function complainOfMany(place: ListPlace, inAll: boolean, collector: Collector): void {
  const most = inAll ? `${maxLabelsInAll} labels in all lists together` : `${maxLabels} labels`;
  collector.complain({
    rule: "registry/limit",
    message: `expected at most ${most}, found more in ${place.owner}`,
    path: place.path,
    part: "key",
    ...(place.metric !== undefined && { metric: place.metric }),
  });
}

function resolveItem(
  item: Item,
  path: DocumentPath,
  position: Position | undefined,
  place: ListPlace,
  shared: Shared,
  collector: Collector,
): ResolvedList {
  const about = {
    path,
    part: "value",
    ...(place.metric !== undefined && { metric: place.metric }),
  } as const;
  if (item.kind === "set") {
    if (shared.labelSetNames.has(item.name)) {
      const { labels, complete } = shared.labelSet(item.name);
      return { labels: labels.map((label) => at(label, position)), complete };
    }
    collector.complain({
      ...about,
      rule: "registry/unknown-label-set",
      message: `expected a label set for ${place.owner}, found ${quote(item.name)}, which is not defined`,
      value: item.name,
      ...collector.suggest(item.name, shared.labelSetNames),
    });
    return { labels: [], complete: false };
  }
  if (item.kind === "inline") {
    const words = `label ${nameOf(item.name)} of ${place.owner}`;
    const head = { path: [...path, "name"], part: "value" } as const;
    checkName(item.name, words, { ...about, ...head, label: item.name }, collector);
    const label = { name: item.name, words, path, head };
    const definition = compileLabel(
      item.document,
      place.metric === undefined ? label : { ...label, metric: place.metric },
      collector,
    );
    return { labels: [useOf(definition, !item.optional, position)], complete: true };
  }
  const definition = shared.labels.get(item.name);
  if (definition !== undefined) {
    return { labels: [useOf(definition, !item.optional, position)], complete: true };
  }
  if (!shared.labelNames.has(item.name)) {
    collector.complain({
      ...about,
      rule: "registry/unknown-label",
      message: `expected a label for ${place.owner}, found ${quote(item.name)}, which is not defined`,
      label: item.name,
      value: item.name,
      ...hintForLabel(item.name, shared, collector),
    });
  }
  return { labels: [], complete: false };
}

function hintForLabel(
  name: string,
  shared: Shared,
  collector: Collector,
): { readonly hint?: string } {
  if (shared.labelSetNames.has(name)) return { hint: `write ...${name} for the label set` };
  return collector.suggest(name, shared.labelNames);
}

function useOf(
  definition: LabelDefinition,
  required: boolean,
  position: Position | undefined,
): Label {
  return Object.freeze({
    name: definition.name,
    required,
    definition,
    ...(position !== undefined && { position }),
  });
}

/** The label of a set, as the list that spreads the set has it. */
function at(label: Label, position: Position | undefined): Label {
  return position === undefined ? label : useOf(label.definition, label.required, position);
}

function complainOfRepeated(
  names: readonly string[],
  items: readonly (string | InlineLabelDocument)[],
  first: number,
  second: number,
  place: ListPlace,
  collector: Collector,
  before: Position | undefined,
): void {
  const [name, ...others] = names;
  const spots = [first, second].map((index) => `item ${index + 1}${through(items[index])}`);
  const where = before === undefined ? "" : ` at ${placeOf(before).replace(/: $/, "")}`;
  collector.complain({
    rule: "registry/duplicate-label",
    message: `expected each label once in ${place.owner}, found ${nameOf(name!)} in ${spots.join(" and ")}`,
    path: [...place.path, second],
    part: "value",
    label: name!,
    notes: [
      `first listed by item ${first + 1}${where}`,
      ...(others.length > 0 ? [`the same for ${others.map(nameOf).join(", ")}`] : []),
    ],
    ...(place.metric !== undefined && { metric: place.metric }),
    ...(before !== undefined && { other: before }),
  });
}

function through(item: string | InlineLabelDocument | undefined): string {
  return typeof item === "string" && item.startsWith("...") ? ` (...${nameOf(item.slice(3))})` : "";
}
