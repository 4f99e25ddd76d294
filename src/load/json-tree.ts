import { quote } from "../diagnostics/index.js";
import { maxDepth } from "./limits.js";
import { positionAt, refusal, type SourceText } from "./source-text.js";
import type { SourceEntry, SourceNode, SourceScalar } from "./source-tree.js";

// RFC 8259. Cursor convention: `at` is the offset of the next character; on entry to a reader of a production it stands on the
// first character of it, on return on the first after it. Sticky expressions read what is regular.

const space = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const word = /[\p{L}\p{N}_+.-]+/uy;
const literals: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/**
 * Reads a JSON text as a tree. Throws PromschemaError (rule `registry/syntax`) for what is not JSON by RFC 8259, and for an
 * object with two members of one name. Undefined for a text without content.
 */
export function readJsonTree(sourceText: SourceText): SourceNode | undefined {
  const { text } = sourceText;
  let at = 0;
  let depth = 0;

  function match(expression: RegExp): string | undefined {
    expression.lastIndex = at;
    const found = expression.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  }

  function expected(what: string, hint?: string): Error {
    const start = at;
    const found = start >= text.length ? "the end" : quote(match(word) ?? charAt(text, start));
    const end = Math.max(at, start + 1);
    const details = hint === undefined ? {} : { hint };
    return refusal(sourceText, [start, end], `expected ${what}, found ${found}`, details);
  }

  function readValue(): SourceNode {
    const char = text[at];
    if (char === "{") return readNested(readObject);
    if (char === "[") return readNested(readArray);
    const start = at;
    if (char === '"') {
      const value = readString();
      return { kind: "scalar", start, end: at, size: 1, value, text: value };
    }
    return readNumber() ?? readLiteral();
  }

  function readNested(read: () => SourceNode): SourceNode {
    depth++;
    if (depth > maxDepth) {
      const message = "the document is nested too deeply for a registry";
      throw refusal(sourceText, [at, at + 1], message, { rule: "registry/limit" });
    }
    const node = read();
    depth--;
    return node;
  }

  function readObject(): SourceNode {
    const start = at++;
    const entries = new Map<string, SourceEntry>();
    let size = 1;
    match(space);
    if (text[at] !== "}") {
      do {
        match(space);
        const keyStart = at;
        if (text[at] !== '"') throw expected("a name in double quotes", afterComma());
        const name = readString();
        refuseDuplicate(entries.get(name), name, keyStart);
        match(space);
        if (text[at] !== ":") throw expected('":" after the name');
        at++;
        match(space);
        const value = readValue();
        entries.set(name, { keyStart, value });
        size += value.size;
        match(space);
      } while (skipComma());
      if (text[at] !== "}") throw expected('"," or "}"');
    }
    at++;
    return { kind: "map", start, end: at, size, entries };
  }

  function readArray(): SourceNode {
    const start = at++;
    const items: SourceNode[] = [];
    let size = 1;
    match(space);
    if (text[at] !== "]") {
      do {
        match(space);
        if (text[at] === "]") throw expected("a value", afterComma());
        const item = readValue();
        items.push(item);
        size += item.size;
        match(space);
      } while (skipComma());
      if (text[at] !== "]") throw expected('"," or "]"');
    }
    at++;
    return { kind: "list", start, end: at, size, items };
  }

  function skipComma(): boolean {
    if (text[at] !== ",") return false;
    at++;
    return true;
  }

  function afterComma(): string | undefined {
    return text[at] === "}" || text[at] === "]" ? "remove the comma before it" : undefined;
  }

  function refuseDuplicate(before: SourceEntry | undefined, name: string, start: number): void {
    if (before === undefined) return;
    const { line, column } = positionAt(sourceText, before.keyStart);
    throw refusal(sourceText, [start, at], `the key ${quote(name)} is here a second time`, {
      notes: [`first at ${line}:${column}`],
      value: name,
    });
  }

  function readString(): string {
    const start = at++;
    while (text[at] !== '"') {
      if (at >= text.length) throw expected("the closing quote of a string");
      if (text[at]! < " ") throw expected("a string on one line, its tabs and breaks escaped");
      at += text[at] === "\\" ? 2 : 1;
    }
    at++;
    try {
      const value: unknown = JSON.parse(text.slice(start, at));
      return String(value);
    } catch {
      const message = "expected a string of JSON, found one with an escape that is none";
      throw refusal(sourceText, [start, at], message);
    }
  }

  function readNumber(): SourceScalar | undefined {
    const start = at;
    const found = match(number);
    if (found === undefined) return undefined;
    if (match(word) === undefined) return scalar(start, Number(found), found);
    at = start;
    throw expected("a number of JSON");
  }

  function readLiteral(): SourceScalar {
    const start = at;
    const found = match(word) ?? "";
    const value = literals.get(found);
    if (value !== undefined) return scalar(start, value, found);
    at = start;
    throw expected("a value", text[at] === "'" ? "JSON knows double quotes only" : undefined);
  }

  function scalar(start: number, value: number | boolean | null, written: string): SourceScalar {
    return { kind: "scalar", start, end: at, size: 1, value, text: written };
  }

  match(space);
  if (at === text.length) return undefined;
  const root = readValue();
  match(space);
  if (at < text.length) throw expected("the end of the document");
  return root;
}

/** The character at an offset, both halves of it where it has two. */
function charAt(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset)!);
}
