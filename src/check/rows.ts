// How arrays with an element a series grow. A stream of ever new series has them at their full length sooner or later, and what they outgrew
// is memory too until V8 collects it: outside its heap, so that it is in no hurry. So the last steps are one. What is
// not yet written takes no memory.

/** Most series that the check of a stream remembers, unless told otherwise. */
export const streamSeries = 1 << 17;

/** Up to here arrays double: a leap is worth its zeroes where the rest is longer than they are. */
const fewRows = 1 << 14;
/** Row 0 is no series. */
const streamRows = streamSeries + 1;

/** Most rows that there is room kept for from one exposition to the next. */
export const largestKept = 0x1_ffff;

/** The next length of an array that is full. */
export function nextLength(length: number): number {
  return length < fewRows || length >= streamRows ? length * 2 : streamRows;
}

/** A longer copy. */
export function enlarged<Numbers extends Int32Array | Float64Array | Uint8Array>(
  numbers: Numbers,
  length: number,
): Numbers {
  // An array of the same class.
  const longer = new (numbers.constructor as new (length: number) => Numbers)(length);
  longer.set(numbers);
  return longer;
}
