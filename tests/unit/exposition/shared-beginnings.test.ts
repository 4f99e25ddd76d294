import { describe, expect, it } from "vitest";
import { checkExposition } from "../../../src/check/index.js";
import { parseExposition } from "../../../src/exposition/index.js";
import { failureIn, samplesIn } from "./outcome.js";

// The reader keeps the labels that a line has in common with the one before. Each case is read as a whole, and its lines one by one: what a
// line says cannot depend on what stands before it.

const cases: readonly { readonly name: string; readonly lines: readonly string[] }[] = [
  { name: "a line that stands twice", lines: ['a{b="c",d="e"} 1', 'a{b="c",d="e"} 1'] },
  { name: "another name of the same length", lines: ['aa{b="c"} 1', 'ab{b="c"} 2'] },
  { name: "another name that is longer", lines: ['a{b="c"} 1', 'aa{b="c"} 2', 'a{b="c"} 3'] },
  { name: "a name that ends where the other has its brace", lines: ['ab{b="c"} 1', 'a{b="c"} 2'] },
  { name: "another last label value", lines: ['a{b="c",d="e"} 1', 'a{b="c",d="f"} 2'] },
  { name: "a last label value that goes on", lines: ['a{b="c",d="e"} 1', 'a{b="c",d="ef"} 2'] },
  { name: "a last label value that is cut off", lines: ['a{b="c",d="ef"} 1', 'a{b="c",d="e"} 2'] },
  { name: "another last label name", lines: ['a{b="c",d="e"} 1', 'a{b="c",f="e"} 2'] },
  {
    name: "another first label value before the same others",
    lines: [
      'a{b="1",c="d",e="f"} 1',
      'a{b="22",c="d",e="f"} 2',
      'a{b="22",c="x",e="f"} 3',
      'a{b="22",c="x",e="g"} 4',
      'a{b="3",c="x",e="g",} 5',
      'a{b="4",c="x",e="g",} 6',
      'a{b="4",c="x"} 7',
    ],
  },
  {
    name: "another label value in the middle, and a name that moves",
    lines: [
      'a{b="c",d="e",f="g"} 1',
      'a{b="c",d="é",f="g"} 2',
      'a{b="c",d="\\"",f="g"} 3',
      'a{b="c",f="g"} 4',
      'a{b="cc",f="g"} 5',
      'a{f="g",b="cc"} 6',
    ],
  },
  { name: "a label more", lines: ['a{b="c"} 1', 'a{b="c",d="e"} 2'] },
  { name: "a label less", lines: ['a{b="c",d="e"} 1', 'a{b="c"} 2'] },
  { name: "a comma more at the end", lines: ['a{b="c"} 1', 'a{b="c",} 2', 'a{b="c",d="e"} 3'] },
  { name: "a comma less at the end", lines: ['a{b="c",} 1', 'a{b="c"} 2', 'a{b="c",} 3'] },
  { name: "empty braces before and behind", lines: ["a{} 1", 'a{b="c"} 2', "a{} 3", "a{} 4"] },
  { name: "no braces in between", lines: ['a{b="c"} 1', "a 2", 'a{b="c"} 3'] },
  { name: "an escape that is cut in the middle", lines: ['a{b="\\\\"} 1', 'a{b="\\""} 2'] },
  {
    name: "a quote that closes in one and is escaped in the other",
    lines: ['a{b="c\\",d="} 1', 'a{b="c\\",e="} 2'],
  },
  { name: "characters that share their first byte", lines: ['a{b="é"} 1', 'a{b="è"} 2'] },
  {
    name: "blanks that differ",
    lines: ['a{b="c", d="e"} 1', 'a{b="c",  d="e"} 2', 'a{b="c",d="e"} 3'],
  },
  {
    name: "blanks between name and brace",
    lines: ['a {b="c"} 1', 'a {b="c"} 2', 'a{b="c"} 3', 'a  {b="c"} 4'],
  },
  { name: "blanks before the name", lines: ['  a{b="c"} 1', ' a{b="c"} 2', 'a{b="c"} 3'] },
  {
    name: "values and timestamps that differ",
    lines: ['a{b="c"} 1 5', 'a{b="c"} 2', 'a{b="c"} 3 7', 'a{b="c"}4'],
  },
  {
    name: "a quoted label name",
    lines: ['a{"b"="c",d="e"} 1', 'a{"b"="c",d="f"} 2', 'a{b="c",d="f"} 3'],
  },
  {
    name: "a quoted metric name in between",
    lines: [
      'a{b="c",d="e"} 1',
      '{"a",b="c",d="e"} 2',
      'a{b="c",d="f"} 3',
      '{"a",b="c",d="g"} 4',
      '{"b",b="c",d="g"} 5',
    ],
  },
  {
    name: "the labels of a quoted metric name in a plain one",
    lines: ['{"a",b="c"} 1', 'x{b="c"} 2', 'y{"a"="",b="c"} 3'],
  },
  { name: "a comment in between", lines: ['a{b="c",d="e"} 1', "# a comment", 'a{b="c",d="f"} 2'] },
  {
    name: "HELP of another family in between",
    lines: ['a{b="c",d="e"} 1', "# HELP b text", 'a{b="c",d="f"} 2', 'b{b="c",d="f"} 3'],
  },
  {
    name: "a NUL in the common labels, then byte 0x80",
    lines: [
      'a{b="\0\0\0\0\0\0\0\0",c="d"} 1',
      'a{b="\0\0\0\0\0\0\0\u0080",c="d"} 2',
      'a{b="\0\0\0\0\0\0\0\0",c="d"} 3',
    ],
  },
  {
    name: "a NUL in a quoted name",
    lines: ['a{"\0\0\0\0\0\0\0\0"="c"} 1', 'a{"\0\0\0\0\0\0\0\u0080"="c"} 2'],
  },
  { name: "labels of Prometheus itself", lines: ['a{__b="c",d="e"} 1', 'a{__b="c",d="f"} 2'] },
  { name: "an empty value", lines: ['a{b="",c=""} 1', 'a{b="",c="d"} 2', 'a{b="",c=""} 3'] },
];

/** Labels that differ in one byte alone, at each place around the words in which beginnings are compared. */
function differingAt(position: number): string[] {
  const filler = (length: number) => "x".repeat(length);
  const value = (byte: string) => filler(position) + byte + filler(20 - position);
  return [
    `m{l="${value("a")}",z="1"} 1`,
    `m{l="${value("b")}",z="1"} 2`,
    `m{l="${value("a")}",z="1"} 3`,
  ];
}

describe("what a line has in common with the one before", () => {
  it.each(cases)("changes nothing: $name", ({ lines }) => {
    const whole = samplesIn(`${lines.join("\n")}\n`);
    // The samples of one family stand together in the model.
    expect(whole.toSorted()).toEqual(lines.flatMap((line) => samplesIn(`${line}\n`)).toSorted());
  });

  it.each(Array.from({ length: 20 }, (_, position) => position))(
    "ends at a byte that differs, at place %d of a value",
    (position) => {
      const lines = differingAt(position);
      const whole = samplesIn(`${lines.join("\n")}\n`);
      expect(whole).toEqual(lines.flatMap((line) => samplesIn(`${line}\n`)));
    },
  );

  it("puts no bucket into the histogram of two lines before because it shares labels with the line between", () => {
    const { families } = parseExposition(
      `# TYPE h histogram
h_bucket{a="1",b="2",le="1"} 3
up{c="3",d="4",e="5"} 1
h_bucket{c="3",d="4",le="2"} 4
`,
    );
    const [histogram] = families;
    expect(histogram?.series).toMatchObject([
      { labels: { a: "1", b: "2" }, value: { buckets: [{ upperBound: 1, count: 3 }] }, line: 2 },
      { labels: { c: "3", d: "4" }, value: { buckets: [{ upperBound: 2, count: 4 }] }, line: 4 },
    ]);
  });

  it("is no reason to miss a label that stands twice", () => {
    expect(failureIn('a{b="c",d="e"} 1\na{b="c",b="e"} 1\n')).toBe(
      '2:9+1 label "b" stands twice in one series | give it one value',
    );
  });

  it("is no reason to miss a comma too many in OpenMetrics", () => {
    expect(failureIn('a{b="c",d="e"} 1\na{b="c",} 1\n# EOF\n', { format: "openmetrics-1.0" })).toBe(
      "2:8+1 comma after the last label: OpenMetrics allows none",
    );
  });

  it("leaves the place of a name as it is, blanks before the brace included", () => {
    const { findings } = checkExposition('a  {b="c"} 1\na  {b="c"} 2\n');
    expect(findings).toMatchObject([
      { rule: "spec/duplicate-series", line: 2, column: 1, length: 1 },
    ]);
  });

  it("holds with more labels than any buffer has room for at first", () => {
    const labels = Array.from({ length: 100 }, (_, index) => `l${index}="${index}"`);
    const line = (last: string) => `a{${labels.join(",")},last="${last}"} 1`;
    const [first, second] = samplesIn(`${line("x")}\n${line("y")}\n`);
    expect(first).toBe(samplesIn(`${line("x")}\n`)[0]);
    expect(second).toBe(samplesIn(`${line("y")}\n`)[0]);
    expect(failureIn(`${line("x")}\na{${labels.join(",")},l7="y"} 1\n`)).toBe(
      `2:${labels.join(",").length + 4}+2 label "l7" stands twice in one series | give it one value`,
    );
  });
});
