// One metric: from its document to the frozen Metric, with what its own fields say of each other.
import { type Position, quote, type RuleId } from "../diagnostics/index.js";
import { type Collector, type DocumentPath, nameOf } from "./collector.js";
import type { LinkDocument, MetricDocument, PresenceDocument } from "./document.js";
import { type ResolvedList, resolveList, type Shared } from "./label-list.js";
import type { Metric, MetricType, Presence } from "./registry.js";
import { found } from "./words.js";

type Complain = (
  rule: RuleId,
  steps: DocumentPath,
  message: string,
  more?: {
    readonly part?: "key" | "value";
    readonly label?: string;
    readonly position?: Position | undefined;
    readonly value?: string;
    readonly hint?: string;
  },
) => void;

/** Compiles a metric of the right shape. Complains of what its fields contradict, and yields it all the same. */
export function compileMetric(
  name: string,
  document: MetricDocument,
  shared: Shared,
  collector: Collector,
): Metric {
  const complain: Complain = (rule, steps, message, more) => {
    const path = ["metrics", name, ...steps];
    collector.complain({ rule, path, part: "value", message, metric: name, ...more });
  };
  const words = `metric ${nameOf(name)}`;
  const place = { owner: words, path: ["metrics", name, "labels"], metric: name };
  const resolved = resolveList(document.labels ?? [], place, shared, collector);
  checkReservedLabels(name, document.type, resolved, complain);
  checkRequirements(words, resolved, shared, complain);
  checkFieldsForType(name, document, complain);
  checkRising(words, "buckets", document.buckets, complain);
  checkRising(words, "quantiles", document.quantiles, complain);
  checkStates(words, document.states, complain);
  checkBounds(words, document, complain);

  const { description = "", unit, note, deprecated, buckets, quantiles, states } = document;
  const { value, maxSeries } = document;
  const position = collector.locate(["metrics", name], "key");
  return Object.freeze({
    name,
    type: document.type,
    description,
    ...(unit !== undefined && { unit }),
    labels: resolved.labels,
    ...(note !== undefined && { note }),
    stability: document.stability ?? "stable",
    ...(deprecated !== undefined && { deprecated: Object.freeze({ ...deprecated }) }),
    presence: toPresence(document.presence),
    value: Object.freeze({
      ...(value?.min !== undefined && { min: value.min }),
      ...(value?.max !== undefined && { max: value.max }),
      integer: value?.integer ?? false,
    }),
    ...(buckets !== undefined && { buckets: Object.freeze([...buckets]) }),
    ...(quantiles !== undefined && { quantiles: Object.freeze([...quantiles]) }),
    ...(states !== undefined && { states: Object.freeze([...states]) }),
    ...(maxSeries !== undefined && { maxSeries }),
    renamedFrom: Object.freeze(formerNames(document)),
    links: Object.freeze((document.links ?? []).map(toLink)),
    ...(position !== undefined && { position }),
  });
}

/** `renamedFrom`, which may be one name, as a list. */
function formerNames(document: MetricDocument): string[] {
  const { renamedFrom = [] } = document;
  return typeof renamedFrom === "string" ? [renamedFrom] : [...renamedFrom];
}

function toPresence(document: PresenceDocument = "always"): Presence {
  if (typeof document !== "object") return Object.freeze({ policy: document });
  return Object.freeze({ policy: "conditional", why: document.conditional });
}

function toLink(link: LinkDocument): { readonly title?: string; readonly url: string } {
  return Object.freeze(typeof link === "string" ? { url: link } : { ...link });
}

interface Reserved {
  readonly why: string;
  readonly hint?: string;
}

/** Labels that the format writes itself, with the reason and what to use instead. */
function reservedFor(type: MetricType, metric: string): ReadonlyMap<string, Reserved> {
  const reserved = new Map<string, Reserved>();
  reserved.set("__name__", { why: "is the name of the metric" });
  const add = (label: string, why: string, hint: string) => reserved.set(label, { why, hint });
  if (type === "histogram" || type === "gaugehistogram") {
    add("le", "is written by the format", "list the bounds under buckets");
  }
  if (type === "summary") {
    add("quantile", "is written by the format", "list the quantiles under quantiles");
  }
  if (type === "stateset") {
    add(metric, "holds the states of a stateset", "list the states under states");
  }
  return reserved;
}

function checkReservedLabels(
  metric: string,
  type: MetricType,
  list: ResolvedList,
  complain: Complain,
): void {
  const reserved = reservedFor(type, metric);
  for (const { name, position } of list.labels) {
    const entry = reserved.get(name);
    if (entry === undefined) continue;
    const message = `expected no label ${nameOf(name)} in ${type} ${nameOf(metric)}: it ${entry.why}`;
    complain("registry/reserved-label", ["labels"], message, {
      label: name,
      position,
      ...(entry.hint !== undefined && { hint: entry.hint }),
    });
  }
}

function checkRequirements(
  words: string,
  list: ResolvedList,
  shared: Shared,
  complain: Complain,
): void {
  if (!list.complete) return;
  const byName = new Map(list.labels.map((label) => [label.name, label]));
  for (const { name, required, definition, position } of list.labels) {
    for (const other of definition.requires) {
      const needed = byName.get(other);
      // A shared definition that requires what does not exist is told of once, where it stands.
      const told = shared.labels.get(name) === definition && !shared.labelNames.has(other);
      const more = { label: name, position, value: other };
      if (needed === undefined && !told) {
        const message = `expected ${nameOf(other)} among the labels of ${words}, since ${nameOf(name)} requires it, found none`;
        complain("registry/unknown-requirement", ["labels"], message, more);
      } else if (required && needed?.required === false) {
        const message = `expected ${nameOf(other)} to be required in ${words}, as ${nameOf(name)} is and requires it, found it optional`;
        complain("registry/optional-requirement", ["labels"], message, more);
      }
    }
  }
}

/** Types that a field makes sense for, and why not for the others. */
const fitting: readonly {
  readonly field: "buckets" | "quantiles" | "states" | "unit" | "value";
  readonly fits: (type: MetricType) => boolean;
  readonly why: string;
}[] = [
  {
    field: "buckets",
    fits: (type) => type === "histogram" || type === "gaugehistogram",
    why: "only a histogram or gaugehistogram has them",
  },
  { field: "quantiles", fits: (type) => type === "summary", why: "only a summary has them" },
  { field: "states", fits: (type) => type === "stateset", why: "only a stateset has them" },
  { field: "unit", fits: isMeasured, why: "its values are 0 and 1" },
  { field: "value", fits: isMeasured, why: "its values are 0 and 1" },
];

function isMeasured(type: MetricType): boolean {
  return type !== "info" && type !== "stateset";
}

function checkFieldsForType(name: string, document: MetricDocument, complain: Complain): void {
  for (const { field, fits, why } of fitting) {
    if (document[field] === undefined || fits(document.type)) continue;
    const message = `expected no ${field} in ${document.type} ${nameOf(name)}, since ${why}, found some`;
    complain("registry/field-for-type", [field], message, { part: "key" });
  }
}

function checkRising(
  words: string,
  field: "buckets" | "quantiles",
  values: readonly number[] | undefined,
  complain: Complain,
): void {
  values?.forEach((value, index) => {
    const before = values[index - 1];
    if (before === undefined || before < value) return;
    const message = `expected rising ${field} in ${words}, found ${value} after ${before}`;
    complain("registry/order", [field, index], message);
  });
}

function checkStates(
  words: string,
  states: readonly string[] | undefined,
  complain: Complain,
): void {
  const seen = new Set<string>();
  states?.forEach((state, index) => {
    if (seen.has(state)) {
      const message = `expected each state once in ${words}, found ${quote(state)} again`;
      complain("registry/duplicate-value", ["states", index], message, { value: state });
    }
    seen.add(state);
  });
}

function checkBounds(words: string, { type, value }: MetricDocument, complain: Complain): void {
  if (value?.max === undefined) return;
  const { max } = value;
  if (value.min !== undefined && value.min > max) {
    const message = `expected max of at least ${value.min}, the min of ${words}, found ${found(max)}`;
    complain("registry/bounds", ["value", "max"], message);
  } else if (type === "counter" && max < 0) {
    const message = `expected max of at least 0, since ${words} is a counter, found ${found(max)}`;
    complain("registry/bounds", ["value", "max"], message);
  }
}
