import { describe, expect, it } from "vitest";
import { placeInLine } from "../../../src/exposition/index.js";
import { bytesOf } from "./outcome.js";

/** The place of the first `found` in a text, in the line that begins at `lineStart`. */
function placeOf(text: string, found: string, lineStart = 0) {
  const bytes = bytesOf(text);
  const at = bytesOf(text.slice(0, text.indexOf(found))).length;
  return placeInLine(bytes, lineStart, at, at + bytesOf(found).length);
}

describe("the place of bytes in a line", () => {
  it("counts from 1", () => {
    expect(placeOf("abc d\n", "abc")).toEqual({
      column: 1,
      length: 3,
      excerpt: { text: "abc d", column: 1, cutLeft: false, cutRight: false },
    });
  });

  it("counts UTF-16 code units, as editors do", () => {
    expect(placeOf("é€😀x\n", "x")).toMatchObject({ column: 5, length: 1 });
    expect(placeOf("x😀é\n", "😀é")).toMatchObject({ column: 2, length: 3 });
  });

  it("is within its line, and ends with it", () => {
    expect(placeInLine(bytesOf("ab\ncd\nef\n"), 3, 4, 100)).toEqual({
      column: 2,
      length: 1,
      excerpt: { text: "cd", column: 1, cutLeft: false, cutRight: false },
    });
    expect(placeInLine(bytesOf("ab\ncd\n"), 3, 5, 5)).toMatchObject({ column: 3, length: 0 });
  });

  it("counts bytes that are not UTF-8 as the replacement characters that show them", () => {
    const bytes = bytesOf("a", 0xff, 0xc3, "b\n");
    expect(placeInLine(bytes, 0, 3, 4)).toEqual({
      column: 4,
      length: 1,
      excerpt: { text: "a\ufffd\ufffdb", column: 1, cutLeft: false, cutRight: false },
    });
  });

  it("shows a window of a long line, and the column at which it begins", () => {
    const { column, excerpt } = placeOf(`${"a".repeat(1000)}X${"b".repeat(1000)}\n`, "X");
    expect(column).toBe(1001);
    expect(excerpt).toEqual({
      text: `${"a".repeat(240)}X${"b".repeat(239)}`,
      column: 761,
      cutLeft: true,
      cutRight: true,
    });
  });

  it.each(["é", "€", "😀"])("cuts no character in two: %s", (character) => {
    for (const shift of ["", "a", "aa", "aaa"]) {
      const line = `${shift}${character.repeat(300)}X${character.repeat(300)}\n`;
      const { column, excerpt } = placeOf(line, "X");
      expect(column).toBe(line.indexOf("X") + 1);
      expect(excerpt.text).not.toContain("\ufffd");
      expect(line.slice(excerpt.column - 1)).toContain(excerpt.text);
      expect(line.indexOf(excerpt.text)).toBeLessThan(excerpt.column);
    }
  });

  it("of a megabyte is found without the megabyte being shown", () => {
    const { column, excerpt } = placeOf(`${"é".repeat(500_000)}X\n`, "X");
    expect(column).toBe(500_001);
    expect(excerpt.text).toHaveLength(121);
  });
});
