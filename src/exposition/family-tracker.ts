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

/** Numbers of the roles are their places here. */
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

function suffixes(...table: [FamilyType, ...Role[]][]): ReadonlyMap<FamilyType, number[]> {
  return new Map(table.map(([type, ...known]) => [type, known.map((role) => roles.indexOf(role))]));
}

const textSuffixes = suffixes(["histogram", "bucket", "sum", "count"], ["summary", "sum", "count"]);

/** OpenMetrics 1.0, section 5: the suffixes of each type. */
const openMetricsSuffixes = suffixes(
  ["counter", "total", "created"],
  ["histogram", "bucket", "sum", "count", "created"],
  ["gaugehistogram", "bucket", "gsum", "gcount"],
  ["summary", "sum", "count", "created"],
  ["info", "info"],
);

const noSuffixes: readonly number[] = [];

function rolesOf(type: FamilyType, openMetrics: boolean): readonly number[] {
  return (openMetrics ? openMetricsSuffixes : textSuffixes).get(type) ?? noSuffixes;
}

/** What the samples of a type have behind the name of their family, those of its own name aside. */
export function suffixesOf(type: FamilyType, openMetrics: boolean): readonly string[] {
  return rolesOf(type, openMetrics).map((role) => `_${roles[role]!}`);
}

/** What a TYPE line that breaks no rule shows. */
const nothingWrong = { late: false, clash: undefined };

const NO_FAMILY = -1;
/** Bits that the number of a role takes. */
const roleBits = 4;
const roleMask = 15;
/** Names there is room for beyond those that a payload before had. */
const spareNames = 256;

export class FamilyTracker {
  readonly families: Family[] = [];
  current: Family | undefined;
  /** Role of the sample last asked about. */
  role: Role = "value";
  /** Whether the last line went back to a family that lines of another had closed. */
  reopened = false;

  readonly #names: Interner;
  readonly #openMetrics: boolean;
  /** By interned name: index of the family that samples of that name belong to, less NO_FAMILY, and the number of their role. */
  #owners: Int32Array;

  constructor(names: Interner, openMetrics: boolean) {
    this.#names = names;
    this.#openMetrics = openMetrics;
    this.#owners = new Int32Array(names.size + spareNames);
  }

  /** The family of a sample, opened where its name is new. */
  sample(name: number, line: number): Family {
    const index = this.#indexOf(name);
    const family = index === NO_FAMILY ? this.#open(name, line) : this.families[index]!;
    this.role = roles[this.#owners[name]! & roleMask]!;
    this.#enter(family);
    family.samples++;
    return family;
  }

  /** The family a sample of this name would belong to; undefined for a name not met. Changes nothing. */
  find(name: number): Family | undefined {
    return this.families[this.#indexOf(name)];
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
    for (const role of this.#suffixesOf(type)) {
      const name = this.#sampleName(family, role);
      const index = this.#indexOf(name);
      if (index !== NO_FAMILY) {
        const other = this.families[index]!;
        if (other.id === name && other.hasType) {
          clash ??= other.name;
          continue;
        }
        if (other.id === name && other.samples > 0) late = true;
      }
      this.#assign(name, family.index, role);
    }
    return late || clash !== undefined ? { late, clash } : nothingWrong;
  }

  /** Gives up the sample names of the type it had. */
  #release(family: Family): void {
    for (const role of this.#suffixesOf(family.type)) {
      const name = this.#sampleName(family, role);
      if (this.ownerOf(name) === family) this.#assign(name, NO_FAMILY, 0);
    }
  }

  /** The family whose sample names include this one, where that is not a family of that name itself. */
  ownerOf(name: number): Family | undefined {
    const index = this.#indexOf(name);
    const family = index === NO_FAMILY ? undefined : this.families[index];
    return family === undefined || family.id === name ? undefined : family;
  }

  /** The roles, as numbers, of samples whose names have more than the family's. */
  #suffixesOf(type: FamilyType): readonly number[] {
    return rolesOf(type, this.#openMetrics);
  }

  /** The name of a family's samples of a role: it stands behind an underscore. */
  #sampleName(family: Family, role: number): number {
    const { suffixed } = this.#names;
    const key = (family.id << roleBits) | role;
    const known = suffixed.get(key);
    if (known !== undefined) return known;
    const name = this.#names.internText(`${family.name}_${roles[role]!}`);
    suffixed.set(key, name);
    return name;
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
    return name < this.#owners.length ? (this.#owners[name]! >> roleBits) + NO_FAMILY : NO_FAMILY;
  }

  #assign(name: number, index: number, role: number): void {
    while (name >= this.#owners.length) this.#owners = grown(this.#owners);
    this.#owners[name] = ((index - NO_FAMILY) << roleBits) | role;
  }
}
