/**
 * A line that no CI runner takes for a command: those begin with `::`, whatever stands before it is blank, or hold `##[` and `##word[`
 * anywhere. Runners read all that a step prints, and text of a payload may come to stand there.
 */
export function inertLine(line: string): string {
  return withoutMarks(line.replace(/^(\s*):(?=:)/, "$1\\x3a"));
}

/** The same where the line is a command of ours: its text holds no other. */
export function withoutMarks(text: string): string {
  return text.replace(/(##[a-z]*)\[/gi, "$1\\x5b");
}
