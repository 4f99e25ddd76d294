import path from "node:path";
import { printable } from "../../diagnostics/index.js";
import type { CompiledRegistry } from "../../registry/index.js";
import { parseArguments } from "../arguments/parse.js";
import type { RunCommand } from "../command.js";
import { exitCodes } from "../exit-codes.js";
import { CommandFailure } from "../failure.js";
import { type Job, readJobs, targetNamed } from "../generated/configuration.js";
import { type PlannedFile, plan, type Update, writeWhole } from "../generated/destination.js";
import { difference } from "../generated/difference.js";
import { generate, targetNames, updated } from "../generated/targets.js";
import type { Terminal } from "../terminal.js";
import { generateDefinition } from "./generate-definition.js";

/** What the command needs of the library. */
export interface GenerateDependencies {
  loadRegistry(path: string): Promise<CompiledRegistry>;
}

/** `promschema generate`: files made from a registry, written, printed, or held against those that are there. */
export function createGenerateCommand({ loadRegistry }: GenerateDependencies): RunCommand {
  return async (argv, terminal) => {
    const { options: given, operands } = parseArguments(generateDefinition, argv);
    const jobs = given.all ? await allJobs(given, operands) : [oneJob(given, operands)];
    const { seed } = given;
    const checking = given.check === true;
    const planned: PlannedFile[] = [];
    // All is made and planned before anything is written: a mistake in one target leaves the others as they were.
    for (const { target, registry: path, out } of jobs) {
      const registry = await loadRegistry(path);
      const options = { source: named(path), ...(seed !== undefined && { seed }) };
      const files = generate(target, registry, options);
      if (out !== undefined) {
        const update: Update = (document) => updated(target, registry, options, document);
        planned.push(...(await plan(out, files, update)));
      } else for (const { content } of files) await terminal.stdout.write(content);
    }
    const stale = planned.filter(({ content, current }) => content !== current);
    if (checking) return await tellStale(planned, stale, terminal);
    for (const file of stale) await writeWhole(file);
    for (const file of planned) {
      const done = stale.includes(file) ? "wrote" : "current";
      await terminal.stdout.write(`${done.padEnd(7)}  ${printable(file.name)}\n`);
    }
    return exitCodes.clean;
  };
}

interface GivenOptions {
  readonly registry: string | undefined;
  readonly out: string | undefined;
  readonly check: boolean | undefined;
  readonly config: string | undefined;
}

async function allJobs(
  options: GivenOptions,
  operands: readonly string[],
): Promise<readonly Job[]> {
  if (operands.length > 0 || options.registry !== undefined || options.out !== undefined) {
    throw new CommandFailure(
      "--all takes its targets, registries and paths from the configuration alone",
    );
  }
  return await readJobs(options.config);
}

function oneJob({ registry, out, check }: GivenOptions, operands: readonly string[]): Job {
  const [name, other] = operands;
  const list = `the targets are ${targetNames.join(", ")}`;
  if (name === undefined) throw new CommandFailure("generate needs a target", list);
  const target = targetNamed(name);
  if (other !== undefined) throw new CommandFailure("generate takes one target at a time", list);
  if (registry === undefined) {
    throw new CommandFailure(
      "generate needs a registry",
      `promschema generate ${name} --registry metrics.yaml`,
    );
  }
  if (check && out === undefined) {
    throw new CommandFailure("--check needs --out, the file to hold against what it would be");
  }
  return { target, registry, out };
}

async function tellStale(
  planned: readonly PlannedFile[],
  stale: readonly PlannedFile[],
  { stdout, stderr }: Terminal,
): Promise<number> {
  for (const { name, content, current } of planned) {
    if (content === current) await stdout.write(`current  ${printable(name)}\n`);
    else if (current === undefined) await stdout.write(`absent   ${printable(name)}\n`);
    else {
      const lines = [`stale    ${printable(name)}`, ...difference(current, content)];
      await stdout.write(`${lines.join("\n")}\n`);
    }
  }
  if (stale.length === 0) return exitCodes.clean;
  await stderr.write("run the same command without --check, and commit the result\n");
  return exitCodes.findings;
}

/** The registry as a header names it: from here, where it is below, and with slashes on every system. */
function named(registry: string): string {
  const relative = path.relative("", registry);
  const name = path.isAbsolute(registry) && !relative.startsWith("..") ? relative : registry;
  return path.normalize(name).split(path.sep).join("/");
}
