// The way back: a document that compiles to the registry it is made from. What was left at its default is left out, and lists of
// labels are written with label sets where a set stands in them as a whole.
import type {
  CompiledRegistry,
  EnumDocument,
  EnumValue,
  EnumValueDocument,
  InlineLabelDocument,
  Label,
  LabelDefinition,
  LabelDocument,
  LabelSet,
  Metric,
  MetricDocument,
  PresenceDocument,
  RegistryDocument,
} from "../registry/index.js";

type Item = string | InlineLabelDocument;

interface Drafted<Document> {
  readonly document: Document;
  /** The document of each metric, to be found again in the whole. */
  readonly metrics: ReadonlyMap<string, MetricDocument>;
}

/** The document of a registry. It has `labels` and `labelSets` even where they are empty. */
export function documentOf(
  registry: CompiledRegistry,
): Drafted<RegistryDocument & Required<Pick<RegistryDocument, "labels" | "labelSets">>> {
  const sets = [...registry.labelSets.values()];
  const used = sets.filter((set) => set.used);
  const metrics = new Map(
    Array.from(registry.metrics, ([name, metric]) => [name, metricOf(metric, registry, used)]),
  );
  const document = {
    registry: registry.name,
    ...(registry.description !== undefined && { description: registry.description }),
    labels: record(registry.labels, (definition) => labelOf(definition)),
    labelSets: record(registry.labelSets, (set) =>
      itemsOf(set.labels, registry, sets.slice(0, sets.indexOf(set))),
    ),
    metrics: record(metrics, (metric) => metric),
  };
  return { document, metrics };
}

/** An object with own keys of any name, `__proto__` among them. */
function record<Value, Other>(
  map: ReadonlyMap<string, Value>,
  make: (value: Value) => Other,
): { readonly [name: string]: Other } {
  const object: Record<string, Other> = Object.create(null);
  for (const [name, value] of map) object[name] = make(value);
  return object;
}

function labelOf(definition: LabelDefinition): LabelDocument {
  const { description, type, enum: values, open, pattern, examples, requires } = definition;
  return {
    ...(description !== undefined && { description }),
    ...(type !== "string" && { type }),
    ...(values !== undefined && { enum: enumOf(values) }),
    ...(open && { open }),
    ...(pattern !== undefined && { pattern }),
    ...(examples !== undefined && { examples }),
    ...(requires.length > 0 && { requires }),
    ...(definition.maxValues !== undefined && { maxValues: definition.maxValues }),
  };
}

/** A list where nothing is said of any value, since an object would put whole numbers first. */
function enumOf(values: readonly EnumValue[]): EnumDocument {
  if (values.every(({ meaning, presence }) => meaning === undefined && presence === undefined)) {
    return values.map(({ value }) => value);
  }
  const said: Record<string, string | EnumValueDocument> = Object.create(null);
  for (const { value, meaning, presence } of values) {
    const more = { ...(meaning !== undefined && { meaning }), ...(presence && { presence }) };
    said[value] = meaning !== undefined && presence === undefined ? meaning : more;
  }
  return said;
}

function itemsOf(
  labels: readonly Label[],
  registry: CompiledRegistry,
  sets: readonly LabelSet[],
): readonly Item[] {
  const items: Item[] = [];
  for (let at = 0; at < labels.length; ) {
    const set = longestAt(labels, at, sets);
    items.push(set === undefined ? itemOf(labels[at]!, registry) : `...${set.name}`);
    at += set?.labels.length ?? 1;
  }
  return items;
}

/** The longest set whose labels stand there, one after the other. A set of one label says no more than the label. */
function longestAt(
  labels: readonly Label[],
  at: number,
  sets: readonly LabelSet[],
): LabelSet | undefined {
  let longest: LabelSet | undefined;
  for (const set of sets) {
    const { length } = set.labels;
    if (length < 2 || length <= (longest?.labels.length ?? 0)) continue;
    const isThere = set.labels.every(({ definition, required }, index) => {
      const label = labels[at + index];
      return label?.definition === definition && label.required === required;
    });
    if (isThere) longest = set;
  }
  return longest;
}

function itemOf({ name, required, definition }: Label, registry: CompiledRegistry): Item {
  if (registry.labels.get(name) === definition) return required ? name : `${name}?`;
  // Without `optional`, a question mark at the end of a name would make the label optional.
  const optional = required ? name.endsWith("?") && { optional: false } : { optional: true };
  return { name, ...optional, ...labelOf(definition) };
}

function metricOf(
  metric: Metric,
  registry: CompiledRegistry,
  sets: readonly LabelSet[],
): MetricDocument {
  const { type, description, unit, note, stability, deprecated, value } = metric;
  const { buckets, quantiles, states, maxSeries, renamedFrom, links } = metric;
  const { integer, ...bounds } = value;
  const bounded = { ...bounds, ...(integer && { integer }) };
  return {
    type,
    ...(description !== "" && { description }),
    ...(note !== undefined && { note }),
    ...(unit !== undefined && { unit }),
    ...(stability !== "stable" && { stability }),
    ...(deprecated !== undefined && { deprecated }),
    ...(metric.presence.policy !== "always" && { presence: presenceOf(metric) }),
    ...(metric.labels.length > 0 && { labels: itemsOf(metric.labels, registry, sets) }),
    ...(Object.keys(bounded).length > 0 && { value: bounded }),
    ...(buckets !== undefined && { buckets }),
    ...(quantiles !== undefined && { quantiles }),
    ...(states !== undefined && { states }),
    ...(maxSeries !== undefined && { maxSeries }),
    ...(renamedFrom.length > 0 && { renamedFrom }),
    ...(links.length > 0 && {
      links: links.map((link) => (link.title === undefined ? link.url : link)),
    }),
  };
}

function presenceOf({ presence }: Metric): PresenceDocument {
  return presence.policy === "conditional" ? { conditional: presence.why } : presence.policy;
}
