import {
  createFinding,
  type Finding,
  nearest,
  type Position,
  printable,
  quote,
  type RuleId,
} from "../diagnostics/index.js";

/** Steps from the root of the document to a part of it. */
export type DocumentPath = readonly (string | number)[];

/** Where in its source text a part of the document is: its key, or its value. */
export type Locate = (path: DocumentPath, part: "key" | "value") => Position | undefined;

/** What to say of a part of the document. */
export interface Complaint {
  readonly rule: RuleId;
  readonly message: string;
  readonly path: DocumentPath;
  readonly part: "key" | "value";
  readonly metric?: string;
  readonly label?: string;
  readonly value?: string;
  readonly hint?: string;
  readonly notes?: readonly string[];
  /** The place itself, where it is known already. */
  readonly position?: Position | undefined;
  /** Where the other half of a contradiction stands. */
  readonly other?: Position | undefined;
}

/** Gathers the findings of one compilation. */
export interface Collector {
  /** Never throws. Beyond a thousand findings it only counts. */
  readonly complain: (complaint: Complaint) => void;
  /** `did you mean "..."?` as a spreadable field, where one of the candidates is close enough. */
  readonly suggest: (word: string, candidates: Iterable<string>) => { readonly hint?: string };
  /** A frozen position of its own. */
  readonly locate: Locate;
  /** By place in the document where places are known, else in the order of the complaints. */
  readonly findings: () => readonly Finding[];
}

const maxFindings = 1000;
/** Comparing words is the dearest thing said of a name, so a document full of unknown ones gets no more than these hints. */
const maxSuggestions = 50;

export function createCollector(source?: string, locate?: Locate): Collector {
  const found: Finding[] = [];
  let leftOut = 0;
  let suggestions = 0;
  const findPosition: Locate = (path, part) => {
    const position = locate?.(path, part);
    if (position === undefined) return undefined;
    const file = position.source ?? source;
    const { line, column } = position;
    return Object.freeze({ ...(file !== undefined && { source: file }), line, column });
  };
  return {
    locate: findPosition,
    complain(complaint) {
      if (found.length === maxFindings) {
        leftOut++;
        return;
      }
      const position = complaint.position ?? findPosition(complaint.path, complaint.part);
      found.push(toFinding(complaint, source, position));
    },
    suggest(word, candidates) {
      if (suggestions === maxSuggestions) return {};
      suggestions++;
      const guess = nearest(word, candidates);
      return guess === undefined ? {} : { hint: `did you mean ${quote(guess)}?` };
    },
    findings() {
      const sorted = found.sort(byPlace);
      if (leftOut === 0) return sorted;
      const message = `expected a registry with few mistakes, found ${leftOut} more than are listed`;
      const rest = { rule: "registry/limit", message, path: [], part: "value" } as const;
      return [...sorted, toFinding(rest, source, undefined)];
    },
  };
}

function toFinding(
  complaint: Complaint,
  source: string | undefined,
  position: Position | undefined,
): Finding {
  const { rule, message, metric, label, value, hint, notes, other } = complaint;
  const file = position?.source ?? source;
  return createFinding({
    rule,
    severity: "error",
    message,
    ...(file !== undefined && { source: file }),
    ...(position !== undefined && { line: position.line, column: position.column }),
    ...(metric !== undefined && { metric }),
    ...(label !== undefined && { label }),
    ...(value !== undefined && { value }),
    ...(hint !== undefined && { hint }),
    ...(notes !== undefined && { notes }),
    ...(other !== undefined && { declared: other }),
  });
}

function byPlace(one: Finding, other: Finding): number {
  if (one.line === undefined || other.line === undefined) return 0;
  return one.line - other.line || (one.column ?? 0) - (other.column ?? 0);
}

/** A name in a message: plain where it is an ordinary one, else quoted. */
export function nameOf(name: string): string {
  return /^[a-zA-Z_:][a-zA-Z0-9_:]{0,99}$/.test(name) ? printable(name) : quote(name);
}
