import { appendFile } from "node:fs/promises";
import { CommandFailure, errorCode } from "../failure.js";
import { writeReport } from "../report-file.js";
import { createReporter } from "../reporters/create-reporter.js";
import type { ReportOptions } from "../reporters/formats.js";
import type { Reporter, RunFacts, Subject, Unread } from "../reporters/reporter.js";
import type { ReportFile } from "./report-settings.js";

/** Reports that are kept until the run is over, and written then: a file is there whole or not at all. */
export interface ReportOutputs {
  subject(subject: Subject): void;
  unread(unread: Unread): void;
  /** Writes all of them, and gives why some could not be. */
  end(interrupted: boolean): Promise<readonly CommandFailure[]>;
}

interface Output {
  readonly reporter: Reporter;
  readonly parts: string[];
  write(text: string): Promise<void>;
}

/** The reports of `--report`, and the summary of a GitHub job where one has a place for it. */
export async function openReports(
  files: readonly ReportFile[],
  summaryFile: string | undefined,
  facts: RunFacts,
  options: ReportOptions,
): Promise<ReportOutputs> {
  const outputs: Output[] = [];
  for (const { format, file } of files) {
    const reporter = await createReporter(format, facts, options);
    outputs.push({ reporter, parts: [], write: (text) => writeReport(file, text) });
  }
  if (summaryFile !== undefined) {
    const reporter = await createReporter("markdown", facts, options);
    outputs.push({ reporter, parts: [], write: (text) => append(summaryFile, text) });
  }
  return {
    subject: (subject) => {
      for (const { reporter, parts } of outputs) parts.push(reporter.subject(subject));
    },
    unread: (unread) => {
      for (const { reporter, parts } of outputs) parts.push(reporter.unread(unread));
    },
    end: async (interrupted) => {
      const failures: CommandFailure[] = [];
      for (const { reporter, parts, write } of outputs) {
        try {
          await write(parts.join("") + reporter.end(interrupted));
        } catch (error) {
          if (!(error instanceof CommandFailure)) throw error;
          failures.push(error);
        }
      }
      return failures;
    },
  };
}

/** The summary of a job may hold that of a command before. */
async function append(file: string, text: string): Promise<void> {
  try {
    await appendFile(file, `${text}\n`);
  } catch (error) {
    throw new CommandFailure(`cannot write the step summary ${file}: ${errorCode(error)}`);
  }
}
