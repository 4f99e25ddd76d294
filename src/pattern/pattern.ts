import { RE2JS, RE2JSException } from "re2js";

/** A compiled pattern, or why it is none. */
type Pattern =
  | { readonly ok: true; readonly matches: (value: string) => boolean }
  | { readonly ok: false; readonly reason: string };

/**
 * Compiles a label pattern as PromQL does its matchers: RE2 syntax, anchored at both ends, and a dot is any character at all.
 * Matching takes time linear in the value.
 */
export function compilePattern(pattern: string): Pattern {
  try {
    const compiled = RE2JS.compile(pattern, RE2JS.DOTALL);
    return { ok: true, matches: (value) => compiled.testExact(value) };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return { ok: false, reason: error.message.replace(/^error parsing regexp: /, "") };
  }
}

/** Text of a whole number as a label of type integer has it. */
export const wholeNumber = /^(?:0|-?[1-9][0-9]*)$/;
