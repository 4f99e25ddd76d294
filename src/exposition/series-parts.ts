// Series whose values take several samples: what they have so far, and whether the next sample can be a part of them.

import type { Role } from "./family-tracker.js";
import type { LabelSet } from "./label-sets.js";
import type { Exemplar, Labels } from "./model.js";

/** A series of any type while it is being read: what its family's type has no use for stays unset. */
export interface Draft {
  labels: Labels;
  value: unknown;
  timestamp?: number;
  created?: number;
  exemplar?: Exemplar;
  line: number;
}

/** What the samples of a family make: a number each, a number and perhaps a time of creation, or one of many. */
export type Kind = "single" | "counter" | "buckets" | "quantiles" | "states";

/** A series that may lack some of its samples. */
export interface Open {
  readonly series: Draft;
  readonly set: LabelSet;
  /** The family, or the piece of it, that it is in. */
  readonly owner: { readonly kind: Kind };
  /** The series before it with the same labels, where it is in the same family. */
  readonly earlier: Open | undefined;
  /** Whether all it has is a `_created` sample, which says nothing of the timestamp of the others. */
  bare: boolean;
  /** Buckets, quantiles or states. */
  readonly items: object[];
  sum: number | undefined;
  count: number | undefined;
  /** Highest bound or quantile: what is above it is a new part. */
  highest: number;
  /** Bounds, quantiles or states that it has, once they do not come in rising order. */
  parts: Set<unknown> | undefined;
}

/** Whether a sample can be a further part of a series: the part, which `own` names, is missing, and the timestamp the same. */
export function lacks(
  open: Open,
  role: Role,
  own: number | string,
  timestamp: number | undefined,
): boolean {
  const { series } = open;
  if (role === "created") return series.created === undefined;
  if (open.owner.kind === "counter") return open.bare;
  if (series.timestamp !== timestamp && !open.bare) return false;
  switch (role) {
    case "sum":
    case "gsum":
      return open.sum === undefined;
    case "count":
    case "gcount":
      return open.count === undefined;
    default:
      return (typeof own === "number" && own > open.highest) || !partsOf(open).has(own);
  }
}

/** Whether a series has all that its type needs. Of a stateset nobody can tell. */
export function isWhole({ owner, bare, items, sum, count }: Open): boolean {
  if (owner.kind === "counter") return !bare;
  return count !== undefined && sum !== undefined && items.length > 0;
}

/** What a series has of the parts that an own label tells apart: what each of its items has first. */
function partsOf(open: Open): Set<unknown> {
  open.parts ??= new Set(open.items.map((item) => Object.values(item)[0]));
  return open.parts;
}

/** Adds a bucket, quantile or state. */
export function addItem(
  open: Open,
  own: number | string,
  value: number,
  exemplar?: Exemplar,
): void {
  const { items } = open;
  open.parts?.add(own);
  const { kind } = open.owner;
  if (kind === "states") {
    items.push({ state: own, enabled: value === 1 });
    return;
  }
  if (typeof own === "number" && own > open.highest) open.highest = own;
  // Fields that first hold something else than a number do not get a box for each number: most of what a large payload takes is buckets.
  if (kind === "quantiles") {
    const quantile: Record<"quantile" | "value", unknown> = {
      quantile: undefined,
      value: undefined,
    };
    quantile.quantile = own;
    quantile.value = value;
    items.push(quantile);
  } else if (exemplar === undefined) {
    const bucket: Record<"upperBound" | "count", unknown> = {
      upperBound: undefined,
      count: undefined,
    };
    bucket.upperBound = own;
    bucket.count = value;
    items.push(bucket);
  } else {
    items.push({ upperBound: own, count: value, exemplar });
  }
}

/** Makes the value of a series of its parts, when nothing can follow. Those of one kind get one shape where they have all parts. */
export function seal({ series, owner, items, sum, count }: Open): void {
  const { kind } = owner;
  if (kind === "states") series.value = items;
  else if (kind === "buckets" || kind === "quantiles") {
    if (sum !== undefined && count !== undefined) {
      series.value =
        kind === "buckets" ? { count, sum, buckets: items } : { count, sum, quantiles: items };
      return;
    }
    const value: { [kind: string]: unknown; sum?: number; count?: number } = { [kind]: items };
    if (sum !== undefined) value.sum = sum;
    if (count !== undefined) value.count = count;
    series.value = value;
  }
}
