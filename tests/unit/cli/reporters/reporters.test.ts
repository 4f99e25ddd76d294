import { describe, expect, it } from "vitest";
import { jsonReporter } from "../../../../src/cli/reporters/json.js";
import { jsonText } from "../../../../src/cli/reporters/json-text.js";
import { jsonlReporter } from "../../../../src/cli/reporters/jsonl.js";
import type { Reporter, Subject } from "../../../../src/cli/reporters/reporter.js";
import { type TextOptions, textReporter } from "../../../../src/cli/reporters/text.js";
import { coloured, plain } from "../../../../src/cli/style.js";
import { createFinding, type Finding } from "../../../../src/diagnostics/index.js";

const line = 'replicas{phase="promting"} 2';

const breach: Finding = createFinding({
  rule: "label-value",
  severity: "error",
  message: 'phase of replicas is "promting", which is not one of its values',
  line: 12,
  column: 17,
  length: 8,
  metric: "replicas",
  label: "phase",
  value: "promting",
  hint: 'did you mean "promoting"?',
  notes: ["allowed: promoting, stable"],
  declared: { source: "r.yaml", line: 31, column: 5 },
  count: 15,
  excerpt: { text: line, column: 1, cutLeft: false, cutRight: false },
});

const absent: Finding = createFinding({
  rule: "absent-metric",
  severity: "warning",
  message: "replicas_starting is declared but not in this exposition",
  metric: "replicas_starting",
  hint: "say when it may be missing",
});

const unseen: Finding = createFinding({
  rule: "unseen-metric",
  severity: "info",
  message: "readiness is not in this exposition",
  metric: "readiness",
});

const facts = {
  noun: { one: "payload", many: "payloads" },
  head: { registry: { name: "r", source: undefined } },
};

function subject(source: string, ...findings: readonly Finding[]): Subject {
  return {
    source,
    figures: ["2 families, 1,204 series, 218 kB", "2 of 3 declared metrics seen"],
    data: { format: "prometheus-text-0.0.4", bytes: 218_000 },
    findings,
    elapsedMs: 9,
  };
}

function text(options: Partial<TextOptions> = {}): Reporter {
  return textReporter(facts, {
    paint: plain,
    width: 100,
    show: "warning",
    quiet: false,
    ...options,
  });
}

describe("the text report", () => {
  it("has a block a finding and a summary", () => {
    const reporter = text();
    expect(reporter.subject(subject("m.prom", breach, absent, unseen))).toBe(`
error  label-value  m.prom:12:17
  phase of replicas is "promting", which is not one of its values
   |
12 | replicas{phase="promting"} 2
   |                 ^^^^^^^^ did you mean "promoting"?
   |
   = allowed: promoting, stable
   = see r.yaml:31:5
   = and 14 more like it

warning  absent-metric  m.prom
  replicas_starting is declared but not in this exposition
   = say when it may be missing

m.prom   2 families, 1,204 series, 218 kB   2 of 3 declared metrics seen   1 error, 1 warning, 1 info   9 ms
`);
    expect(reporter.end()).toBe("");
  });

  it("is one line for a clean subject", () => {
    expect(text().subject(subject("m.prom"))).toBe(
      "m.prom   2 families, 1,204 series, 218 kB   2 of 3 declared metrics seen   ok   9 ms\n",
    );
  });

  it("counts infos and shows them only when asked", () => {
    expect(text().subject(subject("m.prom", unseen))).toMatch(
      /^m\.prom .* {3}ok, 1 info {3}9 ms\n$/,
    );
    expect(text({ show: "info" }).subject(subject("m.prom", unseen))).toMatch(
      /^\ninfo {2}unseen-metric {2}m\.prom\n/,
    );
  });

  it("sums up where there are several subjects", () => {
    const reporter = text();
    reporter.subject(subject("a", breach));
    reporter.subject(subject("b", unseen));
    expect(reporter.end()).toBe("2 payloads   1 error, 0 warnings, 1 info   18 ms\n");
  });

  it("does not say ok where one could not be read", () => {
    const reporter = text();
    reporter.subject(subject("a"));
    expect(reporter.unread({ source: "b", message: "gone" })).toBe("");
    expect(reporter.end()).toBe(
      "2 payloads, 1 of them could not be read   0 errors, 0 warnings   9 ms\n",
    );
  });

  it("is findings alone where it is to be quiet", () => {
    const reporter = text({ quiet: true });
    expect(reporter.subject(subject("a"))).toBe("");
    expect(reporter.subject(subject("b", absent))).toBe(
      "\nwarning  absent-metric  b\n  replicas_starting is declared but not in this exposition\n   = say when it may be missing\n",
    );
    expect(reporter.end()).toBe("");
  });

  it("reads the same in colour", () => {
    const findings = [breach, absent, unseen];
    const bright = text({ paint: coloured }).subject(subject("m.prom", ...findings));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences.
    const bare = bright.replace(/\u001b\[\d+m/g, "");
    expect(bare).toBe(text().subject(subject("m.prom", ...findings)));
    expect(bright).not.toBe(bare);
  });

  it("lets nothing through that a terminal obeys, wherever it stands", () => {
    const evil = "\u001b[2J\u009b2J\u202e";
    const finding = createFinding({
      rule: "syntax",
      severity: "error",
      message: evil,
      line: 1,
      column: 2,
      length: 3,
      hint: evil,
      notes: [evil],
      declared: { source: evil, line: 1, column: 1 },
      excerpt: { text: `a${evil}b`, column: 1, cutLeft: false, cutRight: false },
    });
    const { excerpt: _excerpt, ...bare } = finding;
    for (const one of [finding, bare, { ...finding, source: evil }]) {
      const output = text().subject(subject(evil, one));
      expect(output).not.toMatch(/[^\n\P{Cc}]|\u202e/u);
      expect(output).toContain("\\x1b[2J\\x9b2J\\u{202e}");
    }
  });
});

describe("the JSON report", () => {
  it("has the fields of its first version, in one document", () => {
    const reporter = jsonReporter(facts);
    expect(reporter.subject(subject("m.prom", breach, absent))).toBe("");
    expect(reporter.subject(subject("clean.prom"))).toBe("");
    const output = reporter.end();
    expect(output.endsWith("}\n")).toBe(true);
    expect(JSON.parse(output)).toEqual({
      schemaVersion: 1,
      registry: { name: "r" },
      payloads: [
        {
          source: "m.prom",
          format: "prometheus-text-0.0.4",
          bytes: 218_000,
          findings: [
            {
              rule: "label-value",
              severity: "error",
              message: 'phase of replicas is "promting", which is not one of its values',
              line: 12,
              column: 17,
              length: 8,
              metric: "replicas",
              label: "phase",
              value: "promting",
              hint: 'did you mean "promoting"?',
              count: 15,
              notes: ["allowed: promoting, stable"],
              declared: { source: "r.yaml", line: 31, column: 5 },
              fingerprint: breach.fingerprint,
            },
            {
              rule: "absent-metric",
              severity: "warning",
              message: "replicas_starting is declared but not in this exposition",
              metric: "replicas_starting",
              hint: "say when it may be missing",
              fingerprint: absent.fingerprint,
            },
          ],
        },
        { source: "clean.prom", format: "prometheus-text-0.0.4", bytes: 218_000, findings: [] },
      ],
      summary: { errors: 1, warnings: 1, infos: 0 },
    });
  });

  it("names what could not be read, and has no such field otherwise", () => {
    const reporter = jsonReporter(facts);
    expect(JSON.parse(reporter.end())).not.toHaveProperty("unread");
    reporter.unread({ source: "b", message: "gone" });
    expect(JSON.parse(reporter.end())).toMatchObject({
      payloads: [],
      unread: [{ source: "b", message: "gone" }],
    });
  });

  it("escapes what a terminal obeys, and loses none of it", () => {
    const value = { a: '\u001b[2J\u009b\u202e\u007f\u{e0041}é日"\\\n', b: "\ud800" };
    const output = jsonText(value, 2);
    expect(output).toBe(
      '{\n  "a": "\\u001b[2J\\u009b\\u202e\\u007f\\udb40\\udc41é日\\"\\\\\\n",\n  "b": "\\ud800"\n}',
    );
    expect(JSON.parse(output)).toEqual(value);
  });
});

describe("the JSON lines report", () => {
  it("has a line a finding, one a subject, one at the end", () => {
    const reporter = jsonlReporter(facts);
    const output = [
      reporter.subject(subject("a", breach, absent)),
      reporter.unread({ source: "b", message: "gone" }),
      reporter.subject(subject("c")),
      reporter.end(),
    ].join("");
    const lines = output.split("\n").slice(0, -1);
    expect(lines.map((one) => JSON.parse(one))).toEqual([
      expect.objectContaining({ type: "finding", source: "a", rule: "label-value", line: 12 }),
      expect.objectContaining({ type: "finding", source: "a", rule: "absent-metric" }),
      { type: "payload", source: "a", format: "prometheus-text-0.0.4", bytes: 218_000 },
      { type: "unread", source: "b", message: "gone" },
      { type: "payload", source: "c", format: "prometheus-text-0.0.4", bytes: 218_000 },
      {
        type: "summary",
        schemaVersion: 1,
        registry: { name: "r" },
        errors: 1,
        warnings: 1,
        infos: 0,
      },
    ]);
  });
});
