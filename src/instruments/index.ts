// Series that a program keeps over time: label sets with rows, and the instruments that count in them.
export { combinations, type KnownValues } from "./combinations.js";
export { LabelIndex, type LabelIndexOptions, type LabelTexts } from "./label-index.js";
