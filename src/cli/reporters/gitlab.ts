// The code quality report of GitLab: https://docs.gitlab.com/ci/testing/code_quality/
// Its issues are those of Code Climate, whose other readers want a type, a category and an end as well:
// https://github.com/codeclimate/platform/blob/master/spec/analyzers/SPEC.md#issues
import { type Finding, fingerprint, reaches, type Severity } from "../../diagnostics/index.js";
import { findingPlace } from "./finding-place.js";
import { findingWords } from "./finding-words.js";
import type { ReportOptions } from "./formats.js";
import { jsonText } from "./json-text.js";
import type { Reporter, RunFacts } from "./reporter.js";

const severities: Record<Severity, string> = { error: "major", warning: "minor", info: "info" };

interface Issue {
  readonly finding: Finding;
  readonly source: string;
  /** Payloads that have the same breach after this one. */
  others: number;
}

/** One list at the end of the run. GitLab takes the first of a fingerprint alone, so that the same breach of several payloads is one. */
export function gitlabReporter(facts: RunFacts, { show, root }: ReportOptions): Reporter {
  const issues = new Map<string, Issue>();
  return {
    subject: ({ source, findings }) => {
      const own = new Set<string>();
      for (const finding of findings) {
        if (!reaches(finding.severity, show)) continue;
        const print = unlike(finding.fingerprint, own);
        own.add(print);
        const known = issues.get(print);
        if (known === undefined) issues.set(print, { finding, source, others: 0 });
        else known.others += 1;
      }
      return "";
    },
    unread: () => "",
    end: () => {
      const list = [...issues].map(([print, { finding, source, others }]) => {
        const place = findingPlace(finding, source, facts, root);
        const words = findingWords(finding);
        const line = place?.line ?? 1;
        const more = others === 0 ? [] : [`the same in ${others} more ${facts.noun.many}`];
        return {
          type: "issue",
          description: [...words, ...more].join("; "),
          check_name: finding.rule,
          categories: ["Bug Risk"],
          fingerprint: print,
          severity: severities[finding.severity],
          location: { path: place?.path ?? source, lines: { begin: line, end: line } },
        };
      });
      return `${jsonText(list, 2)}\n`;
    },
  };
}

/** The fingerprint, or the next made from it, where another finding of the same subject has it. */
function unlike(given: string, taken: ReadonlySet<string>): string {
  let print = given;
  for (let at = 2; taken.has(print); at++) print = fingerprint(given, String(at));
  return print;
}
