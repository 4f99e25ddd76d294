import { clip } from "../clip.js";

const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

/** Text that is safe already, for an element or for an attribute in quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities.get(char) ?? char);
}

/** Text of a payload for an element: escaped for reader and page, and cut where nobody would read it to the end. */
export function shownText(text: string): string {
  return escapeHtml(clip(text));
}
