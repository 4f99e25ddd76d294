import { describe, expect, it } from "vitest";
import { foldAlike } from "../../../src/cli/reporters/fold-alike.js";
import { createFinding, type FindingInput } from "../../../src/diagnostics/index.js";

const finding = (fields: Partial<FindingInput>) =>
  createFinding({ rule: "label-value", severity: "error", message: "m", ...fields });

describe("foldAlike", () => {
  it("tells one wrong value of many metrics once, with their names", () => {
    const metrics = ["a", "b", "c", "d", "e"];
    const folded = foldAlike(
      metrics.map((metric) =>
        finding({ metric, label: "phase", value: "off", notes: ["allowed: on"] }),
      ),
    );
    expect(folded).toHaveLength(1);
    expect(folded[0]?.notes).toEqual([
      "allowed: on",
      "the same in 4 other metrics: b, c, d and 1 more",
    ]);
  });

  it("keeps apart other values, labels, rules, severities, and findings without a value", () => {
    const all = [
      finding({ metric: "a", label: "phase", value: "off" }),
      finding({ metric: "b", label: "phase", value: "of" }),
      finding({ metric: "c", label: "other", value: "off" }),
      finding({ metric: "d", label: "phase", value: "off", rule: "label-pattern" }),
      finding({ metric: "e", label: "phase", value: "off", severity: "info" }),
      finding({ metric: "f", label: "phase" }),
      finding({ metric: "g", label: "phase" }),
    ];
    expect(foldAlike(all)).toEqual(all);
  });
});
