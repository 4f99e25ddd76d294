import type { Level } from "./finding.js";

/** What a rule is about, and the heading it stands under in the catalogue. */
export type RuleGroup =
  | "syntax"
  | "specification"
  | "contract"
  | "registry"
  | "naming"
  | "serialization"
  | "construction";

/** A page of the rule catalogue: the command line prints it, docs/rules.md is generated from it. */
export interface Rule {
  readonly id: string;
  readonly group: RuleGroup;
  /** Level it has unless told otherwise. */
  readonly level: Level;
  /** Level in OpenMetrics payloads, where that specification is stricter than the text formats. */
  readonly openMetricsLevel?: Level;
  /** What must hold, in one line. */
  readonly title: string;
  /** One paragraph: what is checked, and why it matters. */
  readonly what: string;
  /** The smallest text that breaks it. */
  readonly bad: string;
  /** What to do, in a sentence or two. */
  readonly fix: string;
  /** Where the rule comes from, where that is a specification. */
  readonly source?: string;
}

/** A group of rules, of which the type keeps the ids alone. */
export function defineRules<const Id extends string>(
  rules: readonly (Rule & { readonly id: Id })[],
): readonly (Rule & { readonly id: Id })[] {
  return rules;
}
