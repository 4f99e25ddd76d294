// From a document to a registry: copy, shape, labels, label sets, metrics, and what metrics say of each other. All that is wrong is
// told at once.
import type * as z from "zod";
import type { Finding } from "../diagnostics/index.js";
import { type Collector, createCollector, type Locate, nameOf } from "./collector.js";
import type { InlineLabelDocument, LabelDocument, MetricDocument } from "./document.js";
import { headSchema, labelListSchema, labelSchema, metricSchema } from "./document-schema.js";
import { frozenMap } from "./frozen-map.js";
import { compileLabel } from "./label.js";
import { type LabelSets, prepareLabelSets } from "./label-sets.js";
import { compileMetric } from "./metric.js";
import { checkName, checkReferableName } from "./name.js";
import type { CompiledRegistry, LabelDefinition, LabelSet, Metric } from "./registry.js";
import { checkNameClashes, checkRenames } from "./renames.js";
import { hasShape, type Subject } from "./shape.js";
import { snapshot } from "./snapshot.js";
import { found } from "./words.js";

export interface CompileOptions {
  /** Name of the file that the document was read from. */
  readonly source?: string;
  /** Where the parts of the document are in that file. */
  readonly locate?: Locate;
}

/** A registry, or all that keeps the document from being one. */
export type Compilation =
  | { readonly ok: true; readonly registry: CompiledRegistry }
  | { readonly ok: false; readonly findings: readonly [Finding, ...Finding[]] };

/**
 * Compiles a registry document. Never throws, whatever it is given: the document may come from a file somebody else wrote.
 * The registry is frozen, and shares nothing with the document.
 */
export function compileRegistry(document: unknown, options: CompileOptions = {}): Compilation {
  const collector = createCollector(options.source, options.locate);
  const copy = snapshot(document, collector);
  const registry = copy === undefined ? undefined : compileCopy(copy.value, options, collector);
  const [first, ...rest] = collector.findings();
  if (first !== undefined) return { ok: false, findings: [first, ...rest] };
  if (registry === undefined) throw new Error("internal: no registry and no finding");
  return { ok: true, registry };
}

type Mapping = Readonly<Record<string, unknown>>;

function compileCopy(
  document: unknown,
  { source }: CompileOptions,
  collector: Collector,
): CompiledRegistry | undefined {
  if (typeof document !== "object" || document === null || Array.isArray(document)) {
    collector.complain({
      rule: "registry/syntax",
      message: `expected a mapping with registry and metrics, found ${found(document)}`,
      path: [],
      part: "value",
    });
    return undefined;
  }
  const subject: Subject = { kind: "registry", words: "the registry", path: [] };
  hasShape(headSchema, document, subject, collector);
  // A snapshot: what is an object here is a mapping by own keys. Fields of another kind were complained of and are taken as empty.
  const head = document as Mapping;
  const part = (field: string): Mapping => mappingOr(head[field]);

  const labels = compileLabels(part("labels"), collector);
  const labelNames: ReadonlySet<string> = new Set(Object.keys(part("labels")));
  checkSharedRequirements(labels, labelNames, collector);
  const sets = readLabelSets(part("labelSets"), labels, labelNames, collector);
  const metrics = compileMetrics(part("metrics"), sets, collector);
  checkRenames(metrics, new Set(Object.keys(part("metrics"))), collector);
  checkNameClashes(metrics, collector);
  return Object.freeze({
    name: typeof head["registry"] === "string" ? head["registry"] : "",
    ...(typeof head["description"] === "string" && { description: head["description"] }),
    ...(source !== undefined && { source }),
    metrics: frozenMap(metrics),
    labels: frozenMap(labels),
    labelSets: frozenMap(toLabelSets(Object.keys(part("labelSets")), sets, collector)),
  });
}

function mappingOr(value: unknown): Mapping {
  const isMapping = typeof value === "object" && value !== null && !Array.isArray(value);
  return isMapping ? (value as Mapping) : {};
}

function compileLabels(documents: Mapping, collector: Collector): Map<string, LabelDefinition> {
  const labels = new Map<string, LabelDefinition>();
  for (const name of Object.keys(documents)) {
    const path = ["labels", name];
    const words = `label ${nameOf(name)}`;
    const head = { path, part: "key" } as const;
    checkReferableName(name, words, { ...head, label: name }, collector);
    const document = documents[name];
    const subject: Subject = { kind: "label", words, path, label: name };
    if (!isLabel(document, subject, collector)) continue;
    labels.set(name, compileLabel(document, { name, words, path, head }, collector));
  }
  return labels;
}

function checkSharedRequirements(
  labels: ReadonlyMap<string, LabelDefinition>,
  labelNames: ReadonlySet<string>,
  collector: Collector,
): void {
  for (const { name, requires } of labels.values()) {
    requires.forEach((other, index) => {
      if (labelNames.has(other)) return;
      collector.complain({
        rule: "registry/unknown-requirement",
        message: `expected a label in requires of label ${nameOf(name)}, found ${nameOf(other)}, which is not defined`,
        path: ["labels", name, "requires", index],
        part: "value",
        label: name,
        value: other,
        ...collector.suggest(other, labelNames),
      });
    });
  }
}

function readLabelSets(
  documents: Mapping,
  labels: ReadonlyMap<string, LabelDefinition>,
  labelNames: ReadonlySet<string>,
  collector: Collector,
): LabelSets {
  const lists = new Map<string, readonly (string | InlineLabelDocument)[]>();
  for (const name of Object.keys(documents)) {
    const path = ["labelSets", name];
    const words = `label set ${nameOf(name)}`;
    checkReferableName(name, words, { path, part: "key" }, collector);
    const list = documents[name];
    if (isLabelList(list, { kind: "label set", words, path }, collector)) lists.set(name, list);
  }
  const sets = prepareLabelSets(
    lists,
    new Set(Object.keys(documents)),
    labels,
    labelNames,
    collector,
  );
  for (const name of lists.keys()) sets.shared.labelSet(name);
  return sets;
}

function toLabelSets(
  names: readonly string[],
  sets: LabelSets,
  collector: Collector,
): Map<string, LabelSet> {
  return new Map(
    names.map((name) => {
      const position = collector.locate(["labelSets", name], "key");
      const set = Object.freeze({
        name,
        labels: sets.shared.labelSet(name).labels,
        used: sets.used.has(name),
        ...(position !== undefined && { position }),
      });
      return [name, set];
    }),
  );
}

function compileMetrics(
  documents: Mapping,
  sets: LabelSets,
  collector: Collector,
): Map<string, Metric> {
  const metrics = new Map<string, Metric>();
  for (const name of Object.keys(documents)) {
    const path = ["metrics", name];
    const words = `metric ${nameOf(name)}`;
    checkName(name, words, { path, part: "key", metric: name }, collector);
    const document = documents[name];
    if (!isMetric(document, { kind: "metric", words, path, metric: name }, collector)) continue;
    for (const item of document.labels ?? []) {
      if (typeof item === "string" && item.startsWith("...")) sets.use(item.slice(3));
    }
    metrics.set(name, compileMetric(name, document, sets.shared, collector));
  }
  return metrics;
}

// Zod's input types allow an explicit `undefined` where the document's interfaces mean absence. A snapshot has none, so what has
// the shape is the document.
function isLabel(value: unknown, ...rest: [Subject, Collector]): value is LabelDocument {
  return hasWholeShape(labelSchema, value, ...rest);
}

function isLabelList(
  value: unknown,
  ...rest: [Subject, Collector]
): value is readonly (string | InlineLabelDocument)[] {
  return hasWholeShape(labelListSchema, value, ...rest);
}

function isMetric(value: unknown, ...rest: [Subject, Collector]): value is MetricDocument {
  return hasWholeShape(metricSchema, value, ...rest);
}

function hasWholeShape(schema: z.ZodType, value: unknown, ...rest: [Subject, Collector]): boolean {
  return hasShape(schema, value, ...rest);
}
