import { FamilyTracker } from "./family-tracker.js";
import { grown, Interner } from "./interner.js";

/**
 * What a reader has met: names, which keep their ids as long as it lives, and label values, which may be forgotten between two ranges of a long
 * stream.
 */
export class Vocabulary {
  readonly names = new Interner();
  readonly values = new Interner();
  // The names of the labels that are part of a value.
  readonly le = this.names.internText("le");
  readonly quantile = this.names.internText("quantile");
  /** The metric families of one exposition after another. */
  readonly families = new FamilyTracker(this.names);
  /** By name: what a scanner found out about it as the name of a label. 0 for nothing. */
  labelMarks = new Int32Array(256);

  markLabel(name: number, mark: number): void {
    while (name >= this.labelMarks.length) this.labelMarks = grown(this.labelMarks);
    this.labelMarks[name] = mark;
  }
}

/** Most strings that a vocabulary keeps for the next payload. */
const keptStrings = 1 << 14;
/** Longest text of them all together, in bytes: one long label value is not worth keeping. */
const keptBytes = 1 << 20;

let idle: Vocabulary | undefined;

/** A vocabulary, for one reader alone until it is given back: payloads of one process share most names and values. */
export function borrowVocabulary(): Vocabulary {
  const vocabulary = idle ?? new Vocabulary();
  idle = undefined;
  return vocabulary;
}

export function returnVocabulary(vocabulary: Vocabulary): void {
  const { names, values } = vocabulary;
  if (names.isLargerThan(keptStrings, keptBytes)) return;
  if (values.isLargerThan(keptStrings, keptBytes)) return;
  idle = vocabulary;
}
