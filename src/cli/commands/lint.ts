import { readFile } from "node:fs/promises";
import { type Finding, type LevelOptions, PromschemaError } from "../../diagnostics/index.js";
import type { CompiledRegistry } from "../../registry/index.js";
import { parseArguments } from "../arguments/parse.js";
import type { RunCommand } from "../command.js";
import { configured } from "../configuration/configured.js";
import { exitCodes } from "../exit-codes.js";
import { firstFinding } from "../explain.js";
import { CommandFailure } from "../failure.js";
import { count } from "../figures.js";
import { watchInterruption } from "../interruption.js";
import type { Subject } from "../reporters/reporter.js";
import { sourceName } from "../sources/source-name.js";
import type { Terminal } from "../terminal.js";
import { withExcerpts } from "./excerpts.js";
import { type FindingSettings, findingSettings, startFindingRun } from "./finding-run.js";
import { lintDefinition } from "./lint-definition.js";

/** What the command needs of the library. */
export interface LintDependencies {
  loadRegistry(path: string): Promise<CompiledRegistry>;
  lintRegistry(registry: CompiledRegistry, options: LevelOptions): readonly Finding[];
}

/** `promschema lint`: what is wrong with registry documents, and with the names in them. */
export function createLintCommand(dependencies: LintDependencies): RunCommand {
  return async (argv, terminal) => {
    const settings = await configured(lintDefinition, argv, terminal, lintSettings);
    if (settings === undefined) return exitCodes.clean;
    const facts = { noun: { one: "registry", many: "registries" }, head: {} };
    const run = await startFindingRun(settings, facts, terminal);
    const { signal, stop } = watchInterruption(terminal);
    for (const path of settings.registries) {
      if (signal.aborted) break;
      try {
        await run.subject(await lintOne(path, settings, terminal, dependencies));
      } catch (error) {
        if (!(error instanceof CommandFailure)) throw error;
        await run.unread(sourceName(path), error);
      }
    }
    stop();
    return await run.end(
      (first) =>
        first === undefined ? undefined : `promschema rules ${first.rule} explains a rule`,
      signal.aborted,
    );
  };
}

function lintSettings(
  argv: readonly string[],
): FindingSettings & { readonly registries: readonly string[] } {
  const { options, operands } = parseArguments(lintDefinition, argv);
  if (operands.length === 0) {
    throw new CommandFailure(
      "lint needs a registry document",
      "promschema lint metrics.yaml checks one",
    );
  }
  return { ...findingSettings(options), registries: operands };
}

async function lintOne(
  path: string,
  { levels, metricLevels }: FindingSettings,
  terminal: Terminal,
  { loadRegistry, lintRegistry }: LintDependencies,
): Promise<Subject> {
  const started = terminal.now();
  const outcome = await loadOrFindings(path, loadRegistry);
  const found =
    "findings" in outcome ? outcome.findings : lintRegistry(outcome, { levels, metricLevels });
  const findings = await withExcerpts(inOrder(found), path, (source) => readFile(source, "utf8"));
  const elapsedMs = terminal.now() - started;
  if ("findings" in outcome) {
    return { source: path, figures: [], data: { name: null }, findings, elapsedMs };
  }
  const { name, metrics, labels } = outcome;
  return {
    source: path,
    figures: [
      `${count(metrics.size, "metric", "metrics")}, ${count(labels.size, "shared label", "shared labels")}`,
    ],
    data: { name, metrics: metrics.size, labels: labels.size },
    findings,
    elapsedMs,
  };
}

/** The registry, or why its document does not compile. A file that cannot be read is a failure, not a finding. */
async function loadOrFindings(
  path: string,
  loadRegistry: LintDependencies["loadRegistry"],
): Promise<CompiledRegistry | { readonly findings: readonly Finding[] }> {
  try {
    return await loadRegistry(path);
  } catch (error) {
    if (!(error instanceof PromschemaError)) throw error;
    if (error.rule === "registry/unreadable") throw new CommandFailure(firstFinding(error));
    return { findings: error.findings };
  }
}

/** By place in the document; those without one last. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const line = (finding: Finding) => finding.line ?? Number.POSITIVE_INFINITY;
  return [...findings].sort((one, other) => {
    if (line(one) !== line(other)) return line(one) < line(other) ? -1 : 1;
    return (one.column ?? 0) - (other.column ?? 0);
  });
}
