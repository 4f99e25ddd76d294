import { PromschemaError, quote } from "../diagnostics/index.js";
import { type CompiledRegistry, compileRegistry } from "../registry/index.js";
import { importModule } from "./import-module.js";
import { unreadable } from "./unreadable.js";

/**
 * Runs a module and takes the registry from its default export or its export `registry`: what `defineRegistry` returned, or a
 * document. Throws PromschemaError, also for what the module throws.
 */
export async function loadModule(path: string): Promise<CompiledRegistry> {
  const exported = await importModule(path);
  const value = findRegistry(exported);
  if (value === undefined) {
    const names = Object.keys(exported).map(quote).join(", ");
    const message = `expected a registry as default export or as the export "registry", found ${
      names === "" ? "no exports" : `the exports ${names}`
    }`;
    throw unreadable(path, message);
  }
  if (isCompiled(value)) return Object.freeze({ ...value, source: value.source ?? path });
  const compiled = compileRegistry(value, { source: path });
  if (!compiled.ok) throw new PromschemaError(compiled.findings);
  return compiled.registry;
}

/** The export that is meant: one with metrics, else any object. A CommonJS module has its exports below `default`. */
function findRegistry(exported: object): object | undefined {
  const fallback = objectAt(exported, "default");
  const candidates = [
    fallback,
    objectAt(exported, "registry"),
    objectAt(fallback, "default"),
    objectAt(fallback, "registry"),
  ].filter((candidate) => candidate !== undefined);
  return candidates.find((candidate) => "metrics" in candidate) ?? candidates.at(-1);
}

function objectAt(holder: object | undefined, name: "default" | "registry"): object | undefined {
  if (holder === undefined || !Object.hasOwn(holder, name)) return undefined;
  const value: unknown = Reflect.get(holder, name);
  return typeof value === "object" && value !== null ? value : undefined;
}

/** Whether a value is what `defineRegistry` returns, be it from the other copy of this package: judged by shape. */
function isCompiled(value: object): value is CompiledRegistry {
  return "name" in value && "metrics" in value && value.metrics instanceof Map;
}
