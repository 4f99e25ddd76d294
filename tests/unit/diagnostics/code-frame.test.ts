import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { charWidth, codeFrame, displayWidth, gutterWidth } from "../../../src/diagnostics/index.js";

interface Given {
  readonly text: string;
  readonly line?: number;
  readonly column: number;
  readonly length?: number;
  readonly hint?: string;
  readonly width?: number;
  readonly excerptColumn?: number;
  readonly cutLeft?: boolean;
  readonly cutRight?: boolean;
}

function frame(given: Given): string {
  const { text, line = 12, column, length, hint, width } = given;
  const lines = codeFrame(
    {
      line,
      column,
      ...(length === undefined ? {} : { length }),
      ...(hint === undefined ? {} : { hint }),
      excerpt: {
        text,
        column: given.excerptColumn ?? 1,
        cutLeft: given.cutLeft ?? false,
        cutRight: given.cutRight ?? false,
      },
    },
    width === undefined ? {} : { width },
  );
  return `\n${lines?.join("\n")}\n`;
}

const breach =
  'baseten_replicas_active{model_id="abc",model_name="qwen",deployment_id="w3d",environment="production",rollout_phase="promting"} 2';

describe("a code frame", () => {
  it("puts carets under the place and the hint after them", () => {
    const text = 'up{job="api"} x';
    expect(frame({ text, column: 15, length: 1, hint: "expected a number" })).toBe(`
   |
12 | up{job="api"} x
   |               ^ expected a number
`);
  });

  it("windows a long line around the place, so that carets and hint fit", () => {
    const column = breach.indexOf("promting") + 1;
    expect(frame({ text: breach, column, length: 8, hint: 'did you mean "promoting"?' })).toBe(`
   |
12 | …deployment_id="w3d",environment="production",rollout_phase="promting"} 2
   |                                                              ^^^^^^^^ did you mean "promoting"?
`);
  });

  it("gives the hint a line of its own where there is no room beside the carets", () => {
    const column = breach.indexOf("promting") + 1;
    const hint = 'did you mean "promoting"?';
    expect(frame({ text: breach, column, length: 8, hint, width: 45 })).toBe(`
   |
12 | …roduction",rollout_phase="promting"} 2
   |                            ^^^^^^^^
   |                did you mean "promoting"?
`);
  });

  it("shows both ends cut in the middle of a line", () => {
    const text = `${"a".repeat(80)}X${"b".repeat(80)}`;
    expect(frame({ text, column: 81, width: 40 })).toBe(`
   |
12 | …${"a".repeat(21)}X${"b".repeat(11)}…
   | ${" ".repeat(22)}^
`);
  });

  it("keeps the start of the line where the place is near it", () => {
    const text = `a${"b".repeat(80)}`;
    expect(frame({ text, column: 1, width: 30 })).toBe(`
   |
12 | a${"b".repeat(22)}…
   | ^
`);
  });

  it("counts columns from where the excerpt begins, with an ellipsis for what it leaves out", () => {
    const given = { text: 'x="promting"', excerptColumn: 5001, column: 5004, length: 8 };
    expect(frame({ ...given, cutLeft: true, cutRight: true })).toBe(`
   |
12 | …x="promting"…
   |     ^^^^^^^^
`);
  });

  it("stands right under wide, combining and escaped characters", () => {
    const text = '{名前="日\u202e本",b="e\u0301🚀"} 1';
    const column = text.indexOf("b=") + 1;
    expect(frame({ text, column, length: 1 })).toBe(`
   |
12 | {名前="日\\u{202e}本",b="e\u0301🚀"} 1
   |                      ^
`);
  });

  it("puts carets under the whole of an escape", () => {
    expect(frame({ text: "a\tb", column: 2, length: 1 })).toBe(`
   |
12 | a\\tb
   |  ^^
`);
  });

  it("points past the end where something is missing there", () => {
    expect(frame({ text: 'up{job="api"', column: 13 })).toBe(`
   |
12 | up{job="api"
   |             ^
`);
  });

  it("shows an empty line", () => {
    expect(frame({ text: "", column: 1 })).toBe(`
   |
12 |
   | ^
`);
  });

  it("fills the window where the place is longer, with a little of what leads up to it", () => {
    const text = `name{a="${"x".repeat(200)}"} 1`;
    expect(frame({ text, column: 9, length: 200, width: 40 })).toBe(`
   |
12 | …{a="${"x".repeat(29)}…
   |      ${"^".repeat(30)}
`);
  });

  it("widens the gutter with the number of the line", () => {
    expect(frame({ text: "x", line: 123456, column: 1 })).toBe(`
       |
123456 | x
       | ^
`);
    expect(gutterWidth({ line: 123456, excerpt: excerpt("x") })).toBe(7);
    expect(gutterWidth({ line: 123456 })).toBe(3);
  });

  it("is not drawn without a line or without an excerpt", () => {
    expect(codeFrame({ line: 3, column: 1 })).toBeUndefined();
    expect(codeFrame({ excerpt: excerpt("x") })).toBeUndefined();
  });

  it("hands each part to the one who colours it", () => {
    const lines = codeFrame(
      { line: 1, column: 1, hint: "h", excerpt: excerpt("ab") },
      { paint: (part, text) => `<${part}:${text}>` },
    );
    expect(lines).toEqual([
      "<gutter:  |>",
      "<gutter:1 |> <text:ab>",
      "<gutter:  |> <caret:^> <hint:h>",
    ]);
  });

  it("never gets wider than it may, and always shows a caret, whatever the text", () => {
    const given = fc.record({
      text: fc.string({ unit: "binary", maxLength: 300 }),
      column: fc.integer({ min: 1, max: 320 }),
      length: fc.integer({ min: 0, max: 320 }),
      width: fc.integer({ min: 30, max: 120 }),
      cutLeft: fc.boolean(),
      cutRight: fc.boolean(),
      excerptColumn: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(given, (one) => {
        const lines = frame(one).split("\n").slice(1, -1);
        expect(lines).toHaveLength(3);
        expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(one.width);
        expect(lines[2]).toMatch(/^ {3}\| *\^+$/);
      }),
    );
  });

  it("shows the caret under the character itself wherever the window falls", () => {
    const given = fc.tuple(fc.nat(300), fc.nat(300), fc.integer({ min: 30, max: 120 }));
    fc.assert(
      fc.property(given, ([before, after, width]) => {
        const text = `${"日b".repeat(before)}X${"c".repeat(after)}`;
        const [, shown = "", carets = ""] = frame({ text, column: 2 * before + 1, width })
          .split("\n")
          .slice(1);
        expect(displayWidth(shown.slice(0, shown.indexOf("X")))).toBe(carets.indexOf("^"));
      }),
    );
  });
});

function excerpt(text: string) {
  return { text, column: 1, cutLeft: false, cutRight: false };
}

describe("display width", () => {
  it.each([
    ["ASCII", "abc", 3],
    ["accented letters", "é", 1],
    ["a combining mark", "e\u0301", 1],
    ["ideographs", "日本", 4],
    ["full-width letters", "ＡＢ", 4],
    ["half-width kana", "ｱ", 1],
    ["Hangul syllables", "한", 2],
    ["Hangul letters that join to one syllable", "\u1112\u1161\u11ab", 2],
    ["emoji", "🚀✅", 4],
    ["a flag of two indicators", "🇩🇪", 2],
    ["symbols drawn as text", "☎→±…", 4],
    ["an ideograph outside the basic plane", "𠀀", 2],
    ["nothing", "", 0],
  ])("of %s", (_name, text, want) => {
    expect(displayWidth(text)).toBe(want);
  });

  it("is the sum of its characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const sum = [...text].reduce((columns, char) => columns + charWidth(char), 0);
        expect(displayWidth(text)).toBe(sum);
      }),
    );
  });
});
