import type { Entry, FamilyType, Role } from "../../exposition/index.js";
import type { FamilyState } from "../family-state.js";

/** How a sample is judged: as a series of its own, or as what part of a series. */
export type Place = 0 | 1 | 2 | 3;
export const SINGLE: Place = 0;
export const BUCKET: Place = 1;
export const QUANTILE: Place = 2;
export const PART: Place = 3;

/** What the samples of one name have in common, as long as their family is read the same way. */
export interface SampleKind {
  /** Interned name of the sample. */
  readonly name: number;
  /** How its family is read: see `readingOf`. */
  readonly reading: string;
  readonly role: Role;
  readonly place: Place;
}

const types: readonly FamilyType[] = [
  "unknown",
  "counter",
  "gauge",
  "histogram",
  "summary",
  "info",
  "stateset",
  "gaugehistogram",
];
const entryBits = 3;

/**
 * Numbers for the kinds of lines. Those of metadata are negative, and hold the keyword and for TYPE the type; those of samples stand for a
 * `SampleKind`.
 */
export class LineKinds {
  readonly samples: SampleKind[] = [];
  readonly #numbers = new Map<string, number>();

  ofSample(name: number, state: FamilyState, role: Role, place: Place): number {
    const reading = readingOf(state);
    const key = `${name} ${place} ${role} ${reading}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.samples.length;
    this.samples.push({ name, reading, role, place });
    this.#numbers.set(key, number);
    return number;
  }
}

/**
 * All that decides how the samples of a family are read and what their labels are worth, within one format and for one registry: its name and
 * its type. Verdicts about a line hold wherever this is the same.
 */
export function readingOf({ family }: FamilyState): string {
  return `${family.id} ${family.type} ${family.hasType}`;
}

export function metadataKind(entry: Entry, type: FamilyType): number {
  return ~((types.indexOf(type) << entryBits) | entry);
}

export function entryOf(kind: number): Entry {
  return (~kind & ((1 << entryBits) - 1)) as Entry; // metadataKind put one there
}

export function typeOf(kind: number): FamilyType {
  return types[~kind >> entryBits] ?? "unknown";
}
