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

/** Source text of a value made of objects, arrays, strings, numbers and booleans. The first line has no indentation. */
export function printLiteral(value: unknown, place: Place): string {
  if (typeof value !== "object" || value === null) return printScalar(value);
  const flat = printFlat(value);
  // One column more for the comma that follows.
  if (flat !== undefined && place.before + flat.length + 1 <= width) return flat;
  const indent = place.indent + 2;
  const pad = " ".repeat(indent);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const parts = Array.isArray(value)
    ? value.map((item) => printLiteral(item, { before: indent, indent }))
    : Object.entries(value).map(([key, item]) => printProperty(key, item, indent));
  const lines = parts.map((part) => `${pad}${part},\n`).join("");
  return `${open}\n${lines}${" ".repeat(place.indent)}${close}`;
}

function printProperty(key: string, value: unknown, indent: number): string {
  const name = `${printKey(key)}: `;
  const text = printLiteral(value, { before: indent + name.length, indent });
  const tooLong = indent + name.length + text.length + 1 > width;
  const breaks = typeof value === "string" && tooLong && printKey(key).length >= shortestBroken;
  return breaks ? `${name.trimEnd()}\n${" ".repeat(indent + 2)}${text}` : name + text;
}

/** The value on one line; undefined where it holds an object, which gets lines of its own. */
function printFlat(value: object): string | undefined {
  const inner = Object.entries(value);
  if (inner.length === 0) return Array.isArray(value) ? "[]" : "{}";
  if (inner.some(([, item]) => typeof item === "object" && !Array.isArray(item))) return undefined;
  const texts = inner.map(([key, item]) => {
    const text = typeof item === "object" ? printFlat(item) : printScalar(item);
    return Array.isArray(value) ? text : `${printKey(key)}: ${text}`;
  });
  return Array.isArray(value) ? `[${texts.join(", ")}]` : `{ ${texts.join(", ")} }`;
}

function printKey(key: string): string {
  return identifier.test(key) ? key : printScalar(key);
}

function printScalar(value: unknown): string {
  const text = JSON.stringify(value);
  const singles = text.split("'").length;
  const doubles = text.split('\\"').length;
  if (typeof value !== "string" || doubles <= singles) return text;
  return `'${text.slice(1, -1).replaceAll("'", "\\'").replaceAll('\\"', '"')}'`;
}
