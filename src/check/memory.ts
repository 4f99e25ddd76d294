// What one check learns that serves the next: interned names and values, compiled contracts, verdicts about values. A service that checks its
// scrape every minute pays for its registry once.

import { Vocabulary } from "../exposition/index.js";
import type { CompiledRegistry } from "../registry/index.js";
import { ContractCompiler } from "./contract/metric-contract.js";
import type { FamilyState } from "./family-state.js";
import { SeriesLabels } from "./series-labels.js";
import { SeriesTables } from "./series-table.js";

/** Most label values remembered between two checks, and between two ranges of a stream. */
const keptValues = 20_000;
/** Most names remembered between two checks. */
const keptNames = 1 << 14;

export class CheckMemory {
  readonly vocabulary = new Vocabulary();
  readonly compiler: ContractCompiler | undefined;
  readonly labels: SeriesLabels;
  readonly tables = new SeriesTables<FamilyState>();
  /** By interned name of the family: its state when it was last met. */
  readonly states: (FamilyState | undefined)[] = [];

  constructor(registry: CompiledRegistry | undefined, countsAll: boolean) {
    const { names } = this.vocabulary;
    this.compiler =
      registry === undefined ? undefined : new ContractCompiler(registry, names, countsAll);
    this.labels = new SeriesLabels(this.vocabulary);
  }

  /** Forgets label values where there are many, so that a stream of ever new ones stays within bounds. Ids of values lose their meaning. */
  trim(): void {
    if (this.vocabulary.values.size <= keptValues) return;
    this.vocabulary.values.clear();
    this.labels.forget();
  }
}

/** Memory without a use at the moment: by registry, that of checks which count all values apart, and one for checks without a registry. */
const idle = new WeakMap<CompiledRegistry, CheckMemory>();
const idleCounting = new WeakMap<CompiledRegistry, CheckMemory>();
let idleBare: CheckMemory | undefined;

/** Memory for a check, for it alone until it is given back. */
export function borrowMemory(
  registry: CompiledRegistry | undefined,
  countsAll: boolean,
): CheckMemory {
  const place = countsAll ? idleCounting : idle;
  const known = registry === undefined ? idleBare : place.get(registry);
  if (registry === undefined) idleBare = undefined;
  else place.delete(registry);
  return known ?? new CheckMemory(registry, countsAll);
}

/** Whether it has not grown beyond what serves the next check. */
export function isWorthKeeping({ vocabulary }: CheckMemory): boolean {
  return vocabulary.names.size <= keptNames;
}

export function returnMemory(registry: CompiledRegistry | undefined, memory: CheckMemory): void {
  if (!isWorthKeeping(memory)) return;
  memory.trim();
  memory.compiler?.reset();
  if (registry === undefined) idleBare = memory;
  else (memory.compiler?.countsAll ? idleCounting : idle).set(registry, memory);
}
