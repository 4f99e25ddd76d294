// What a runner of GitHub Actions takes for a command in the output of a step: the rules of actions/runner, both forms.
export interface RunnerCommand {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly message: string;
}

/** The commands of an output, in order. Other lines are shown as they are. */
export function runnerCommands(output: string): readonly RunnerCommand[] {
  return output.split(/\r\n|\r|\n/).flatMap((line): RunnerCommand[] => {
    // The older form is taken anywhere in a line.
    if (/##(\w+)?\[/.test(line)) return [{ name: "##", properties: new Map(), message: line }];
    const [, name, given = "", message = ""] = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/.exec(line) ?? [];
    if (name === undefined) return [];
    const properties = given
      .split(",")
      .filter((pair) => pair !== "")
      .map((pair): [string, string] => {
        const at = pair.indexOf("=");
        const value = pair
          .slice(at + 1)
          .replaceAll("%3A", ":")
          .replaceAll("%2C", ",");
        return [pair.slice(0, at), unescapeData(value)];
      });
    return [{ name, properties: new Map(properties), message: unescapeData(message) }];
  });
}

function unescapeData(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}
