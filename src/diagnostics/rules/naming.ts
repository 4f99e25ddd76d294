import type { Rule } from "../rule.js";

export const namingRules = [
  {
    id: "naming/counter-total",
    group: "naming",
    level: "warning",
    title: "A counter's name ends in _total, and no other's does.",
    what: "The suffix tells readers that `rate()` makes sense; OpenMetrics demands it.",
    bad: "requests: { type: counter }",
    fix: "Rename it, with `renamedFrom` for the old name.",
    source: "Prometheus naming best practices",
  },
] as const satisfies readonly Rule[];
