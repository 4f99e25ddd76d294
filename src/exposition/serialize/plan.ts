// Which blocks of lines an exposition becomes in a format, and under which names: all that is settled before the first byte is written.

import { printable } from "../../diagnostics/index.js";
import { type EscapingScheme, escapeName } from "../escape-name.js";
import type { Format } from "../format.js";
import type { Exposition, MetricFamily, Series } from "../model.js";
import { type CreatedTimes, takeCreatedTimes } from "./created.js";
import { type Form, openMetricsForms, type PartKind, textForms, untypedForms } from "./forms.js";
import type { LossLog } from "./losses.js";
import { whyUntyped } from "./open-metrics-laws.js";
import { lastPoints } from "./points.js";
import { refuseModel } from "./unwritable.js";

/** Samples of one kind within a block. */
export interface Part {
  readonly kind: PartKind;
  /** Sample name, escaped as the scheme wants it. */
  readonly name: string;
  /** Name of a bucket or quantile without a bound; undefined where those have a block of their own. */
  readonly foreignName: string | undefined;
  readonly takesExemplars: boolean;
}

/** One group of lines under one TYPE. */
export interface Block {
  /** Name of the family in the model, for findings. */
  readonly metric: string;
  /** Name in the metadata lines. */
  readonly name: string;
  /** The word of the TYPE line. */
  readonly type: string;
  readonly help: string | undefined;
  readonly unit: string | undefined;
  /** The label that is part of the value, in the model's words; undefined for none. */
  readonly ownLabel: string | undefined;
  /** The same as it is written. */
  readonly writtenOwnLabel: string;
  readonly parts: readonly Part[];
  readonly series: readonly Series<unknown>[];
}

export interface Plan {
  readonly blocks: readonly Block[];
  /** Creation times that stood in gauges of their own, by series. */
  readonly created: CreatedTimes;
}

/** One way of writing a family: the first whose names are free is taken. */
interface Candidate {
  /** Name that the suffixes are put to. */
  readonly base: string;
  /** Suffix that is escaped with the base: then every format gives the sample the same name. */
  readonly anchor: string;
  readonly forms: readonly Form[];
  /** What is said where this is taken. */
  readonly untyped?: string;
}

interface Settled {
  readonly candidate: Candidate;
  readonly base: string;
}

export interface PlanOptions {
  readonly format: Format;
  readonly escaping: EscapingScheme;
}

/** Throws PromschemaError where names are empty, stand twice or cannot be told apart. */
export function planBlocks(
  exposition: Exposition,
  { format, escaping }: PlanOptions,
  losses: LossLog | undefined,
): Plan {
  checkNames(exposition.families);
  const changesModel = isOpenMetrics(exposition.format) !== isOpenMetrics(format);
  const created: CreatedTimes =
    changesModel && isOpenMetrics(format)
      ? takeCreatedTimes(exposition.families, losses)
      : { times: new Map(), families: new Set() };
  const families = exposition.families.filter((family) => !created.families.has(family));
  const names = new Names(escaping);
  const candidates = families.map((family) => candidatesOf(family, exposition.format, format));
  const settled = families.map(({ name }, index) => names.claimUnchanged(name, candidates[index]!));
  const blocks = families.flatMap((family, index) => {
    const found = settled[index] ?? names.claim(family.name, candidates[index]!);
    tellNames(family, found, escaping, losses);
    return blocksOf(family, found, { format, escaping, changesModel, losses });
  });
  return { blocks, created };
}

function isOpenMetrics(format: Format): boolean {
  return format === "openmetrics-1.0";
}

function checkNames(families: readonly MetricFamily[]): void {
  const seen = new Set<string>();
  for (const { name } of families) {
    if (typeof name !== "string" || name === "") {
      refuseModel("a metric family has no name: expected a text that is not empty");
    }
    if (seen.has(name)) {
      refuseModel(`two metric families are named ${printable(name)}: expected one`, {
        metric: name,
      });
    }
    seen.add(name);
  }
}

function candidatesOf(
  family: MetricFamily,
  from: Format,
  to: Format,
): readonly [Candidate, ...Candidate[]] {
  const { name, type } = family;
  // Families of the text formats carry the name of their samples.
  const suffix = type === "counter" ? "_total" : type === "info" ? "_info" : "";
  const isStem = isOpenMetrics(from) || !name.endsWith(suffix) || name === suffix;
  const stem = isStem ? name : name.slice(0, name.length - suffix.length);
  if (!isOpenMetrics(to)) {
    const keepsName = type === "counter" && !isOpenMetrics(from);
    return [{ base: keepsName ? name : stem + suffix, anchor: "", forms: textForms[type] }];
  }
  const kept: Candidate = { base: stem, anchor: suffix, forms: openMetricsForms[type] };
  if (isOpenMetrics(from)) return [kept];
  const untyped = (why: string): Candidate => ({
    base: name,
    anchor: "",
    forms: untypedForms[type],
    untyped: why,
  });
  const why = whyUntyped(family);
  if (why !== undefined) return [untyped(why)];
  if (type !== "counter") return [kept];
  return [kept, untyped(`another metric family has the name ${printable(stem)} or one of its own`)];
}

/** Names given away so far: of families and of samples, which OpenMetrics wants all different. */
class Names {
  readonly #taken = new Set<string>();
  readonly #escaping: EscapingScheme;

  constructor(escaping: EscapingScheme) {
    this.#escaping = escaping;
  }

  /** Takes the names of a family that keeps its own, before any that changes can have them. */
  claimUnchanged(
    metric: string,
    [candidate]: readonly [Candidate, ...Candidate[]],
  ): Settled | undefined {
    const { base, anchor } = candidate;
    const full = base + anchor;
    if (base !== metric || escapeName(full, this.#escaping) !== full) return undefined;
    for (const name of namesOf(candidate, base)) this.#taken.add(name);
    return { candidate, base };
  }

  claim(metric: string, candidates: readonly Candidate[]): Settled {
    for (const candidate of candidates) {
      // What two names become under a scheme may be the same; `values` tells them apart.
      for (const scheme of new Set([this.#escaping, "values"] as const)) {
        const full = escapeName(candidate.base + candidate.anchor, scheme);
        const base = full.slice(0, full.length - candidate.anchor.length);
        const names = namesOf(candidate, base);
        if (names.some((name) => this.#taken.has(name))) continue;
        for (const name of names) this.#taken.add(name);
        return { candidate, base };
      }
    }
    return refuseModel(
      `the names of ${printable(metric)} and another metric family cannot be told apart in this format`,
      { metric },
    );
  }
}

function namesOf({ forms }: Candidate, base: string): string[] {
  const suffixes = forms.flatMap((form) => [
    form.suffix,
    ...form.parts.map(([, suffix]) => suffix),
  ]);
  return [...new Set(suffixes)].map((suffix) => base + suffix);
}

function tellNames(
  { name }: MetricFamily,
  { candidate, base }: Settled,
  escaping: EscapingScheme,
  losses: LossLog | undefined,
): void {
  if (candidate.untyped !== undefined) {
    losses?.add(
      "type",
      name,
      `${printable(name)} is written without its type: ${candidate.untyped}`,
    );
  }
  if (base === candidate.base) return;
  losses?.add(
    "name",
    name,
    `${printable(name)} is written ${base}, in the escaping scheme ${base.startsWith("U__") ? "values" : escaping}`,
  );
}

interface BlockContext extends PlanOptions {
  readonly changesModel: boolean;
  readonly losses: LossLog | undefined;
}

function blocksOf(family: MetricFamily, settled: Settled, context: BlockContext): Block[] {
  const { name, type, help } = family;
  const { format, escaping, changesModel, losses } = context;
  const { candidate, base } = settled;
  const toOpenMetrics = isOpenMetrics(format);
  const ownLabel = ownLabelOf(family);
  if (!toOpenMetrics && (type === "info" || type === "stateset" || type === "gaugehistogram")) {
    losses?.add(
      "type",
      name,
      `${printable(name)} is written as gauge: the text formats have no ${type}`,
    );
  }
  const series: readonly Series<unknown>[] =
    changesModel && !toOpenMetrics ? lastPoints(family, losses) : family.series;
  const forms =
    candidate.forms.length === 1
      ? candidate.forms
      : candidate.forms.filter((form) => form.parts.some(([kind]) => hasPart(series, kind)));
  return forms.map((form) => ({
    metric: name,
    name: base + form.suffix,
    type: form.type,
    help,
    unit: unitOf(family, base + form.suffix, context),
    ownLabel,
    // OpenMetrics knows the state by the label that is named as the family.
    writtenOwnLabel:
      type === "stateset" && toOpenMetrics ? base : escapeName(ownLabel ?? "", escaping, "label"),
    parts: form.parts.map(([kind, suffix]) => ({
      kind,
      name: base + suffix,
      foreignName: candidate.forms.length === 1 ? base : undefined,
      takesExemplars: toOpenMetrics && takesExemplars(form, kind, changesModel),
    })),
    series,
  }));
}

function ownLabelOf({ type, name }: MetricFamily): string | undefined {
  switch (type) {
    case "histogram":
    case "gaugehistogram":
      return "le";
    case "summary":
      return "quantile";
    case "stateset":
      return name;
    default:
      return undefined;
  }
}

/** Exemplars stand on counters and buckets (OpenMetrics 1.0, section 4.6.1). What OpenMetrics had elsewhere stays there. */
function takesExemplars(form: Form, kind: PartKind, changesModel: boolean): boolean {
  if (kind === "value") return form.type === "counter" || !changesModel;
  return kind === "bucket" && (form.type !== "unknown" || !changesModel);
}

function hasPart(series: readonly Series<unknown>[], kind: PartKind): boolean {
  return series.some(({ value }) => {
    // The shape follows from the type; what the type does not have is undefined.
    const { buckets, quantiles, sum, count } = value as {
      readonly buckets?: readonly { readonly upperBound: number }[];
      readonly quantiles?: readonly { readonly quantile: number }[];
      readonly sum?: number;
      readonly count?: number;
    };
    switch (kind) {
      case "foreign":
        return (
          buckets?.some(({ upperBound }) => Number.isNaN(upperBound)) === true ||
          quantiles?.some(({ quantile }) => Number.isNaN(quantile)) === true
        );
      case "sum":
        return sum !== undefined;
      case "count":
        return count !== undefined;
      default:
        return true;
    }
  });
}

/** The unit where the format has one, and it ends the name as OpenMetrics wants. */
function unitOf(
  family: MetricFamily,
  name: string,
  { format, changesModel, losses }: BlockContext,
): string | undefined {
  const { unit } = family;
  if (unit === undefined || unit === "") return undefined;
  const isOpen = isOpenMetrics(format);
  if (isOpen && /^[a-zA-Z0-9_:]+$/.test(unit) && (!changesModel || name.endsWith(`_${unit}`))) {
    return unit;
  }
  const why = isOpen
    ? "in OpenMetrics it is the last word of the name"
    : "the text formats have no UNIT line";
  losses?.add(
    "unit",
    family.name,
    `unit ${printable(unit)} of ${printable(family.name)} is left out: ${why}`,
  );
  return undefined;
}
