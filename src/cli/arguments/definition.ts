/** One option of a command, as it is parsed and as `--help` prints it. */
export interface OptionDefinition {
  /** A flag is given or not; a `value` option takes one; a `list` option one each time it is given. */
  readonly kind: "flag" | "value" | "list";
  readonly short?: string;
  /** What stands for the value in the help: `FILE`. */
  readonly placeholder?: string;
  /** Whether `--no-<name>` is an option as well. */
  readonly negatable?: boolean;
  /** Whether giving it twice is a mistake rather than a change of mind. */
  readonly once?: boolean;
  readonly summary: string;
  /** The values it takes, where they are a fixed set. */
  readonly choices?: readonly string[];
  /** What holds where it is not given, as the command line would write it. */
  readonly default?: string;
  /** Where the configuration file has it: one key, or several where it says several things. Without it, it is for the command line alone. */
  readonly configuration?: ConfigurationKey | readonly ConfigurationKey[];
}

/** A key of the configuration file that stands for an option. */
export interface ConfigurationKey {
  readonly key: string;
  /** How its value is written; src/cli/configuration/forms.ts has the table. */
  readonly form: FormName;
  /** In place of the summary of the option, where that is about the command line. */
  readonly summary?: string;
}

/** How a value is written in the configuration file. */
export type FormName =
  /** A text. */
  | "text"
  /** A list of texts. */
  | "texts"
  /** A path, from the folder of the file. */
  | "path"
  | "paths"
  /** Paths, URLs, or - for standard input. */
  | "payloads"
  | "number"
  /** A number of bytes, or a text such as 500MB. */
  | "size"
  | "flag"
  /** A map from rules to levels. */
  | "levels"
  /** A map from globs of metric names to `off`, or to such a map. */
  | "metricLevels"
  /** A map from header names to texts, or to the variable or file that has the value. */
  | "headers"
  /** A map from names to paths; it becomes NAME=PATH. */
  | "files";

export type OptionTable = Readonly<Record<string, OptionDefinition>>;

/** A command: the one table from which arguments are parsed and `--help` is printed. */
export interface CommandDefinition<Options extends OptionTable = OptionTable> {
  readonly name: string;
  /** What follows the name in the usage line. */
  readonly usage: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** What it does, a paragraph each. */
  readonly description: readonly string[];
  readonly options: Options;
  /** Keys of the configuration file that stand for what is given without an option: the first that is there counts. */
  readonly operands?: readonly ConfigurationKey[];
  readonly examples: readonly (readonly [command: string, what: string])[];
  readonly exitCodes: readonly (readonly [code: number, meaning: string])[];
}

/** What the options of a table hold after parsing. A flag that is not given is undefined, one that is negated is false. */
export type OptionValues<Options extends OptionTable> = {
  readonly [Name in keyof Options]: Options[Name]["kind"] extends "flag"
    ? boolean | undefined
    : Options[Name]["kind"] extends "list"
      ? readonly string[]
      : string | undefined;
};
