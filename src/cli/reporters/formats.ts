import type { Severity } from "../../diagnostics/index.js";
import type { TextOptions } from "./text.js";

/** The formats of a report, the default first. */
export const reportFormats = [
  "text",
  "json",
  "jsonl",
  "github",
  "gitlab",
  "junit",
  "sarif",
  "markdown",
  "html",
] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** What reporters are told of the run they report on. */
export interface ReportOptions extends TextOptions {
  /** Findings below are not in reports for people and for CI; `json` and `jsonl` have them all. */
  readonly show: Severity;
  /** Findings at or above make the run fail. */
  readonly failOn: Severity | "never";
  /** The folder from which reports name files, as those who read them do: that of the repository. */
  readonly root: string;
}
