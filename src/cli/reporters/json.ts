import { jsonFinding, jsonText } from "./json-text.js";
import type { Reporter, RunFacts, Subject, Unread } from "./reporter.js";
import { addTallies, tally } from "./tally.js";

/** One document at the end of the run, its fields stable: `schemaVersion` changes when one of them does. */
export function jsonReporter({ noun, head }: RunFacts): Reporter {
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
      const report = {
        schemaVersion: 1,
        ...head,
        [noun.many]: subjects.map(({ source, data, findings, accepted, cutShort }) => ({
          source,
          ...data,
          accepted,
          cutShort,
          findings: findings.map(jsonFinding),
        })),
        ...(unread.length === 0 ? {} : { unread }),
        ...(interrupted ? { interrupted } : {}),
        summary: addTallies(subjects.map(({ findings }) => tally(findings))),
      };
      return `${jsonText(report, 2)}\n`;
    },
  };
}
