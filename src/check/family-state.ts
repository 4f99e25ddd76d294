import { type Family, type Interner, NAMES } from "../exposition/index.js";
import type { CompiledRegistry, Metric } from "../registry/index.js";
import type { ContractCompiler, MetricContract } from "./contract/metric-contract.js";
import { type Resolution, resolveFamily } from "./contract/resolve.js";
import type { LabelReading } from "./series-labels.js";
import type { DistributionFamily } from "./specification/distributions.js";

/** What the check knows of a metric family: what it is to the registry, and how its samples are read. */
export interface FamilyState extends LabelReading, DistributionFamily {
  readonly family: Family;
  readonly resolution: Resolution | undefined;
  readonly contract: MetricContract | undefined;
  /** Whether a series has several samples that make one value. */
  readonly composite: boolean;
  readonly isCounter: boolean;
  /** Whether the contract bounds the values of its samples. */
  readonly boundsValue: boolean;
  /** Whether its first sample was judged. */
  entered: boolean;
}

/** Interned names of the labels that are part of a value. */
export interface OwnLabels {
  readonly le: number;
  readonly quantile: number;
}

export function createFamilyState(
  family: Family,
  registry: CompiledRegistry | undefined,
  compiler: ContractCompiler | undefined,
  own: OwnLabels,
  interner: Interner,
): FamilyState {
  const resolution =
    registry === undefined
      ? undefined
      : resolveFamily(registry, family.name, family.type, family.hasType);
  const metric = resolution?.found === "metric" ? resolution.metric : undefined;
  const contract = metric === undefined ? undefined : compiler?.compile(metric);
  const { type } = family;
  const composite = type === "histogram" || type === "gaugehistogram" || type === "summary";
  return {
    family,
    name: family.name,
    kind: composite ? type : "summary",
    resolution,
    contract,
    composite,
    ownLabel: composite ? (type === "summary" ? own.quantile : own.le) : 0,
    freeLabel: metric === undefined || composite ? 0 : freeLabelOf(metric, own, family, interner),
    isCounter: type === "counter",
    boundsValue:
      contract?.boundsValue === true &&
      boundedTypes.has(type) &&
      resolution?.found === "metric" &&
      resolution.part === "all",
    entered: false,
  };
}

const boundedTypes: ReadonlySet<string> = new Set(["counter", "gauge", "unknown"]);

/** Of a family whose type is not the declared one, or cannot be told in the format: the label the declared type brings along. */
function freeLabelOf(metric: Metric, own: OwnLabels, family: Family, interner: Interner): number {
  switch (metric.type) {
    case "histogram":
    case "gaugehistogram":
      return own.le;
    case "summary":
      return own.quantile;
    case "stateset":
      return interner.internText(family.name, NAMES);
    default:
      return 0;
  }
}
