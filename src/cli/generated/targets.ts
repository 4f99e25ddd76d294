import { type GeneratedFile, type GenerateOptions, generateTypes } from "../../generate/index.js";
import type { CompiledRegistry } from "../../registry/index.js";

/** What `promschema generate` makes, by the name of the target. */
const targets = {
  types: generateTypes,
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
  options: GenerateOptions,
): readonly GeneratedFile[] {
  return targets[target](registry, options);
}
