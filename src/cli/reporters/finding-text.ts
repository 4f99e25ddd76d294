import { codeFrame, type Finding, gutterWidth } from "../../diagnostics/index.js";
import type { Paint } from "../style.js";
import { clip } from "./clip.js";
import { moreLikeIt, withShortHint } from "./finding-words.js";

/** Longest line of it that is not windowed, in code points: no text of ours is, and one of a payload need not be read to its end. */
const longest = 2000;

/** Lines that tell a person about a finding: what and where, the place itself, what helps. */
export function findingText(
  finding: Finding,
  source: string,
  layout: { readonly paint: Paint; readonly width: number },
): readonly string[] {
  const { paint, width } = layout;
  const frame = codeFrame(withShortHint(finding), {
    width,
    paint: (part, text) => {
      if (part === "gutter") return paint("faint", text);
      if (part === "caret") return paint(finding.severity, text);
      return part === "hint" ? paint("hint", text) : text;
    },
  });
  const gutter = " ".repeat(gutterWidth(finding));
  const notes = notesOf(finding, frame !== undefined).map(
    (note) => `${paint("faint", `${gutter}=`)} ${clip(note, longest)}`,
  );
  const bar = frame === undefined || notes.length === 0 ? [] : [paint("faint", `${gutter}|`)];
  return [
    `${paint(finding.severity, finding.severity)}  ${paint("strong", finding.rule)}  ${clip(findingPlaceWords(finding, source), longest)}`,
    `  ${clip(finding.message, longest)}`,
    ...(frame ?? []),
    ...bar,
    ...notes,
  ];
}

/** Where a finding is, as editors and terminals link it: `file:line:column`, as far as it is known. */
export function findingPlaceWords(finding: Finding, source: string): string {
  const { line, column } = finding;
  const place = [finding.source ?? source, line, line === undefined ? undefined : column];
  return place.filter((part) => part !== undefined).join(":");
}

function notesOf(finding: Finding, framed: boolean): readonly string[] {
  const { hint, notes = [], declared } = finding;
  const more = moreLikeIt(finding);
  return [
    ...(hint === undefined || framed ? [] : [hint]),
    ...notes,
    ...(declared === undefined ? [] : [`see ${declaredAt(declared)}`]),
    ...(more === undefined ? [] : [more]),
  ];
}

/** Where the registry declares what a finding is about. */
export function declaredAt({ source, line, column }: NonNullable<Finding["declared"]>): string {
  return source === undefined ? `line ${line} of the registry` : `${source}:${line}:${column}`;
}
