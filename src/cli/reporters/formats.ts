import type { Severity } from "../../diagnostics/index.js";
import type { Reporter, RunFacts } from "./reporter.js";
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

/** A reporter of that format. Its code is loaded when it is asked for. */
export async function createReporter(
  format: ReportFormat,
  facts: RunFacts,
  options: ReportOptions,
): Promise<Reporter> {
  switch (format) {
    case "text":
      return (await import("./text.js")).textReporter(facts, options);
    case "json":
      return (await import("./json.js")).jsonReporter(facts);
    case "jsonl":
      return (await import("./jsonl.js")).jsonlReporter(facts);
    case "github":
      return (await import("./github.js")).githubReporter(facts, options);
    case "gitlab":
      return (await import("./gitlab.js")).gitlabReporter(facts, options);
    case "junit":
      return (await import("./junit.js")).junitReporter(facts, options);
    case "sarif":
      return (await import("./sarif.js")).sarifReporter(facts, options);
    case "markdown":
      return (await import("./markdown.js")).markdownReporter(facts, options);
    case "html":
      return (await import("./html/page.js")).htmlReporter(facts, options);
  }
}
