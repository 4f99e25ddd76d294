// What a failed expectation says. The findings are as the command line prints them.

import type { Report } from "../check/index.js";
import { count, findingText, foldAlike } from "../cli/index.js";
import type { Finding } from "../diagnostics/index.js";

/** Blocks of findings that are shown in full: a mismatch of every metric is not to bury the test that failed. */
const mostShown = 20;

/** What was matched. Its texts are safe to print. */
interface Subject {
  readonly registry: string;
  readonly source: string;
  readonly report: Report;
}

/** Runners colour the message as a whole, if at all. */
const layout = { paint: (_: string, text: string) => text, width: 100 };

/** Says that a payload matches, where it was not to. */
export function matchText({ registry, source, report }: Subject): string {
  const { families, series, coverage } = report;
  const facts = [
    count(families, "family", "families"),
    count(series, "series", "series"),
    `${coverage.seen.length} of ${count(coverage.declared, "declared metric", "declared metrics")} seen`,
  ];
  return `expected ${source} not to match the registry ${registry}, but it does: ${facts.join(", ")}`;
}

/** Says why a payload does not match, finding by finding. */
export function mismatchText({ registry, source }: Subject, findings: readonly Finding[]): string {
  const blocks = foldAlike(findings).map((finding) =>
    findingText(finding, source, layout).join("\n"),
  );
  const rest = blocks.length - mostShown;
  const parts = [
    `expected ${source} to match the registry ${registry}, found ${tally(findings)}`,
    ...blocks.slice(0, mostShown),
    ...(rest > 0 ? [`and ${count(rest, "more finding", "more findings")}`] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

function tally(findings: readonly Finding[]): string {
  const nouns = [
    ["error", "errors"],
    ["warning", "warnings"],
    ["info", "infos"],
  ] as const;
  const counted = nouns.flatMap(([one, many]) => {
    const number = findings.filter(({ severity }) => severity === one).length;
    return number === 0 ? [] : [count(number, one, many)];
  });
  return counted.join(", ").replace(/, (?=[^,]*$)/, " and ");
}
