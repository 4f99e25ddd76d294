import { printable } from "../../diagnostics/index.js";

/** Longest name or sentence that a report for people shows, in code points. */
const longest = 500;

/** A text that is safe to print, and cut where it is too long to be read. A megabyte of it costs no megabyte of work. */
export function clip(text: string, most: number = longest): string {
  const head = Array.from(text.slice(0, most * 2));
  if (text.length <= most * 2 && head.length <= most) return printable(text);
  return `${printable(head.slice(0, most).join(""))}…`;
}
