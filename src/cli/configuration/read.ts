import path from "node:path";
import { nearest, PromschemaError, quote } from "../../diagnostics/index.js";
import { firstFinding } from "../explain.js";
import { CommandFailure } from "../failure.js";
import { type Configuration, type Given, kindOf, membersOf, wrongKey } from "./configuration.js";
import { findConfiguration, manifest } from "./find.js";
import { configurationKeys, generateKey } from "./keys.js";

/** What a command was told about configurations. */
export interface ConfigurationChoice {
  readonly config: string | undefined;
  readonly "no-config"?: boolean | undefined;
}

/**
 * The configuration that is named, or that is found from here up; undefined where there is none, or none is wanted. Throws CommandFailure
 * for one that cannot be read and for a key that none has.
 */
export async function readConfiguration(
  choice: ConfigurationChoice,
): Promise<Configuration | undefined> {
  if (choice["no-config"]) {
    if (choice.config === undefined) return undefined;
    throw new CommandFailure("--config and --no-config are given: expected one of them");
  }
  const source = choice.config ?? findConfiguration("");
  return source === undefined ? undefined : await readFrom(source);
}

async function readFrom(source: string): Promise<Configuration> {
  const { value, locate } = await load(source);
  const inManifest = path.basename(source) === manifest;
  const root = inManifest ? ["promschema"] : [];
  const own = inManifest ? membersOf(value)?.find(([key]) => key === "promschema")?.[1] : value;
  const members = own === undefined || own === null ? [] : membersOf(own);
  if (inManifest && own === undefined) {
    throw new CommandFailure(`${source}: expected the key promschema, found none`);
  }
  if (members === undefined) {
    throw wrongKey({ source, locate }, root, `expected a configuration, found ${kindOf(own)}`);
  }
  const given = new Map<string, Given>();
  for (const [key, part] of members) {
    const at = [...root, key];
    if (key === "$schema") continue;
    if (!known.has(key)) throw wrongKey({ source, locate }, at, unknown(key), "key");
    // A module may hand on what it has not.
    if (part !== undefined) given.set(key, { value: part, path: at });
  }
  return { source, folder: path.dirname(path.resolve(source)), given, locate };
}

const known: ReadonlySet<string> = new Set([...configurationKeys.keys(), generateKey]);

async function load(source: string) {
  // What reads YAML is loaded by those alone who have something to read.
  const { loadDocument } = await import("../../load/index.js");
  try {
    return await loadDocument(source);
  } catch (error) {
    if (!(error instanceof PromschemaError)) throw error;
    throw new CommandFailure(firstFinding(error));
  }
}

function unknown(key: string): string {
  // As an option is written, or another rule of spelling.
  const options = [...configurationKeys.values()].find(
    ({ option }) => option === key || option === key.replaceAll("_", "-"),
  );
  const near = options?.key ?? nearest(key, known);
  const meant = near === undefined ? "" : `; did you mean ${near}?`;
  return `unknown key ${quote(key)}${meant}`;
}
