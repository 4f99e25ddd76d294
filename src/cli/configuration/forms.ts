// How the values of a configuration are written, and what the command line would say instead: a configuration is arguments in a file.
import { readFileSync } from "node:fs";
import path from "node:path";
import { quote } from "../../diagnostics/index.js";
import type { FormName } from "../arguments/definition.js";
import { ruleNamed } from "../commands/choice.js";
import { CommandFailure, errorCode } from "../failure.js";
import { isHttp } from "../sources/source-name.js";
import {
  type Configuration,
  type Given,
  type KeyPath,
  kindOf,
  membersOf,
  wrongKey,
} from "./configuration.js";

/** One value as the command line would give it. */
export interface Told {
  readonly text: string;
  readonly path: KeyPath;
  /** What may be shown in its place, where it is a secret. */
  readonly shown?: string;
}

export interface Reading {
  readonly configuration: Configuration;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether secrets are not to be fetched: nothing is going to use them. */
  readonly dry: boolean;
}

type Read = (given: Given, reading: Reading) => readonly Told[];

/** Forms whose values stand beside those of the command line, not in place of them. */
export const addingForms: ReadonlySet<FormName> = new Set(["levels", "metricLevels", "headers"]);

const readers: Record<FormName, Read> = {
  text: (given, reading) => [text(given, reading)],
  texts: each(text),
  path: (given, reading) => [filePath(given, reading)],
  paths,
  payloads: each(payload),
  number: (given, reading) => [number(given, reading)],
  size: (given, reading) => [
    typeof given.value === "number" ? number(given, reading) : text(given, reading),
  ],
  flag: (given, reading) => {
    if (typeof given.value === "boolean") return [{ text: String(given.value), path: given.path }];
    throw expected("true or false", given, reading);
  },
  levels: (given, reading) => levels(given, reading, ""),
  metricLevels: (given, reading) =>
    members(given, reading, "a mapping from names of metrics to levels").flatMap(
      ([glob, value]) => {
        if (value.value === "off") return [{ text: `*:${glob}=off`, path: value.path }];
        if (typeof value.value !== "string") return levels(value, reading, `:${glob}`);
        throw expected("off, or a mapping from rules to levels", value, reading);
      },
    ),
  headers: (given, reading) =>
    members(given, reading, "a mapping from names of headers to values").map(([name, value]) =>
      header(name, value, reading),
    ),
  files: (given, reading) =>
    members(given, reading, "a mapping from names to paths").map(([name, value]) => {
      const { text: file, path: at } = filePath(value, reading);
      return { text: `${name}=${file}`, path: at };
    }),
};

/** The values of a key, as the command line would give them. Throws CommandFailure where it is written in another form. */
export function readForm(form: FormName, given: Given, reading: Reading): readonly Told[] {
  return readers[form](given, reading);
}

function text(given: Given, reading: Reading): Told {
  if (typeof given.value === "string") return { text: given.value, path: given.path };
  throw expected("a text", given, reading);
}

function number(given: Given, reading: Reading): Told {
  if (typeof given.value === "number") return { text: String(given.value), path: given.path };
  throw expected("a number", given, reading);
}

/** A list, or one value in its place. */
function each(read: (given: Given, reading: Reading) => Told): Read {
  return (given, reading) => {
    const { value, path: at } = given;
    if (!Array.isArray(value)) return [read(given, reading)];
    return value.map((item: unknown, index) =>
      read({ value: item, path: [...at, index] }, reading),
    );
  };
}

function paths(given: Given, reading: Reading): readonly Told[] {
  const { value, path: at } = given;
  if (!Array.isArray(value) || value.length > 0) return each(filePath)(given, reading);
  const message = `expected a path for ${at.join(".")}, found an empty list`;
  throw wrongKey(reading.configuration, at, message);
}

function members(given: Given, reading: Reading, what: string): readonly [string, Given][] {
  const found = membersOf(given.value);
  if (found === undefined) throw expected(what, given, reading);
  return found.map(([name, value]) => [name, { value, path: [...given.path, name] }]);
}

function levels(given: Given, reading: Reading, metrics: string): readonly Told[] {
  return members(given, reading, "a mapping from rules to levels").map(([rule, value]) => {
    try {
      ruleNamed(rule);
    } catch (error) {
      if (!(error instanceof CommandFailure)) throw error;
      throw wrongKey(reading.configuration, value.path, error.message, "key");
    }
    const { text: level, path: at } = text(value, reading);
    return { text: `${rule}${metrics}=${level}`, path: at };
  });
}

/** A path of the file, from here. */
function filePath(given: Given, reading: Reading): Told {
  const { text: written, path: at } = text(given, reading);
  if (written === "") throw expected("a path", given, reading);
  return { text: fromHere(written, reading.configuration), path: at };
}

export function fromHere(written: string, { folder }: Pick<Configuration, "folder">): string {
  const relative = path.relative("", path.resolve(folder, written));
  if (path.isAbsolute(written) || path.isAbsolute(relative)) return path.resolve(folder, written);
  // A name that begins with a dash would be an option.
  return relative.startsWith("-") ? `./${relative}` : relative === "" ? "." : relative;
}

function payload(given: Given, reading: Reading): Told {
  const { text: written, path: at } = text(given, reading);
  if (written === "-") return { text: written, path: at };
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(written)) return filePath(given, reading);
  if (isHttp(written) && /^[^/]*\/\/[^/?#]*@/.test(written)) {
    throw wrongKey(
      reading.configuration,
      at,
      "a configuration holds no secrets: expected a URL without user and password",
    );
  }
  return { text: written, path: at };
}

/** Names of headers that hold secrets, as far as names tell. */
const secretHeader = /auth|cookie|token|secret|password|key|credential|session/i;

/** A header: its value, or `{ env: NAME }` or `{ file: PATH }`, which hold it. */
function header(name: string, given: Given, reading: Reading): Told {
  const { configuration, environment, dry } = reading;
  const from = membersOf(given.value);
  if (from === undefined) {
    const { text: value } = text(given, reading);
    if (secretHeader.test(name)) {
      throw wrongKey(
        configuration,
        given.path,
        `a configuration holds no secrets: expected { env: NAME } or { file: PATH } for the header ${quote(name)}`,
      );
    }
    const written = `${name}: ${value}`;
    return { text: written, path: given.path, shown: written };
  }
  const [[kind, where] = [], other] = from;
  if (other !== undefined || typeof where !== "string" || (kind !== "env" && kind !== "file")) {
    throw expected("a text, { env: NAME } or { file: PATH }", given, reading);
  }
  const shown = `${name}: { ${kind}: ${where} }`;
  if (dry) return { text: `${name}: -`, path: given.path, shown };
  const at = [...given.path, kind];
  const value = kind === "env" ? environment[where] : secretFile(where, at, configuration);
  if (value === undefined || value === "") {
    throw wrongKey(configuration, at, `the environment variable ${quote(where)} is not set`);
  }
  return { text: `${name}: ${value}`, path: given.path, shown };
}

function secretFile(file: string, at: KeyPath, configuration: Configuration): string {
  try {
    return readFileSync(path.resolve(configuration.folder, file), "utf8").trim();
  } catch (error) {
    throw wrongKey(configuration, at, `cannot read ${quote(file)}: ${errorCode(error)}`);
  }
}

function expected(what: string, { value, path: at }: Given, { configuration }: Reading): Error {
  return wrongKey(
    configuration,
    at,
    `expected ${what} for ${at.join(".")}, found ${kindOf(value)}`,
  );
}
