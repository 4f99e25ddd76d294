import { extname } from "node:path";
import { type Finding, PromschemaError } from "../diagnostics/index.js";
import { type CompiledRegistry, compileRegistry } from "../registry/index.js";
import { refuseControlCharacters } from "./decode-text.js";
import { readJsonTree } from "./json-tree.js";
import {
  createSourceText,
  positionAt,
  refusal,
  type SourceText,
  withExcerpt,
} from "./source-text.js";
import { nameOfKind, offsetOf, type SourceNode, toDocument } from "./source-tree.js";
import { readYamlTree } from "./yaml-tree.js";

export interface ParseRegistryOptions {
  /** What findings call the text: its path, as a rule. */
  readonly source?: string;
  /**
   * How to read the text. YAML includes JSON, but is lenient with it.
   * @default "json" where `source` ends in .json, else "yaml"
   */
  readonly format?: "yaml" | "json";
}

/** A registry, or all that keeps the document from being one. */
export type LoadResult =
  | { readonly ok: true; readonly registry: CompiledRegistry }
  | { readonly ok: false; readonly findings: readonly [Finding, ...Finding[]] };

/** Compiles the text of a registry document. Throws PromschemaError with every finding, each with its line and column. */
export function parseRegistry(text: string, options: ParseRegistryOptions = {}): CompiledRegistry {
  const { source } = options;
  const withoutMark = text.startsWith("\ufeff") ? text.slice(1) : text;
  refuseControlCharacters(withoutMark, source);
  const sourceText = createSourceText(withoutMark, source);
  const root = readTree(sourceText, options);
  const compiled = compileRegistry(toDocument(root), {
    ...(source === undefined ? {} : { source }),
    locate: (path, part) => positionAt(sourceText, offsetOf(root, path, part)),
  });
  if (compiled.ok) return compiled.registry;
  const [first, ...rest] = compiled.findings;
  throw new PromschemaError([
    withExcerpt(sourceText, first),
    ...rest.map((finding) => withExcerpt(sourceText, finding)),
  ]);
}

/** Compiles the text of a registry document, and returns the findings where it is none. */
export function safeParseRegistry(text: string, options: ParseRegistryOptions = {}): LoadResult {
  try {
    return { ok: true, registry: parseRegistry(text, options) };
  } catch (error) {
    return findingsOf(error);
  }
}

/** The findings of an error of ours. Throws any other error again. */
export function findingsOf(error: unknown): LoadResult {
  if (error instanceof PromschemaError) return { ok: false, findings: error.findings };
  throw error;
}

function readTree(sourceText: SourceText, options: ParseRegistryOptions): SourceNode {
  const { source } = options;
  const json = extname(source ?? "").toLowerCase() === ".json";
  const format = options.format ?? (json ? "json" : "yaml");
  const read = format === "json" ? readJsonTree : readYamlTree;
  const mistaken = mistakenFor(sourceText.text);
  if (mistaken !== undefined) {
    const message = `expected a registry document, found what looks like ${mistaken}`;
    throw refusal(sourceText, [0, 0], message);
  }
  const root = read(sourceText);
  if (root === undefined) {
    const hint = "start with `registry: <name>` and `metrics:`";
    throw refusal(sourceText, [0, 0], "expected a registry document, found nothing", { hint });
  }
  if (root.kind !== "map") {
    const message = `expected a mapping with registry and metrics, found ${nameOfKind(root)}`;
    throw refusal(sourceText, [root.start, root.end], message);
  }
  return root;
}

// Two files that are easily given in place of a registry. No registry begins like them.
const html = /^\s*<(?:!doctype|html|\?xml)/i;
const exposition =
  /^(?:# HELP .*\n)?# TYPE \S+ (?:counter|gauge|histogram|summary|untyped|unknown|info|stateset)\r?\n/;

function mistakenFor(text: string): string | undefined {
  if (html.test(text)) return "an HTML page";
  return exposition.test(text) ? "an exposition" : undefined;
}
