import { type CompletedCommand, type CompletedOption, type Completion, quoted } from "./words.js";

/** The completion of zsh. */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
  return `#compdef promschema
# promschema completions zsh > "\${fpath[1]}/_promschema", or in ~/.zshrc, after compinit:
#   eval "$(promschema completions zsh)"
_promschema() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C '(- *)'{-h,--help}'[Print the help]' '(- *)'{-V,--version}'[Print the version]' '1:command:->command' '*::argument:->argument'
  case $state in
    command)
      local -a commands=(
${commands.map(({ name, summary }) => `        ${quoted(`${name}:${summary}`)}`).join("\n")}
      )
      _describe command commands ;;
    argument)
      case $words[1] in
${commands.map(branch).join("\n")}
      esac ;;
  esac
}
if [[ $funcstack[1] == _promschema ]]; then _promschema "$@"; else compdef _promschema promschema; fi
`;
}

function branch({ name, options, operands }: CompletedCommand): string {
  const specs = [...options.flatMap(ofOption), `'*:${name}:${action(operands)}'`];
  return `        ${name}) _arguments -s \\\n${specs.map((spec) => `          ${spec}`).join(" \\\n")} ;;`;
}

function ofOption({ long, short, summary, repeatable, value }: CompletedOption): readonly string[] {
  const what = `[${summary.replace(/[[\]:\\]/g, "\\$&")}]`;
  const names = short === undefined ? [long] : [short, long];
  return names.map((name) => {
    const exclusive = repeatable ? "*" : `(${names.join(" ")})`;
    const sign = value === undefined ? "" : name.startsWith("--") ? "=" : "+";
    const argument = value === undefined ? "" : `:${long.slice(2)}:${action(value)}`;
    return quoted(`${exclusive}${name}${sign}${what}${argument}`);
  });
}

function action(completion: Completion): string {
  if (completion.kind === "files") return "_files";
  if (completion.kind === "nothing") return " ";
  return `(${completion.words.join(" ")})`;
}
