import { compilePattern, wholeNumber } from "../../pattern/index.js";
import type { LabelDefinition } from "../../registry/index.js";
import { type PatternNode, type Range, readPattern } from "../pattern/syntax.js";
import { randomOf } from "./random.js";

/** Draws for one value before a pattern is given up. */
const tries = 60;

/** Repetitions beyond the least, where there is no end to them. */
const more = 3;

/** Some values that match the pattern of a label and are of its type, each once; none where no value could be made up. */
export function patternValues(
  { name, pattern = "", type }: LabelDefinition,
  count: number,
  seed: string,
): readonly string[] {
  const node = readPattern(pattern);
  const compiled = compilePattern(pattern);
  if (!compiled.ok) return [];
  if (type === "boolean") return ["true", "false"].filter(compiled.matches);
  if (node === undefined) return [];
  const random = randomOf(`${seed} ${name}`);
  const values = new Set<string>();
  for (let tried = 0; tried < tries && values.size < count; tried++) {
    const value = draw(node, random);
    const fits = value !== "" && value.length <= 200 && compiled.matches(value);
    if (fits && (type === "string" || wholeNumber.test(value))) values.add(value);
  }
  return [...values];
}

function draw(node: PatternNode, random: () => number): string {
  switch (node.kind) {
    case "set":
      return drawChar(node.ranges, random);
    case "sequence":
      return node.items.map((item) => draw(item, random)).join("");
    case "choice":
      return draw(node.items[Math.floor(random() * node.items.length)]!, random);
    default: {
      const { item, min, max = min + more } = node;
      const times = min + Math.floor(random() * (Math.min(max, min + more) - min + 1));
      return Array.from({ length: Math.min(times, 100) }, () => draw(item, random)).join("");
    }
  }
}

/** What a reader expects of a class: letters and digits first, then what can be printed, then whatever there is. */
const pleasant: readonly Range[] = [
  [0x61, 0x7a],
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x21, 0x7e],
];

function drawChar(ranges: readonly Range[], random: () => number): string {
  for (const [low, high] of pleasant) {
    const within = ranges
      .map(([from, to]): Range => [Math.max(from, low), Math.min(to, high)])
      .filter(([from, to]) => from <= to);
    if (within.length > 0) return drawFrom(within, random);
  }
  return drawFrom(ranges, random);
}

function drawFrom(ranges: readonly Range[], random: () => number): string {
  const [from, to] = ranges[Math.floor(random() * ranges.length)]!;
  const code = from + Math.floor(random() * (to - from + 1));
  // Halves of surrogate pairs are no characters.
  return String.fromCodePoint(code >= 0xd800 && code <= 0xdfff ? 0x7a : code);
}
