import { describe, expect, it } from "vitest";
import { checkExposition } from "../../../src/check/index.js";
import { inferRegistry } from "../../../src/cli/init/infer-registry.js";
import { parseExposition } from "../../../src/exposition/index.js";
import { parseRegistry } from "../../../src/load/index.js";

const payload = `# TYPE door stateset
door{door="open"} 1
door{door="shut"} 0
# TYPE hits counter
hits_total{page="a",host=""} 1
# TYPE build info
build_info{version="1"} 1
# EOF
`;

describe("a registry that is inferred from OpenMetrics", () => {
  it("has states, and counters with the suffix that a registry gives them", () => {
    const text = inferRegistry("shop", parseExposition(payload).families);
    expect(text).toContain("  door:\n    type: stateset\n    states: [open, shut]\n");
    expect(text).toContain("  hits_total:\n    type: counter\n    labels: [page]\n");
    const registry = parseRegistry(text);
    expect(checkExposition(payload, { registry }).findings).toEqual([]);
  });
});
