// Arbitrary registries: every type, every field that a payload is held to, names that share a beginning or an end.

import fc from "fast-check";
import {
  type CompiledRegistry,
  compileRegistry,
  type InlineLabelDocument,
  type LabelDocument,
  type MetricDocument,
  type MetricType,
  type RegistryDocument,
} from "../registry/index.js";
import { labelDocuments } from "./label-documents.js";
import { anyText, labelNames, metricNames, type NameOptions, record, someText } from "./names.js";

/** Registry documents that compile. */
export function registryDocuments(options: NameOptions = {}): fc.Arbitrary<RegistryDocument> {
  return drafts(options).filter((document) => compileRegistry(document).ok);
}

/** Registries, to be drawn in a property of your own. */
export function registries(options: NameOptions = {}): fc.Arbitrary<CompiledRegistry> {
  return drafts(options)
    .map((document) => compileRegistry(document))
    .filter((compilation) => compilation.ok)
    .map(({ registry }) => registry);
}

function drafts(options: NameOptions): fc.Arbitrary<RegistryDocument> {
  return labelsOf(options).chain((labels) =>
    fc
      .uniqueArray(fc.tuple(metricNames(options), metricsOf(labels)), {
        minLength: 1,
        maxLength: 5,
        selector: ([name]) => name,
      })
      .map((metrics) => metrics.filter((metric) => options.utf8 || isSpelt(...metric)))
      .filter((metrics) => metrics.length > 0)
      .map((metrics) => ({
        registry: "arbitrary",
        labels: record(labels),
        labelSets: record(
          metrics.flatMap(([name, { set }]) => (set === undefined ? [] : [[`of ${name}`, set]])),
        ),
        metrics: record(metrics.map(([name, draft]) => [name, documentOf(name, draft)])),
      })),
  );
}

/** Whether text 0.0.4 can spell the metric: the states of a stateset are in a label of its name, and no label has a colon. */
function isSpelt(name: string, { fields }: MetricDraft): boolean {
  return fields.type !== "stateset" || !name.includes(":");
}

type LabelEntries = readonly (readonly [string, LabelDocument])[];

/** Shared labels, some of which require others. */
function labelsOf(options: NameOptions): fc.Arbitrary<LabelEntries> {
  const entries = fc.uniqueArray(fc.tuple(labelNames(options), labelDocuments()), {
    maxLength: 5,
    selector: ([name]) => name,
  });
  return entries.chain((labels) =>
    fc.tuple(
      ...labels.map(([name, label]) => {
        const others = labels.map(([other]) => other).filter((other) => other !== name);
        const requires = fc.option(fc.subarray(others, { maxLength: Math.min(2, others.length) }), {
          nil: [],
          freq: 2,
        });
        return requires.map((list): [string, LabelDocument] => [
          name,
          list.length === 0 ? label : { ...label, requires: list },
        ]);
      }),
    ),
  );
}

type Item = string | InlineLabelDocument;

interface MetricDraft {
  readonly fields: MetricDocument;
  readonly items: readonly Item[];
  /** The items as a label set, where they stand in one. */
  readonly set: readonly Item[] | undefined;
}

/** A metric without the labels that its type writes itself. */
function documentOf(name: string, { fields, items, set }: MetricDraft): MetricDocument {
  return { ...fields, labels: set === undefined ? items : [`...of ${name}`] };
}

function metricsOf(labels: LabelEntries): fc.Arbitrary<MetricDraft> {
  return fc
    .tuple(fieldsOf(), listsOf(labels), fc.boolean())
    .map(([fields, items, inSet]) => ({ fields, items, set: inSet ? items : undefined }));
}

/** Labels of a metric, with all that they require; what a required one requires is required. */
function listsOf(labels: LabelEntries): fc.Arbitrary<readonly Item[]> {
  const names = labels.map(([name]) => name);
  const required = new Map(labels.map(([name, { requires = [] }]) => [name, requires]));
  const closure = (chosen: readonly string[]): Set<string> => {
    const all = new Set(chosen);
    for (const name of all) for (const other of required.get(name) ?? []) all.add(other);
    return all;
  };
  return fc
    .tuple(
      fc.subarray(names),
      fc.subarray(names),
      fc.option(labelDocuments(), { nil: undefined, freq: 3 }),
    )
    .map(([chosen, mandatory, inline]) => {
      const all = closure(chosen);
      const firm = closure(mandatory.filter((name) => all.has(name)));
      const items: Item[] = [...all].map((name) => (firm.has(name) ? name : `${name}?`));
      if (inline !== undefined) items.push({ ...inline, name: "its_own", optional: true });
      return items;
    });
}

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** Fields by type, of those that a payload is held to. */
function fieldsOf(): fc.Arbitrary<MetricDocument> {
  const types: MetricType[] = ["counter", "gauge", "histogram", "summary"];
  const others: MetricType[] = ["info", "stateset", "gaugehistogram", "unknown"];
  return fc.constantFrom(...types, ...others).chain((type) =>
    fc.record(
      {
        type: fc.constant(type),
        ...maybe("description", anyText),
        ...maybe("maxSeries", fc.integer({ min: 1, max: 12 })),
        ...maybe("presence", fc.constantFrom("always", "after-event")),
        ...fieldsOfType(type),
      } as { type: fc.Arbitrary<MetricType> },
      { requiredKeys: ["type"] },
    ),
  );
}

function maybe<Value>(field: string, value: fc.Arbitrary<Value>) {
  return { [field]: value };
}

const bounds = fc.constantFrom(-1, -0.5, 0.001, 0.1, 0.5, 1, 2.5, 5, 10, 1e6);

function fieldsOfType(type: MetricType): Record<string, fc.Arbitrary<unknown>> {
  switch (type) {
    case "info":
      return {};
    case "stateset":
      return { states: fc.uniqueArray(someText, { minLength: 1, maxLength: 4 }) };
    case "histogram":
    case "gaugehistogram":
      return {
        buckets: fc.uniqueArray(bounds, { minLength: 1, maxLength: 4 }).map(ascending),
        value: fc.constantFrom({ min: 0 }, { integer: true }, { min: -1, max: 100 }),
        unit: fc.constant("seconds"),
      };
    case "summary":
      return {
        quantiles: fc
          .uniqueArray(fc.constantFrom(0, 0.5, 0.9, 0.99, 1), { minLength: 1, maxLength: 3 })
          .map(ascending),
        unit: fc.constant("seconds"),
      };
    default:
      return {
        value: fc.constantFrom({ min: 0 }, { max: 5 }, { min: 0, max: 1 }, { integer: true }),
        unit: fc.constantFrom("seconds", "bytes"),
      };
  }
}
