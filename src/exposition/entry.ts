/** What the scanner found on a line. */
export type Entry = 0 | 1 | 2 | 3 | 4 | 5;

/** Nothing: a plain comment, or the end of the range. */
export const END: Entry = 0;
export const SAMPLE: Entry = 1;
export const TYPE: Entry = 2;
export const HELP: Entry = 3;
export const UNIT: Entry = 4;
export const EOF: Entry = 5;

/** Type of a metric family, in the words of OpenMetrics: `untyped` of the text formats is `unknown`. */
export type FamilyType = (typeof familyTypes)[number];

/** Every type there is. */
export const familyTypes = [
  "counter",
  "gauge",
  "histogram",
  "summary",
  "info",
  "stateset",
  "gaugehistogram",
  "unknown",
] as const;

/** How a scanner reads: which of the three grammars. */
export interface Dialect {
  readonly openMetrics: boolean;
  /** Whether names may stand in quotes: not in text 0.0.4. */
  readonly quotedNames: boolean;
}
