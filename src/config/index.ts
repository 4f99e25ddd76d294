// The configuration of promschema as a module: defineConfig gives its type, and nothing else.
import type { Configuration } from "./configuration.js";

export type { Configuration, RuleLevels } from "./configuration.js";

/**
 * Gives the configuration back, typed: `export default defineConfig({ ... })` in `promschema.config.ts`. It is judged when a command reads it.
 */
export function defineConfig(configuration: Configuration): Configuration {
  return configuration;
}
