import type { Rule } from "./rule.js";
import { constructRules } from "./rules/construct.js";
import { contractRules } from "./rules/contract.js";
import { namingRules } from "./rules/naming.js";
import { registryRules } from "./rules/registry.js";
import { serializeRules } from "./rules/serialize.js";
import { specificationRules } from "./rules/specification.js";
import { syntaxRules } from "./rules/syntax.js";

// Pure calls, so that a bundle that names no rule carries none of the pages.
const all = /* @__PURE__ */ joinRules(
  syntaxRules,
  specificationRules,
  contractRules,
  registryRules,
  namingRules,
  serializeRules,
  constructRules,
);

function joinRules<Id extends string>(
  ...groups: readonly (readonly (Rule & { readonly id: Id })[])[]
): readonly (Rule & { readonly id: Id })[] {
  return groups.flat();
}

/** Identifier of a rule. Never renamed once released. */
export type RuleId = (typeof all)[number]["id"];

/** Every rule, in the order of the catalogue. */
export const rules: readonly (Rule & { readonly id: RuleId })[] = all;

let byId: Map<string, Rule & { readonly id: RuleId }> | undefined;

/** The rule of that id, or undefined. */
export function findRule(id: string): (Rule & { readonly id: RuleId }) | undefined {
  byId ??= new Map(rules.map((rule) => [rule.id, rule]));
  return byId.get(id);
}
