import { printable } from "../../diagnostics/index.js";
import type { CommandDefinition } from "../arguments/definition.js";
import { sourceName } from "../sources/source-name.js";
import { type Configuration, placeOf } from "./configuration.js";
import type { Argument, OnCommandLine } from "./configured.js";
import { configurationKeys, type KeyDefinition } from "./keys.js";

interface Line {
  readonly text: string;
  readonly origin: string;
}

/** What is in force for a command, a value a line, each with where it comes from. Secrets are not shown. */
export function inForce(
  definition: CommandDefinition,
  given: OnCommandLine,
  added: readonly Argument[],
  configuration: Configuration | undefined,
): string {
  const lines: Line[] = [];
  for (const key of configurationKeys.values()) {
    if (!key.commands.includes(definition.name)) continue;
    const values: Line[] = [
      ...added
        .filter((argument) => argument.key === key.key)
        .map(({ told }) => ({
          text: valueText(key, told.shown ?? told.text, told.shown !== undefined),
          origin: configuration === undefined ? "" : placeOf(configuration, told.path),
        })),
      ...onCommandLine(key, definition, given).map((text) => ({
        text: valueText(key, text, false),
        origin: "command line",
      })),
    ];
    if (values.length === 0 && key.default !== undefined) {
      values.push({ text: key.default, origin: "default" });
    }
    lines.push(...laidOut(key, lastOfEach(key, values)));
  }
  const widest = Math.max(...lines.map(({ text }) => text.length).filter((each) => each <= 60), 0);
  const body = lines.map(({ text, origin }) =>
    origin === "" ? text : `${text.padEnd(widest)}   # ${printable(origin)}`,
  );
  const head = `# promschema ${definition.name}, with ${
    configuration === undefined ? "no configuration" : printable(configuration.source)
  }`;
  return `${[head, ...body].join("\n")}\n`;
}

/** Levels are told again and again; the last one for a rule is in force. */
function lastOfEach({ form }: KeyDefinition, values: readonly Line[]): readonly Line[] {
  if (form !== "levels" && form !== "metricLevels") return values;
  const rule = ({ text }: Line) => text.slice(0, text.lastIndexOf(":"));
  return values.filter((line, at) => !values.slice(at + 1).some((one) => rule(one) === rule(line)));
}

/** Those values of the command line that this key would hold. */
function onCommandLine(
  { key, form, option }: KeyDefinition,
  definition: CommandDefinition,
  { options, operands }: OnCommandLine,
): readonly string[] {
  if (definition.operands?.[0]?.key === key) return operands;
  if (option === undefined || !Object.hasOwn(definition.options, option)) return [];
  const said = options.get(option) ?? [];
  if (form === "levels") return said.filter((text) => !isOfMetrics(text));
  if (form === "metricLevels") return said.filter(isOfMetrics);
  return said;
}

function isOfMetrics(level: string): boolean {
  return /^[^:=]*:/.test(level);
}

const lists: ReadonlySet<KeyDefinition["form"]> = new Set(["texts", "paths", "payloads"]);

function laidOut({ key, form }: KeyDefinition, values: readonly Line[]): readonly Line[] {
  if (values.length === 0) return [];
  const isOne = form === "paths" && values.length === 1;
  if (isOne || ["text", "path", "number", "size", "flag"].includes(form)) {
    return values.map(({ text, origin }) => ({ text: `${key}: ${text}`, origin }));
  }
  const mark = lists.has(form) ? "- " : "";
  const items = values.map(({ text, origin }) => ({ text: `  ${mark}${text}`, origin }));
  return [{ text: `${key}:`, origin: "" }, ...items];
}

/** A value as a configuration would have it. */
function valueText({ form }: KeyDefinition, text: string, shown: boolean): string {
  if (form === "headers") {
    const [name = "", ...rest] = text.split(":");
    return `${plain(name.trim())}: ${shown ? printable(rest.join(":").trim()) : "hidden"}`;
  }
  if (form === "payloads") return plain(text === "-" ? text : sourceName(text));
  if (form === "levels" || form === "files") {
    const at = text.indexOf("=");
    return at === -1 ? plain(text) : `${plain(text.slice(0, at))}: ${plain(text.slice(at + 1))}`;
  }
  if (form !== "metricLevels") return plain(text);
  const [, rule = "", metrics = "", level = ""] = /^([^:]*):(.*)=([^=]*)$/s.exec(text) ?? [];
  return rule === "*"
    ? `${plain(metrics)}: ${level}`
    : `${plain(metrics)}: { ${plain(rule)}: ${level} }`;
}

/** A text as YAML has it. */
function plain(text: string): string {
  return /^[a-zA-Z0-9./][\w./:@%+-]*$/.test(text) && !/:$/.test(text)
    ? text
    : `"${printable(text).replaceAll('"', '\\"')}"`;
}
