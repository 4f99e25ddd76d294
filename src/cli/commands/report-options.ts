import type { OptionTable } from "../arguments/definition.js";
import { reportFormats } from "../reporters/formats.js";

/** How commands with findings report them, and which of them. */
export const reportOptions = {
  format: {
    kind: "value",
    short: "f",
    placeholder: "FORMAT",
    choices: reportFormats,
    default: "text",
    configuration: { key: "format", form: "text" },
    summary:
      "How to report on standard output: text (default), json, jsonl, github, gitlab, junit, sarif, markdown or html.",
  },
  report: {
    kind: "list",
    placeholder: "FORMAT=FILE",
    configuration: {
      key: "reports",
      form: "files",
      summary: "Reports to write as well: the file of each format, such as sarif: out.sarif.",
    },
    summary: "Write a report to a file as well, such as sarif=out.sarif. Repeatable.",
  },
  baseline: {
    kind: "value",
    placeholder: "FILE",
    once: true,
    configuration: { key: "baseline", form: "path" },
    summary: "Leave out the findings that the file accepts: those of another day.",
  },
  "update-baseline": {
    kind: "flag",
    summary: "Accept what is found now: write it to the file of --baseline.",
  },
  "max-findings": {
    kind: "value",
    placeholder: "NUMBER",
    default: "1000",
    configuration: { key: "maxFindings", form: "number" },
    summary: "Most findings listed of each input; the rest is counted. Default: 1000.",
  },
} as const satisfies OptionTable;
