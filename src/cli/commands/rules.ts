import { displayWidth, type Rule, rules } from "../../diagnostics/index.js";
import { parseArguments } from "../arguments/parse.js";
import { exitCodes } from "../exit-codes.js";
import { jsonText } from "../reporters/json-text.js";
import { coloured, type Paint, plain, wantsColour } from "../style.js";
import type { Terminal } from "../terminal.js";
import { wrap } from "../wrap.js";
import { choice, ruleNamed } from "./choice.js";
import { rulesDefinition } from "./rules-definition.js";

/** `promschema rules`: the catalogue, or the pages of the rules named. */
export async function rulesCommand(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { options, operands } = parseArguments(rulesDefinition, argv);
  const format = choice("format", options.format, ["text", "json"]);
  const chosen = operands.length === 0 ? rules : operands.map(ruleNamed);
  const { stdout, environment } = terminal;
  const colour = wantsColour(options.color, environment, stdout.isTerminal);
  const paint = colour ? coloured : plain;
  if (format === "json")
    await stdout.write(`${jsonText({ schemaVersion: 1, rules: chosen }, 2)}\n`);
  else if (operands.length === 0) await stdout.write(catalogue(chosen, paint));
  else await stdout.write(chosen.map((rule) => page(rule, paint)).join("\n"));
  return exitCodes.clean;
}

function catalogue(all: readonly Rule[], paint: Paint): string {
  const widest = Math.max(...all.map(({ id }) => displayWidth(id)));
  const groups = new Map<string, string[]>();
  for (const { id, group, level, title } of all) {
    const lines = groups.get(group) ?? [];
    groups.set(group, lines);
    lines.push(`  ${id.padEnd(widest)}  ${painted(level, level.padEnd(7), paint)}  ${title}`);
  }
  const sections = [...groups].map(([group, lines]) =>
    [paint("strong", group), ...lines, ""].join("\n"),
  );
  return `${sections.join("\n")}\npromschema rules <rule> explains one; --rule <rule>=LEVEL sets its level\n`;
}

function page(rule: Rule, paint: Paint): string {
  const { id, group, level, title, what, bad, fix, source } = rule;
  const named = (name: string, text: string): readonly string[] =>
    wrap(text, 79).map(
      (line, at) => `  ${paint("faint", (at === 0 ? name : "").padEnd(8))}${line}`,
    );
  return [
    `${paint("strong", id)}   ${group} rule, ${painted(level, level, paint)} by default`,
    `  ${title}`,
    "",
    ...wrap(what, 87).map((line) => `  ${line}`),
    "",
    ...bad
      .split("\n")
      .map((line, at) => `  ${paint("faint", (at === 0 ? "bad" : "").padEnd(8))}${line}`),
    ...named("fix", fix),
    ...(source === undefined ? [] : named("source", source)),
    "",
  ].join("\n");
}

function painted(level: Rule["level"], text: string, paint: Paint): string {
  return level === "off" ? paint("faint", text) : paint(level, text);
}
