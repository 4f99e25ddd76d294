import fc from "fast-check";
import { expect, it } from "vitest";
import { parseNumber, serializeExposition } from "../../../src/exposition/index.js";

function written(value: number, format: "prometheus-text-0.0.4" | "openmetrics-1.0"): string {
  const series = [{ labels: {}, value, line: 1 }];
  const text = serializeExposition({ format, families: [{ name: "g", type: "gauge", series }] });
  return /^g (.*)$/m.exec(text)?.[1] ?? "";
}

it.each([
  [0, "0", "0.0"],
  [-0, "-0", "-0.0"],
  [1, "1", "1.0"],
  [-42, "-42", "-42.0"],
  [0.1, "0.1", "0.1"],
  [-12.5, "-12.5", "-12.5"],
  [1.005, "1.005", "1.005"],
  [999_999, "999999", "999999.0"],
  [999_999.5, "999999.5", "999999.5"],
  [1e6, "1e+06", "1e+06"],
  [-1e6, "-1e+06", "-1e+06"],
  [1_234_567.25, "1.23456725e+06", "1.23456725e+06"],
  [0.0001, "0.0001", "0.0001"],
  [0.00012345, "0.00012345", "0.00012345"],
  [0.00001, "1e-05", "1e-05"],
  [0.1 + 0.2, "0.30000000000000004", "0.30000000000000004"],
  [Number.MAX_VALUE, "1.7976931348623157e+308", "1.7976931348623157e+308"],
  [Number.MIN_VALUE, "5e-324", "5e-324"],
  [2 ** 53, "9.007199254740992e+15", "9.007199254740992e+15"],
  [Infinity, "+Inf", "+Inf"],
  [-Infinity, "-Inf", "-Inf"],
  [Number.NaN, "NaN", "NaN"],
])("%d is written as Go writes it", (value, text, openMetrics) => {
  expect(written(value, "prometheus-text-0.0.4")).toBe(text);
  expect(written(value, "openmetrics-1.0")).toBe(openMetrics);
});

it("every number is read again as the same", () => {
  const numbers = fc.oneof(
    fc.double(),
    fc.integer(),
    fc.integer({ min: -2e9, max: 2e9 }).map((thousandths) => thousandths / 1000),
  );
  fc.assert(
    fc.property(numbers, (value) => {
      expect(parseNumber(written(value, "prometheus-text-0.0.4"))).toBe(value);
      expect(parseNumber(written(value, "openmetrics-1.0"))).toBe(value);
    }),
    { numRuns: 1000 },
  );
});
