import { describe, expect, it } from "vitest";
import { checkExposition } from "../../src/check/index.js";
import { type RuleGroup, type RuleId, rules } from "../../src/diagnostics/index.js";
import { safeParseRegistry } from "../../src/load/index.js";
import { lintRegistry } from "../../src/registry/index.js";

// An example that breaks nothing teaches nothing. Those of the contract need a registry beside them: their tests are with the check.
const of = (group: RuleGroup) =>
  rules.filter(({ id, group: own, bad }) => {
    const told = tooLargeToShow.includes(id) && bad.startsWith("(");
    return own === group && !told && id !== aboutFiles;
  });

/** Their examples are told in parentheses. */
const tooLargeToShow: readonly RuleId[] = ["registry/limit", "spec/exemplar-length"];

/** Its example is a command line. */
const aboutFiles: RuleId = "registry/unreadable";

describe("the example of each rule breaks it", () => {
  it.each([...of("syntax"), ...of("specification")])("$id", ({ id, bad }) => {
    const payload = bad.replace(/\\r$/, "\r") + (id === "final-newline" ? "" : "\n");
    const format = id === "name-position" ? "prometheus-text-1.0.0" : "auto";
    const { findings } = checkExposition(payload, { format });
    expect(findings.map((finding) => finding.rule)).toContain(id);
  });

  it.each(of("registry"))("$id", ({ id, bad }) => {
    const result = safeParseRegistry(id === "registry/syntax" ? bad : whole(bad));
    expect(result.ok ? [] : result.findings.map((finding) => finding.rule)).toContain(id);
  });

  it.each(of("naming"))("$id", ({ id, bad }) => {
    const result = safeParseRegistry(whole(bad));
    const findings = result.ok ? lintRegistry(result.registry) : result.findings;
    expect(findings.map((finding) => finding.rule)).toContain(id);
  });
});

/** A document around an example: some show a few metrics, some a few fields of the document. */
function whole(example: string): string {
  if (!/^(labels|labelSets|metrics):/m.test(example)) {
    return `registry: example\nmetrics:\n${example.replace(/^/gm, "  ")}\n`;
  }
  const metrics = /^metrics:/m.test(example) ? "" : "metrics: {}\n";
  return `registry: example\n${example}\n${metrics}`;
}
