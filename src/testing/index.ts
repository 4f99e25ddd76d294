/**
 * Arbitraries of fast-check for property tests of your own: registries, labels that a contract takes or nearly takes, expositions that keep it.
 *
 * @module
 */

export { expositions } from "./expositions.js";
export { anyLabels, rightLabels } from "./labels.js";
export type { NameOptions } from "./names.js";
export { registries, registryDocuments } from "./registries.js";
export {
  type WrongExposition,
  type WrongOptions,
  wrongExpositions,
} from "./wrong-expositions.js";
