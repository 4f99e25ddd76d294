// A configuration is arguments in a file: what it says is put before what the command line says, and read by the same code.

import type { CommandDefinition, OptionTable } from "../arguments/definition.js";
import { parseArguments } from "../arguments/parse.js";
import type { configurationOptions } from "../commands/common-options.js";
import { CommandFailure } from "../failure.js";
import type { Terminal } from "../terminal.js";
import { type Configuration, placeOf } from "./configuration.js";
import { addingForms, readForm, type Told } from "./forms.js";
import { inForce } from "./in-force.js";
import { configurationKeys, keysOf } from "./keys.js";
import { readConfiguration } from "./read.js";

/** A value in force, as an argument, and the key that stands for it. */
export interface Argument {
  /** Undefined for what is given without an option. */
  readonly option: string | undefined;
  readonly key: string;
  readonly told: Told;
}

/** A command that a configuration may speak for. */
type ConfiguredCommand = CommandDefinition<OptionTable & typeof configurationOptions>;

/** What was given on the command line: of an option its values, of the operands all. */
export interface OnCommandLine {
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly operands: readonly string[];
}

/**
 * The settings of a command, from its arguments and the configuration; the command line wins. Undefined where they were only to be printed,
 * which is done. `read` makes settings of arguments, and throws CommandFailure: said of a configuration it gets its place there.
 */
export async function configured<Settings>(
  definition: ConfiguredCommand,
  argv: readonly string[],
  terminal: Terminal,
  read: (argv: readonly string[]) => Settings,
): Promise<Settings | undefined> {
  const { options, operands } = parseArguments(definition, argv);
  const given = { options: valuesOf(options), operands };
  const configuration = await readConfiguration(options);
  const printing = options["print-config"] === true;
  const added =
    configuration === undefined
      ? []
      : argumentsOf(definition, configuration, given, terminal, printing);
  const overruling = overruled(added, given);
  const all = [...added.map(written), ...argv, ...overruling.map((level) => `--rule=${level}`)];
  if (!printing) return settle(read, all, added, configuration);
  // Whether there is a payload is no matter of a configuration.
  const empty = operands.length === 0 && !added.some(({ option }) => option === undefined);
  settle(read, empty ? [...all, "-"] : all, added, configuration);
  const rules = [...(given.options.get("rule") ?? []), ...overruling];
  const said = { ...given, options: new Map([...given.options, ["rule", rules]]) };
  await terminal.stdout.write(inForce(definition, said, added, configuration));
  return undefined;
}

/** What the configuration adds to the command line: all that is not said there. */
function argumentsOf(
  definition: ConfiguredCommand,
  configuration: Configuration,
  given: OnCommandLine,
  { environment }: Terminal,
  dry: boolean,
): readonly Argument[] {
  const reading = { configuration, environment, dry };
  const added: Argument[] = [];
  for (const [option, table] of Object.entries(definition.options)) {
    const said = given.options.get(option) ?? [];
    for (const { key, form } of keysOf(table)) {
      const part = configuration.given.get(key);
      if (part === undefined || (said.length > 0 && !addingForms.has(form))) continue;
      const told = readForm(form, part, reading).filter(
        ({ text }) => form !== "headers" || !said.some((one) => sameHeader(one, text)),
      );
      added.push(...told.map((one) => ({ option, key, told: one })));
    }
  }
  if (given.operands.length > 0) return added;
  const operand = definition.operands?.find(({ key }) => configuration.given.has(key));
  const part = operand === undefined ? undefined : configuration.given.get(operand.key);
  if (operand === undefined || part === undefined) return added;
  const told = readForm(operand.form, part, reading);
  added.push(...told.map((one) => ({ option: undefined, key: operand.key, told: one })));
  return added;
}

function sameHeader(one: string, other: string): boolean {
  const name = (header: string) => header.split(":", 1)[0]?.trim().toLowerCase();
  return name(one) === name(other);
}

/** Levels of the command line hold for metrics too of which the configuration speaks by name. */
function overruled(added: readonly Argument[], given: OnCommandLine): readonly string[] {
  if (!added.some(({ key }) => configurationKeys.get(key)?.form === "metricLevels")) return [];
  return (given.options.get("rule") ?? [])
    .filter((level) => /^[^:]*=[^=]*$/.test(level))
    .map((level) => level.replace("=", ":*="));
}

/** An argument as the command line would have it. */
function written({ option, told: { text } }: Argument): string {
  if (option === undefined) return text;
  if (text === "true" || text === "false") {
    const flag = flagOf(option);
    if (flag) return text === "true" ? `--${option}` : `--no-${option}`;
  }
  return `--${option}=${text}`;
}

function flagOf(option: string): boolean {
  return [...configurationKeys.values()].some(
    (key) => key.option === option && key.form === "flag",
  );
}

/** Reads the settings. Where a value of the configuration is at fault it is found by reading each by itself, and its place is said. */
function settle<Settings>(
  read: (argv: readonly string[]) => Settings,
  all: readonly string[],
  added: readonly Argument[],
  configuration: Configuration | undefined,
): Settings {
  try {
    return read(all);
  } catch (error) {
    if (!(error instanceof CommandFailure) || configuration === undefined) throw error;
    for (const argument of added) {
      const failure = failureOf(() =>
        read(argument.option === undefined ? [written(argument)] : [written(argument), "-"]),
      );
      // By itself a value may lack others that it needs.
      if (failure?.message !== error.message) continue;
      const { option, key, told } = argument;
      const message = error.message.replaceAll(`--${option}`, key);
      throw new CommandFailure(`${placeOf(configuration, told.path)}: ${message}`, error.next);
    }
    throw error;
  }
}

function failureOf(act: () => unknown): CommandFailure | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof CommandFailure ? error : undefined;
  }
}

function valuesOf(options: Readonly<Record<string, unknown>>): OnCommandLine["options"] {
  return new Map(
    Object.entries(options).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)],
    ]),
  );
}
