import { parseArgs } from "node:util";
import { nearest, quote } from "../../diagnostics/index.js";
import { CommandFailure } from "../failure.js";
import type {
  CommandDefinition,
  OptionDefinition,
  OptionTable,
  OptionValues,
} from "./definition.js";

export interface ParsedArguments<Options extends OptionTable> {
  readonly options: OptionValues<Options>;
  readonly operands: readonly string[];
}

/** The arguments of a command. Throws CommandFailure on an option the command does not have, or one without its value. */
export function parseArguments<Options extends OptionTable>(
  definition: CommandDefinition<Options>,
  argv: readonly string[],
): ParsedArguments<Options> {
  const table = new Map<string, OptionDefinition>(Object.entries(definition.options));
  const { tokens } = parseArgs({
    args: [...argv],
    options: parserOptions(table),
    // Not strict: the parser's own messages know neither the nearest option nor the command.
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, boolean | string | string[]>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const { name, negated } = meaning(token.name, table);
    const option = table.get(name);
    if (option === undefined) throw unknownOption(definition, table, token.rawName);
    if (option.kind === "flag") {
      if (token.inlineValue) throw new CommandFailure(`${token.rawName} takes no value`);
      values.set(name, !negated);
      continue;
    }
    const value = readValue(token.rawName, option, token.value, token.inlineValue);
    const before = values.get(name);
    if (option.kind === "list") values.set(name, [...(Array.isArray(before) ? before : []), value]);
    else if (option.once && before !== undefined) {
      throw new CommandFailure(`${token.rawName} is given twice`);
    } else values.set(name, value);
  }
  for (const [name, option] of table) {
    if (option.kind === "list" && !values.has(name)) values.set(name, []);
  }
  // The loop above gave every option the kind of value that its definition asks for.
  return { options: Object.fromEntries(values) as OptionValues<Options>, operands };
}

/** Whether help is asked for. It is given whatever else is wrong with the arguments. */
export function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf("--");
  const before = end === -1 ? argv : argv.slice(0, end);
  return before.includes("--help") || before.includes("-h");
}

type ParserOptions = Record<string, { type: "boolean" | "string"; short?: string }>;

function parserOptions(table: ReadonlyMap<string, OptionDefinition>): ParserOptions {
  const options: ParserOptions = {};
  for (const [name, option] of table) {
    const short = option.short === undefined ? {} : { short: option.short };
    options[name] = { type: option.kind === "flag" ? "boolean" : "string", ...short };
    if (option.negatable) options[`no-${name}`] = { type: "boolean" };
  }
  return options;
}

function meaning(
  given: string,
  table: ReadonlyMap<string, OptionDefinition>,
): { readonly name: string; readonly negated: boolean } {
  const name = given.replace(/^no-/, "");
  const negated = name !== given && table.get(name)?.negatable === true;
  return negated ? { name, negated } : { name: given, negated: false };
}

function readValue(
  rawName: string,
  option: OptionDefinition,
  value: string | undefined,
  inline: boolean | undefined,
): string {
  const needs = `${rawName} needs a value: ${rawName} ${option.placeholder ?? "VALUE"}`;
  if (value === undefined) throw new CommandFailure(needs);
  // An option where a value should be: the value was forgotten.
  if (!inline && value.startsWith("-") && value !== "-") {
    throw new CommandFailure(needs, `${rawName}=VALUE takes a value that begins with a dash`);
  }
  return value;
}

function unknownOption(
  definition: CommandDefinition,
  table: ReadonlyMap<string, OptionDefinition>,
  rawName: string,
): CommandFailure {
  const names = [...table].flatMap(([name, option]) =>
    option.negatable ? [name, `no-${name}`] : [name],
  );
  const near = nearest(rawName.replace(/^-+/, ""), names);
  const meant = near === undefined ? "" : `; did you mean --${near}?`;
  return new CommandFailure(
    `${definition.name} has no option ${quote(rawName)}${meant}`,
    `promschema ${definition.name} --help lists its options`,
  );
}
