import type { OptionTable } from "../arguments/definition.js";

/** How commands with findings report them, and which of them. */
export const reportOptions = {
  format: {
    kind: "value",
    short: "f",
    placeholder: "FORMAT",
    summary:
      "How to report on standard output: text (default), json, jsonl, github, gitlab, junit, sarif, markdown or html.",
  },
  report: {
    kind: "list",
    placeholder: "FORMAT=FILE",
    summary: "Write a report to a file as well, such as sarif=out.sarif. Repeatable.",
  },
  baseline: {
    kind: "value",
    placeholder: "FILE",
    once: true,
    summary: "Leave out the findings that the file accepts: those of another day.",
  },
  "update-baseline": {
    kind: "flag",
    summary: "Accept what is found now: write it to the file of --baseline.",
  },
  "max-findings": {
    kind: "value",
    placeholder: "NUMBER",
    summary: "Most findings listed of each input; the rest is counted. Default: 1000.",
  },
} as const satisfies OptionTable;
