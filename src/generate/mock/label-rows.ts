// The label sets of a mock metric: a few, with every value of an enum as far as there is room, and without its optional labels now and then.
import type { Labels } from "../../exposition/index.js";
import type { LabelDefinition, Metric } from "../../registry/index.js";
import { patternValues } from "./pattern-values.js";

/** Values of a label that may be any text, and rows of a metric with labels of no other kind. */
const usualCount = 3;

/** Most values of an enum that are shown where none of them has to be. */
const mostListed = 8;

/** Values for labels whose names are what everybody calls them. */
const customary: ReadonlyMap<string, readonly string[]> = new Map([
  ["method", ["GET", "POST", "PUT"]],
  ["status", ["200", "404", "500"]],
  ["code", ["200", "404", "500"]],
  ["status_code", ["200", "404", "500"]],
  ["path", ["/", "/items", "/users"]],
  ["route", ["/", "/items", "/users"]],
  ["region", ["eu-west-1", "us-east-1", "ap-south-1"]],
  ["environment", ["production", "staging", "development"]],
  ["version", ["1.4.2", "1.5.0", "2.0.0"]],
]);

/** The label sets, each once; undefined where a required label has a pattern that no value could be made up for. */
export function labelRows(
  metric: Metric,
  weight: number,
  seed: string,
): readonly Labels[] | undefined {
  const values = new Map(
    metric.labels.map(({ name, definition }) => [name, valuesOf(definition, seed)]),
  );
  if (metric.labels.some(({ name, required }) => required && values.get(name)?.length === 0)) {
    return undefined;
  }
  const musts = Math.max(0, ...metric.labels.map(({ definition }) => alwaysOf(definition).length));
  const lengths = Array.from(values.values(), ({ length }) => length);
  const most = Math.max(1, Math.floor((metric.maxSeries ?? Infinity) / weight));
  const count = Math.min(Math.max(1, musts, ...lengths), most);
  const rows = new Map<string, Labels>();
  for (let row = 0; row < count; row++) {
    const labels = rowOf(metric, values, row, row >= musts && row % 3 === 2);
    rows.set(JSON.stringify(Object.entries(labels)), labels);
  }
  return [...rows.values()];
}

function rowOf(
  { labels }: Metric,
  values: ReadonlyMap<string, readonly string[]>,
  row: number,
  isBare: boolean,
): Labels {
  const present = new Map<string, string>();
  for (const { name, required } of labels) {
    const list = values.get(name) ?? [];
    const value = list[row % list.length];
    if (value !== undefined && (required || !isBare)) present.set(name, value);
  }
  // What requires a label that is not there goes too, and then what requires that.
  for (let before = -1; before !== present.size; ) {
    before = present.size;
    for (const { name, definition } of labels) {
      if (definition.requires.some((other) => !present.has(other))) present.delete(name);
    }
  }
  const record: Record<string, string> = Object.create(null);
  for (const [name, value] of present) record[name] = value;
  return record;
}

function alwaysOf({ enum: values = [] }: LabelDefinition): readonly string[] {
  return values.filter(({ presence }) => presence === "always").map(({ value }) => value);
}

function valuesOf(definition: LabelDefinition, seed: string): readonly string[] {
  const { enum: listed, examples, maxValues = Infinity } = definition;
  const always = alwaysOf(definition);
  const all = listed?.map(({ value }) => value) ?? examples ?? madeUp(definition, seed);
  // Half a surrogate pair cannot be written.
  const ordered = [...new Set([...always, ...all])].filter((text) => !/\p{Surrogate}/u.test(text));
  return ordered.slice(0, Math.min(maxValues, Math.max(always.length, mostListed)));
}

function madeUp(definition: LabelDefinition, seed: string): readonly string[] {
  const { name, type, pattern } = definition;
  if (pattern !== undefined) return patternValues(definition, usualCount, seed);
  if (type === "boolean") return ["true", "false"];
  const numbers = Array.from({ length: usualCount }, (_, at) => String(at + 1));
  if (type === "integer") return numbers;
  const stem = name.replace(/_(?:id|name)$/, "").replaceAll("_", "-");
  return customary.get(name) ?? numbers.map((number) => `${stem}-${number}`);
}
