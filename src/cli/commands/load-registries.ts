import path from "node:path";
import { PromschemaError, quote } from "../../diagnostics/index.js";
import type { CompiledRegistry } from "../../registry/index.js";
import { firstFinding } from "../explain.js";
import { CommandFailure } from "../failure.js";
import { count } from "../figures.js";

/** What loading registries needs of the library. */
export interface RegistryDependencies {
  loadRegistry(path: string): Promise<CompiledRegistry>;
  /** Called where there are several. */
  combineRegistries(registries: readonly CompiledRegistry[]): Promise<CompiledRegistry>;
}

/** The registries of these files as one; undefined where there is none. Throws CommandFailure where one does not load, or two clash. */
export async function loadRegistries(
  paths: readonly string[],
  dependencies: RegistryDependencies,
): Promise<CompiledRegistry | undefined> {
  const registries: CompiledRegistry[] = [];
  for (const each of paths) registries.push(await load(each, dependencies));
  // Not before: what loads is a path, which may be told.
  refuseTwice(paths);
  if (registries.length < 2) return registries[0];
  try {
    return await dependencies.combineRegistries(registries);
  } catch (error) {
    if (!(error instanceof PromschemaError)) throw error;
    throw new CommandFailure(firstFinding(error), others(error));
  }
}

function refuseTwice(paths: readonly string[]): void {
  const seen = new Set<string>();
  for (const each of paths) {
    const whole = path.resolve(each);
    if (seen.has(whole)) {
      throw new CommandFailure(`expected each registry once, found ${quote(each)} twice`);
    }
    seen.add(whole);
  }
}

async function load(
  file: string,
  { loadRegistry }: RegistryDependencies,
): Promise<CompiledRegistry> {
  try {
    return await loadRegistry(file);
  } catch (error) {
    if (!(error instanceof PromschemaError)) throw error;
    const more = error.findings.length - 1;
    throw new CommandFailure(
      firstFinding(error),
      more > 0 ? `promschema lint ${file} shows this and ${more} more` : undefined,
    );
  }
}

/** Most metrics that are named beside the first. */
const mostNamed = 10;

/** The metrics that clash as well: whoever mends one has to mend them all. */
function others({ findings: [, ...rest] }: PromschemaError): string | undefined {
  const names = [...new Set(rest.flatMap(({ metric }) => metric ?? []))];
  if (names.length === 0) return undefined;
  const more = names.length > mostNamed ? ", and so on" : "";
  const clash = count(names.length, "other metric clashes", "other metrics clash");
  return `${clash}: ${names.slice(0, mostNamed).join(", ")}${more}`;
}
