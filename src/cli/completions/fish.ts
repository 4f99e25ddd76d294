import type { CompletedCommand, CompletedOption } from "./words.js";

/** The completion of fish. */
export function fishCompletion(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  return [
    "# promschema completions fish > ~/.config/fish/completions/promschema.fish",
    "complete -c promschema -f",
    `set -l commands ${names}`,
    ...commands.map(
      ({ name, summary }) =>
        `complete -c promschema -n "not __fish_seen_subcommand_from $commands" -a ${name} -d ${text(summary)}`,
    ),
    ...commands.flatMap(ofCommand),
    "",
  ].join("\n");
}

function ofCommand({ name, options, operands }: CompletedCommand): readonly string[] {
  const here = `complete -c promschema -n "__fish_seen_subcommand_from ${name}"`;
  const plain =
    operands.kind === "files"
      ? [`${here} -F`]
      : operands.kind === "words"
        ? [`${here} -a ${text(operands.words.join(" "))}`]
        : [];
  return [...plain, ...options.map((option) => `${here} ${ofOption(option)}`)];
}

function ofOption({ long, short, summary, value }: CompletedOption): string {
  const parts = [
    `-l ${long.slice(2)}`,
    ...(short === undefined ? [] : [`-s ${short.slice(1)}`]),
    ...(value === undefined ? [] : value.kind === "files" ? ["-r -F"] : ["-x"]),
    ...(value?.kind === "words" ? [`-a ${text(value.words.join(" "))}`] : []),
    `-d ${text(summary)}`,
  ];
  return parts.join(" ");
}

/** A text in single quotes: fish has the backslash in them. */
function text(words: string): string {
  return `'${words.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
