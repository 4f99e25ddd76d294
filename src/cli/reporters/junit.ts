// JUnit XML, in the part of it that Jenkins, GitLab and the others read alike: suites, cases, `failure`, `error`, `skipped` and `system-out`.
import { type Finding, printable, reaches } from "../../diagnostics/index.js";
import { plain } from "../style.js";
import { clip } from "./clip.js";
import { findingText } from "./finding-text.js";
import type { ReportOptions } from "./formats.js";
import type { Reporter, RunFacts, Subject, Unread } from "./reporter.js";
import { element, xmlText } from "./xml.js";

/** One case of a suite: a metric, or all that is about no metric. */
interface Case {
  readonly name: string;
  readonly findings: Finding[];
  readonly absent: boolean;
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

interface Suite {
  readonly text: string;
  readonly counts: Counts;
}

/**
 * A suite a subject, a case a metric, so that whoever keeps results over time sees which metric broke when. A case fails with what makes the
 * run fail; other findings are told in its output. A metric that may be missing and is, is skipped.
 */
export function junitReporter(_facts: RunFacts, options: ReportOptions): Reporter {
  const suites: Suite[] = [];
  return {
    subject: (subject) => {
      suites.push(suiteOf(subject, options));
      return "";
    },
    unread: (unread) => {
      suites.push(unreadSuite(unread));
      return "";
    },
    end: (interrupted = false) => {
      if (interrupted) {
        suites.push(
          unreadSuite({ source: "promschema", message: "interrupted: the rest was not looked at" }),
        );
      }
      const sum = (of: keyof Counts) => suites.reduce((all, { counts }) => all + counts[of], 0);
      const attributes = {
        name: "promschema",
        tests: sum("tests"),
        failures: sum("failures"),
        errors: sum("errors"),
      };
      const body = suites.map(({ text }) => `\n  ${text}`).join("");
      const root = element("testsuites", attributes, `${body}\n`);
      return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
    },
  };
}

function suiteOf(subject: Subject, options: ReportOptions): Suite {
  const cases = casesOf(subject, options);
  const seconds = (subject.elapsedMs / 1000).toFixed(3);
  let failures = 0;
  let skipped = 0;
  const texts = cases.map(({ name, findings, absent }) => {
    const failing = findings.filter(({ severity }) => fails(severity, options));
    const others = findings.filter((finding) => !failing.includes(finding));
    if (failing.length > 0) failures += 1;
    const skip = failing.length === 0 && absent;
    if (skip) skipped += 1;
    const content = [
      failing.length === 0 ? "" : failure(failing, subject.source),
      // As text: not every schema of the format has an attribute for it.
      skip ? element("skipped", {}, "not seen in this exposition") : "",
      others.length === 0 ? "" : element("system-out", {}, xmlText(bodyOf(others, subject.source))),
    ].join("");
    const attributes = { classname: clip(subject.source), name: clip(name), time: "0" };
    return `\n    ${element("testcase", attributes, content)}`;
  });
  const counts = { tests: cases.length, failures, errors: 0, skipped };
  const attributes = { name: clip(subject.source), ...counts, time: seconds };
  return { text: element("testsuite", attributes, `${texts.join("")}\n  `), counts };
}

function casesOf({ findings, coverage }: Subject, { show }: ReportOptions): readonly Case[] {
  const shown = findings.filter(({ severity }) => reaches(severity, show));
  const whole: Case = { name: "as a whole", findings: [], absent: false };
  const byMetric = new Map<string, Case>();
  const add = (name: string, absent: boolean): Case => {
    const made: Case = { name, findings: [], absent };
    byMetric.set(name, made);
    return made;
  };
  for (const name of coverage?.seen ?? []) add(name, false);
  for (const name of coverage?.absent ?? []) add(name, true);
  for (const finding of shown) {
    const { metric } = finding;
    const own = metric === undefined ? whole : (byMetric.get(metric) ?? add(metric, false));
    own.findings.push(finding);
  }
  return [whole, ...byMetric.values()];
}

function fails(severity: Finding["severity"], { failOn }: ReportOptions): boolean {
  return failOn !== "never" && reaches(severity, failOn);
}

function failure(findings: readonly Finding[], source: string): string {
  const [first] = findings;
  const more = findings.length === 1 ? "" : ` (and ${findings.length - 1} more)`;
  const attributes = { message: `${clip(first?.message ?? "", 1000)}${more}`, type: first?.rule };
  return element("failure", attributes, xmlText(bodyOf(findings, source)));
}

function bodyOf(findings: readonly Finding[], source: string): string {
  const layout = { paint: plain, width: 100 };
  const blocks = findings.map((finding) => findingText(finding, source, layout).join("\n"));
  return `\n${blocks.join("\n\n")}\n`;
}

function unreadSuite({ source, message }: Unread): Suite {
  const counts = { tests: 1, failures: 0, errors: 1, skipped: 0 };
  const said = element("error", { message: printable(message), type: "unread" });
  const test = element(
    "testcase",
    { classname: clip(source), name: "as a whole", time: "0" },
    said,
  );
  return { text: element("testsuite", { name: clip(source), ...counts, time: "0" }, test), counts };
}
