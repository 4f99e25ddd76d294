import type { Scanner } from "../exposition/index.js";
import type { CurrentLine } from "./current-line.js";
import type { FindingSink } from "./finding-sink.js";

/** What judges a line needs beside the line itself: where it stands, and where to say so. */
export interface LineContext {
  readonly scanner: Scanner;
  readonly sink: FindingSink;
  readonly line: CurrentLine;
  readonly openMetrics: boolean;
}
