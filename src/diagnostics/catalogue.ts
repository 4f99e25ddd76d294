import type { Rule } from "./rule.js";
import { contractRules } from "./rules/contract.js";
import { namingRules } from "./rules/naming.js";
import { registryRules } from "./rules/registry.js";
import { specificationRules } from "./rules/specification.js";
import { syntaxRules } from "./rules/syntax.js";

const all = [
  ...syntaxRules,
  ...specificationRules,
  ...contractRules,
  ...registryRules,
  ...namingRules,
];

/** Identifier of a rule. Never renamed once released. */
export type RuleId = (typeof all)[number]["id"];

/** Every rule, in the order of the catalogue. */
export const rules: readonly (Rule & { readonly id: RuleId })[] = all;

const byId = new Map<string, Rule & { readonly id: RuleId }>(rules.map((rule) => [rule.id, rule]));

/** The rule of that id, or undefined. */
export function findRule(id: string): (Rule & { readonly id: RuleId }) | undefined {
  return byId.get(id);
}
