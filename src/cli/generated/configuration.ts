// What `generate --all` makes: promschema.json of the folder, or the key promschema of its package.json.
import { readFile } from "node:fs/promises";
import { nearest, quote } from "../../diagnostics/index.js";
import { CommandFailure, errorCode } from "../failure.js";
import { type Target, targetNames } from "./targets.js";

/** One target of a configuration, or of a command line. */
export interface Job {
  readonly target: Target;
  readonly registry: string;
  /** Where to write; standard output where it is undefined. */
  readonly out: string | undefined;
}

const file = "promschema.json";
const manifest = "package.json";
const fields = ["target", "registry", "out"] as const;
const example =
  '{ "generate": [{ "target": "types", "registry": "metrics.yaml", "out": "src/metrics.ts" }] }';

/** Reads the configuration of the current folder. Throws CommandFailure where there is none, or one of another form. */
export async function readConfiguration(): Promise<readonly Job[]> {
  const own = await readJson(file);
  const configuration = own ?? fieldOf(await readJson(manifest), "promschema");
  if (configuration === undefined) {
    throw new CommandFailure(
      `--all needs ${file}, or the key promschema in ${manifest}: neither is here`,
      `${file} holds ${example}`,
    );
  }
  const place = own === undefined ? `promschema in ${manifest}` : file;
  for (const key of keysOf(configuration))
    if (key !== "generate" && key !== "$schema") unknown(key, ["generate"], place);
  const jobs = fieldOf(configuration, "generate");
  if (!Array.isArray(jobs) || jobs.length === 0) {
    throw new CommandFailure(`${place}: expected a list under generate`, `it holds ${example}`);
  }
  return jobs.map((job, at) => readJob(job, `${place}: item ${at + 1} of generate`));
}

function readJob(given: unknown, place: string): Job {
  for (const key of keysOf(given)) unknownUnless(fields, key, place);
  const text = (field: (typeof fields)[number]): string => {
    const value = fieldOf(given, field);
    if (typeof value === "string" && value !== "") return value;
    throw new CommandFailure(`${place}: expected a text for ${field}`);
  };
  return {
    target: targetNamed(text("target"), `${place}: `),
    registry: text("registry"),
    out: text("out"),
  };
}

/** The target of that name. Throws CommandFailure where there is none. */
export function targetNamed(name: string, place = ""): Target {
  const target = targetNames.find((one) => one === name);
  if (target !== undefined) return target;
  const near = nearest(name, targetNames);
  const meant = near === undefined ? "" : `; did you mean ${near}?`;
  throw new CommandFailure(
    `${place}there is no target ${quote(name)}${meant}`,
    `the targets are ${targetNames.join(", ")}`,
  );
}

function unknownUnless(known: readonly string[], key: string, place: string): void {
  if (!known.includes(key)) unknown(key, known, place);
}

function unknown(key: string, known: readonly string[], place: string): never {
  const near = nearest(key, known);
  const meant = near === undefined ? "" : `; did you mean ${near}?`;
  throw new CommandFailure(`${place}: unknown key ${quote(key)}${meant}`);
}

function keysOf(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

function fieldOf(value: unknown, field: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, field)) return undefined;
  // An own field of an object.
  return (value as Record<string, unknown>)[field];
}

async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw new CommandFailure(`cannot read ${path}: ${errorCode(error)}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandFailure(
      `${path} is no JSON: ${error instanceof Error ? error.message : error}`,
    );
  }
}
