// What another library does with what is recorded. An adapter makes one for each metric; all that stands before it is the same for every library.

import type { Labels } from "../exposition/index.js";

/** Where the numbers of one series go that are observed. */
export type Recorder = (value: number) => void;

/** Where the steps of a counter's series go. Without a number it is 1: clients are spared to look at one. */
export type Step = (value?: number) => void;

/** Where the numbers of one series go that are set. */
export interface Level {
  set(value: number): void;
  /** Adds to what is there, a negative number too. */
  add(change: number): void;
}

/** The series of one metric in another library. What it is given keeps the contract, and labels are frozen. */
export interface Sink<Series> {
  /** The series of a label set, which is not recorded into yet. Throws a PromschemaError where the library cannot hold it. */
  open(labels: Labels): Series;
  /** Forgets the series of a label set. Absent where the library cannot. */
  remove?(labels: Labels): void;
  /** Why a series cannot begin at 0, where it cannot. */
  readonly obstacle?: string;
}
