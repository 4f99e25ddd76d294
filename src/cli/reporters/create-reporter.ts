import type { ReportFormat, ReportOptions } from "./formats.js";
import { githubReporter } from "./github.js";
import { gitlabReporter } from "./gitlab.js";
import { jsonReporter } from "./json.js";
import { jsonlReporter } from "./jsonl.js";
import { junitReporter } from "./junit.js";
import { markdownReporter } from "./markdown.js";
import type { Reporter, RunFacts } from "./reporter.js";
import { sarifReporter } from "./sarif.js";
import { textReporter } from "./text.js";

/** A reporter of that format. What makes pages is loaded when one is asked for: it is more than the others together. */
export async function createReporter(
  format: ReportFormat,
  facts: RunFacts,
  options: ReportOptions,
): Promise<Reporter> {
  switch (format) {
    case "text":
      return textReporter(facts, options);
    case "json":
      return jsonReporter(facts);
    case "jsonl":
      return jsonlReporter(facts);
    case "github":
      return githubReporter(facts, options);
    case "gitlab":
      return gitlabReporter(facts, options);
    case "junit":
      return junitReporter(facts, options);
    case "sarif":
      return sarifReporter(facts, options);
    case "markdown":
      return markdownReporter(facts, options);
    case "html":
      return (await import("./html/page.js")).htmlReporter(facts, options);
  }
}
