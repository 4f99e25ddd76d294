// What follows from the table of keys that a configuration may have: its JSON Schema for editors, its type for modules, its reference.
import { readFile } from "node:fs/promises";
import type { FormName } from "../../src/cli/arguments/definition.js";
import { configurationKeys, type KeyDefinition } from "../../src/cli/configuration/keys.js";
import { targetNames } from "../../src/cli/generated/targets.js";
import { rules } from "../../src/diagnostics/index.js";

type JsonSchema = Readonly<Record<string, unknown>>;

const text: JsonSchema = { type: "string" };
const path: JsonSchema = { type: "string", minLength: 1 };
const oneOrMore = (items: JsonSchema): JsonSchema => ({
  anyOf: [items, { type: "array", items }],
});
const levels = ["error", "warning", "info", "off"];
const levelsSchema: JsonSchema = {
  type: "object",
  properties: Object.fromEntries(
    rules.map(({ id, title }) => [id, { enum: levels, description: title }]),
  ),
  additionalProperties: false,
};

const schemas: Record<FormName, JsonSchema> = {
  text,
  texts: oneOrMore(text),
  path,
  paths: { anyOf: [path, { type: "array", items: path, minItems: 1 }] },
  payloads: oneOrMore(path),
  number: { type: "number" },
  size: { type: ["number", "string"] },
  flag: { type: "boolean" },
  levels: { $ref: "#/$defs/levels" },
  metricLevels: {
    type: "object",
    additionalProperties: { anyOf: [{ const: "off" }, { $ref: "#/$defs/levels" }] },
  },
  headers: {
    type: "object",
    additionalProperties: {
      anyOf: [
        text,
        {
          type: "object",
          properties: { env: text },
          required: ["env"],
          additionalProperties: false,
        },
        {
          type: "object",
          properties: { file: path },
          required: ["file"],
          additionalProperties: false,
        },
      ],
    },
  },
  files: { type: "object", additionalProperties: path },
};

const types: Record<FormName, string> = {
  text: "string",
  texts: "string | readonly string[]",
  path: "string",
  paths: "string | readonly string[]",
  payloads: "string | readonly string[]",
  number: "number",
  size: "number | string",
  flag: "boolean",
  levels: "RuleLevels",
  metricLevels: 'Readonly<Record<string, "off" | RuleLevels>>',
  headers:
    "Readonly<Record<string, string | { readonly env: string } | { readonly file: string }>>",
  files: "Readonly<Record<string, string>>",
};

const words: Record<FormName, string> = {
  text: "text",
  texts: "list of texts",
  path: "path",
  paths: "path, or list of paths",
  payloads: "list of paths and URLs",
  number: "number",
  size: "number of bytes, or text such as `500MB`",
  flag: "`true` or `false`",
  levels: "map from rules to `error`, `warning`, `info`, `off`",
  metricLevels: "map from names to `off`, or to such a map",
  headers: "map from names to texts, `{ env: NAME }` or `{ file: PATH }`",
  files: "map from names to paths",
};

const generateSummary = "What `promschema generate --all` makes.";

/** The files that follow from the keys. */
export async function generateConfiguration(): Promise<{ path: string; content: string }[]> {
  return [
    {
      path: "schemas/config.schema.json",
      content: `${JSON.stringify(configurationSchema(), null, 2)}\n`,
    },
    { path: "src/config/configuration.ts", content: declaration() },
    { path: "docs/configuration.md", content: await documentation("docs/configuration.md") },
  ];
}

/** The JSON Schema of a configuration. Closed: an unknown key is an error in the editor too. */
export function configurationSchema(): JsonSchema {
  const properties = [...configurationKeys.values()].map((key) => [key.key, schemaOf(key)]);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "config.schema.json",
    title: "promschema configuration",
    type: "object",
    properties: {
      $schema: text,
      ...Object.fromEntries(properties),
      generate: {
        description: generateSummary,
        type: "array",
        minItems: 1,
        items: {
          type: "object",
          properties: { target: { enum: targetNames }, registry: path, out: path },
          required: ["target", "registry", "out"],
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
    $defs: { levels: levelsSchema },
  };
}

function schemaOf({ form, choices, default: preset, summary }: KeyDefinition): JsonSchema {
  return {
    description: summary,
    ...(choices === undefined ? schemas[form] : { enum: choices }),
    ...(preset === undefined ? {} : { default: form === "number" ? Number(preset) : preset }),
  };
}

function declaration(): string {
  const fields = [...configurationKeys.values()].map(({ key, form, choices, summary }) => {
    const type = choices?.map((choice) => JSON.stringify(choice)).join(" | ") ?? types[form];
    return `  /** ${summary} */\n  readonly ${key}?: ${type};\n`;
  });
  const targets = targetNames.map((name) => JSON.stringify(name)).join(" | ");
  return `// Generated by \`npm run generate\` from the options of the command line. Change it there.
import type { Level, RuleId } from "../diagnostics/index.js";

/** Levels of rules. */
export type RuleLevels = Readonly<Partial<Record<RuleId, Level>>>;

/** What a configuration may say. Paths start from the folder of its file. */
export interface Configuration {
${fields.join("")}  /** ${generateSummary} */
  readonly generate?: readonly {
    readonly target: ${targets};
    readonly registry: string;
    readonly out: string;
  }[];
}
`;
}

/** The page with its reference made anew: what stands between the marks. */
async function documentation(file: string): Promise<string> {
  const page = await readFile(file, "utf8");
  const [begin, end] = ["<!-- keys:begin -->\n", "<!-- keys:end -->\n"] as const;
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from === -1 || to < from) throw new Error(`${file} has no marks around the keys`);
  return `${page.slice(0, from + begin.length)}\n${reference()}\n${page.slice(to)}`;
}

function reference(): string {
  const rows = [...configurationKeys.values()].map(
    ({ key, form, option, commands, summary, choices }) => {
      const value =
        choices?.map((choice) => `\`${choice}\``).join(", ") ?? words[form].replaceAll("|", "\\|");
      const stands = option === undefined ? "" : ` (\`--${option}\`)`;
      const only = commands.length === 1 ? ` For \`${commands[0]}\`.` : "";
      return `- \`${key}\`${stands}: ${value}. ${summary.replaceAll("<", "\\<")}${only}`;
    },
  );
  return [
    ...rows,
    `- \`generate\`: list of \`{ target, registry, out }\`. ${generateSummary}`,
    "",
  ].join("\n");
}
