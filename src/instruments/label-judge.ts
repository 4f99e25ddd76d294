import { brokenRule } from "../check/index.js";
import type { Metric } from "../registry/index.js";
import type { LabelTexts } from "./label-index.js";

/**
 * Makes a function that says whether texts keep the label contract of a metric: what `readLabels` says by an empty list, at a tenth of its cost. Why
 * they do not is for that to say.
 */
export function labelJudge({ labels }: Metric): (texts: LabelTexts) => boolean {
  const places = new Map(labels.map(({ name }, place) => [name, place]));
  const rules = labels.map(({ required, definition }) => ({
    required,
    broken: brokenRule(definition),
    // No label is at -1, so what is not a label of the metric is absent.
    requires: definition.requires.map((name) => places.get(name) ?? -1),
  }));
  return (texts) =>
    rules.every(({ required, broken, requires }, place) => {
      const text = texts[place] ?? "";
      if (text === "") return !required;
      if (broken(text) !== undefined || /\p{Surrogate}/u.test(text)) return false;
      return requires.every((other) => (texts[other] ?? "") !== "");
    });
}
