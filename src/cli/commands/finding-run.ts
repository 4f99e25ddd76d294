import path from "node:path";
import {
  type Finding,
  type LevelOptions,
  reaches,
  type Severity,
} from "../../diagnostics/index.js";
import { exitCodes } from "../exit-codes.js";
import { explain } from "../explain.js";
import type { CommandFailure } from "../failure.js";
import { createReporter } from "../reporters/create-reporter.js";
import { type ReportFormat, reportFormats } from "../reporters/formats.js";
import type { RunFacts, Subject } from "../reporters/reporter.js";
import { coloured, plain, wantsColour } from "../style.js";
import type { Terminal } from "../terminal.js";
import { type BaselineSettings, baselineSettings, openBaseline } from "./accepted-findings.js";
import { choice, ruleLevels } from "./choice.js";
import { limitFindings } from "./limit-findings.js";
import { openReports } from "./report-outputs.js";
import { maxFindings, type ReportFile, reportFiles } from "./report-settings.js";

/** The settings that commands with findings have in common. */
export interface FindingSettings extends Required<LevelOptions> {
  readonly format: ReportFormat;
  readonly reports: readonly ReportFile[];
  readonly baseline: BaselineSettings;
  /** Most findings listed of one subject. */
  readonly maxFindings: number;
  readonly failOn: Severity | "never";
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: boolean | undefined;
}

/** Reads those settings. Throws CommandFailure on a value that none of them has. */
export function findingSettings(options: {
  readonly format: string | undefined;
  readonly report: readonly string[];
  readonly baseline: string | undefined;
  readonly "update-baseline": boolean | undefined;
  readonly "max-findings": string | undefined;
  readonly rule: readonly string[];
  readonly "fail-on": string | undefined;
  readonly quiet: boolean | undefined;
  readonly verbose: boolean | undefined;
  readonly color: boolean | undefined;
}): FindingSettings {
  return {
    format: choice("format", options.format, reportFormats),
    reports: reportFiles(options.report),
    baseline: baselineSettings(options),
    maxFindings: maxFindings(options["max-findings"]),
    ...ruleLevels(options.rule),
    failOn: choice("fail-on", options["fail-on"], ["error", "warning", "info", "never"]),
    quiet: options.quiet === true,
    verbose: options.verbose === true,
    color: options.color,
  };
}

/** Whether a report of that format is asked for, wherever it goes. */
export function reportsIn(format: ReportFormat, settings: FindingSettings): boolean {
  return settings.format === format || settings.reports.some((one) => one.format === format);
}

/** A run over several subjects: reports each as it comes and keeps the verdict. */
export interface FindingRun {
  /** Most findings of a subject that are of use: those that are listed, and those that are accepted beside them. */
  readonly mostFindings: number;
  subject(subject: Subject): Promise<void>;
  /** A subject that could not be had. The others are still looked at; the exit code will be 2. */
  unread(source: string, failure: CommandFailure): Promise<void>;
  /** Ends the reports and returns the exit code. `advice` may give a line to people that says what to do next, after the first finding that is shown. */
  end(
    advice: (first: Finding | undefined) => string | undefined,
    interrupted: boolean,
  ): Promise<number>;
}

/** Begins a run. Throws CommandFailure where its baseline cannot be had. */
export async function startFindingRun(
  settings: FindingSettings,
  facts: RunFacts,
  terminal: Terminal,
): Promise<FindingRun> {
  const { stdout, stderr, environment } = terminal;
  const { failOn } = settings;
  const options = reportOptions(settings, terminal);
  const summary = reportsIn("github", settings) ? environment["GITHUB_STEP_SUMMARY"] : undefined;
  const baseline = await openBaseline(settings.baseline);
  const reporter = await createReporter(settings.format, facts, options);
  const files = await openReports(settings.reports, summary || undefined, facts, options);
  const forPeople = settings.format === "text" && !settings.quiet;
  const reachesShow = ({ severity }: Finding) => reaches(severity, options.show);
  let first: Finding | undefined;
  let failed = false;
  let unread = false;
  let complete = true;
  return {
    mostFindings: settings.maxFindings + baseline.most,
    subject: async (given) => {
      const left = baseline.left(given.findings, reachesShow);
      const findings = limitFindings(left, given.source, settings.maxFindings);
      const accepted = given.findings.length - left.length;
      const subject = { ...given, findings, ...(accepted === 0 ? {} : { accepted }) };
      failed ||= failOn !== "never" && findings.some((it) => reaches(it.severity, failOn));
      complete &&= !findings.some(({ rule }) => rule === "syntax" || rule === "findings-limit");
      first ??= findings.find(reachesShow);
      files.subject(subject);
      await stdout.write(reporter.subject(subject));
    },
    unread: async (source, failure) => {
      unread = true;
      files.unread({ source, message: failure.message });
      await stdout.write(reporter.unread({ source, message: failure.message }));
      await stderr.write(explain(failure));
    },
    end: async (advice, interrupted) => {
      await stdout.write(reporter.end(interrupted));
      const failures = await files.end(interrupted);
      for (const failure of failures) await stderr.write(explain(failure));
      if (interrupted) return exitCodes.interrupted;
      const note = unread || !complete ? skipped(settings.baseline) : await baseline.end();
      if ((forPeople || settings.baseline.update) && note !== undefined) {
        await stderr.write(`${note}\n`);
      }
      const next = unread ? undefined : advice(first);
      if (forPeople && next !== undefined) await stderr.write(`${next}\n`);
      if (unread || failures.length > 0) return exitCodes.failure;
      return failed ? exitCodes.findings : exitCodes.clean;
    },
  };
}

/** A baseline is not made from a part of what there is: it would drop the rest. */
function skipped({ file, update }: BaselineSettings): string | undefined {
  return update ? `${file} is left as it was: not everything could be checked` : undefined;
}

function reportOptions(settings: FindingSettings, { stdout, environment }: Terminal) {
  const colour = wantsColour(settings.color, environment, stdout.isTerminal);
  const { quiet, failOn, verbose } = settings;
  const show: Severity = verbose || failOn === "info" ? "info" : "warning";
  return {
    paint: colour ? coloured : plain,
    width: stdout.columns ?? 100,
    show,
    quiet,
    failOn,
    root: environment["GITHUB_WORKSPACE"] || environment["CI_PROJECT_DIR"] || path.resolve(),
  };
}
