import type { Inputs } from "./inputs.js";
import type { Table } from "./table.js";

/** What a group of benchmarks is given. */
export interface Bench {
  readonly inputs: Inputs;
  readonly rounds: number;
  /** Path of the built package's folder, with a slash at the end. */
  readonly dist: string;
  /** Says what is being measured now. */
  readonly progress: (text: string) => void;
}

/** What a group of benchmarks yields: a table to read, and its figures for a machine. */
export interface Outcome {
  readonly table: Table;
  readonly figures: readonly object[];
}

export type Group = (bench: Bench) => Promise<Outcome>;
