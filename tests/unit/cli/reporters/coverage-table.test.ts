import { describe, expect, it } from "vitest";
import { checkExposition } from "../../../../src/check/index.js";
import { coverageTable } from "../../../../src/cli/reporters/coverage-table.js";
import { registryOf } from "../../check/registry-fixture.js";

function tableOf(document: Record<string, unknown>, payload: string): readonly string[] {
  const registry = registryOf(document);
  const { coverage } = checkExposition(payload, { registry, labelCoverage: true });
  return coverageTable(registry, coverage.metrics ?? []);
}

describe("the table of coverage", () => {
  it("lines up what it says, and names a few of many values", () => {
    const values = Array.from({ length: 12 }, (_, at) => `v${at}`);
    const document = {
      metrics: {
        up: { type: "gauge", labels: [{ name: "of", enum: values }] },
        a_metric: { type: "gauge" },
      },
    };
    expect(tableOf(document, '# TYPE up gauge\nup{of="v1"} 1\n')).toEqual([
      "  up         1 series",
      "    of       1 of 12 values   not seen: v0, v2, v3, v4, v5, v6, v7, v8 and 3 more",
      "  a_metric   absent           should always be there",
    ]);
  });

  it("obeys nothing that a name or a value says, and lines up wide characters", () => {
    const document = {
      metrics: {
        "\u001b[2Jm": {
          type: "gauge",
          labels: [{ name: "名前", enum: ["\u202Eevil", "::error::"] }],
          presence: { conditional: "x\n::error::y" },
        },
        名前: { type: "gauge", presence: { conditional: "x\n::error::y\u0007" } },
      },
    };
    const payload = '{"\u001b[2Jm","名前"="::error::"} 1\n';
    expect(tableOf(document, payload)).toEqual([
      "  \\x1b[2Jm   1 series",
      "    名前     1 of 2 values   not seen: \\u{202e}evil",
      "  名前       absent          may be missing: x\\n::error::y\\x07",
    ]);
  });
});
