/**
 * The matcher `toMatchRegistry` for jest: `expect.extend(matchers)`, once in a set-up file or in each test file that uses it.
 *
 * @module
 */

import type { CompiledRegistry } from "../registry/index.js";
import { type MatchOptions, matchRegistry } from "./match-registry.js";

export type { MatchOptions, MatchResult } from "./match-registry.js";

/** What `expect.extend` takes. */
export const matchers = { toMatchRegistry: matchRegistry };

declare global {
  /** The types of the global `expect`: @types/jest. */
  namespace jest {
    // The parameters are those of jest's own interface, which this one adds to.
    interface Matchers<R, T> {
      /** That a payload, as a string or as bytes, keeps the contract of a registry and the rules of its format. */
      toMatchRegistry(registry: CompiledRegistry, options?: MatchOptions): R;
    }
  }
}

/** The types of the imported `expect`: @jest/globals. */
// biome-ignore lint/suspicious/noTsIgnore: who has jest has the module, and who has not is not to be stopped by it
// @ts-ignore
declare module "expect" {
  interface Matchers<R, T> {
    /** That a payload, as a string or as bytes, keeps the contract of a registry and the rules of its format. */
    toMatchRegistry(registry: CompiledRegistry, options?: MatchOptions): R;
  }
}
