// Validators that stand alone: a few lines that every module has, and a table for each label. They say what a check says.
import type { CompiledRegistry, LabelDefinition, Metric } from "../registry/index.js";
import { fileOf, type GeneratedFile, type GenerateOptions, oneLine, origin } from "./file.js";
import { isLinear } from "./pattern/linear.js";
import { printPattern } from "./pattern/print.js";
import { readPattern } from "./pattern/syntax.js";
import { docComment } from "./typescript/doc-comment.js";
import { camelCase, createNames, pascalCase } from "./typescript/identifiers.js";
import { printLiteral, printName, printScalar } from "./typescript/literal.js";
import { createModule } from "./typescript/module.js";
import { exactlySource, validatorSource } from "./validator-source.js";

/** Names that the module has in any case. */
const ownNames = ["LabelProblem", "LabelRule", "ValidateLabels", "validators"];

/**
 * A module of TypeScript that exports a function for each metric, which tells what is wrong with the labels of a series, and a map of all of
 * them by the name of the metric. What it accepts is what `labelSchema` accepts. It imports nothing, unless a pattern needs RE2.
 */
export function generateValidators(
  registry: CompiledRegistry,
  options: GenerateOptions = {},
): readonly GeneratedFile[] {
  const claim = createNames();
  for (const name of ownNames) claim(name);
  const metrics = Array.from(registry.metrics.values(), (metric) => ({
    metric,
    name: claim(`validate${pascalCase(metric.name)}`),
  }));
  const module = createModule([origin(registry, "validators", options)], claim);
  const labels = new Map<LabelDefinition, string>();
  const lines: string[] = [];
  const nameOf = (definition: LabelDefinition): string => {
    const known = labels.get(definition);
    if (known !== undefined) return known;
    const name = claim(camelCase(definition.name));
    labels.set(definition, name);
    lines.push(`const ${name}: LabelRule = ${printRule(definition, exactly)};`);
    return name;
  };
  const validator = claim("validator");
  let re2: string | undefined;
  // Both are there only where a pattern needs them.
  const exactly = (): string => {
    const imported = module.use("RE2JS", "re2js");
    re2 ??= claim("exactly");
    helper = exactlySource(re2, imported);
    return re2;
  };
  let helper: string | undefined;
  const parts = metrics.map(({ metric, name }) => validatorOf(metric, name, validator, nameOf));
  module.add(validatorSource(validator));
  if (helper !== undefined) module.add(helper);
  if (lines.length > 0) module.add(...lines);
  for (const part of parts) module.add(...part);
  const entries = metrics.map(({ metric, name }) => `  [${printScalar(metric.name)}, ${name}],`);
  module.add(
    docComment(["Every validator, by the name of its metric."], [], 0),
    "export const validators: ReadonlyMap<string, ValidateLabels> = /* @__PURE__ */ new Map([",
    ...entries,
    "]);",
  );
  return fileOf(registry, ".validators.ts", module.text());
}

function validatorOf(
  metric: Metric,
  name: string,
  validator: string,
  nameOf: (definition: LabelDefinition) => string,
): readonly (string | undefined)[] {
  const list = (required: boolean): string =>
    printList(
      metric.labels
        .filter((label) => label.required === required)
        .map(({ definition }) => nameOf(definition)),
    );
  const { description, deprecated } = metric;
  const title = `Tells what is wrong with labels of \`${oneLine(metric.name)}\`${description === "" ? "." : `: ${description}`}`;
  return [
    docComment([title], deprecated === undefined ? [] : [["deprecated", ""]], 0),
    `export const ${name}: ValidateLabels = /* @__PURE__ */ ${validator}(`,
    `  ${list(true)},`,
    `  ${list(false)},`,
    ");",
  ];
}

function printList(names: readonly string[]): string {
  const line = `[${names.join(", ")}]`;
  if (line.length <= 96) return line;
  return ["[", ...names.map((name) => `    ${name},`), "  ]"].join("\n");
}

/** The rule of a label as a literal. */
function printRule(definition: LabelDefinition, exactly: () => string): string {
  const { name, type, enum: values, open, pattern, requires } = definition;
  const literal = (value: unknown): string => printLiteral(value, { before: 20, indent: 0 });
  const fields: readonly (readonly [string, string] | undefined)[] = [
    ["name", literal(name)],
    type === "string" ? undefined : ["type", literal(type)],
    values === undefined || open
      ? undefined
      : ["values", literal(values.map(({ value }) => value))],
    pattern === undefined ? undefined : ["pattern", printMatcher(pattern, exactly)],
    requires.length === 0 ? undefined : ["requires", literal(requires)],
  ];
  const told = fields.flatMap((field) =>
    field === undefined ? [] : [`${printName(field[0])}: ${field[1]}`],
  );
  return `{ ${told.join(", ")} }`;
}

/**
 * What tests a value: an expression of JavaScript where that means the same as in RE2 and takes time linear in the value, else RE2 itself. Where
 * there is more than one way to match, a matcher that goes back would try them all.
 */
function printMatcher(pattern: string, exactly: () => string): string {
  const node = readPattern(pattern);
  if (node !== undefined && isLinear(node)) return `/^${printPattern(node)}$/u`;
  return `${exactly()}(${printScalar(pattern)})`;
}
