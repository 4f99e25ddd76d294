import type { Excerpt, Finding } from "../../diagnostics/index.js";

/** Code units to each side of the place that an excerpt keeps: more than any terminal is wide. */
const reach = 500;

/**
 * The findings, each with the line it is about where its text can still be read: a compiled registry knows places and no words, so
 * its file is read once more for them.
 */
export async function withExcerpts(
  findings: readonly Finding[],
  path: string,
  read: (source: string) => Promise<string>,
): Promise<readonly Finding[]> {
  const texts = new Map<string, readonly string[] | undefined>();
  const completed: Finding[] = [];
  for (const finding of findings) {
    const source = finding.source ?? path;
    const wanted = finding.line !== undefined && finding.excerpt === undefined;
    if (wanted && !texts.has(source)) texts.set(source, await linesOf(source, read));
    const line = texts.get(source)?.[(finding.line ?? 0) - 1];
    const excerpt = wanted && line !== undefined ? excerptOf(line, finding.column ?? 1) : undefined;
    completed.push(withLength(excerpt === undefined ? finding : { ...finding, excerpt }));
  }
  return completed;
}

/** The finding, as long as the word it points at where it does not say. */
function withLength(finding: Finding): Finding {
  const { excerpt, column = 1 } = finding;
  if (excerpt === undefined || finding.length !== undefined) return finding;
  const length = wordLength(excerpt.text, column - excerpt.column);
  return length === undefined ? finding : { ...finding, length };
}

/** A scalar of YAML or JSON as it stands in a line: quoted, or up to what ends a plain one. */
const scalar = /"(?:[^"\\]|\\.)*"|'[^']*'|(?:[^\s,:[\]{}"'#]|:(?=\S))+/y;

/** Length of the scalar that begins at the offset; undefined where none does. */
function wordLength(text: string, offset: number): number | undefined {
  scalar.lastIndex = Math.max(0, offset);
  return scalar.exec(text)?.[0].length;
}

async function linesOf(
  source: string,
  read: (source: string) => Promise<string>,
): Promise<readonly string[] | undefined> {
  try {
    const text = await read(source);
    return text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
  } catch {
    // The findings stand without their excerpt.
    return undefined;
  }
}

function excerptOf(line: string, column: number): Excerpt {
  const from = wholeCharacter(line, Math.max(0, column - 1 - reach));
  const to = wholeCharacter(line, Math.min(line.length, column - 1 + reach));
  return {
    text: line.slice(from, to),
    column: from + 1,
    cutLeft: from > 0,
    cutRight: to < line.length,
  };
}

/** The offset itself, or the one before where it is between the halves of a surrogate pair. */
function wholeCharacter(line: string, offset: number): number {
  const unit = line.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff && offset > 0 ? offset - 1 : offset;
}
