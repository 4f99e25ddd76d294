// A part of a Markdown file that a generator holds current, between two comments.

const beginMark = "<!-- promschema:begin -->";
const endMark = "<!-- promschema:end -->";

/** Whether a document has a place for generated Markdown. */
export function hasBlock(document: string): boolean {
  return document.includes(beginMark) || document.includes(endMark);
}

/**
 * The document with the text between `<!-- promschema:begin -->` and `<!-- promschema:end -->` replaced; its line ends are kept. Undefined unless each
 * mark is there once, on a line of its own, the one before the other.
 */
export function replaceBlock(document: string, content: string): string | undefined {
  const lines = document.split("\n");
  const places = (mark: string): number[] =>
    lines.flatMap((line, at) => (line.includes(mark) ? [at] : []));
  const [begin, ...otherBegins] = places(beginMark);
  const [end, ...otherEnds] = places(endMark);
  if (begin === undefined || end === undefined || begin >= end) return undefined;
  if (otherBegins.length + otherEnds.length > 0) return undefined;
  if (lines[begin]?.trim() !== beginMark || lines[end]?.trim() !== endMark) return undefined;
  const lineEnd = document.includes("\r\n") ? "\r\n" : "\n";
  const block = content.trim().replaceAll("\n", lineEnd);
  return [
    ...lines.slice(0, begin + 1),
    `${block}${lineEnd.slice(0, -1)}`,
    ...lines.slice(end),
  ].join("\n");
}
