import { checkExposition } from "../../src/check/index.js";
import { safeParseExposition } from "../../src/exposition/index.js";
import type { Case } from "./case.js";
import { differenceInReading } from "./expected.js";

/** What a case is run through. */
export const gates = ["verdict", "parse", "reading"] as const;
export type Gate = (typeof gates)[number];

/** What a gate says of a case: nothing where it does not apply, else whether it holds, and why not. */
export type Outcome = { readonly difference: string | undefined } | undefined;

export const judges: Record<Gate, (given: Case) => Outcome> = {
  /** A check finds an error exactly in what a strict reader refuses. */
  verdict(given) {
    const { findings } = checkExposition(given.bytes, {
      format: given.format,
      // Whether a service may have nothing to say is no matter of the format.
      levels: { "empty-exposition": "off" },
    });
    const error = findings.find(({ severity }) => severity === "error");
    if ((error === undefined) === (given.strict === "accept")) return { difference: undefined };
    return {
      difference:
        error === undefined ? "accepted, expected an error" : `${error.rule}: ${error.message}`,
    };
  },

  /** Parsing fails exactly where the syntax does. */
  parse(given) {
    const result = safeParseExposition(given.bytes, { format: given.format });
    if (result.ok !== isSyntaxError(given)) return { difference: undefined };
    return {
      difference: result.ok ? "parsed, expected a syntax error" : result.findings[0].message,
    };
  },

  /** What is read is what the sources of the case expect. */
  reading(given) {
    if (given.strict !== "accept" || given.expected === undefined || readersDisagree(given)) {
      return undefined;
    }
    const result = safeParseExposition(given.bytes, { format: given.format });
    if (!result.ok) return { difference: result.findings[0].message };
    return { difference: differenceInReading(result.value, given.expected) };
  },
};

// Rulings about what parses and is wrong all the same: metadata that repeats or comes late, bounds that are no numbers, negative
// counts; in OpenMetrics everything beyond its grammar.
const semanticRulings: ReadonlySet<string> = new Set("T08 T09 T10 O03 O04 O05 O08 O18".split(" "));

function isSyntaxError({ strict, check, ambiguity }: Case): boolean {
  if (strict === "accept" || check === "semantics") return false;
  if (check === "syntax" || ambiguity.length === 0) return true;
  return !ambiguity.every((code) => semanticRulings.has(code));
}

function readersDisagree({ notes }: Case): boolean {
  return notes.some((note) => note.startsWith("The oracles that accept this do not read the same"));
}
