import { complement, lastCodePoint, type PatternNode, type Range } from "./syntax.js";

/**
 * The pattern in the dialect of JavaScript, for the flag `u`, and of most others: what it means is spelt out. Without anchors, but so that anchors
 * and what else stands beside it take it as a whole.
 */
export function printPattern(node: PatternNode): string {
  return node.kind === "choice" ? `(?:${printNode(node)})` : printNode(node);
}

function printNode(node: PatternNode): string {
  if (node.kind === "set") return printSet(node.ranges);
  if (node.kind === "sequence") return node.items.map(printPattern).join("");
  if (node.kind === "choice") return node.items.map(printNode).join("|");
  const { item, min, max } = node;
  const text = item.kind === "set" ? printNode(item) : `(?:${printNode(item)})`;
  return text + printBounds(min, max);
}

function printBounds(min: number, max: number | undefined): string {
  if (max === undefined) return min === 0 ? "*" : min === 1 ? "+" : `{${min},}`;
  if (min === 0 && max === 1) return "?";
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

function printSet(ranges: readonly Range[]): string {
  const [only] = ranges;
  if (ranges.length === 1 && only !== undefined) {
    const [from, to] = only;
    if (from === to) return printChar(from, false);
    if (from === 0 && to === lastCodePoint) return "[\\s\\S]";
  }
  const isMost = ranges.some(([, to]) => to === lastCodePoint);
  const listed = isMost ? complement(ranges) : ranges;
  return `[${isMost ? "^" : ""}${listed.map(printRange).join("")}]`;
}

function printRange([from, to]: Range): string {
  const [low, high] = [printChar(from, true), printChar(to, true)];
  if (from === to) return low;
  return to === from + 1 ? low + high : `${low}-${high}`;
}

function printChar(code: number, inClass: boolean): string {
  const char = String.fromCodePoint(code);
  if (/[$()*+./?[\\\]^{|}]/.test(char) || (inClass && char === "-")) return `\\${char}`;
  if (/[\p{L}\p{N}]/u.test(char) || /[ -~]/.test(char)) return char;
  const digits = code.toString(16);
  return code > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, "0")}`;
}
