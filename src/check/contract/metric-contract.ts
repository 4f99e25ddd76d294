import type { Position } from "../../diagnostics/index.js";
import type { Interner } from "../../exposition/index.js";
import { compilePattern, wholeNumber } from "../../pattern/index.js";
import type {
  CompiledRegistry,
  EnumValue,
  Label,
  LabelDefinition,
  Metric,
} from "../../registry/index.js";

/** A label of a metric, made for the hot path. */
export interface LabelRule {
  readonly label: Label;
  /** Interned name. */
  readonly name: number;
  /** Its bit in the masks of the metric; 0 past the 31st label. */
  readonly bit: number;
  /** Number of the definition: labels with one shared definition share verdicts about values. */
  readonly definition: number;
  /** Undefined where any value will do: then its text is never made. */
  readonly accepts: ((value: string) => boolean) | undefined;
  /** Distinct values seen, where the metric limits or promises them, or its coverage is asked for. */
  readonly values: Set<string> | undefined;
  /** The values of its enum. */
  readonly declared: ReadonlySet<string> | undefined;
}

/** A declared metric, made for the hot path. */
export interface MetricContract {
  readonly metric: Metric;
  /** By interned name. */
  readonly labels: ReadonlyMap<number, LabelRule>;
  readonly rules: readonly LabelRule[];
  /** Bits of the required labels. */
  readonly required: number;
  /** Labels that must be there with others: the one's bit, and the bits of those it requires. */
  readonly requires: readonly (readonly [bit: number, others: number])[];
  /** Whether there are more labels than the masks hold: then presence is judged label by label. */
  readonly unmasked: boolean;
  /** Bits of a label set that was found complete. */
  complete: number;
  /** Number under which bucket bounds and quantiles are known to be declared. */
  readonly ownDefinition: number;
  /** Declared bucket bounds or quantiles. */
  readonly ownValues: ReadonlySet<number> | undefined;
  readonly boundsValue: boolean;
  seen: boolean;
  series: number;
}

/** Labels that fit the masks. */
const maskedLabels = 31;
/** First numbers of definitions: 0 is unseen, 1 is a label without rules. */
const firstDefinition = 2;

/** Compiles the metrics of a registry, each when it is first met. */
export class ContractCompiler {
  readonly registry: CompiledRegistry;
  /** Whether the values of every label are counted. */
  readonly countsAll: boolean;
  readonly #names: Interner;
  readonly #definitions = new Map<LabelDefinition, number>();
  readonly #acceptors = new Map<LabelDefinition, LabelRule["accepts"]>();
  readonly #contracts = new Map<Metric, MetricContract>();
  #ordered: readonly MetricContract[] = [];
  #numbers = firstDefinition;

  constructor(registry: CompiledRegistry, names: Interner, countsAll: boolean) {
    this.registry = registry;
    this.countsAll = countsAll;
    this.#names = names;
  }

  compile(metric: Metric): MetricContract {
    const known = this.#contracts.get(metric);
    if (known !== undefined) return known;
    const rules = metric.labels.map((label, index) => this.#rule(label, index));
    const ownValues = metric.buckets ?? metric.quantiles;
    const contract: MetricContract = {
      metric,
      labels: new Map(rules.map((rule) => [rule.name, rule])),
      rules,
      required: rules.reduce((mask, rule) => (rule.label.required ? mask | rule.bit : mask), 0),
      requires: requirements(rules),
      unmasked: rules.length > maskedLabels,
      complete: -1,
      ownDefinition: this.#numbers++,
      ownValues: ownValues === undefined ? undefined : new Set([...ownValues, Infinity]),
      boundsValue:
        metric.value.integer || metric.value.min !== undefined || metric.value.max !== undefined,
      seen: false,
      series: 0,
    };
    this.#contracts.set(metric, contract);
    return contract;
  }

  /** The contracts of the metrics met, in the order of the registry: whichever was met first, in this payload or one before. */
  compiled(): readonly MetricContract[] {
    if (this.#ordered.length !== this.#contracts.size) {
      const metrics = [...this.registry.metrics.values()];
      this.#ordered = metrics.flatMap((metric) => this.#contracts.get(metric) ?? []);
    }
    return this.#ordered;
  }

  /** Forgets what an exposition showed, and keeps what was compiled. */
  reset(): void {
    for (const contract of this.#contracts.values()) {
      contract.seen = false;
      contract.series = 0;
      for (const rule of contract.rules) rule.values?.clear();
    }
  }

  #rule(label: Label, index: number): LabelRule {
    const { definition } = label;
    let number = this.#definitions.get(definition);
    if (number === undefined) {
      number = this.#numbers++;
      this.#definitions.set(definition, number);
      this.#acceptors.set(definition, acceptorOf(definition));
    }
    const counts =
      this.countsAll ||
      definition.maxValues !== undefined ||
      definition.enum?.some((value) => value.presence === "always") === true;
    return {
      label,
      name: this.#names.internText(label.name),
      bit: index < maskedLabels ? 1 << index : 0,
      definition: number,
      accepts: this.#acceptors.get(definition),
      values: counts ? new Set() : undefined,
      declared: counts && definition.enum ? new Set(definition.enum.map(textOfValue)) : undefined,
    };
  }
}

function requirements(rules: readonly LabelRule[]): [number, number][] {
  const bits = new Map(rules.map((rule) => [rule.label.name, rule.bit]));
  return rules
    .filter((rule) => rule.label.definition.requires.length > 0)
    .map((rule) => [
      rule.bit,
      rule.label.definition.requires.reduce((mask, name) => mask | (bits.get(name) ?? 0), 0),
    ]);
}

/** Whether the labels present, as bits, are all that are required and all that each of them requires. */
export function isComplete(contract: MetricContract, present: number): boolean {
  if (contract.unmasked) return false;
  if (present === contract.complete) return true;
  if ((present & contract.required) !== contract.required) return false;
  for (const [bit, others] of contract.requires) {
    if ((present & bit) !== 0 && (present & others) !== others) return false;
  }
  contract.complete = present;
  return true;
}

/** What a value breaks, if anything. */
export type ValueRule = "label-value" | "label-pattern" | "label-type";

/** Whether a value keeps all rules of a definition; undefined for one without rules. */
function acceptorOf(definition: LabelDefinition): LabelRule["accepts"] {
  const { type, enum: values, open, pattern } = definition;
  if (type === "string" && (values === undefined || open) && pattern === undefined) return;
  const broken = brokenRule(definition);
  return (value) => broken(value) === undefined;
}

function textOfValue({ value }: EnumValue): string {
  return value;
}

/** The first rule of a definition that a value breaks. */
export function brokenRule(definition: LabelDefinition): (value: string) => ValueRule | undefined {
  const allowed =
    definition.enum === undefined || definition.open
      ? undefined
      : new Set(definition.enum.map(textOfValue));
  const pattern = definition.pattern === undefined ? undefined : compilePattern(definition.pattern);
  // A registry that compiled has no bad pattern.
  const matches = pattern?.ok ? pattern.matches : undefined;
  return (value) => {
    if (definition.type === "boolean" && value !== "true" && value !== "false") return "label-type";
    if (definition.type === "integer" && !wholeNumber.test(value)) return "label-type";
    if (allowed !== undefined && !allowed.has(value)) return "label-value";
    if (matches !== undefined && !matches(value)) return "label-pattern";
    return undefined;
  };
}

/** The values of an enum with their meanings, for a note. */
export function allowedValues(
  values: readonly EnumValue[],
  quoteValue: (text: string) => string,
): string {
  return values
    .map(({ value, meaning }) =>
      meaning === undefined ? quoteValue(value) : `${quoteValue(value)} (${meaning})`,
    )
    .join(", ");
}

/** `declared`, where the document's position is known. */
export function declaredAt(position: Position | undefined): { declared?: Position } {
  return position === undefined ? {} : { declared: position };
}
