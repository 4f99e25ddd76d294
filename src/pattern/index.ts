// What the text of a label value may have to look like. A room of its own, so that what judges values does not load what reads registries.
export { compilePattern, wholeNumber } from "./pattern.js";
