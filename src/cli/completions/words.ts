// What a shell can complete, from the same tables as --help.
import { rules } from "../../diagnostics/index.js";
import type { CommandDefinition, OptionDefinition } from "../arguments/definition.js";
import { targetNames } from "../generated/targets.js";
import { reportFormats } from "../reporters/formats.js";

/** What may follow an option, or stand without one. */
export type Completion =
  | { readonly kind: "nothing" }
  | { readonly kind: "files" }
  | { readonly kind: "words"; readonly words: readonly string[] };

export interface CompletedOption {
  /** `--format`, or `--no-color`. */
  readonly long: string;
  /** `-f`. */
  readonly short: string | undefined;
  readonly summary: string;
  readonly repeatable: boolean;
  /** Undefined for a flag. */
  readonly value: Completion | undefined;
}

export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  readonly operands: Completion;
}

/** The commands as shells complete them. */
export function completedCommands(
  definitions: readonly CommandDefinition[],
): readonly CompletedCommand[] {
  return definitions.map((definition) => ({
    name: definition.name,
    summary: definition.summary,
    options: Object.entries(definition.options).flatMap(([name, option]) =>
      spellings(name, option),
    ),
    operands: operandsOf(definition.usage),
  }));
}

function spellings(name: string, option: OptionDefinition): readonly CompletedOption[] {
  const { short, kind, summary, negatable } = option;
  const one: CompletedOption = {
    long: `--${name}`,
    short: short === undefined ? undefined : `-${short}`,
    // A shell shows one line.
    summary: summary.replace(/[.:;] .*$|\.$/s, ""),
    repeatable: kind === "list",
    value: kind === "flag" ? undefined : completionOf(name, option),
  };
  return negatable ? [one, { ...one, long: `--no-${name}`, short: undefined }] : [one];
}

function completionOf(name: string, { choices, placeholder }: OptionDefinition): Completion {
  if (choices !== undefined) return { kind: "words", words: choices };
  if (name === "rule") return { kind: "words", words: rules.map(({ id }) => `${id}=`) };
  if (name === "report") return { kind: "words", words: reportFormats.map((each) => `${each}=`) };
  const file = placeholder !== undefined && /FILE|PATH|DIR/.test(placeholder);
  return { kind: file ? "files" : "nothing" };
}

/** What stands without an option, by how the usage line calls it. */
function operandsOf(usage: string): Completion {
  const [, name = ""] = /<(\w+)>/.exec(usage) ?? /<(\w+)/.exec(usage) ?? [];
  if (name === "rule") return { kind: "words", words: rules.map(({ id }) => id) };
  if (name === "target") return { kind: "words", words: targetNames };
  if (name === "shell") return { kind: "words", words: shells };
  return { kind: name === "" ? "nothing" : "files" };
}

export const shells = ["bash", "zsh", "fish"] as const;

/** A text in single quotes of a POSIX shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
