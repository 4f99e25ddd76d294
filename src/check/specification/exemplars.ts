// Exemplars (OpenMetrics 1.0, section 4.1): on counters and buckets alone, their labels at most 128 characters long.

import type { Role, Scanner } from "../../exposition/index.js";
import type { CurrentLine } from "../current-line.js";
import type { FamilyState } from "../family-state.js";
import type { FindingSink } from "../finding-sink.js";

/** Most code points of all label names and values together. */
const longestLabels = 128;

/** Judges the exemplar of the current sample. `bound` is the upper bound of its bucket, Infinity for none. */
export function judgeExemplar(
  state: FamilyState,
  role: Role,
  bound: number,
  scanner: Scanner,
  sink: FindingSink,
  line: CurrentLine,
): void {
  const { exemplar, bytes } = scanner;
  const metric = state.name;
  if (role !== "bucket" && role !== "total") {
    sink.add({
      rule: "spec/exemplar-place",
      metric,
      message: `sample of ${metric} has an exemplar: only counters and buckets have`,
      ...line.exemplar(),
    });
  }
  // Bytes are never fewer than characters: where there are as few as that, nothing is to be counted.
  const length =
    exemplar.labelsEnd - exemplar.start <= longestLabels ? 0 : charactersOf(exemplar.labels(bytes));
  if (length > longestLabels) {
    sink.add({
      rule: "spec/exemplar-length",
      metric,
      message: `exemplar labels of ${metric} have ${length} characters: at most ${longestLabels} are allowed`,
      ...line.exemplar(),
    });
  }
  if (exemplar.labelCount > 1 && hasRepeatedName(exemplar.labels(bytes))) {
    sink.add({
      rule: "spec/exemplar-label",
      metric,
      message: `an exemplar of ${metric} has the same label twice`,
      ...line.exemplar(),
    });
  }
  if (exemplar.value > bound) {
    sink.add({
      rule: "spec/exemplar-value",
      metric,
      message: `exemplar of ${metric} is ${exemplar.value}, above the bound ${bound} of its bucket`,
      ...line.exemplarValue(),
    });
  }
}

/** Code points of all names and values together. */
function charactersOf(labels: readonly (readonly [name: string, value: string])[]): number {
  let count = 0;
  for (const _ of labels.flat().join("")) count++;
  return count;
}

function hasRepeatedName(labels: readonly (readonly [name: string, value: string])[]): boolean {
  return new Set(labels.map(([name]) => name)).size < labels.length;
}
