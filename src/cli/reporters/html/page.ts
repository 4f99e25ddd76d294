// One page that holds all it needs: no script, no network, no style but its own, and a policy that says so.
import { createHash } from "node:crypto";
import { escapeMarkup, printable, reaches } from "../../../diagnostics/index.js";
import { count, duration, grouped } from "../../figures.js";
import { byRule } from "../by-rule.js";
import { foldAlike } from "../fold-alike.js";
import type { ReportOptions } from "../formats.js";
import type { Reporter, RunFacts, Subject, Unread } from "../reporter.js";
import { addTallies, type Tally, tally } from "../tally.js";
import { verdictWords } from "../verdict.js";
import { cardinalitySection, coverageSection } from "./bars.js";
import { ruleSection } from "./findings.js";
import { shownText } from "./shown-text.js";
import { style } from "./style.js";

/** A page at the end of the run: what broke and where, what of the registry was seen, how many series there are of what. */
export function htmlReporter(facts: RunFacts, { show }: ReportOptions): Reporter {
  const sections: string[] = [];
  const rows: string[] = [];
  const tallies: Tally[] = [];
  const unread: Unread[] = [];
  return {
    subject: (subject) => {
      const id = `s${tallies.length + 1}`;
      tallies.push(tally(subject.findings));
      rows.push(contentsRow(subject, id));
      sections.push(subjectSection(subject, id, show));
      return "";
    },
    unread: (one) => {
      unread.push(one);
      return "";
    },
    end: (interrupted = false) => {
      const sum = addTallies(tallies);
      return page({
        title: titleOf(sum, unread.length, interrupted),
        facts: factsOf(facts, tallies.length + unread.length),
        sum,
        bad: sum.errors > 0 || unread.length > 0,
        contents: rows.length > 1 ? contents(facts, rows) : "",
        body: unread.map(unreadSection).join("") + sections.join(""),
      });
    },
  };
}

function titleOf(sum: Tally, unread: number, interrupted: boolean): string {
  const parts = [
    unread > 0 && sum.errors + sum.warnings === 0 ? undefined : verdictWords(sum),
    unread > 0 ? `${unread} could not be read` : undefined,
    interrupted ? "interrupted" : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

function factsOf({ noun, registryFiles = [] }: RunFacts, all: number): string {
  const files = registryFiles.map((file) => `<code>${shownText(file)}</code>`);
  const against = files.length === 0 ? "" : ` against ${files.join(" and ")}`;
  return `${count(all, noun.one, noun.many)}${against}`;
}

interface Parts {
  readonly title: string;
  readonly facts: string;
  readonly sum: Tally;
  readonly bad: boolean;
  readonly contents: string;
  readonly body: string;
}

function page({ title, facts, sum, bad, contents, body }: Parts): string {
  const hash = createHash("sha256").update(style).digest("base64");
  const mood = bad ? "bad" : sum.warnings > 0 ? "doubtful" : "good";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>promschema: ${escapeMarkup(title)}</title>
<style>${style}</style>
</head>
<body>
<header class="${mood}"><p class="name">promschema</p><h1>${escapeMarkup(title)}</h1><p>${facts}</p></header>
<main>
${filters(sum)}${contents}${body}</main>
</body>
</html>
`;
}

/** Boxes that hide findings of a severity. The style does it, by what is checked. */
function filters({ errors, warnings, infos }: Tally): string {
  const kinds = [
    ["error", errors, "errors"],
    ["warning", warnings, "warnings"],
    ["info", infos, "infos"],
  ] as const;
  const present = kinds.filter(([, number]) => number > 0);
  if (present.length < 2) return "";
  const boxes = present.map(
    ([kind, number, words]) =>
      `<label class="${kind}"><input type="checkbox" id="show-${kind}" checked> ${words} <b>${grouped(number)}</b></label>`,
  );
  return `<fieldset class="filters"><legend>Show</legend>${boxes.join("")}</fieldset>\n`;
}

function contents({ noun }: RunFacts, rows: readonly string[]): string {
  return `<table class="contents"><thead><tr><th>${noun.one}</th><th>contents</th><th>result</th></tr></thead><tbody>
${rows.join("\n")}
</tbody></table>
`;
}

function contentsRow({ source, figures, findings }: Subject, id: string): string {
  return `<tr><td><a href="#${id}">${shownText(source)}</a></td><td>${shownText(figures.join(", "))}</td><td>${verdictWords(tally(findings))}</td></tr>`;
}

function subjectSection(subject: Subject, id: string, show: ReportOptions["show"]): string {
  const { source, figures, findings, elapsedMs, coverage, cardinality, cutShort } = subject;
  const shown = foldAlike(findings).filter((finding) => reaches(finding.severity, show));
  const groups = byRule(shown);
  const broke =
    groups.length === 0
      ? '<p class="clean">Nothing is broken.</p>\n'
      : groups.map((group) => ruleSection(group, source)).join("");
  const said = [...figures.map(printable), duration(elapsedMs)].map(escapeMarkup).join(" · ");
  return `<article id="${id}"><h2>${shownText(source)}</h2>
<p class="faint">${said}</p>
${cutShort === true ? '<p class="notice">The run was interrupted while this was read: what follows is not known.</p>\n' : ""}<section><h3>What broke</h3>
${broke}</section>
${coverage === undefined ? "" : coverageSection(coverage)}${cardinality === undefined ? "" : cardinalitySection(cardinality)}</article>
`;
}

function unreadSection({ source, message }: Unread): string {
  return `<article><h2>${shownText(source)}</h2><p class="notice">${shownText(message)}</p></article>\n`;
}
