import { type Entry, type FamilyType, familyTypes, type Role } from "../../exposition/index.js";
import type { FamilyState } from "../family-state.js";

/** How a sample is judged: as a series of its own, or as what part of a series. */
export type Place = 0 | 1 | 2 | 3;
export const SINGLE: Place = 0;
export const BUCKET: Place = 1;
export const QUANTILE: Place = 2;
export const PART: Place = 3;

/** What the samples of one name have in common, as long as their family is read the same way. */
export interface SampleKind {
  /** Its place among all kinds. */
  readonly number: number;
  /** Interned name of the sample. */
  readonly name: number;
  /** How its family is read: see `readingOf`. */
  readonly reading: string;
  /** The state it was last found to be right for. */
  state: FamilyState;
  readonly role: Role;
  readonly place: Place;
  /** Whether no law asks for more of a value than that it is a number, and not negative. */
  readonly anyNumber: boolean;
  /** Whether its family is what a sample opens that no metadata came before, and of which nothing is to be judged then. */
  readonly opens: boolean;
}

const entryBits = 3;

/** The kinds of lines that hold a sample. */
export class SampleKinds {
  readonly #kinds: SampleKind[] = [];
  /** By name: the kind last asked for, and the state it was asked for with. */
  readonly #recent = new Map<number, { readonly state: FamilyState; readonly kind: SampleKind }>();

  /** Kind of a sample of this name. */
  of(name: number, state: FamilyState, role: Role, place: Place): SampleKind {
    const recent = this.#recent.get(name);
    if (recent?.state === state && recent.kind.place === place) return recent.kind;
    const reading = readingOf(state);
    let kind = this.#kinds.find(
      (known) =>
        known.name === name &&
        known.place === place &&
        known.role === role &&
        known.reading === reading,
    );
    if (kind === undefined) {
      const number = this.#kinds.length;
      const anyNumber = isAnyNumberGood(state, role, place);
      const opens = state.family.id === name && !state.family.hasType && !state.isUntypedBucket;
      kind = { number, name, reading, state, role, place, anyNumber, opens };
      this.#kinds.push(kind);
    }
    this.#recent.set(name, { state, kind });
    return kind;
  }

  at(number: number): SampleKind {
    const kind = this.#kinds[number];
    if (kind === undefined) throw new Error(`internal: no kind of sample ${number}`);
    return kind;
  }

  clear(): void {
    this.#kinds.length = 0;
    this.#recent.clear();
  }
}

/**
 * All that decides how the samples of a family are read and what their labels are worth, within one format and for one registry: its name and
 * its type. Verdicts about a line hold wherever this is the same.
 */
export function readingOf({ family }: FamilyState): string {
  return `${family.id} ${family.type} ${family.hasType}`;
}

function isAnyNumberGood({ family, boundsValue }: FamilyState, role: Role, place: Place): boolean {
  if (boundsValue || family.type === "info") return false;
  return place !== BUCKET && role !== "count" && role !== "gcount";
}

/** Kind of a metadata line: a negative number that holds the keyword, and of a TYPE line the type. */
export function metadataKind(entry: Entry, type: FamilyType): number {
  return ~((familyTypes.indexOf(type) << entryBits) | entry);
}

export function entryOf(kind: number): Entry {
  return (~kind & ((1 << entryBits) - 1)) as Entry; // metadataKind put one there
}

export function typeOf(kind: number): FamilyType {
  return familyTypes[~kind >> entryBits] ?? "unknown";
}
