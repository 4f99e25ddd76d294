import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkExposition } from "../../src/check/index.js";
import { inferRegistry } from "../../src/cli/init/infer-registry.js";
import { parseExposition } from "../../src/exposition/index.js";
import { parseRegistry } from "../../src/load/index.js";

const name = fc.constantFrom(
  "a",
  "b_total",
  "weird name",
  "é",
  "true",
  "no",
  "with\nbreak",
  'q"',
  "x:y",
);
const value = fc.constantFrom("", "1", "true", "café", "\u001b[2J", "a\\b");
const type = fc.constantFrom("counter", "gauge", "histogram", "summary", "unknown");

const family = fc.record({
  name,
  type,
  help: fc.option(fc.string({ maxLength: 12 }), { nil: undefined }),
  series: fc.array(fc.dictionary(name, value, { maxKeys: 3 }), { minLength: 1, maxLength: 4 }),
});

/** Text of families, in the quotes that any name may have; distinct series alone. */
function textOf(families: readonly (typeof family extends fc.Arbitrary<infer F> ? F : never)[]) {
  const lines: string[] = [];
  for (const { name: metric, type: kind, help, series } of families) {
    const quoted = escaped(metric);
    if (help !== undefined) {
      lines.push(`# HELP ${quoted} ${help.replaceAll("\\", "\\\\").replaceAll(/[\r\n]/g, "")}`);
    }
    lines.push(`# TYPE ${quoted} ${kind === "unknown" ? "untyped" : kind}`);
    const seen = new Set<string>();
    for (const labels of series) {
      const pairs = Object.entries(labels).filter(([, text]) => text !== "");
      const key = JSON.stringify(pairs.sort());
      if (seen.has(key)) continue;
      seen.add(key);
      const inner = pairs.map(([label, text]) => `,${escaped(label)}=${escaped(text)}`).join("");
      const suffixed = (suffix: string) => escaped(metric + suffix);
      if (kind === "histogram") lines.push(`{${suffixed("_bucket")}${inner},le="+Inf"} 1`);
      if (kind === "histogram" || kind === "summary") {
        lines.push(`{${suffixed("_sum")}${inner}} 1`, `{${suffixed("_count")}${inner}} 1`);
      } else lines.push(`{${quoted}${inner}} 1`);
    }
  }
  return `${lines.join("\n")}\n`;
}

function escaped(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}

describe("a registry that is inferred from a payload", () => {
  it("compiles, and the payload keeps it", () => {
    const families = fc.uniqueArray(family, { maxLength: 5, selector: (one) => one.name });
    fc.assert(
      fc.property(families, fc.string({ minLength: 1, maxLength: 6 }), (given, title) => {
        const payload = textOf(given);
        const exposition = parseExposition(payload);
        const registry = parseRegistry(inferRegistry(title, exposition.families));
        const { findings } = checkExposition(payload, {
          registry,
          levels: { "empty-exposition": "off" },
        });
        const broken = findings.filter(({ rule }) => !rule.startsWith("spec/"));
        expect(broken.filter(({ severity }) => severity === "error")).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
