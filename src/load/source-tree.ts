// What a document reads as before it means anything: the same tree for YAML and JSON, each part with its place.

/** A value of the document. `start` and `end` are offsets in the text, `size` counts the values in it, itself included. */
export type SourceNode = SourceMap | SourceList | SourceScalar;

export interface SourceMap {
  readonly kind: "map";
  readonly start: number;
  readonly end: number;
  readonly size: number;
  readonly entries: ReadonlyMap<string, SourceEntry>;
}

export interface SourceEntry {
  readonly keyStart: number;
  readonly value: SourceNode;
}

export interface SourceList {
  readonly kind: "list";
  readonly start: number;
  readonly end: number;
  readonly size: number;
  readonly items: readonly SourceNode[];
}

export interface SourceScalar {
  readonly kind: "scalar";
  readonly start: number;
  readonly end: number;
  readonly size: 1;
  readonly value: string | number | boolean | null;
  /** As it is written, quotes and escapes resolved: `1.0` and not 1. */
  readonly text: string;
}

/** The kind of a node in the words of a message. */
export function nameOfKind(node: SourceNode): string {
  if (node.kind === "map") return "a mapping";
  if (node.kind === "list") return "a list";
  if (node.value === null) return "nothing";
  return typeof node.value === "string" ? "text" : `a ${typeof node.value}`;
}

// Lists of label values. Labels hold text, so 1.0 among them means "1.0": as a number it would come out as "1".
const listsOfText: ReadonlySet<string> = new Set(["enum", "examples", "states"]);

/**
 * The document as plain data: null-prototype objects (a key may be `__proto__`), arrays and scalars. Nothing is shared, nothing
 * is cyclic.
 */
export function toDocument(node: SourceNode, key = ""): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") {
    const asText = listsOfText.has(key);
    return node.items.map((item) => (asText ? textOf(item) : toDocument(item)));
  }
  const object: Record<string, unknown> = Object.create(null);
  for (const [name, entry] of node.entries) object[name] = toDocument(entry.value, name);
  return object;
}

function textOf(node: SourceNode): unknown {
  return node.kind === "scalar" && node.text !== "" ? node.text : toDocument(node);
}

/**
 * Offset of the key or the value that a path leads to. Where the path leaves the document, as for a missing field, the offset of
 * the last key on it that is there.
 */
export function offsetOf(
  root: SourceNode,
  path: readonly (string | number)[],
  part: "key" | "value",
): number {
  let node = root;
  let key = root.start;
  for (const step of path) {
    if (node.kind === "map") {
      const entry = node.entries.get(String(step));
      if (entry === undefined) return key;
      key = entry.keyStart;
      node = entry.value;
    } else if (node.kind === "list") {
      const item = node.items[Number(step)];
      if (item === undefined) return key;
      key = item.start;
      node = item;
    } else {
      return key;
    }
  }
  return part === "key" ? key : node.start;
}
