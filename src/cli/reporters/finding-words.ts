import type { Finding } from "../../diagnostics/index.js";
import { clip } from "./clip.js";

/** What a finding says, safe to print: the message, then a line for each thing that helps. */
export function findingWords(finding: Finding): readonly [message: string, ...rest: string[]] {
  const { message, hint, notes = [] } = finding;
  return [
    clip(message, 1000),
    ...[hint ?? [], notes].flat().map((note) => clip(note)),
    ...more(finding),
  ];
}

/** The finding, its hint cut where it is too long to stand beside the carets of a frame. */
export function withShortHint(finding: Finding): Finding {
  const { hint } = finding;
  return hint === undefined ? finding : { ...finding, hint: clip(hint) };
}

function more(finding: Finding): readonly string[] {
  const note = moreLikeIt(finding);
  return note === undefined ? [] : [note];
}

/** How many series have the same breach beside the one that is shown, and where the first of them are. */
export function moreLikeIt({ count = 1, alsoOnLines = [] }: Finding): string | undefined {
  if (count < 2) return undefined;
  const all = alsoOnLines.length === count - 1;
  const lines = `${alsoOnLines.length === 1 && all ? "line" : "lines"} ${alsoOnLines.join(", ")}`;
  const where = alsoOnLines.length === 0 ? "" : `, on ${lines}${all ? "" : " ..."}`;
  return `and ${count - 1} more like it${where}`;
}
