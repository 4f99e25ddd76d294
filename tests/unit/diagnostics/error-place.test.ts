import { expect, it } from "vitest";
import { createFinding, PromschemaError } from "../../../src/diagnostics/index.js";

// JavaScriptCore gives every error a `line` and a `column` of its own, which hide accessors of the prototype.
it("has line and column of its own, which no engine's can hide", () => {
  const error = new PromschemaError([
    createFinding({ rule: "syntax", severity: "error", message: "m", line: 2, column: 8 }),
  ]);
  expect(Object.hasOwn(error, "line") && Object.hasOwn(error, "column")).toBe(true);
  expect([error.line, error.column]).toEqual([2, 8]);
});
