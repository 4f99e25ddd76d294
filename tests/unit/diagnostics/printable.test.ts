import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printable, quote } from "../../../src/diagnostics/index.js";

describe("printable", () => {
  it.each([
    ["plain text stays", 'up{job="api"} 1', 'up{job="api"} 1'],
    ["letters of any script stay", "größe 名前 имя", "größe 名前 имя"],
    ["emoji stay", "🚀", "🚀"],
    ["a backslash stays", "a\\b", "a\\b"],
    ["the short escapes", "a\nb\rc\td", "a\\nb\\rc\\td"],
    ["an escape sequence of a terminal", "\u001b[31mred", "\\x1b[31mred"],
    ["the one-character sequence introducer", "\u009b31m", "\\x9b31m"],
    ["null and delete", "\u0000\u007f", "\\x00\\x7f"],
    ["a bidirectional override", "a\u202eb", "a\\u{202e}b"],
    ["a zero-width space", "a\u200bb", "a\\u{200b}b"],
    ["a byte order mark", "\ufeffa", "\\u{feff}a"],
    ["line and paragraph separators", "\u2028\u2029", "\\u{2028}\\u{2029}"],
    ["a variation selector", "a\ufe0f", "a\\u{fe0f}"],
    ["a tag character", "\u{e0041}", "\\u{e0041}"],
    ["a lone high surrogate", "a\ud800b", "a\\u{d800}b"],
    ["a lone low surrogate", "\udc00", "\\u{dc00}"],
  ])("%s", (_name, given, want) => {
    expect(printable(given)).toBe(want);
  });

  it("leaves nothing for a second pass, so that printing twice harms nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(printable(printable(text))).toBe(printable(text));
      }),
    );
  });
});

describe("quote", () => {
  it.each([
    ["puts quotes around", "a", '"a"'],
    ["escapes the quotes inside", 'a"b', '"a\\"b"'],
    ["escapes what is unsafe", "a\u0007", '"a\\x07"'],
    ["shows sixty characters whole", "x".repeat(60), `"${"x".repeat(60)}"`],
    ["cuts the sixty-first", "x".repeat(61), `"${"x".repeat(60)}…" (61 characters)`],
    ["counts an astral character as one when it cuts", "🚀".repeat(60), `"${"🚀".repeat(60)}"`],
  ])("%s", (_name, given, want) => {
    expect(quote(given)).toBe(want);
  });
});
