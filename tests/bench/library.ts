// The library as its users have it: the built package, by default the one in dist. Its types come from the sources, so that the
// benchmarks compile before anything is built.
import { env } from "node:process";

type Whole = typeof import("../../src/index.js");
type Exposition = import("../../src/index.js").Exposition;
type Report = import("../../src/index.js").Report;
type CheckOptions = import("../../src/index.js").CheckOptions;

/** What an older build may lack: a line that needs it says so instead of failing. */
interface MaybeBuilt {
  readonly createChecker?: (options: CheckOptions) => {
    readonly check: (input: Uint8Array) => Report;
  };
  readonly createMetrics?: typeof import("../../src/index.js").createMetrics;
  readonly serializeExposition?: (exposition: Exposition) => string;
}

/** Name of the environment variable that tells the processes which build to measure. */
export const distVariable = "PROMSCHEMA_BENCH_DIST";

export async function importWhole(): Promise<Whole & MaybeBuilt> {
  // The module is what src/index.ts was built to.
  return (await import(moduleUrl("index"))) as Whole & MaybeBuilt;
}

export async function importExposition(): Promise<typeof import("../../src/exposition.js")> {
  // As above.
  return (await import(moduleUrl("exposition"))) as typeof import("../../src/exposition.js");
}

export async function importBaseten(): Promise<typeof import("../../src/baseten.js")> {
  // As above.
  return (await import(moduleUrl("baseten"))) as typeof import("../../src/baseten.js");
}

/** Undefined in a build that has no adapters. */
export async function importPromClient(): Promise<
  typeof import("../../src/prom-client/index.js") | undefined
> {
  // As above.
  const module: unknown = await import(moduleUrl("prom-client")).catch(() => undefined);
  return module as typeof import("../../src/prom-client/index.js") | undefined;
}

function moduleUrl(name: string): string {
  const folder = env[distVariable];
  if (folder === undefined) throw new Error(`internal: ${distVariable} is not set`);
  return new URL(`${name}.js`, folder).href;
}
