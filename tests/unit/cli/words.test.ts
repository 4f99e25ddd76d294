import { describe, expect, it } from "vitest";
import { count, duration, size } from "../../../src/cli/figures.js";
import { coloured, wantsColour } from "../../../src/cli/style.js";
import { wrap } from "../../../src/cli/wrap.js";

describe("figures", () => {
  it.each([
    [0, "0 bytes"],
    [1, "1 byte"],
    [999, "999 bytes"],
    [1000, "1 kB"],
    [1234, "1.2 kB"],
    [9949, "9.9 kB"],
    [9951, "10 kB"],
    [218_345, "218 kB"],
    [999_499, "999 kB"],
    [999_500, "1 MB"],
    [1e9, "1 GB"],
    [5e15, "5,000 TB"],
  ])("%d bytes are %s", (bytes, want) => {
    expect(size(bytes)).toBe(want);
  });

  it.each([
    [0.2, "1 ms"],
    [8.4, "8 ms"],
    [999.4, "999 ms"],
    [999.6, "1 s"],
    [1234, "1.2 s"],
    [61_000, "61 s"],
  ])("%d milliseconds are %s", (milliseconds, want) => {
    expect(duration(milliseconds)).toBe(want);
  });

  it("agree with their noun and group their digits", () => {
    expect([0, 1, 1204].map((number) => count(number, "family", "families"))).toEqual([
      "0 families",
      "1 family",
      "1,204 families",
    ]);
  });
});

describe("wrapping", () => {
  it.each([
    ["breaks between words", "one two three", 7, ["one two", "three"]],
    ["keeps a word that is longer than a line whole", "a longword b", 4, ["a", "longword", "b"]],
    ["counts wide characters as two", "日本 日本", 5, ["日本", "日本"]],
    ["has one line for nothing", "", 5, [""]],
  ])("%s", (_name, text, columns, want) => {
    expect(wrap(text, columns)).toEqual(want);
  });
});

describe("colour", () => {
  it.each([
    ["a terminal", undefined, {}, true, true],
    ["no terminal", undefined, {}, false, false],
    ["NO_COLOR", undefined, { NO_COLOR: "1" }, true, false],
    ["an empty NO_COLOR says nothing", undefined, { NO_COLOR: "" }, true, true],
    ["FORCE_COLOR off a terminal", undefined, { FORCE_COLOR: "1" }, false, true],
    ["an empty FORCE_COLOR", undefined, { FORCE_COLOR: "" }, false, true],
    ["FORCE_COLOR=0 on a terminal", undefined, { FORCE_COLOR: "0" }, true, false],
    ["FORCE_COLOR before NO_COLOR", undefined, { FORCE_COLOR: "1", NO_COLOR: "1" }, false, true],
    ["a dumb terminal", undefined, { TERM: "dumb" }, true, false],
    ["--color before all else", true, { NO_COLOR: "1" }, false, true],
    ["--no-color before all else", false, { FORCE_COLOR: "1" }, true, false],
  ])("follows %s", (_name, option, environment, isTerminal, want) => {
    expect(wantsColour(option, environment, isTerminal)).toBe(want);
  });

  it("adds nothing that is seen without it", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences.
    expect(coloured("error", "text").replace(/\u001b\[\d+m/g, "")).toBe("text");
    expect(coloured("error", "text")).not.toBe("text");
  });
});
