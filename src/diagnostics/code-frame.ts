// The offending line with carets under what is wrong. Everything is measured in columns of the terminal after escaping, so
// the carets stand right under wide, combining and escaped characters alike, and a line never wraps.
import { charWidth, displayWidth } from "./display-width.js";
import type { Excerpt, Finding } from "./finding.js";
import { printable } from "./printable.js";

/** The parts of a frame, for those who colour them. */
export type FramePart = "gutter" | "text" | "caret" | "hint";

export interface CodeFrameOptions {
  /** Columns a line may take. @default 100 */
  readonly width?: number;
  /** Wraps a part in colour; must add no visible character. @default the part as it is */
  readonly paint?: (part: FramePart, text: string) => string;
}

/** Fewest columns of the offending line that are shown, however narrow the terminal. */
const narrowest = 20;

/** Columns of context that stay to the left of a finding that fills the window. */
const leastContext = 4;

/** Columns of context that are not given up to have the hint beside the carets. */
const goodContext = 16;

/** One character of the line as it is shown. */
interface Cell {
  readonly text: string;
  /** Place in the excerpt, in UTF-16 code units; `after` is the first past it. */
  readonly offset: number;
  readonly after: number;
  /** Place in display columns, from 0; `end` is the first past it. */
  readonly start: number;
  readonly end: number;
}

/** A stretch of display columns: `end` is the first past it. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** The offending stretch, and the columns the hint takes after it. */
interface Focus extends Span {
  readonly needed: number;
}

/** Columns of the gutter in front of its bar: the line number and a blank, or 3 where there is no frame. */
export function gutterWidth(finding: Pick<Finding, "line" | "excerpt">): number {
  const framed = finding.line !== undefined && finding.excerpt !== undefined;
  return framed ? String(finding.line).length + 1 : 3;
}

/**
 * Lines that show where the finding is: the line itself, windowed around the place, then carets and the hint.
 * Undefined where the finding has no line or no excerpt. Safe to print.
 */
export function codeFrame(
  finding: Pick<Finding, "line" | "column" | "length" | "excerpt" | "hint">,
  options: CodeFrameOptions = {},
): readonly string[] | undefined {
  const { line, excerpt } = finding;
  if (line === undefined || excerpt === undefined) return undefined;
  const paint = options.paint ?? ((_part: FramePart, text: string) => text);
  const gutter = gutterWidth(finding);
  // The bar and a blank stand between the gutter and the text.
  const room = Math.max(narrowest, (options.width ?? 100) - gutter - 2);

  const cells = layOut(excerpt.text);
  const focus = focusOf(cells, finding, excerpt);
  const hint = finding.hint === undefined ? undefined : printable(finding.hint);
  const needed = hint === undefined ? 0 : displayWidth(hint) + 1;
  const view = windowOf(cells, { ...focus, needed }, excerpt, room);
  const start = Math.min(room - 1, Math.max(0, focus.start - view.origin));
  const end = Math.min(room, Math.max(start + 1, focus.end - view.origin));

  const bar = paint("gutter", `${" ".repeat(gutter)}|`);
  const number = paint("gutter", `${String(line).padEnd(gutter)}|`);
  const carets = `${bar} ${" ".repeat(start)}${paint("caret", "^".repeat(end - start))}`;
  const shown = view.text === "" ? number : `${number} ${paint("text", view.text)}`;
  if (hint === undefined) return [bar, shown, carets];

  if (end + needed <= room) return [bar, shown, `${carets} ${paint("hint", hint)}`];
  const indent = Math.max(0, Math.min(start, room + 1 - needed));
  return [bar, shown, carets, `${bar} ${" ".repeat(indent)}${paint("hint", hint)}`];
}

function layOut(text: string): readonly Cell[] {
  const cells: Cell[] = [];
  let offset = 0;
  let start = 0;
  for (const char of text) {
    const escaped = printable(char);
    const after = offset + char.length;
    const end = start + (escaped === char ? charWidth(char) : escaped.length);
    cells.push({ text: escaped, offset, after, start, end });
    offset = after;
    start = end;
  }
  return cells;
}

/** Columns of the offending text. It may lie one past the end of the line, where something is missing. */
function focusOf(
  cells: readonly Cell[],
  finding: Pick<Finding, "column" | "length">,
  excerpt: Excerpt,
): Span {
  const from = Math.max(0, (finding.column ?? 1) - excerpt.column);
  const to = from + Math.max(1, finding.length ?? 1);
  const hit = cells.filter((cell) => cell.after > from && cell.offset < to);
  const start = hit[0]?.start ?? cells.at(-1)?.end ?? 0;
  return { start, end: Math.max(start + 1, hit.at(-1)?.end ?? 0) };
}

/** The part of the line that fits, an ellipsis where it goes on; `origin` is the column of the line drawn first. */
function windowOf(
  cells: readonly Cell[],
  focus: Focus,
  excerpt: Excerpt,
  room: number,
): { readonly text: string; readonly origin: number } {
  const total = Math.max(cells.at(-1)?.end ?? 0, focus.end);
  const edges = Number(excerpt.cutLeft) + Number(excerpt.cutRight);
  const [from, to] = total + edges <= room ? [0, cells.length] : choose(cells, focus, total, room);
  const cutLeft = excerpt.cutLeft || from > 0;
  const cutRight = excerpt.cutRight || to < cells.length;
  const text = cells.slice(from, to).map((cell) => cell.text);
  return {
    text: `${cutLeft ? "…" : ""}${text.join("")}${cutRight ? "…" : ""}`,
    origin: (cells[from]?.start ?? 0) - Number(cutLeft),
  };
}

/** First cell shown and the first no longer shown, with room left for an ellipsis at each end. */
function choose(
  cells: readonly Cell[],
  focus: Focus,
  total: number,
  room: number,
): readonly [number, number] {
  const inner = room - 2;
  // What leads up to the place says more than what follows: it gets two thirds of the window.
  const wanted = Math.min(
    focus.end - Math.floor((inner * 2) / 3),
    focus.start - leastContext,
    total - inner,
  );
  // A window further to the right leaves room for the hint beside the carets.
  const beside = focus.end + focus.needed - inner - 1;
  const first = Math.max(0, wanted, beside <= focus.start - goodContext ? beside : 0);
  // A mark that combines with a character left out is left out with it.
  let from = cells.findIndex(
    (cell) => cell.start >= first && (cell.end > cell.start || first === 0),
  );
  if (from === -1) from = cells.length - 1;
  const limit = cells[from]!.start + inner;
  const past = cells.findIndex((cell, at) => at > from && cell.end > limit);
  return [from, past === -1 ? cells.length : past];
}
