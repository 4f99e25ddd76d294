// Which metric family a line belongs to. Both doors of this room, and the check, ask it; so they cannot disagree.

import type { FamilyType } from "./entry.js";
import { grown, type Interner } from "./interner.js";

/** What a sample is to its family, by the suffix of its name. */
export type Role =
  | "value"
  | "bucket"
  | "sum"
  | "count"
  | "total"
  | "created"
  | "info"
  | "gsum"
  | "gcount";

/** A metric family as it stands in the payload. */
export interface Family {
  readonly index: number;
  /** Interned name. */
  readonly id: number;
  readonly name: string;
  /** `unknown` until a TYPE line says more. */
  type: FamilyType;
  hasType: boolean;
  hasHelp: boolean;
  /** Whether its HELP says something: an empty one is as none. */
  hasHelpText: boolean;
  hasUnit: boolean;
  /** Line of its first appearance. */
  readonly line: number;
  samples: number;
  /** Whether lines of another family followed its last one. */
  closed: boolean;
}

const textSuffixes: Partial<Record<FamilyType, readonly (readonly [string, Role])[]>> = {
  histogram: [
    ["_bucket", "bucket"],
    ["_sum", "sum"],
    ["_count", "count"],
  ],
  summary: [
    ["_sum", "sum"],
    ["_count", "count"],
  ],
};

/** OpenMetrics 1.0, section 5: the suffixes of each type. */
const openMetricsSuffixes: Record<FamilyType, readonly (readonly [string, Role])[]> = {
  counter: [
    ["_total", "total"],
    ["_created", "created"],
  ],
  gauge: [],
  unknown: [],
  histogram: [
    ["_bucket", "bucket"],
    ["_sum", "sum"],
    ["_count", "count"],
    ["_created", "created"],
  ],
  gaugehistogram: [
    ["_bucket", "bucket"],
    ["_gsum", "gsum"],
    ["_gcount", "gcount"],
  ],
  summary: [
    ["_sum", "sum"],
    ["_count", "count"],
    ["_created", "created"],
  ],
  info: [["_info", "info"]],
  stateset: [],
};

/** Every type there is. */
export const familyTypes: readonly string[] = Object.keys(openMetricsSuffixes);

/** What the samples of a type have behind the name of their family, those of its own name aside, and what they are to it. */
export function suffixesOf(
  type: FamilyType,
  openMetrics: boolean,
): readonly (readonly [string, Role])[] {
  return openMetrics ? openMetricsSuffixes[type] : (textSuffixes[type] ?? []);
}

const roles: readonly Role[] = [
  "value",
  "bucket",
  "sum",
  "count",
  "total",
  "created",
  "info",
  "gsum",
  "gcount",
];

const NO_FAMILY = -1;

export class FamilyTracker {
  readonly families: Family[] = [];
  current: Family | undefined;
  /** Role of the sample last asked about. */
  role: Role = "value";
  /** Whether the last line went back to a family that lines of another had closed. */
  reopened = false;

  readonly #names: Interner;
  readonly #openMetrics: boolean;
  /** By interned name: index of the family that samples of that name belong to, less NO_FAMILY. */
  #familyOf = new Int32Array(1024);
  #roleOf = new Uint8Array(1024);

  constructor(names: Interner, openMetrics: boolean) {
    this.#names = names;
    this.#openMetrics = openMetrics;
  }

  /** The family of a sample, opened where its name is new. */
  sample(name: number, line: number): Family {
    const index = this.#indexOf(name);
    const family = index === NO_FAMILY ? this.#open(name, line) : this.families[index]!;
    this.role = roles[this.#roleOf[name]!]!;
    this.#enter(family);
    family.samples++;
    return family;
  }

  /** The family that metadata of this name is about: never one that merely has it as a sample name. */
  metadata(name: number, line: number): Family {
    const index = this.#indexOf(name);
    const known = index === NO_FAMILY ? undefined : this.families[index];
    const family = known !== undefined && known.id === name ? known : this.#open(name, line);
    this.#enter(family);
    return family;
  }

  /** Whether samples or metadata of a family of this very name, or of a sample name it would have as `type`, came before. */
  setType(
    family: Family,
    type: FamilyType,
  ): { readonly late: boolean; readonly clash: string | undefined } {
    if (family.type !== type) this.#release(family);
    family.type = type;
    family.hasType = true;
    let late = family.samples > 0;
    let clash: string | undefined;
    for (const [suffix, role] of this.#suffixesOf(type)) {
      const name = this.#names.internText(family.name + suffix);
      const index = this.#indexOf(name);
      if (index !== NO_FAMILY) {
        const other = this.families[index]!;
        if (other.id === name && other.hasType) {
          clash ??= other.name;
          continue;
        }
        if (other.id === name && other.samples > 0) late = true;
      }
      this.#assign(name, family.index, roles.indexOf(role));
    }
    return { late, clash };
  }

  /** Gives up the sample names of the type it had. */
  #release(family: Family): void {
    for (const [suffix] of this.#suffixesOf(family.type)) {
      const name = this.#names.internText(family.name + suffix);
      if (this.ownerOf(name) === family) this.#assign(name, NO_FAMILY, 0);
    }
  }

  /** The family whose sample names include this one, where that is not a family of that name itself. */
  ownerOf(name: number): Family | undefined {
    const index = this.#indexOf(name);
    const family = index === NO_FAMILY ? undefined : this.families[index];
    return family === undefined || family.id === name ? undefined : family;
  }

  #suffixesOf(type: FamilyType): readonly (readonly [string, Role])[] {
    return suffixesOf(type, this.#openMetrics);
  }

  #open(name: number, line: number): Family {
    const family: Family = {
      index: this.families.length,
      id: name,
      name: this.#names.text(name),
      type: "unknown",
      hasType: false,
      hasHelp: false,
      hasHelpText: false,
      hasUnit: false,
      line,
      samples: 0,
      closed: false,
    };
    this.families.push(family);
    this.#assign(name, family.index, 0);
    return family;
  }

  #enter(family: Family): void {
    const current = this.current;
    if (current === family) {
      this.reopened = false;
      return;
    }
    if (current !== undefined) current.closed = true;
    this.reopened = family.closed;
    family.closed = false;
    this.current = family;
  }

  #indexOf(name: number): number {
    return name < this.#familyOf.length ? this.#familyOf[name]! + NO_FAMILY : NO_FAMILY;
  }

  #assign(name: number, index: number, role: number): void {
    while (name >= this.#familyOf.length) {
      this.#familyOf = grown(this.#familyOf);
      const larger = new Uint8Array(this.#familyOf.length);
      larger.set(this.#roleOf);
      this.#roleOf = larger;
    }
    this.#familyOf[name] = index - NO_FAMILY;
    this.#roleOf[name] = role;
  }
}
