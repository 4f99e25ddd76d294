// Text and names for their places in Markdown, as GitHub and CommonMark read it. Text stays text: it makes no element, no link, no
// emphasis, and ends no table cell.
import { inert, oneLine } from "../file.js";

/** Text within a line of Markdown. Pipes and brackets are entities: readers differ over escaped ones, in tables and in links. */
export function escapeText(text: string): string {
  return oneLine(text)
    .replaceAll("&", "&amp;")
    .replace(/[\\`*~$]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/:(?=[\w+-]+:)/g, "\\:")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[|[\]]/g, entity);
}

/** The same at the beginning of a line, where a few characters more mean something: a heading, an item, a rule. */
export function escapeLine(text: string): string {
  return escapeText(text)
    .replace(/^[#=+-]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** Text in paragraphs: an empty line begins a new one. */
export function escapeParagraphs(text: string): readonly string[] {
  return inert(text)
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split(/[\n\u2028\u2029]/)
        .map(escapeLine)
        .filter((line) => line !== "")
        .join("\n"),
    )
    .filter((paragraph) => paragraph !== "");
}

/** A name, a value or a pattern as code. Where that could be misread, as an element, in which entities are read. */
export function code(text: string): string {
  const line = oneLine(text);
  // White space that would be lost is shown.
  const shown = line === "" || text !== line ? JSON.stringify(inert(text)) : line;
  if (!/[`|\\]/.test(shown)) return `\`${shown}\``;
  return `<code>${shown.replace(/[^\p{L}\p{N} .,/-]/gu, entity)}</code>`;
}

function entity(char: string): string {
  return `&#${char.codePointAt(0)};`;
}
