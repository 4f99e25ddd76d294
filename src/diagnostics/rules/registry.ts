import type { Rule } from "../rule.js";

export const registryRules = [
  {
    id: "registry/syntax",
    group: "registry",
    level: "error",
    title: "The registry document can be read.",
    what: "The file is not YAML or JSON, or not a mapping.",
    bad: "registry: [",
    fix: "Mend the place named.",
  },
] as const satisfies readonly Rule[];
