// A registry as a module of TypeScript: the document as a typed literal, and the labels of every metric as a type with a name.
import type { CompiledRegistry, Label, Metric } from "../registry/index.js";
import { documentOf } from "./document-of.js";
import { fileOf, type GeneratedFile, type GenerateOptions, oneLine, origin } from "./file.js";
import { docComment } from "./typescript/doc-comment.js";
import { camelCase, createNames, pascalCase } from "./typescript/identifiers.js";
import { type Attendance, groupsOf, type LabelGroup } from "./typescript/label-groups.js";
import { alternatives } from "./typescript/label-type.js";
import { printLiteral, printName } from "./typescript/literal.js";
import { createModule } from "./typescript/module.js";
import { labelComment, metricComment } from "./typescript/words.js";

export interface TypesOptions extends GenerateOptions {
  /**
   * Module that `declareRegistry` is imported from.
   * @default "promschema"
   */
  readonly importFrom?: string;
}

/**
 * A module of TypeScript that exports the registry, typed, and for each metric the type of its labels: `JobsTotalLabels` for
 * `jobs_total`. Descriptions, notes, meanings and deprecations are doc comments. The same registry gives the same text.
 */
export function generateTypes(
  registry: CompiledRegistry,
  options: TypesOptions = {},
): readonly GeneratedFile[] {
  const claim = createNames();
  const constant = claim(camelCase(registry.name));
  const metrics = Array.from(registry.metrics.values(), (metric) => ({
    metric,
    name: claim(`${pascalCase(metric.name)}Labels`),
  }));
  const module = createModule([origin(registry, "types", options)], claim);
  const declare = module.use("declareRegistry", options.importFrom ?? "promschema");

  const { document, metrics: documents } = documentOf(registry);
  const comments = new Map(
    Array.from(documents, ([name, drafted]) => {
      const metric = registry.metrics.get(name);
      const { paragraphs, tags } = metricComment(metric!);
      return [drafted, (indent: number) => docComment(paragraphs, tags, indent) ?? ""] as const;
    }),
  );
  const call = `export const ${constant} = ${declare}(`;
  module.add(
    docComment([registry.description ?? `The metrics of ${oneLine(registry.name)}.`], [], 0),
    `${call}${printLiteral(document, { before: call.length, indent: 0 }, comments)});`,
  );
  const groups = createGroups(claim);
  const types = metrics.map(({ metric, name }) => labelsType(metric, name, groups.nameOf));
  for (const group of groups.all()) module.add(...groupType(group));
  for (const type of types) module.add(...type);
  return fileOf(registry, ".ts", module.text());
}

interface NamedGroup extends LabelGroup {
  readonly name: string;
}

/** Groups of labels that go together. Metrics that have the same labels in the same ways share one. */
function createGroups(claim: (name: string) => string) {
  const named: NamedGroup[] = [];
  return {
    nameOf(group: LabelGroup): string {
      const known = named.find((one) => isSame(one, group));
      if (known !== undefined) return known.name;
      const name = claim(group.labels.map((label) => pascalCase(label.name)).join("And"));
      named.push({ ...group, name });
      return name;
    },
    all: () => named,
  };
}

function isSame(one: LabelGroup, other: LabelGroup): boolean {
  return (
    one.labels.length === other.labels.length &&
    one.labels.every(({ definition }, at) => definition === other.labels[at]?.definition) &&
    String(one.cases) === String(other.cases)
  );
}

function labelsType(
  metric: Metric,
  name: string,
  nameOf: (group: LabelGroup) => string,
): readonly string[] {
  const { paragraphs, tags } = metricComment(metric);
  const [description = "", ...more] = paragraphs;
  const title = `Labels of \`${oneLine(metric.name)}\`${description === "" ? "." : `: ${description}`}`;
  const comment = docComment([title, ...more], tags, 0);
  const head = comment === undefined ? [] : [comment];
  if (metric.labels.length === 0) return [...head, `export type ${name} = Record<string, never>;`];
  const { free, groups } = groupsOf(metric.labels);
  const body = free.flatMap((label) => member(label, label.required ? "present" : "optional", 2));
  if (groups.length === 0) return [...head, `export interface ${name} {`, ...body, "}"];
  const names = groups.map(nameOf);
  if (body.length === 0) return [...head, `export type ${name} = ${names.join(" & ")};`];
  return [...head, `export type ${name} = {`, ...body, `} & ${names.join(" & ")};`];
}

function groupType({ name, labels, cases }: NamedGroup): readonly string[] {
  const listed = labels.map((label) => `\`${oneLine(label.name)}\``).join(", ");
  const lines = cases.flatMap((attendances) => [
    "  | {",
    ...labels.flatMap((label, at) => member(label, attendances[at] ?? "optional", 6)),
    "    }",
  ]);
  return [
    docComment([`How ${listed} can be there: of a metric that has them, one of these.`], [], 0) ??
      "",
    `export type ${name} =`,
    ...lines.slice(0, -1),
    `${lines.at(-1)};`,
  ];
}

/** A label as a member of an interface, with what is said of it. */
function member(
  { name, definition }: Label,
  attendance: Attendance,
  indent: number,
): readonly string[] {
  const pad = " ".repeat(indent);
  const present = attendance === "absent" ? [] : alternatives(definition);
  const isText = present.includes("string");
  const absent = attendance === "present" ? [] : [...(isText ? [] : ['""']), "undefined"];
  const all = [...present, ...absent];
  const head = `${pad}${printName(name)}${attendance === "present" ? "" : "?"}:`;
  const line = `${head} ${all.join(" | ")};`;
  const broken = [head, ...all.map((one) => `${pad}  | ${one}`)];
  const told =
    attendance === "absent" ? undefined : docComment(labelComment(definition), [], indent);
  return [
    ...(told === undefined ? [] : [pad + told]),
    ...(line.length <= 100 || all.length === 1
      ? [line]
      : [...broken.slice(0, -1), `${broken.at(-1)};`]),
  ];
}
