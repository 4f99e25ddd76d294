import { printable, reaches, type Severity } from "../../diagnostics/index.js";
import { count, duration } from "../figures.js";
import type { Paint } from "../style.js";
import { findingText } from "./finding-text.js";
import { foldAlike } from "./fold-alike.js";
import { inertLine } from "./inert-line.js";
import type { Reporter, RunFacts } from "./reporter.js";
import { addTallies, type Tally, tally } from "./tally.js";
import { tallyWords } from "./verdict.js";

export interface TextOptions {
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
  /** Findings below are counted and not shown. */
  readonly show: Severity;
  /** Whether findings are all that is printed. */
  readonly quiet: boolean;
}

/** For people: a block a finding, a line a subject, a line for all of them where there are several. */
export function textReporter({ noun }: RunFacts, options: TextOptions): Reporter {
  const { paint, show, quiet } = options;
  const tallies: Tally[] = [];
  let unread = 0;
  let elapsedMs = 0;
  return {
    subject: (subject) => {
      const sum = tally(subject.findings);
      tallies.push(sum);
      elapsedMs += subject.elapsedMs;
      const blocks = foldAlike(subject.findings)
        .filter((finding) => reaches(finding.severity, show))
        .map((finding) => findingText(finding, subject.source, options).map(inertLine).join("\n"));
      const summary = [
        paint("strong", inertLine(printable(subject.source))),
        ...subject.figures.map(printable),
        ...(subject.accepted
          ? [`${count(subject.accepted, "accepted finding", "accepted findings")}`]
          : []),
        verdict(sum, paint),
        duration(subject.elapsedMs),
      ].join("   ");
      const found = blocks.map((block) => `\n${block}\n`).join("");
      if (quiet) return found;
      const more = (subject.details ?? []).map((line) => `${line}\n`).join("");
      return blocks.length === 0 ? `${summary}\n${more}` : `${found}\n${summary}\n${more}`;
    },
    unread: () => {
      unread += 1;
      return "";
    },
    end: (interrupted = false) => {
      const all = tallies.length + unread;
      if (interrupted) return "interrupted: this is what was found so far\n";
      if (quiet || all < 2) return "";
      const missing = unread === 0 ? "" : `, ${unread} of them could not be read`;
      const total = `${count(all, noun.one, noun.many)}${missing}`;
      const outcome = tallyWords(addTallies(tallies));
      const result = unread === 0 ? verdict(addTallies(tallies), paint) : outcome;
      return `${[paint("strong", total), result, duration(elapsedMs)].join("   ")}\n`;
    },
  };
}

function verdict(sum: Tally, paint: Paint): string {
  const infos = sum.infos === 0 ? "" : `, ${count(sum.infos, "info", "infos")}`;
  if (sum.errors + sum.warnings === 0) return `${paint("good", "ok")}${infos}`;
  return paint(sum.errors > 0 ? "error" : "warning", tallyWords(sum));
}
