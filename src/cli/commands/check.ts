import type { CheckOptions, Report } from "../../check/index.js";
import { type Finding, PromschemaError } from "../../diagnostics/index.js";
import type { CompiledRegistry } from "../../registry/index.js";
import type { RunCommand } from "../command.js";
import { configured } from "../configuration/configured.js";
import { exitCodes } from "../exit-codes.js";
import { firstFinding } from "../explain.js";
import { CommandFailure } from "../failure.js";
import { count, size } from "../figures.js";
import type { Subject } from "../reporters/reporter.js";
import { sourceName } from "../sources/source-name.js";
import type { Terminal } from "../terminal.js";
import { checkDefinition } from "./check-definition.js";
import { type CheckSettings, checkSettings } from "./check-settings.js";
import { startFindingRun } from "./finding-run.js";
import { openPayload } from "./open-payload.js";

/** What the command needs of the library. */
export interface CheckDependencies {
  checkExpositionStream(stream: AsyncIterable<Uint8Array>, options: CheckOptions): Promise<Report>;
  loadRegistry(path: string): Promise<CompiledRegistry>;
}

/** `promschema check`: each payload in turn, so that memory holds one at most. */
export function createCheckCommand(dependencies: CheckDependencies): RunCommand {
  return async (argv, terminal) => {
    const settings = await configured(checkDefinition, argv, terminal, (all) =>
      checkSettings(all, terminal.stdin.isTerminal),
    );
    if (settings === undefined) return exitCodes.clean;
    const registry = await load(settings.registry, dependencies);
    const run = startFindingRun(settings, { noun: payloadNoun, head: head(registry) }, terminal);
    for (const payload of settings.payloads) {
      try {
        await run.subject(await checkOne(payload, registry, { settings, terminal, dependencies }));
      } catch (error) {
        if (!(error instanceof CommandFailure)) throw error;
        await run.unread(sourceName(payload), error);
      }
    }
    return await run.end((shown) => advice(shown, registry));
  };
}

const payloadNoun = { one: "payload", many: "payloads" };

async function load(
  path: string | undefined,
  { loadRegistry }: CheckDependencies,
): Promise<CompiledRegistry | undefined> {
  if (path === undefined) return undefined;
  try {
    return await loadRegistry(path);
  } catch (error) {
    if (!(error instanceof PromschemaError)) throw error;
    const more = error.findings.length - 1;
    throw new CommandFailure(
      firstFinding(error),
      more > 0 ? `promschema lint ${path} shows this and ${more} more` : undefined,
    );
  }
}

interface Context {
  readonly settings: CheckSettings;
  readonly terminal: Terminal;
  readonly dependencies: CheckDependencies;
}

async function checkOne(
  payload: string,
  registry: CompiledRegistry | undefined,
  { settings, terminal, dependencies }: Context,
): Promise<Subject> {
  const started = terminal.now();
  const name = sourceName(payload);
  const { chunks, contentType } = await openPayload(payload, settings, terminal);
  const report = await dependencies.checkExpositionStream(chunks, {
    format: settings.inputFormat,
    source: name,
    levels: settings.levels,
    metricLevels: settings.metricLevels,
    allowLabels: settings.allowLabels,
    ...(registry === undefined ? {} : { registry }),
    ...(contentType === undefined ? {} : { contentType }),
  });
  return subject(report, name, registry, terminal.now() - started);
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
  };
}

function head(registry: CompiledRegistry | undefined): Readonly<Record<string, unknown>> {
  if (registry === undefined) return { registry: null };
  return { registry: { name: registry.name, source: registry.source } };
}

function advice(
  shown: readonly Finding[],
  registry: CompiledRegistry | undefined,
): string | undefined {
  const [first] = shown;
  if (first !== undefined) {
    return `promschema rules ${first.rule} explains a rule; --format json or jsonl is for machines`;
  }
  if (registry !== undefined) return undefined;
  return "without a registry the rules of the format are all that is checked; --registry FILE adds the contract";
}
