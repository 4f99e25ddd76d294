// The text of findings as the command line prints it, for those who print elsewhere. Nothing of it knows Node.
export { count } from "./figures.js";
export { findingText } from "./reporters/finding-text.js";
export { foldAlike } from "./reporters/fold-alike.js";
