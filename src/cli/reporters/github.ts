// Annotations of GitHub Actions: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
import { printable, reaches, type Severity } from "../../diagnostics/index.js";
import { findingPlace } from "./finding-place.js";
import { findingWords } from "./finding-words.js";
import { foldAlike } from "./fold-alike.js";
import type { ReportOptions } from "./formats.js";
import { inertLine, withoutMarks } from "./inert-line.js";
import type { Reporter, RunFacts, Subject } from "./reporter.js";
import { tally } from "./tally.js";
import { verdictWords } from "./verdict.js";

const commands: Record<Severity, string> = { error: "error", warning: "warning", info: "notice" };

/** A command of the runner a finding, and a plain line a subject. The runner shows ten of each kind: the gravest come first. */
export function githubReporter(facts: RunFacts, { show, root }: ReportOptions): Reporter {
  return {
    subject: (subject) => annotations(subject, facts, show, root) + summaryLine(subject),
    unread: ({ source, message }) =>
      command("error", { title: "promschema" }, printable(`${source}: ${message}`)),
    end: (interrupted) =>
      interrupted
        ? command("warning", { title: "promschema" }, "interrupted: this is what was found so far")
        : "",
  };
}

function annotations(subject: Subject, facts: RunFacts, show: Severity, root: string): string {
  const shown = foldAlike(subject.findings).filter((one) => reaches(one.severity, show));
  const gravest = (["error", "warning", "info"] as const).flatMap((severity) =>
    shown.filter((one) => one.severity === severity),
  );
  return gravest
    .map((finding) => {
      const place = findingPlace(finding, subject.source, facts, root);
      const { line, column, length } = place ?? {};
      const properties = {
        file: place?.path,
        line,
        col: column,
        endColumn: column === undefined || length === undefined ? undefined : column + length,
        title: finding.rule,
      };
      const words = findingWords(finding);
      // A reader who is not sent to the payload is told which it was.
      const elsewhere = place?.line === finding.line && finding.line !== undefined;
      const from = elsewhere ? [] : [`in ${printable(subject.source)}`];
      return command(commands[finding.severity], properties, [...words, ...from].join("\n"));
    })
    .join("");
}

function summaryLine({ source, figures, findings }: Subject): string {
  return `${inertLine([source, ...figures, verdictWords(tally(findings))].map(printable).join("   "))}\n`;
}

/** A workflow command. Its parts are escaped as the runner unescapes them. */
function command(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeProperty(printable(String(value)))}`],
  );
  return `::${name} ${withoutMarks(given.join(","))}::${withoutMarks(escapeData(message))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
