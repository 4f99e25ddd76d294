// Plain data as source text of TypeScript, laid out as the formatter would.

const width = 100;
/** A string that is too long stays beside a key shorter than this: breaking would gain too little. */
const shortestBroken = 5;
const identifier = /^[A-Za-z_$][\w$]*$/;

interface Place {
  /** Columns taken on the line before the literal. */
  readonly before: number;
  /** Indentation of that line. */
  readonly indent: number;
}

/** Comments to stand above the properties that hold certain objects: their text, given the columns taken before it. */
export type Comments = ReadonlyMap<unknown, (indent: number) => string>;

/** Source text of a value made of objects, arrays, strings, numbers and booleans. The first line has no indentation. */
export function printLiteral(value: unknown, place: Place, comments: Comments = new Map()): string {
  if (typeof value !== "object" || value === null) return printScalar(value);
  const flat = printFlat(value);
  // One column more for the comma that follows.
  if (flat !== undefined && place.before + flat.length + 1 <= width) return flat;
  const indent = place.indent + 2;
  const pad = " ".repeat(indent);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const parts = Array.isArray(value)
    ? value.map((item) => printLiteral(item, { before: indent, indent }, comments))
    : Object.entries(value).map(([key, item]) => printProperty(key, item, indent, comments));
  const lines = parts.map((part) => `${pad}${part},\n`).join("");
  return `${open}\n${lines}${" ".repeat(place.indent)}${close}`;
}

function printProperty(key: string, value: unknown, indent: number, comments: Comments): string {
  const comment = comments.get(value)?.(indent);
  const name = `${comment === undefined ? "" : `${comment}\n${" ".repeat(indent)}`}${printKey(key)}: `;
  const text = printLiteral(value, { before: indent + printKey(key).length + 2, indent }, comments);
  const tooLong = indent + printKey(key).length + text.length + 3 > width;
  const breaks = typeof value === "string" && tooLong && printKey(key).length >= shortestBroken;
  return breaks ? `${name.trimEnd()}\n${" ".repeat(indent + 2)}${text}` : name + text;
}

/** The value on one line; undefined where it holds an object, which gets lines of its own unless a list hugs it. */
function printFlat(value: object): string | undefined {
  const inner = Object.entries(value);
  if (inner.length === 0) return Array.isArray(value) ? "[]" : "{}";
  const hugs = Array.isArray(value) && value.length === 1;
  const holdsObject = inner.some(([, item]) => typeof item === "object" && !Array.isArray(item));
  if (holdsObject && !hugs) return undefined;
  const texts: string[] = [];
  for (const [key, item] of inner) {
    const text = typeof item === "object" ? printFlat(item) : printScalar(item);
    if (text === undefined) return undefined;
    texts.push(Array.isArray(value) ? text : `${printKey(key)}: ${text}`);
  }
  return Array.isArray(value) ? `[${texts.join(", ")}]` : `{ ${texts.join(", ")} }`;
}

/** The name of a property of an object literal. Written plainly, `__proto__` would set the prototype. */
function printKey(key: string): string {
  return key === "__proto__" ? `["${key}"]` : printName(key);
}

/** A name where TypeScript declares a member. */
export function printName(name: string): string {
  return identifier.test(name) ? name : printScalar(name);
}

/** A string, number or boolean, quoted as the formatter does. */
export function printScalar(value: unknown): string {
  const text = Object.is(value, -0) ? "-0" : JSON.stringify(value);
  const singles = text.split("'").length;
  const doubles = text.split('\\"').length;
  if (typeof value !== "string" || doubles <= singles) return text;
  return `'${text.slice(1, -1).replaceAll("'", "\\'").replaceAll('\\"', '"')}'`;
}
