import type { Family, FamilyType, Vocabulary } from "../exposition/index.js";
import type { CompiledRegistry, Metric } from "../registry/index.js";
import type { ContractCompiler, MetricContract } from "./contract/metric-contract.js";
import { type Resolution, resolveFamily } from "./contract/resolve.js";
import type { LabelReading } from "./series-labels.js";
import type { CompositeFamily } from "./specification/composites.js";

/** What the check knows of a metric family of one type: what it is to the registry, and how its samples are read. Kept over expositions. */
export interface FamilyState extends LabelReading, CompositeFamily {
  /** Number of the exposition that it was last found to be right for. */
  exposition: number;
  /** What all else rests on, beside the family's name. */
  readonly type: FamilyType;
  readonly hasType: boolean;
  readonly openMetrics: boolean;
  readonly family: Family;
  readonly resolution: Resolution | undefined;
  readonly contract: MetricContract | undefined;
  /** Whether a series has several samples that make one value, and what they make. */
  readonly kind: Kind;
  readonly isCounter: boolean;
  /** Whether the contract bounds the values of its samples. */
  readonly boundsValue: boolean;
  /** Whether it is named as the buckets of a histogram are, and nothing says what it is. Its first sample is judged by its labels. */
  readonly isUntypedBucket: boolean;
  /** Whether its first sample was judged. */
  entered: boolean;
}

/** `single` where each sample is a series of its own. */
export type Kind = "single" | "counter" | "histogram" | "gaugehistogram" | "summary" | "stateset";

export const bucketSuffix = "_bucket";

export function createFamilyState(
  family: Family,
  registry: CompiledRegistry | undefined,
  compiler: ContractCompiler | undefined,
  vocabulary: Vocabulary,
  openMetrics: boolean,
): FamilyState {
  const resolution =
    registry === undefined ? undefined : resolveFamily(registry, family, openMetrics);
  const metric = resolution?.found === "metric" ? resolution.metric : undefined;
  const contract = metric === undefined ? undefined : compiler?.compile(metric);
  const { type, hasType, exposition } = family;
  const kind = kindOf(type, openMetrics);
  return {
    exposition,
    type,
    hasType,
    openMetrics,
    family,
    name: family.name,
    kind,
    resolution,
    contract,
    ownLabel: ownLabelOf(kind, vocabulary, family),
    freeLabel:
      metric === undefined || kind !== "single" ? 0 : freeLabelOf(metric, vocabulary, family),
    isCounter: type === "counter",
    boundsValue:
      contract?.boundsValue === true &&
      boundedTypes.has(type) &&
      resolution?.found === "metric" &&
      resolution.part === "all",
    isUntypedBucket: !openMetrics && !family.hasType && family.name.endsWith(bucketSuffix),
    entered: false,
  };
}

/** The text formats write a counter as one sample, and have no statesets. */
function kindOf(type: FamilyType, openMetrics: boolean): Kind {
  switch (type) {
    case "histogram":
    case "gaugehistogram":
    case "summary":
      return type;
    case "counter":
    case "stateset":
      return openMetrics ? type : "single";
    default:
      return "single";
  }
}

function ownLabelOf(kind: Kind, { le, quantile }: Vocabulary, family: Family): number {
  switch (kind) {
    case "histogram":
    case "gaugehistogram":
      return le;
    case "summary":
      return quantile;
    case "stateset":
      return family.id;
    default:
      return 0;
  }
}

const boundedTypes: ReadonlySet<string> = new Set(["counter", "gauge", "unknown"]);

/** Of a family whose type is not the declared one, or cannot be told in the format: the label the declared type brings along. */
function freeLabelOf(metric: Metric, { le, quantile, names }: Vocabulary, family: Family): number {
  switch (metric.type) {
    case "histogram":
    case "gaugehistogram":
      return le;
    case "summary":
      return quantile;
    case "stateset":
      return names.internText(family.name);
    default:
      return 0;
  }
}
