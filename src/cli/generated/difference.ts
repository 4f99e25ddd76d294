import { printable } from "../../diagnostics/index.js";

/** Lines shown of each side, and columns of each. */
const shown = 3;
const columns = 100;

/** Where two texts differ, in a few lines: those that would go, then those that would come. */
export function difference(current: string, wanted: string): readonly string[] {
  const before = current.split("\n");
  const after = wanted.split("\n");
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let same = 0;
  const most = Math.min(before.length, after.length) - start;
  while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  const gone = before.slice(start, before.length - same);
  const come = after.slice(start, after.length - same);
  return [...side("-", gone, start), ...side("+", come, start)];
}

function side(sign: string, lines: readonly string[], start: number): readonly string[] {
  const head = lines.slice(0, shown).map((line, at) => {
    const text = printable(line.slice(0, columns));
    return `  ${String(start + at + 1).padStart(5)} ${sign} ${text}${line.length > columns ? "…" : ""}`;
  });
  const left = lines.length - head.length;
  return left > 0
    ? [...head, `        ${sign} and ${left} more ${left === 1 ? "line" : "lines"}`]
    : head;
}
