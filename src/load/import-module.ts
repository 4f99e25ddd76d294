import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { PromschemaError } from "../diagnostics/index.js";
import { codeOf, messageOf, unreadable } from "./unreadable.js";

/** Files that are run, not read. */
export function isModule(path: string): boolean {
  return /^\.[cm]?[jt]s$/i.test(extname(path));
}

/**
 * Runs a module, and gives its exports. TypeScript is run by Node.js where it can, else by tsx or jiti where the project of the
 * file has one of them. Throws PromschemaError, also for what the module throws.
 */
export async function importModule(path: string): Promise<object> {
  try {
    return await importFile(path);
  } catch (error) {
    if (error instanceof PromschemaError) throw ofModule(error, path);
    throw unreadable(path, `the module failed: ${messageOf(error)}`, { cause: error });
  }
}

async function importFile(path: string): Promise<object> {
  try {
    return await importExactly(path);
  } catch (error) {
    // A JavaScript module gets the same code for a file that it imports.
    const typescript = /ts$/i.test(extname(path));
    if (!typescript || codeOf(error) !== "ERR_UNKNOWN_FILE_EXTENSION") throw error;
    const runner = await runnerOf(path);
    if (runner !== undefined) return await runner();
    throw unreadable(path, "this version of Node.js cannot run TypeScript by itself", {
      hint: "install tsx in this project, use Node.js 22.18 or later, or write YAML",
      cause: error,
    });
  }
}

async function importExactly(path: string): Promise<object> {
  const exported: object = await import(/* @vite-ignore */ pathToFileURL(resolve(path)).href);
  return exported;
}

/** What runs TypeScript in the project of a file. Nothing is looked for elsewhere. */
async function runnerOf(path: string): Promise<(() => Promise<object>) | undefined> {
  const file = resolve(path);
  const url = pathToFileURL(file).href;
  const tsx = await installed(file, "tsx/esm/api", "tsImport");
  if (tsx !== undefined) return async () => asExports(await tsx(url, url));
  const jiti = await installed(file, "jiti", "createJiti");
  if (jiti === undefined) return undefined;
  return async () => {
    const made: unknown = jiti(file);
    const run = functionAt(asExports(made), "import");
    return asExports(await run?.call(made, file));
  };
}

type AnyFunction = (...args: readonly unknown[]) => unknown;

async function installed(
  file: string,
  specifier: string,
  name: string,
): Promise<AnyFunction | undefined> {
  let found: string;
  try {
    found = createRequire(file).resolve(specifier);
  } catch {
    return undefined;
  }
  // What `require` finds may not work without its twin for `import`, and nothing but `require` looks from a file that is named.
  const twin = found.replace(/\.cjs$/, ".mjs");
  const exported = await importExactly(existsSync(twin) ? twin : found);
  return (
    functionAt(exported, name) ?? functionAt(asExports(Reflect.get(exported, "default")), name)
  );
}

function functionAt(holder: object, name: string): AnyFunction | undefined {
  const value: unknown = Reflect.get(holder, name);
  // A function takes whatever it is given.
  return typeof value === "function" ? (value as AnyFunction) : undefined;
}

function asExports(value: unknown): object {
  return (typeof value === "object" && value !== null) || typeof value === "function" ? value : {};
}

/** The same findings, those without a source now with that of the module. */
function ofModule(error: PromschemaError, path: string): PromschemaError {
  const [first, ...rest] = error.findings;
  return new PromschemaError(
    [{ source: path, ...first }, ...rest.map((finding) => ({ source: path, ...finding }))],
    { cause: error },
  );
}
