import { jsonFinding, jsonText } from "./json-text.js";
import type { Reporter, RunFacts, Subject } from "./reporter.js";
import { addTallies, type Tally, tally } from "./tally.js";

/**
 * One JSON value a line, as the run goes; `type` says what it is. First the findings of a subject (`finding`), then the
 * subject itself (`payload`, `registry`; `unread` where it could not be had), and at the end of the run its `summary`.
 */
export function jsonlReporter({ noun, head }: RunFacts): Reporter {
  const tallies: Tally[] = [];
  const line = (type: string, fields: object): string => `${jsonText({ type, ...fields })}\n`;
  return {
    subject: ({ source, data, findings, accepted, cutShort }: Subject) => {
      tallies.push(tally(findings));
      const lines = findings.map((found) => line("finding", { source, ...jsonFinding(found) }));
      return lines.join("") + line(noun.one, { source, ...data, accepted, cutShort });
    },
    unread: (one) => line("unread", one),
    end: (interrupted = false) =>
      line("summary", {
        ...{ schemaVersion: 1, ...head, ...addTallies(tallies) },
        ...(interrupted ? { interrupted } : {}),
      }),
  };
}
