import { displayWidth } from "../../diagnostics/index.js";
import { wrap } from "../wrap.js";
import type { CommandDefinition, OptionDefinition } from "./definition.js";

/** Columns of a help page: it is read in a terminal of any width. */
const width = 90;

/** The help page of a command. */
export function commandHelp(definition: CommandDefinition): string {
  const options = Object.entries(definition.options).map(
    ([name, option]) => [optionSpelling(name, option), option.summary] as const,
  );
  return [
    `promschema ${definition.name} ${definition.usage}`.trimEnd(),
    "",
    ...definition.description.flatMap((paragraph) => [...wrap(paragraph, width), ""]),
    "Options",
    ...columns(options),
    "",
    "Examples",
    ...definition.examples.flatMap(([command, what]) => [`  ${what}`, `    ${command}`]),
    "",
    "Exit codes",
    ...columns(definition.exitCodes.map(([code, meaning]) => [String(code), meaning] as const)),
    "",
  ].join("\n");
}

/** The page that lists the commands. */
export function overview(commands: readonly CommandDefinition[]): string {
  return [
    "promschema <command> [options]",
    "",
    ...wrap(
      "Metrics as a contract: checks what a service exposes against what it declares.",
      width,
    ),
    "",
    "Commands",
    ...columns(commands.map(({ name, summary }) => [name, summary] as const)),
    "",
    "Options",
    ...columns([
      ["-h, --help", "Print this page; after a command, the page of the command."],
      ["-V, --version", "Print the version."],
    ]),
    "",
    "First steps",
    "  promschema check http://localhost:3000/metrics",
    "  promschema check http://localhost:3000/metrics --registry metrics.yaml",
    "",
  ].join("\n");
}

/** How an option is written: `-f, --format FORMAT`. */
export function optionSpelling(name: string, option: OptionDefinition): string {
  const short = option.short === undefined ? "" : `-${option.short}, `;
  const value = option.kind === "flag" ? "" : ` ${option.placeholder ?? "VALUE"}`;
  const negated = option.negatable ? `, --no-${name}` : "";
  return `${short}--${name}${value}${negated}`;
}

function columns(rows: readonly (readonly [term: string, meaning: string])[]): readonly string[] {
  const widest = Math.max(...rows.map(([term]) => displayWidth(term)));
  return rows.flatMap(([term, meaning]) =>
    wrap(meaning, width - widest - 5).map((line, at) => {
      const head = at === 0 ? term : "";
      return `  ${head.padEnd(widest)}   ${line}`;
    }),
  );
}
