import { describe, expect, it } from "vitest";
import { parseExposition, parseNumber } from "../../../src/exposition/index.js";
import { failureIn } from "./outcome.js";

const numbers: readonly (readonly [spelling: string, value: number])[] = [
  ["0", 0],
  ["-0", -0],
  ["+0", 0],
  ["00", 0],
  ["-00.0e5", -0],
  ["42", 42],
  ["+42", 42],
  ["-42", -42],
  [".5", 0.5],
  ["5.", 5],
  ["-.5", -0.5],
  ["0.1", 0.1],
  ["1e3", 1000],
  ["1E+3", 1000],
  ["1.5e-3", 0.0015],
  ["1e-0005", 0.00001],
  ["123456789012345", 123456789012345],
  ["1234567890123456", 1234567890123456],
  ["9007199254740993", 9007199254740992],
  ["9007199254740995", 9007199254740996],
  ["0.30000000000000004", 0.30000000000000004],
  ["1e22", 1e22],
  ["1e23", 1e23],
  ["8.41e21", 8.41e21],
  ["1.7976931348623157e308", Number.MAX_VALUE],
  // Half a step above the largest float is the first that does not round back to it.
  ["1.7976931348623158e308", Number.MAX_VALUE],
  ["2.2250738585072014e-308", 2.2250738585072014e-308],
  ["2.2250738585072011e-308", 2.225073858507201e-308],
  ["5e-324", 5e-324],
  ["3e-324", 5e-324],
  ["2e-324", 0],
  ["-2e-324", -0],
  ["1e-400", 0],
  ["0e400", 0],
  ["0e99999999999999999999", 0],
  ["1e-99999999999999999999", 0],
  ["inf", Infinity],
  ["+Inf", Infinity],
  ["-INF", -Infinity],
  ["Infinity", Infinity],
  ["+iNfInItY", Infinity],
  ["-infinity", -Infinity],
  ["NaN", Number.NaN],
  ["nan", Number.NaN],
  ["NAN", Number.NaN],
  [`1${"0".repeat(300)}`, 1e300],
  [`0.${"0".repeat(10_000)}1`, 0],
  [`${"0".repeat(10_000)}7`, 7],
  [`0.${"3".repeat(10_000)}`, 1 / 3],
  [`1${"0".repeat(10_000)}e-10000`, 1],
];

const refused = [
  "",
  "+",
  "-",
  ".",
  "-.",
  "e5",
  "1e",
  "1e+",
  "1e5.5",
  "1.2.3",
  "--1",
  "+-1",
  "1+",
  "1_000",
  "0x10",
  "0x1p3",
  "0X1P-2",
  "0b1",
  "0o7",
  "1f",
  "1n",
  "+NaN",
  "-NaN",
  "nano",
  "in",
  "infin",
  "Infinit",
  "infinityy",
  "++inf",
  "١",
  "１",
  "½",
  "1\u00a0",
  "1\f",
  "1\v",
  "1\u0085",
  `${"1".repeat(200_000)}x`,
  `${"0".repeat(200_000)}x`,
  `0.${"1".repeat(200_000)}x`,
  `1e${"1".repeat(200_000)}x`,
];

const tooLarge = [
  "1e309",
  "-1e400",
  "1.7976931348623159e308",
  `1${"0".repeat(10_000)}`,
  "1e99999999999999999999",
];

/** A long spelling as its length, for the name of a test. */
function named<Row extends readonly [string, ...unknown[]]>(rows: readonly Row[]) {
  return rows.map(
    (row) =>
      [
        row[0].length > 40 ? `${row[0].length} characters` : JSON.stringify(row[0]),
        ...row,
      ] as const,
  );
}

describe("a number", () => {
  it.each(named(numbers))("%s is read", (_, spelling, value) => {
    expect(parseNumber(spelling)).toBe(value);
    const { families } = parseExposition(`a ${spelling}\n`, { format: "prometheus-text-1.0.0" });
    expect(families[0]?.series[0]?.value).toBe(value);
  });

  it.each(named(refused.map((spelling) => [spelling] as const)))("%s is refused", (_, spelling) => {
    expect(parseNumber(spelling)).toBeUndefined();
    const failure = failureIn(`b 1\na ${spelling}\n`, { format: "prometheus-text-1.0.0" });
    expect(failure).toMatch(
      /^2:\d+\+\d+ (?:expected a number as the value, found "|expected a value)/,
    );
  });

  it.each(named(tooLarge.map((spelling) => [spelling] as const)))(
    "%s fits no float, and is told apart from what is no number",
    (_, spelling) => {
      expect(parseNumber(spelling)).toBe("out of range");
      const failure = failureIn(`a ${spelling}\n`, { format: "prometheus-text-1.0.0" });
      expect(failure).toMatch(/^1:3\+\d+ value ".*does not fit a 64-bit float$/);
    },
  );
});

describe("a number of seconds", () => {
  it.each([
    ["0", 0],
    ["1", 1000],
    ["-1.5", -1500],
    ["0.0005", 0.5],
    ["1520879607.789", 1520879607789],
    ["1.001", 1001],
    ["4.35", 4350],
    ["1e-3", 1],
    ["1e-99999999999999999999", 0],
    ["123456789.123456789", 123456789123.45679],
    ["1.7976931348623157e305", 1.7976931348623157e308],
  ])("%s is %d milliseconds, rounded once", (spelling, milliseconds) => {
    expect(parseNumber(spelling, 3)).toBe(milliseconds);
    const text = `a 1 ${spelling}\n# EOF\n`;
    const { families } = parseExposition(text, { format: "openmetrics-1.0" });
    expect(families[0]?.series[0]?.timestamp).toBe(milliseconds);
  });

  it("beyond a float of milliseconds is out of range", () => {
    expect(parseNumber("1.8e305", 3)).toBe("out of range");
  });
});
