import type { CheckOptions, Report } from "../../check/index.js";
import type { Finding } from "../../diagnostics/index.js";
import type { CompiledRegistry } from "../../registry/index.js";
import { withCardinality } from "../cardinality.js";
import type { RunCommand } from "../command.js";
import { configured } from "../configuration/configured.js";
import { exitCodes } from "../exit-codes.js";
import { CommandFailure } from "../failure.js";
import { count, size } from "../figures.js";
import { unlessInterrupted, untilInterrupted, watchInterruption } from "../interruption.js";
import { coverageTable } from "../reporters/coverage-table.js";
import type { RunFacts, Subject } from "../reporters/reporter.js";
import { expandPatterns } from "../sources/expand.js";
import { sourceName } from "../sources/source-name.js";
import type { Terminal } from "../terminal.js";
import { checkDefinition } from "./check-definition.js";
import { type CheckSettings, checkSettings } from "./check-settings.js";
import { reportsIn, startFindingRun } from "./finding-run.js";
import { loadRegistries, type RegistryDependencies } from "./load-registries.js";
import { type OpenPayload, payloadOpener } from "./open-payload.js";
import { tryAgain } from "./retries.js";
import { formatToRead } from "./source-settings.js";
import { sureFindings } from "./sure-findings.js";

/** What the command needs of the library. */
export interface CheckDependencies extends RegistryDependencies {
  checkExpositionStream(stream: AsyncIterable<Uint8Array>, options: CheckOptions): Promise<Report>;
}

/** `promschema check`: each payload in turn, so that memory holds one at most. */
export function createCheckCommand(dependencies: CheckDependencies): RunCommand {
  return async (argv, terminal) => {
    const settings = await configured(checkDefinition, argv, terminal, (all) =>
      checkSettings(all, terminal.stdin),
    );
    if (settings === undefined) return exitCodes.clean;
    const registry = await loadRegistries(settings.registries, dependencies);
    const payloads = await expandPatterns(settings.payloads);
    const open = await payloadOpener(payloads, settings, terminal);
    const run = await startFindingRun(settings, facts(settings, registry), terminal);
    const { signal, stop } = watchInterruption(terminal);
    const { mostFindings } = run;
    const context = { open, settings, dependencies, terminal, signal, mostFindings };
    // An attempt after an interrupt yields nothing.
    const sleep = async (milliseconds: number): Promise<void> => {
      await unlessInterrupted(terminal.sleep(milliseconds), signal);
    };
    for (const payload of payloads) {
      if (signal.aborted) break;
      const attempt = () => checkOne(payload, registry, context);
      try {
        const subject = await tryAgain(attempt, settings, { stderr: terminal.stderr, sleep });
        if (subject !== undefined) await run.subject(subject);
      } catch (error) {
        if (!(error instanceof CommandFailure)) throw error;
        await run.unread(sourceName(payload), error);
      }
    }
    stop();
    return await run.end((first) => advice(first, registry), signal.aborted);
  };
}

interface Context {
  readonly open: OpenPayload;
  readonly settings: CheckSettings;
  readonly terminal: Terminal;
  readonly dependencies: CheckDependencies;
  readonly signal: AbortSignal;
  readonly mostFindings: number;
}

/** Undefined where an interrupt came before anything of it did. */
async function checkOne(
  payload: string,
  registry: CompiledRegistry | undefined,
  { open, settings, terminal, dependencies, signal, mostFindings }: Context,
): Promise<Subject | undefined> {
  const started = terminal.now();
  const name = sourceName(payload);
  const opened = await unlessInterrupted(open(payload), signal);
  if (opened === undefined) return undefined;
  const { contentType, format } = opened;
  const reading = {
    format: formatToRead(settings, format),
    ...(contentType === undefined ? {} : { contentType }),
  };
  const { chunks, wasCut } = untilInterrupted(opened.chunks, signal);
  const counted = reportsIn("html", settings) ? withCardinality(chunks, reading) : undefined;
  const report = await dependencies.checkExpositionStream(counted?.chunks ?? chunks, {
    ...reading,
    source: name,
    levels: settings.levels,
    metricLevels: settings.metricLevels,
    allowLabels: settings.allowLabels,
    maxFindings: mostFindings,
    ...demands(settings),
    ...(registry === undefined ? {} : { registry }),
  });
  const found = wasCut() ? untilCut(report) : report;
  const whole = subject(found, name, registry, terminal.now() - started);
  const cardinality = await counted?.metrics;
  return {
    ...whole,
    ...(cardinality === undefined ? {} : { cardinality }),
    ...(wasCut() ? { cutShort: true } : {}),
  };
}

/** What is sure of a payload that was not read to its end. */
function untilCut(report: Report): Report {
  const coverage = { ...report.coverage, absent: [] };
  return { ...report, coverage, findings: sureFindings(report.findings) };
}

function demands({ required, minCoverage, coverage }: CheckSettings): CheckOptions {
  return {
    ...(required.length === 0 ? {} : { required }),
    ...(minCoverage === undefined ? {} : { minCoverage }),
    ...(coverage ? { labelCoverage: true } : {}),
  };
}

function subject(
  report: Report,
  source: string,
  registry: CompiledRegistry | undefined,
  elapsedMs: number,
): Subject {
  const { format, bytes, families, series, samples, coverage, findings } = report;
  const contents = [
    count(families, "family", "families"),
    count(series, "series", "series"),
    size(bytes),
  ].join(", ");
  const seen = `${coverage.seen.length} of ${count(coverage.declared, "declared metric", "declared metrics")} seen`;
  return {
    source,
    figures: registry === undefined ? [contents] : [contents, seen],
    data: { format, bytes, families, series, samples, coverage },
    findings,
    elapsedMs,
    ...(registry === undefined ? {} : { coverage }),
    ...(registry === undefined || coverage.metrics === undefined
      ? {}
      : { details: coverageTable(registry, coverage.metrics) }),
  };
}

function facts({ registries }: CheckSettings, registry: CompiledRegistry | undefined): RunFacts {
  const noun = { one: "payload", many: "payloads" };
  return { noun, head: head(registry), registryFiles: registries };
}

function head(registry: CompiledRegistry | undefined): Readonly<Record<string, unknown>> {
  if (registry === undefined) return { registry: null };
  return { registry: { name: registry.name, source: registry.source } };
}

function advice(
  first: Finding | undefined,
  registry: CompiledRegistry | undefined,
): string | undefined {
  if (first !== undefined) {
    return `promschema rules ${first.rule} explains a rule; --format json, sarif, junit, github and others are for machines`;
  }
  if (registry !== undefined) return undefined;
  return "without a registry the rules of the format are all that is checked; --registry FILE adds the contract";
}
