// Markdown for a comment or the summary of a job. Text of a payload stands in code and in fences alone: nothing there is a link, a mention
// or an element, on any host.
import { type Finding, reaches, type Severity } from "../../diagnostics/index.js";
import { count } from "../figures.js";
import { plain } from "../style.js";
import { byRule } from "./by-rule.js";
import { clip } from "./clip.js";
import { findingText } from "./finding-text.js";
import { foldAlike } from "./fold-alike.js";
import type { ReportOptions } from "./formats.js";
import type { Reporter, RunFacts, Subject, Unread } from "./reporter.js";
import { addTallies, tally } from "./tally.js";
import { tallyWords, verdictWords } from "./verdict.js";

/** Most characters of findings: hosts refuse a comment of more than 65,536 in all. */
const room = 48_000;

/** Most rows of the table of subjects. */
const rowsShown = 50;

/** One document at the end of the run: what was looked at, what rules were broken, and the findings as far as there is room for them. */
export function markdownReporter({ noun }: RunFacts, { show }: ReportOptions): Reporter {
  const subjects: Subject[] = [];
  const unread: Unread[] = [];
  return {
    subject: (subject) => {
      subjects.push(subject);
      return "";
    },
    unread: (one) => {
      unread.push(one);
      return "";
    },
    end: (interrupted = false) => {
      const sum = addTallies(subjects.map(({ findings }) => tally(findings)));
      const missing = unread.length === 0 ? "" : `, ${unread.length} could not be read`;
      const all = subjects.length + unread.length;
      const head = unread.length === 0 ? verdictWords(sum) : tallyWords(sum);
      return [
        `## promschema: ${head}`,
        "",
        `${count(all, noun.one, noun.many)}${missing}.`,
        ...(interrupted ? ["", "**Interrupted:** this is what was found so far."] : []),
        "",
        ...subjectTable(subjects, unread, noun.one),
        ...ruleTable(subjects, show),
        ...blocks(subjects, show),
      ]
        .join("\n")
        .concat("\n");
    },
  };
}

function subjectTable(
  subjects: readonly Subject[],
  unread: readonly Unread[],
  noun: string,
): readonly string[] {
  const rows = [
    ...unread.map(({ source, message }) => [code(source), code(message), "not read"]),
    ...subjects.map(({ source, figures, findings, cutShort }) => [
      code(source),
      figures.join(", "),
      `${verdictWords(tally(findings))}${cutShort === true ? ", interrupted" : ""}`,
    ]),
  ];
  const more = rows.length - rowsShown;
  return [
    ...table([noun, "contents", "result"], rows.slice(0, rowsShown)),
    ...(more > 0 ? ["", `And ${more} more.`] : []),
  ];
}

function ruleTable(subjects: readonly Subject[], show: Severity): readonly string[] {
  const groups = byRule(shownOf(subjects, show).map(({ finding }) => finding));
  if (groups.length === 0) return [];
  const rows = groups.map(({ rule, severity, findings, occurrences }) => [
    code(rule),
    severity,
    String(findings.length),
    String(occurrences),
  ]);
  return ["", ...table(["rule", "severity", "findings", "occurrences"], rows)];
}

function shownOf(
  subjects: readonly Subject[],
  show: Severity,
): readonly { readonly finding: Finding; readonly source: string }[] {
  return subjects.flatMap(({ source, findings }) =>
    foldAlike(findings)
      .filter((finding) => reaches(finding.severity, show))
      .map((finding) => ({ finding, source })),
  );
}

function blocks(subjects: readonly Subject[], show: Severity): readonly string[] {
  const all = shownOf(subjects, show);
  const lines: string[] = [];
  let left = room;
  let shown = 0;
  for (const { rule } of byRule(all.map(({ finding }) => finding))) {
    for (const { finding, source } of all) {
      if (finding.rule !== rule) continue;
      const block = fence(findingText(finding, source, { paint: plain, width: 100 }).join("\n"));
      left -= block.length + 2;
      if (left < 0) {
        return [...lines, "", `And ${count(all.length - shown, "finding", "findings")} more.`];
      }
      lines.push("", block);
      shown += 1;
    }
  }
  return lines;
}

/** A block of code. Its fence is longer than any run of backticks in it. */
function fence(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const marks = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${marks}text\n${text}\n${marks}`;
}

/** Text as code within a line, in a table too. Where a reader might see an end of it, as characters written by their number. */
function code(text: string): string {
  const shown = clip(text);
  if (shown !== "" && !/[`|\\]|^\s|\s$/.test(shown)) return `\`${shown}\``;
  const numbers = shown.replace(/[^\p{L}\p{N} .,/-]/gu, (char) => `&#${char.codePointAt(0)};`);
  return `<code>${numbers}</code>`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [row(head), row(head.map(() => "---")), ...rows.map(row)];
}
