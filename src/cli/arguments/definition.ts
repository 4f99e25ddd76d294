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
}

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
