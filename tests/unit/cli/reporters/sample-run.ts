// A run as reporters are given it: one with findings of every kind, and one of texts that try to be more than text.
import { createReporter } from "../../../../src/cli/reporters/create-reporter.js";
import type { ReportFormat, ReportOptions } from "../../../../src/cli/reporters/formats.js";
import type { RunFacts, Subject, Unread } from "../../../../src/cli/reporters/reporter.js";
import { plain } from "../../../../src/cli/style.js";
import { createFinding, type Finding } from "../../../../src/diagnostics/index.js";

const facts: RunFacts = {
  noun: { one: "payload", many: "payloads" },
  head: { registry: { name: "r", source: "r.yaml" } },
  registryFiles: ["r.yaml"],
};

const options: ReportOptions = {
  paint: plain,
  width: 100,
  quiet: false,
  show: "warning",
  failOn: "error",
  root: process.cwd(),
};

export const breach: Finding = createFinding({
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
  excerpt: { text: 'replicas{phase="promting"} 2', column: 1, cutLeft: false, cutRight: false },
});

export const absent: Finding = createFinding({
  rule: "absent-metric",
  severity: "warning",
  message: "replicas_starting is declared but not in this exposition",
  metric: "replicas_starting",
  declared: { source: "r.yaml", line: 40, column: 5 },
});

export const unseen: Finding = createFinding({
  rule: "unseen-metric",
  severity: "info",
  message: "readiness is not in this exposition",
  metric: "readiness",
});

export function subject(source: string, ...findings: readonly Finding[]): Subject {
  return {
    source,
    figures: ["2 families, 1,204 series, 218 kB"],
    data: {},
    findings,
    elapsedMs: 9,
    coverage: {
      declared: 4,
      seen: ["replicas", "hits"],
      absent: ["replicas_starting", "readiness"],
      undeclared: [],
    },
  };
}

/** The whole text of a report. */
export async function report(
  format: ReportFormat,
  subjects: readonly Subject[],
  {
    unread = [],
    interrupted = false,
    ...changed
  }: Partial<ReportOptions> & { unread?: readonly Unread[]; interrupted?: boolean } = {},
): Promise<string> {
  const reporter = await createReporter(format, facts, { ...options, ...changed });
  const parts = [
    ...unread.map((one) => reporter.unread(one)),
    ...subjects.map((one) => reporter.subject(one)),
    reporter.end(interrupted),
  ];
  return parts.join("");
}

/** What a label value may hold to be more than text to a terminal, a runner, a page, a document or a reader. */
export const hostileTexts: readonly string[] = [
  "\u001b[2J\u001b]0;title\u0007\u009b31m",
  "\n::error::owned\r\n::set-output name=a::b",
  "::error file=a,line=1::owned",
  "%0A::add-mask::a",
  "##[error]owned ##vso[task.complete]",
  "]]></failure><x/>",
  "</script><script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '" onmouseover="alert(1)" x=\'',
  "--> <!-- &amp; &#60;",
  "```\n# heading\n[a](javascript:alert(1)) @team #1 | cell |\n~~~",
  "\u202eevil\u2066\u200e\u2028\u2029\ufeff",
  "\u0000\u0008\ufffe\uffff\ud800",
  `a${"\u0301".repeat(500_000)}`,
  "__proto__",
];

/** Findings that hold such a text in every field that may come from a payload. */
export function hostileSubject(): Subject {
  const findings = hostileTexts.flatMap((text, at): Finding[] => [
    createFinding({
      rule: "label-value",
      severity: "error",
      message: `is ${text}`,
      line: at + 1,
      column: 2,
      length: text.length,
      metric: text,
      label: text,
      value: text,
      hint: text,
      notes: [text],
      declared: { source: text.slice(0, 100), line: 1, column: 1 },
      excerpt: { text: `a${text.slice(0, 500)}b`, column: 1, cutLeft: false, cutRight: false },
    }),
    // Without a place, and with a message that begins with it.
    createFinding({ rule: "absent-metric", severity: "error", message: text, metric: `${text}2` }),
  ]);
  return {
    source: "::error::\u001b[2J</script>\n]]>`|\u202e.prom",
    figures: ["1 family"],
    data: {},
    findings,
    elapsedMs: 1,
    coverage: { declared: 2, seen: hostileTexts, absent: hostileTexts, undeclared: hostileTexts },
    cardinality: hostileTexts.map((text) => ({
      metric: text,
      series: 2,
      labels: [{ label: text, values: 3, more: true }],
    })),
  };
}
