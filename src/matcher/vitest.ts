/**
 * The matcher `toMatchRegistry` for vitest: `expect.extend(matchers)`, once in a set-up file or in each test file that uses it.
 *
 * @module
 */

import type { ExpectStatic } from "vitest";
import type { CompiledRegistry } from "../registry/index.js";
import { type MatchOptions, matchRegistry } from "./match-registry.js";

export type { MatchOptions, MatchResult } from "./match-registry.js";

// Typed by vitest: what the compiler merges into a module it does not find, nobody sees, and it looks for what is imported.
/** What `expect.extend` takes. */
export const matchers: Pick<Parameters<ExpectStatic["extend"]>[0], "toMatchRegistry"> = {
  toMatchRegistry: matchRegistry,
};

declare module "vitest" {
  // The parameter is that of vitest's own interface, which this one adds to.
  interface Matchers<T> {
    /** That a payload, as a string or as bytes, keeps the contract of a registry and the rules of its format. */
    toMatchRegistry(registry: CompiledRegistry, options?: MatchOptions): void;
  }
}
