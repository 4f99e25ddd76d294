import {
  type GeneratedFile,
  type GenerateOptions,
  generateDocs,
  generateHtml,
  generateJsonSchema,
  generateMock,
  generateTypes,
  generateValidators,
  hasBlock,
  type MockOptions,
  replaceBlock,
} from "../../generate/index.js";
import type { CompiledRegistry } from "../../registry/index.js";
import { CommandFailure } from "../failure.js";

/** What `promschema generate` makes, by the name of the target. */
const targets = {
  types: generateTypes,
  validators: generateValidators,
  "json-schema": generateJsonSchema,
  docs: generateDocs,
  html: generateHtml,
  mock: generateMock,
} as const satisfies Record<
  string,
  (registry: CompiledRegistry, options: GenerateOptions) => readonly GeneratedFile[]
>;

export type Target = keyof typeof targets;

// The keys of a literal: there are no others.
export const targetNames = Object.keys(targets) as [Target, ...Target[]];

/** The files of a target. */
export function generate(
  target: Target,
  registry: CompiledRegistry,
  options: GenerateOptions & MockOptions,
): readonly GeneratedFile[] {
  return targets[target](registry, options);
}

/**
 * The text of a document with what a target makes in its block, where it has one: a README is updated in place. Undefined where it has none,
 * or the target makes no part of a document. Throws CommandFailure where the marks of the block are not right.
 */
export function updated(
  target: Target,
  registry: CompiledRegistry,
  options: GenerateOptions,
  document: { readonly name: string; readonly text: string },
): string | undefined {
  if (target !== "docs" || !hasBlock(document.text)) return undefined;
  const [file] = generateDocs(registry, { ...options, embedded: true });
  const text = file === undefined ? undefined : replaceBlock(document.text, file.content);
  if (text !== undefined) return text;
  throw new CommandFailure(
    `${document.name} has the marks of a generated block, but not each once, on a line of its own`,
    "<!-- promschema:begin --> and <!-- promschema:end --> stand around it",
  );
}
