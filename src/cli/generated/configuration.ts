// What `generate --all` makes: the key generate of the configuration.
import { nearest, quote } from "../../diagnostics/index.js";
import { type Configuration, kindOf, membersOf, wrongKey } from "../configuration/configuration.js";
import { fromHere } from "../configuration/forms.js";
import { generateKey } from "../configuration/keys.js";
import { readConfiguration } from "../configuration/read.js";
import { CommandFailure } from "../failure.js";
import { type Target, targetNames } from "./targets.js";

/** One target of a configuration, or of a command line. */
export interface Job {
  readonly target: Target;
  readonly registry: string;
  /** Where to write; standard output where it is undefined. */
  readonly out: string | undefined;
}

const fields = ["target", "registry", "out"] as const;
const example =
  "generate: [{ target: types, registry: metrics.yaml, out: src/metrics.ts }], in promschema.config.yaml";

/** The targets of the configuration. Throws CommandFailure where there are none, or they are of another form. */
export async function readJobs(config: string | undefined): Promise<readonly Job[]> {
  const configuration = await readConfiguration({ config });
  if (configuration === undefined) {
    throw new CommandFailure(
      "--all needs a configuration, and there is none",
      `such as ${example}`,
    );
  }
  const jobs = configuration.given.get(generateKey);
  if (jobs === undefined || !Array.isArray(jobs.value) || jobs.value.length === 0) {
    const found = jobs === undefined ? "nothing" : kindOf(jobs.value);
    throw new CommandFailure(
      `${configuration.source}: expected a list of targets as ${generateKey}, found ${found}`,
      `such as ${example}`,
    );
  }
  return jobs.value.map((job: unknown, at) => readJob(job, [...jobs.path, at], configuration));
}

function readJob(given: unknown, path: readonly (string | number)[], from: Configuration): Job {
  const members = new Map(membersOf(given));
  for (const key of members.keys()) {
    if (fields.some((field) => field === key)) continue;
    const near = nearest(key, fields);
    const meant = near === undefined ? "" : `; did you mean ${near}?`;
    throw wrongKey(from, [...path, key], `unknown key ${quote(key)}${meant}`, "key");
  }
  const text = (field: (typeof fields)[number]): string => {
    const value = members.get(field);
    if (typeof value === "string" && value !== "") return value;
    throw wrongKey(from, [...path, field], `expected a text as ${field}, found ${kindOf(value)}`);
  };
  return {
    target: inPlace(() => targetNamed(text("target")), from, [...path, "target"]),
    registry: fromHere(text("registry"), from),
    out: folderAsWritten(text("out"), from),
  };
}

/** A slash at the end says that it is a folder. */
function folderAsWritten(written: string, from: Configuration): string {
  const out = fromHere(written, from);
  return /[\\/]$/.test(written) ? `${out}/` : out;
}

function inPlace(
  read: () => Target,
  from: Configuration,
  path: readonly (string | number)[],
): Target {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CommandFailure) || error.next === undefined) throw error;
    throw wrongKey(from, path, error.message);
  }
}

/** The target of that name. Throws CommandFailure where there is none. */
export function targetNamed(name: string): Target {
  const target = targetNames.find((one) => one === name);
  if (target !== undefined) return target;
  const near = nearest(name, targetNames);
  const meant = near === undefined ? "" : `; did you mean ${near}?`;
  throw new CommandFailure(
    `there is no target ${quote(name)}${meant}`,
    `the targets are ${targetNames.join(", ")}`,
  );
}
