import {
  createFinding,
  type Excerpt,
  type Finding,
  type FindingInput,
  type Position,
  PromschemaError,
} from "../diagnostics/index.js";

/** A text with what is needed to name a place in it. Offsets are UTF-16 code units from 0. */
export interface SourceText {
  readonly text: string;
  /** What the text is called in messages: a path, as a rule. */
  readonly source: string | undefined;
  readonly lineStarts: readonly number[];
}

/** Prepares a text for `positionAt`. */
export function createSourceText(text: string, source: string | undefined): SourceText {
  const lineStarts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
    lineStarts.push(at + 1);
  }
  return { text, source, lineStarts };
}

/** Line and column of an offset. An offset beyond the end is the end. */
export function positionAt(sourceText: SourceText, offset: number): Position {
  const { source, lineStarts } = sourceText;
  const at = Math.min(offset, sourceText.text.length);
  let low = 0;
  let high = lineStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (lineStarts[middle]! <= at) low = middle;
    else high = middle;
  }
  const position = { line: low + 1, column: at - lineStarts[low]! + 1 };
  return source === undefined ? position : { source, ...position };
}

/** What else a refusal may say; its rule is `registry/syntax` unless told otherwise. */
export type RefusalDetails = Partial<Pick<FindingInput, "rule" | "hint" | "notes" | "value">>;

/** The error for text between two offsets that is no part of a registry document. */
export function refusal(
  sourceText: SourceText,
  [start, end]: readonly [number, number],
  message: string,
  details: RefusalDetails = {},
): PromschemaError {
  const position = positionAt(sourceText, start);
  const length = Math.min(end, lineEnd(sourceText, position.line)) - start;
  const finding = createFinding({
    rule: "registry/syntax",
    severity: "error",
    message,
    ...position,
    ...(length > 0 ? { length } : {}),
    ...details,
  });
  return new PromschemaError([withExcerpt(sourceText, finding)]);
}

/** Longest stretch of a line that an excerpt holds; a code frame shows less. */
const excerptLength = 400;

/** The finding with the line it is about, if it is about this text and has none yet. */
export function withExcerpt(sourceText: SourceText, finding: Finding): Finding {
  const { line, column = 1 } = finding;
  const elsewhere = finding.source !== sourceText.source;
  if (line === undefined || finding.excerpt !== undefined || elsewhere) return finding;
  const start = sourceText.lineStarts[line - 1];
  if (start === undefined) return finding;
  const text = sourceText.text.slice(start, lineEnd(sourceText, line));
  return { ...finding, excerpt: excerptOf(text, column) };
}

function excerptOf(line: string, column: number): Excerpt {
  const from = Math.max(0, Math.min(column - 1 - excerptLength / 2, line.length - excerptLength));
  const to = Math.min(line.length, from + excerptLength);
  return {
    text: line.slice(from, to),
    column: from + 1,
    cutLeft: from > 0,
    cutRight: to < line.length,
  };
}

/** Offset of the end of a line, its break not counted. */
function lineEnd({ text, lineStarts }: SourceText, line: number): number {
  const next = lineStarts[line];
  if (next === undefined) return text.length;
  return text[next - 2] === "\r" ? next - 2 : next - 1;
}
