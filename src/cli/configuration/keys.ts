// The keys of a configuration, all of them taken from the tables of options: what an option is called there is said where it is defined.
import type {
  CommandDefinition,
  ConfigurationKey,
  FormName,
  OptionDefinition,
} from "../arguments/definition.js";
import { checkDefinition } from "../commands/check-definition.js";
import { lintDefinition } from "../commands/lint-definition.js";

/** A key, and what it stands for. */
export interface KeyDefinition {
  readonly key: string;
  readonly form: FormName;
  readonly summary: string;
  /** The option of the command line; undefined for what is given without one. */
  readonly option: string | undefined;
  readonly choices: readonly string[] | undefined;
  readonly default: string | undefined;
  readonly commands: readonly string[];
}

/** The key that only `generate` reads: a list of targets. */
export const generateKey = "generate";

const configured: readonly CommandDefinition[] = [checkDefinition, lintDefinition];

/** Every key that stands for an option, in the order of the help pages. */
export const configurationKeys: ReadonlyMap<string, KeyDefinition> = collect();

function collect(): Map<string, KeyDefinition> {
  const keys = new Map<string, KeyDefinition>();
  const add = (found: Omit<KeyDefinition, "commands">, command: string) => {
    const commands = keys.get(found.key)?.commands ?? [];
    const known = keys.get(found.key) ?? found;
    keys.set(found.key, { ...known, commands: [...commands, command] });
  };
  for (const definition of configured) {
    for (const key of definition.operands ?? []) {
      add({ ...fromKey(key, key.summary ?? ""), option: undefined }, definition.name);
    }
    for (const [option, table] of Object.entries(definition.options)) {
      for (const key of keysOf(table)) {
        add({ ...fromKey(key, table.summary, table), option }, definition.name);
      }
    }
  }
  return keys;
}

function fromKey(
  { key, form, summary }: ConfigurationKey,
  ofOption: string,
  option?: OptionDefinition,
) {
  const text = summary ?? ofOption.replace(/ Repeatable\./, "");
  return { key, form, summary: text, choices: option?.choices, default: option?.default };
}

/** The keys of an option. */
export function keysOf({ configuration }: OptionDefinition): readonly ConfigurationKey[] {
  if (configuration === undefined) return [];
  return "key" in configuration ? [configuration] : configuration;
}
