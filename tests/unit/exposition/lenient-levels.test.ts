import { expect, it } from "vitest";
import { findRule } from "../../../src/diagnostics/index.js";
import { lenientLevels } from "../../../src/exposition/index.js";

it.each(Object.entries(lenientLevels))("%s has the level of its page", (rule, level) => {
  expect(findRule(rule)?.level).toBe(level);
});
