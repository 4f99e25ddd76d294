import { inert } from "../file.js";

const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

/** Text for an element or for an attribute in quotes. */
export function escapeHtml(text: string): string {
  return inert(text).replace(/[&<>"']/g, (char) => entities.get(char) ?? char);
}

/** Text in paragraphs: an empty line begins a new one. */
export function paragraphs(text: string): string {
  return text
    .split(/(?:\r\n?|\n)\s*(?:\r\n?|\n)/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => `<p>${escapeHtml(part)}</p>`)
    .join("");
}

/** A name that may be broken after its parts, where it is too long for a line. */
export function breakableName(name: string): string {
  const text = escapeHtml(name);
  return name.length < 32 ? text : text.replace(/[_.:](?=\w)/g, "$&<wbr>");
}

/** Code that may be broken after the parts of its names and before its parentheses. */
export function breakableCode(code: string): string {
  return escapeHtml(code).replace(/_(?=\w)|\((?=\w)/g, "$&<wbr>");
}
