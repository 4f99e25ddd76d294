import {
  type Finding,
  type LevelOptions,
  reaches,
  type Severity,
} from "../../diagnostics/index.js";
import { exitCodes } from "../exit-codes.js";
import { explain } from "../explain.js";
import type { CommandFailure } from "../failure.js";
import { jsonReporter } from "../reporters/json.js";
import { jsonlReporter } from "../reporters/jsonl.js";
import type { Reporter, RunFacts, Subject } from "../reporters/reporter.js";
import { textReporter } from "../reporters/text.js";
import { coloured, plain, wantsColour } from "../style.js";
import type { Terminal } from "../terminal.js";
import { choice, ruleLevels } from "./choice.js";

/** The settings that commands with findings have in common. */
export interface FindingSettings extends Required<LevelOptions> {
  readonly format: "text" | "json" | "jsonl";
  readonly failOn: Severity | "never";
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: boolean | undefined;
}

/** Reads those settings. Throws CommandFailure on a value that none of them has. */
export function findingSettings(options: {
  readonly format: string | undefined;
  readonly rule: readonly string[];
  readonly "fail-on": string | undefined;
  readonly quiet: boolean | undefined;
  readonly verbose: boolean | undefined;
  readonly color: boolean | undefined;
}): FindingSettings {
  return {
    format: choice("format", options.format, ["text", "json", "jsonl"]),
    ...ruleLevels(options.rule),
    failOn: choice("fail-on", options["fail-on"], ["error", "warning", "info", "never"]),
    quiet: options.quiet === true,
    verbose: options.verbose === true,
    color: options.color,
  };
}

/** A run over several subjects: reports each as it comes and keeps the verdict. */
export interface FindingRun {
  subject(subject: Subject): Promise<void>;
  /** A subject that could not be had. The others are still looked at; the exit code will be 2. */
  unread(source: string, failure: CommandFailure): Promise<void>;
  /** Ends the report and returns the exit code. `advice` may give a line to people that says what to do next. */
  end(advice: (shown: readonly Finding[]) => string | undefined): Promise<number>;
}

export function startFindingRun(
  settings: FindingSettings,
  facts: RunFacts,
  terminal: Terminal,
): FindingRun {
  const show = settings.verbose || settings.failOn === "info" ? "info" : "warning";
  const reporter = createReporter(settings, facts, terminal, show);
  const shown: Finding[] = [];
  let failed = false;
  let unread = false;
  return {
    subject: async (subject) => {
      const { failOn } = settings;
      failed ||= failOn !== "never" && subject.findings.some((it) => reaches(it.severity, failOn));
      shown.push(...subject.findings.filter((it) => reaches(it.severity, show)));
      await terminal.stdout.write(reporter.subject(subject));
    },
    unread: async (source, failure) => {
      unread = true;
      await terminal.stdout.write(reporter.unread({ source, message: failure.message }));
      await terminal.stderr.write(explain(failure));
    },
    end: async (advice) => {
      await terminal.stdout.write(reporter.end());
      const next = unread ? undefined : advice(shown);
      const wanted = settings.format === "text" && !settings.quiet;
      if (wanted && next !== undefined) await terminal.stderr.write(`${next}\n`);
      if (unread) return exitCodes.failure;
      return failed ? exitCodes.findings : exitCodes.clean;
    },
  };
}

function createReporter(
  settings: FindingSettings,
  facts: RunFacts,
  { stdout, environment }: Terminal,
  show: Severity,
): Reporter {
  if (settings.format === "json") return jsonReporter(facts);
  if (settings.format === "jsonl") return jsonlReporter(facts);
  const colour = wantsColour(settings.color, environment, stdout.isTerminal);
  const paint = colour ? coloured : plain;
  return textReporter(facts, { paint, width: stdout.columns ?? 100, show, quiet: settings.quiet });
}
