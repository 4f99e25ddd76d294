/**
 * A line that no CI runner takes for a command: those begin with `::`, whatever stands before it is blank, or hold `##[` and `##word[`
 * anywhere. Runners read all that a step prints, and text of a payload may come to stand there.
 */
export function inertLine(line: string): string {
  return line.replace(/^(\s*):(?=:)/, "$1\\x3a").replace(/(##[a-z]*)\[/gi, "$1\\x5b");
}
