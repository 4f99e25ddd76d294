import {
  type Alias,
  Composer,
  isAlias,
  isMap,
  isPair,
  isScalar,
  type ParsedNode,
  type YAMLMap,
} from "yaml";
import { nearest, quote } from "../diagnostics/index.js";
import { maxAliasedValues } from "./limits.js";
import { positionAt, type RefusalDetails, refusal, type SourceText } from "./source-text.js";
import { nameOfKind, type SourceEntry, type SourceNode, type SourceScalar } from "./source-tree.js";
import { yamlMessage } from "./yaml-message.js";
import { resolvePlainScalar } from "./yaml-scalar.js";
import { readYamlTokens } from "./yaml-tokens.js";

/**
 * Reads a YAML text as a tree. Throws PromschemaError (rule `registry/syntax`) for what is not YAML 1.2, and for what YAML has
 * and a registry has no use for: tags, merge keys, several documents, keys that are no scalars. Undefined for a text without
 * content.
 */
export function readYamlTree(sourceText: SourceText): SourceNode | undefined {
  const tokens = readYamlTokens(sourceText);
  // Scalars are resolved here and not by the parser, and so are duplicate keys, which it finds in quadratic time.
  const composer = new Composer({ schema: "failsafe", uniqueKeys: false, prettyErrors: false });
  const [document] = composer.compose(tokens, true, sourceText.text.length);
  if (document === undefined) throw new Error("internal: the YAML composer gave no document");
  const [error] = document.errors;
  if (error !== undefined) {
    const { text, ...details } = yamlMessage(error.code, error.message);
    throw refusal(sourceText, error.pos, text, details);
  }
  const root: ParsedNode | null = document.contents;
  const empty = isScalar(root) && root.value === "" && root.type === "PLAIN";
  return root === null || empty ? undefined : createReader(sourceText)(root);
}

/** A reader of parsed nodes that knows the anchors it has passed. */
function createReader(sourceText: SourceText): (node: ParsedNode) => SourceNode {
  // Undefined while the node of the anchor is being read.
  const anchors = new Map<string, SourceNode | undefined>();
  let aliasedValues = 0;

  function fail(node: ParsedNode, message: string, details?: RefusalDetails): Error {
    return refusal(sourceText, [node.range[0], node.range[1]], message, details);
  }

  function read(node: ParsedNode): SourceNode {
    if (isAlias(node)) return follow(node, node.source);
    if (node.tag !== undefined) {
      const shown = node.tag.replace("tag:yaml.org,2002:", "!!");
      throw fail(node, `expected plain data, found the tag ${quote(shown)}`, {
        hint: "remove the tag, and quote the value if it is text",
      });
    }
    const anchor = node.anchor;
    if (anchor !== undefined) anchors.set(anchor, undefined);
    const result = readContent(node);
    if (anchor !== undefined) anchors.set(anchor, result);
    return result;
  }

  function readContent(node: Exclude<ParsedNode, Alias.Parsed>): SourceNode {
    const [start, end] = node.range;
    if (isScalar(node)) return readScalar(String(node.value), node.type === "PLAIN", [start, end]);
    if (isMap(node)) return readMap(node);
    const items = node.items.map((item) => {
      if (isPair(item)) throw new Error("internal: a list of YAML held a pair");
      return read(item);
    });
    return { kind: "list", start, end, size: sizeOf(items), items };
  }

  function readMap(node: YAMLMap.Parsed): SourceNode {
    const [start, end] = node.range;
    const entries = new Map<string, SourceEntry>();
    for (const pair of node.items) {
      const key = readKey(pair.key);
      const before = entries.get(key.text);
      if (before !== undefined) {
        const { line, column } = positionAt(sourceText, before.keyStart);
        throw fail(pair.key, `the key ${quote(key.text)} is here a second time`, {
          notes: [`first at ${line}:${column}`],
          value: key.text,
        });
      }
      const value = pair.value === null ? nothingAt(key.end) : read(pair.value);
      entries.set(key.text, { keyStart: key.start, value });
    }
    const values = Array.from(entries.values(), (entry) => entry.value);
    return { kind: "map", start, end, size: sizeOf(values), entries };
  }

  function readKey(node: ParsedNode): SourceScalar {
    const key = read(node);
    if (key.kind !== "scalar") throw fail(node, `expected text as a key, found ${nameOfKind(key)}`);
    if (key.text === "" && key.value === null) throw fail(node, "expected a key, found nothing");
    if (key.text === "<<" && isScalar(node) && node.type === "PLAIN") {
      throw fail(node, "merge keys (<<) are no part of YAML 1.2", {
        hint: "write the fields out; labels are shared by a label set: ...set",
      });
    }
    return key;
  }

  function follow(node: ParsedNode, name: string): SourceNode {
    const target = anchors.get(name);
    if (target === undefined && anchors.has(name)) {
      throw fail(node, `the alias ${quote(`*${name}`)} is part of what it stands for`);
    }
    if (target === undefined) {
      const close = nearest(name, anchors.keys());
      const details = close === undefined ? {} : { hint: `did you mean ${quote(`*${close}`)}?` };
      throw fail(node, `the alias ${quote(`*${name}`)} has no anchor before it`, details);
    }
    aliasedValues += target.size;
    if (aliasedValues > maxAliasedValues) {
      const message = "the aliases of this document stand for over 100,000 values";
      throw fail(node, message, { rule: "registry/limit" });
    }
    // Shared below, but at a place of its own: that of the alias.
    return { ...target, start: node.range[0], end: node.range[1] };
  }

  return read;
}

function readScalar(
  text: string,
  plain: boolean,
  [start, end]: readonly [number, number],
): SourceScalar {
  const value = plain ? resolvePlainScalar(text) : text;
  return { kind: "scalar", start, end, size: 1, value, text };
}

function nothingAt(offset: number): SourceScalar {
  return { kind: "scalar", start: offset, end: offset, size: 1, value: null, text: "" };
}

function sizeOf(nodes: readonly SourceNode[]): number {
  return nodes.reduce((sum, node) => sum + node.size, 1);
}
