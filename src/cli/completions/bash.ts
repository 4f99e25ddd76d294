import type { CompletedCommand, Completion } from "./words.js";

/** The completion of bash, 3.2 and later, without the package bash-completion. */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
  const names = [...commands.map(({ name }) => name), "help", "--help", "--version"].join(" ");
  return `# promschema completions bash: put this into ~/.bashrc:
#   eval "$(promschema completions bash)"
_promschema() {
  local word=\${COMP_WORDS[COMP_CWORD]} before= command= at
  local IFS=$'\\n'
  COMPREPLY=()
  # bash takes = and : for ends of words.
  for ((at = COMP_CWORD - 1; at > 0; at--)); do
    [[ \${COMP_WORDS[at]} == "=" ]] && continue
    before=\${COMP_WORDS[at]}
    break
  done
  [[ $word == "=" ]] && word=
  ((COMP_CWORD > 1)) && command=\${COMP_WORDS[1]}
  case $command in
    "") _promschema_words ${names} ;;
    help) _promschema_words ${commands.map(({ name }) => name).join(" ")} ;;
${commands.map(branch).join("\n")}
  esac
}
_promschema_words() {
  local each
  for each in "$@"; do
    [[ $each == "$word"* ]] && COMPREPLY+=("$each")
  done
  # The value goes on: what stands for a level follows the =.
  [[ \${#COMPREPLY[@]} == 1 && \${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
  return 0
}
_promschema_files() {
  compopt -o filenames 2>/dev/null
  local each
  while read -r each; do COMPREPLY+=("$each"); done < <(compgen -f -- "$word")
}
complete -F _promschema promschema
`;
}

function branch({ name, options, operands }: CompletedCommand): string {
  const values = options.flatMap(({ long, short, value }) => {
    if (value === undefined) return [];
    const pattern = short === undefined ? long : `${long}|${short}`;
    return [`        ${pattern}) ${action(value)}; return ;;`];
  });
  const all = options.map(({ long }) => long).join(" ");
  return [
    `    ${name})`,
    ...(values.length === 0 ? [] : ["      case $before in", ...values, "      esac"]),
    `      if [[ $word == -* ]]; then _promschema_words ${all}`,
    `      else ${action(operands)}; fi ;;`,
  ].join("\n");
}

function action(completion: Completion): string {
  if (completion.kind === "files") return "_promschema_files";
  if (completion.kind === "nothing") return ":";
  return `_promschema_words ${completion.words.join(" ")}`;
}
