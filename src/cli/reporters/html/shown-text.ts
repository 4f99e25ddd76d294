import { escapeMarkup } from "../../../diagnostics/index.js";
import { clip } from "../clip.js";

/** Text of a payload for an element: escaped for reader and page, and cut where nobody would read it to the end. */
export function shownText(text: string): string {
  return escapeMarkup(clip(text));
}
