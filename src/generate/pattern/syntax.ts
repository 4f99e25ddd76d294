// Label patterns as trees. The syntax is that of RE2 as far as it means the same, or can be said, in other dialects: texts, classes,
// groups, alternatives and repetitions. Flags, classes of Unicode and assertions within a pattern are left to RE2 itself.

/** Code points from one to another, both included. */
export type Range = readonly [from: number, to: number];

export type PatternNode =
  | { readonly kind: "set"; readonly ranges: readonly Range[] }
  | { readonly kind: "sequence"; readonly items: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly items: readonly PatternNode[] }
  | {
      readonly kind: "repeat";
      readonly item: PatternNode;
      readonly min: number;
      /** Undefined where there is no end. */
      readonly max: number | undefined;
    };

export const lastCodePoint = 0x10ffff;

const digits: readonly Range[] = [[0x30, 0x39]];
const letters: readonly Range[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
];
const blanks: readonly Range[] = [
  [9, 10],
  [12, 13],
  [32, 32],
];

/** The classes that a letter stands for, in ASCII as RE2 has them. */
const perlClasses: ReadonlyMap<string, readonly Range[]> = new Map([
  ["d", digits],
  ["w", [...digits, ...letters, [0x5f, 0x5f]]],
  ["s", blanks],
]);

const posixClasses: ReadonlyMap<string, readonly Range[]> = new Map([
  ["alnum", [...digits, ...letters]],
  ["alpha", letters],
  ["digit", digits],
  ["lower", [[0x61, 0x7a]]],
  ["upper", [[0x41, 0x5a]]],
  ["word", [...digits, ...letters, [0x5f, 0x5f]]],
  ["xdigit", [...digits, [0x41, 0x46], [0x61, 0x66]]],
]);

const controls: ReadonlyMap<string, number> = new Map([
  ["t", 9],
  ["n", 10],
  ["v", 11],
  ["f", 12],
  ["r", 13],
  ["a", 7],
]);

/** Thrown and caught in this file alone. */
const unknown = Symbol("a pattern beyond this reader");

/** The tree of a pattern that RE2 takes; undefined where it has what this reader does not know. */
export function readPattern(pattern: string): PatternNode | undefined {
  try {
    return createReader(Array.from(pattern)).whole();
  } catch (thrown) {
    if (thrown === unknown) return undefined;
    throw thrown;
  }
}

/** Reads from the first of the characters; on entry to each function, `at` is the first character of what it is called by. */
function createReader(chars: readonly string[]) {
  let at = 0;
  let depth = 0;

  const peek = (text: string): boolean => chars.slice(at, at + text.length).join("") === text;
  const take = (text: string): boolean => {
    const found = peek(text);
    if (found) at += text.length;
    return found;
  };
  const next = (): string => chars[at++] ?? fail();

  function whole(): PatternNode {
    const node = choice();
    return at === chars.length ? node : fail();
  }

  function choice(): PatternNode {
    const items = [sequence()];
    while (take("|")) items.push(sequence());
    return choiceOf(items);
  }

  function sequence(): PatternNode {
    const items: PatternNode[] = [];
    // The pattern is anchored as it is: what anchors an alternative of the whole once more says nothing.
    if (depth === 0) while (take("^") || take("\\A"));
    if (at > 0 && "^A".includes(chars[at - 1] ?? "") && quantifier() !== undefined) fail();
    while (at < chars.length && !peek("|") && !peek(")")) {
      if (depth === 0 && (take("$") || take("\\z"))) {
        if (at < chars.length && !peek("|") && !peek("$") && !peek("\\z")) fail();
      } else items.push(repeated(atom()));
    }
    return sequenceOf(items);
  }

  function repeated(item: PatternNode): PatternNode {
    const bounds = quantifier();
    if (bounds === undefined) return item;
    // Of a match of the whole value it makes no difference which repetition is tried first.
    take("?");
    if (quantifier() !== undefined) fail();
    return { kind: "repeat", item, ...bounds };
  }

  function quantifier(): { readonly min: number; readonly max: number | undefined } | undefined {
    if (take("*")) return { min: 0, max: undefined };
    if (take("+")) return { min: 1, max: undefined };
    if (take("?")) return { min: 0, max: 1 };
    const [text, least = "", comma, most = ""] =
      /^\{(\d{1,4})(,?)(\d{0,4})\}/.exec(chars.slice(at, at + 11).join("")) ?? [];
    // A brace that begins no bounds is a brace.
    if (text === undefined || (comma === "" && most !== "")) return undefined;
    at += text.length;
    const min = Number(least);
    if (comma === "") return { min, max: min };
    return { min, max: most === "" ? undefined : Number(most) };
  }

  function atom(): PatternNode {
    if (take("(")) return group();
    if (take("[")) return set(bracket());
    if (take(".")) return set([[0, lastCodePoint]]);
    if (take("\\")) return set(escaped());
    if ("*+?^$".includes(chars[at] ?? "*")) fail();
    return set([single(next())]);
  }

  function group(): PatternNode {
    if (take("?")) {
      const name = /^(?:P?<\w+>|:)/.exec(chars.slice(at, at + 200).join(""))?.[0];
      if (name === undefined) fail();
      at += name.length;
    }
    depth++;
    const node = choice();
    depth--;
    return take(")") ? node : fail();
  }

  function escaped(): readonly Range[] {
    const char = next();
    const perl = perlClasses.get(char.toLowerCase());
    if (perl !== undefined) return char === char.toLowerCase() ? perl : complement(perl);
    const control = controls.get(char);
    if (control !== undefined) return [[control, control]];
    if (char === "x") return [hexadecimal()];
    // Other letters and digits are classes of Unicode, assertions, back references and quotations.
    return /^[!-~ ]$/.test(char) && !/[a-zA-Z0-9]/.test(char) ? [single(char)] : fail();
  }

  function hexadecimal(): Range {
    const text = chars.slice(at, at + 10).join("");
    const [all, long, short] = /^(?:\{([0-9a-fA-F]{1,6})\}|([0-9a-fA-F]{2}))/.exec(text) ?? [];
    if (all === undefined) return fail();
    at += all.length;
    const code = Number.parseInt(long ?? short ?? "", 16);
    return code <= lastCodePoint ? [code, code] : fail();
  }

  function bracket(): readonly Range[] {
    const isNegated = take("^");
    const ranges: Range[] = [];
    for (let isFirst = true; isFirst || !peek("]"); isFirst = false) {
      if (take("[:")) {
        const name = /^(\w+):\]/.exec(chars.slice(at, at + 10).join(""))?.[1] ?? "";
        ranges.push(...(posixClasses.get(name) ?? fail()));
        at += name.length + 2;
        continue;
      }
      const low = member();
      if (peek("-") && chars[at + 1] !== "]") {
        at++;
        const high = member();
        const [[from, end] = fail(), ...others] = low;
        const [[start, to] = fail(), ...more] = high;
        const areSingle = from === end && start === to && others.length + more.length === 0;
        ranges.push(areSingle && from <= to ? [from, to] : fail());
      } else ranges.push(...low);
    }
    at++;
    return isNegated ? complement(ranges) : ranges;
  }

  function member(): readonly Range[] {
    if (take("\\")) return escaped();
    return [single(next())];
  }

  return { whole };
}

function sequenceOf(items: readonly PatternNode[]): PatternNode {
  return items.length === 1 ? items[0]! : { kind: "sequence", items };
}

/** A choice in which alternatives that begin with the same class are one, so that the first character decides between `POST` and `PUT` no more. */
function choiceOf(items: readonly PatternNode[]): PatternNode {
  const groups = new Map<string | number, (readonly PatternNode[])[]>();
  for (const [index, item] of items.entries()) {
    const parts = item.kind === "sequence" ? item.items : [item];
    const [head] = parts;
    const key =
      head?.kind === "set" ? JSON.stringify(head.ranges) : head === undefined ? "" : index;
    groups.set(key, [...(groups.get(key) ?? []), parts]);
  }
  const factored = Array.from(groups.values(), (group) => {
    const [first = [], ...others] = group;
    const [head] = first;
    if (others.length === 0 || head === undefined) return sequenceOf(first);
    return sequenceOf([head, choiceOf(group.map((parts) => sequenceOf(parts.slice(1))))]);
  });
  return factored.length === 1 ? factored[0]! : { kind: "choice", items: factored };
}

function fail(): never {
  throw unknown;
}

function single(char: string): Range {
  const code = char.codePointAt(0) ?? fail();
  return [code, code];
}

function set(ranges: readonly Range[]): PatternNode {
  // A class of nothing is no class in other dialects.
  return ranges.length === 0 ? fail() : { kind: "set", ranges: merged(ranges) };
}

/** The ranges in order, without overlaps. */
function merged(ranges: readonly Range[]): readonly Range[] {
  const all: Range[] = [];
  for (const [from, to] of [...ranges].sort(([one], [other]) => one - other)) {
    const before = all.at(-1);
    if (before === undefined || from > before[1] + 1) all.push([from, to]);
    else all[all.length - 1] = [before[0], Math.max(before[1], to)];
  }
  return all;
}

/** All code points that are not in the ranges. */
export function complement(ranges: readonly Range[]): readonly Range[] {
  const rest: Range[] = [];
  let start = 0;
  for (const [from, to] of merged(ranges)) {
    if (start < from) rest.push([start, from - 1]);
    start = to + 1;
  }
  return start <= lastCodePoint ? [...rest, [start, lastCodePoint]] : rest;
}
