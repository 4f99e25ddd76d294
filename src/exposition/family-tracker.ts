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

/** A metric family as it stands in the payload. The object serves one exposition after another. */
export interface Family {
  /** Interned name. */
  readonly id: number;
  readonly name: string;
  /** Its place among the families of the exposition. */
  index: number;
  /** Number of the exposition it was opened in: what is known of it holds no longer. */
  exposition: number;
  /** `unknown` until a TYPE line says more. */
  type: FamilyType;
  hasType: boolean;
  /** What a check knows of its other metadata; 0 for nothing. */
  marks: number;
  /** Line of its first appearance. */
  line: number;
  samples: number;
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

const numbersOf = (...known: Role[]): readonly number[] => known.map((role) => roles.indexOf(role));

const none = numbersOf();
const textRoles = {
  histogram: numbersOf("bucket", "sum", "count"),
  summary: numbersOf("sum", "count"),
};

/** OpenMetrics 1.0, section 5: the suffixes of each type. */
const openMetricsRoles = {
  counter: numbersOf("total", "created"),
  histogram: numbersOf("bucket", "sum", "count", "created"),
  gaugehistogram: numbersOf("bucket", "gsum", "gcount"),
  summary: numbersOf("sum", "count", "created"),
  info: numbersOf("info"),
};

/** The roles, as numbers, of samples whose names have more than the family's. A switch takes a fraction of a look-up: most types have none. */
function rolesOf(type: FamilyType, openMetrics: boolean): readonly number[] {
  switch (type) {
    case "histogram":
    case "summary":
      return (openMetrics ? openMetricsRoles : textRoles)[type];
    case "counter":
    case "gaugehistogram":
    case "info":
      return openMetrics ? openMetricsRoles[type] : none;
    default:
      return none;
  }
}

/** What the samples of a type have behind the name of their family, those of its own name aside. */
export function suffixesOf(type: FamilyType, openMetrics: boolean): readonly string[] {
  return rolesOf(type, openMetrics).map((role) => `_${roles[role]!}`);
}

/** What a TYPE line that breaks no rule shows. */
const nothingWrong = { late: false, clash: undefined };

/** Bits that the number of a role takes. */
const roleBits = 4;
const roleMask = 15;

/** The families of one exposition after another. */
export class FamilyTracker {
  /** How many families the exposition has. */
  size = 0;
  current: Family | undefined;
  /** Role of the sample last asked about. */
  role: Role = "value";
  /** Whether the last line went back to a family, after lines of another. */
  reopened = false;

  readonly #names: Interner;
  /** Ids of names that are another with a suffix, by number of both. Names keep their ids. */
  readonly #suffixed = new Map<number, number>();
  #openMetrics = false;
  #exposition = 0;
  /** By interned name: the family that lines of that name opened last. */
  readonly #families: (Family | undefined)[] = [];
  /** By interned name: name of the family that samples of that name belong to, 0 for none, and the number of their role. */
  #owners = new Int32Array(256);

  constructor(names: Interner) {
    this.#names = names;
  }

  /** Begins an exposition, of which no family is known. */
  begin(openMetrics: boolean): void {
    this.#openMetrics = openMetrics;
    this.#exposition++;
    this.#owners.fill(0);
    this.size = 0;
    this.current = undefined;
    this.reopened = false;
  }

  /** The family of a sample, opened where its name is new. */
  sample(name: number, line: number): Family {
    const owner = this.#ownerOf(name);
    const family = owner === 0 ? this.#open(name, line) : this.#families[owner >> roleBits]!;
    this.role = roles[owner & roleMask]!;
    this.#enter(family);
    family.samples++;
    return family;
  }

  /** The family a sample of this name would belong to; undefined for a name not met. Changes nothing. */
  find(name: number): Family | undefined {
    const owner = this.#ownerOf(name);
    return owner === 0 ? undefined : this.#families[owner >> roleBits];
  }

  /** The family that metadata of this name is about: never one that merely has it as a sample name. */
  metadata(name: number, line: number): Family {
    const known = this.#ownerOf(name) >> roleBits === name;
    const family = known ? this.#families[name]! : this.#open(name, line);
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
    for (const role of rolesOf(type, this.#openMetrics)) {
      const name = this.#sampleName(family, role);
      const other = this.find(name);
      if (other !== undefined && other.id === name) {
        if (other.hasType) {
          clash ??= other.name;
          continue;
        }
        if (other.samples > 0) late = true;
      }
      this.#assign(name, family.id, role);
    }
    return late || clash !== undefined ? { late, clash } : nothingWrong;
  }

  /** Gives up the sample names of the type it had. */
  #release(family: Family): void {
    for (const role of rolesOf(family.type, this.#openMetrics)) {
      const name = this.#sampleName(family, role);
      if (this.ownerOf(name) === family) this.#assign(name, 0, 0);
    }
  }

  /** The family whose sample names include this one, where that is not a family of that name itself. */
  ownerOf(name: number): Family | undefined {
    const owner = this.#ownerOf(name) >> roleBits;
    return owner === name || owner === 0 ? undefined : this.#families[owner];
  }

  /** The name of a family's samples of a role: it stands behind an underscore. */
  #sampleName(family: Family, role: number): number {
    const key = (family.id << roleBits) | role;
    const known = this.#suffixed.get(key);
    if (known !== undefined) return known;
    const name = this.#names.internText(`${family.name}_${roles[role]!}`);
    this.#suffixed.set(key, name);
    return name;
  }

  #open(name: number, line: number): Family {
    let family = this.#families[name];
    // One of this exposition that lost its name to another is still somebody's.
    if (family === undefined || family.exposition === this.#exposition) {
      family = {
        id: name,
        name: this.#names.text(name),
        index: 0,
        exposition: 0,
        type: "unknown",
        hasType: false,
        marks: 0,
        line: 0,
        samples: 0,
      };
      while (name >= this.#families.length) this.#families.push(undefined);
      this.#families[name] = family;
    } else {
      family.type = "unknown";
      family.hasType = false;
      family.marks = 0;
      family.samples = 0;
    }
    family.index = this.size++;
    family.exposition = this.#exposition;
    family.line = line;
    this.#assign(name, name, 0);
    this.current = family;
    return family;
  }

  #enter(family: Family): void {
    this.reopened = this.current !== family;
    this.current = family;
  }

  #ownerOf(name: number): number {
    return name < this.#owners.length ? this.#owners[name]! : 0;
  }

  #assign(name: number, family: number, role: number): void {
    while (name >= this.#owners.length) this.#owners = grown(this.#owners);
    this.#owners[name] = (family << roleBits) | role;
  }
}
