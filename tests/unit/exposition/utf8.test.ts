import { describe, expect, it } from "vitest";
import { bytesOf, failureIn, remarksIn, samplesIn } from "./outcome.js";

/** Bytes that begin like UTF-8 and are none, and the first byte that cannot stand where it does. */
const invalid: readonly { readonly name: string; readonly bytes: readonly number[] }[] = [
  { name: "a byte that continues nothing", bytes: [0x80] },
  { name: "the last byte that continues nothing", bytes: [0xbf] },
  { name: "an overlong slash of two bytes", bytes: [0xc0, 0xaf] },
  { name: "an overlong NUL", bytes: [0xc0, 0x80] },
  { name: "the highest overlong form of two bytes", bytes: [0xc1, 0xbf] },
  { name: "an overlong form of three bytes", bytes: [0xe0, 0x9f, 0xbf] },
  { name: "an overlong form of four bytes", bytes: [0xf0, 0x8f, 0xbf, 0xbf] },
  { name: "a code point above U+10FFFF", bytes: [0xf4, 0x90, 0x80, 0x80] },
  { name: "a lead byte of five bytes", bytes: [0xf8, 0x88, 0x80, 0x80, 0x80] },
  { name: "the byte 0xfe", bytes: [0xfe] },
  { name: "the byte 0xff", bytes: [0xff] },
  { name: "two bytes cut to one", bytes: [0xc3] },
  { name: "three bytes cut to two", bytes: [0xe2, 0x82] },
  { name: "four bytes cut to three", bytes: [0xf0, 0x9f, 0x98] },
  { name: "a second byte that is no continuation", bytes: [0xe2, 0x28, 0xa1] },
  { name: "a third byte that is no continuation", bytes: [0xe2, 0x82, 0x28] },
  { name: "a fourth byte that is no continuation", bytes: [0xf0, 0x9f, 0x98, 0x28] },
];

/** Where bytes beyond ASCII may stand: what comes before and behind them, and what a message calls the place. */
const places = [
  { place: "label value", before: '\na{b="é', after: '"} 1\n' },
  { place: "label value", before: '\na{b="\\n', after: '"} 1\n' },
  { place: "quoted name", before: '\na{"é', after: '"="b"} 1\n' },
  { place: "quoted name", before: '\n{"é', after: '"} 1\n' },
  { place: "comment", before: '\n# TYPE "é', after: '" counter\n' },
  { place: "comment", before: "\n# HELP a é", after: "b\n" },
  { place: "comment", before: "\n# é", after: "b\n" },
];

describe.each(places)("a $place that begins $before", ({ place, before, after }) => {
  const column = before.length;

  it.each(invalid)("is refused with $name", ({ bytes }) => {
    const first = (bytes[0] ?? 0).toString(16);
    expect(failureIn(bytesOf(before, ...bytes, after))).toBe(
      `2:${column}+1 ${place} is not UTF-8: byte 0x${first} cannot stand here | write the payload as UTF-8`,
    );
  });

  it.each([
    [0xed, 0xa0, 0x80],
    [0xed, 0xbf, 0xbf],
  ])("is refused with half a surrogate pair, %d %d %d", (...bytes) => {
    expect(failureIn(bytesOf(before, ...bytes, after))).toBe(
      `2:${column}+3 ${place} holds half a surrogate pair`,
    );
  });
});

it("refuses bytes that are not UTF-8 in OpenMetrics exemplars and HELP", () => {
  const format = "openmetrics-1.0";
  expect(failureIn(bytesOf('a 1 # {b="', 0xff, '"} 1\n# EOF\n'), { format })).toBe(
    "1:11+1 label value is not UTF-8: byte 0xff cannot stand here | write the payload as UTF-8",
  );
  expect(failureIn(bytesOf("# HELP a ", 0xff, "\n# EOF\n"), { format })).toBe(
    "1:10+1 comment is not UTF-8: byte 0xff cannot stand here | write the payload as UTF-8",
  );
});

it("reads the lowest and the highest code point of each length", () => {
  const text = "\u{80}\u{7ff}\u{800}\u{d7ff}\u{e000}\u{ffff}\u{10000}\u{10ffff}";
  expect(samplesIn(`a{b="${text}"} 1\n`)).toEqual([`a ${JSON.stringify({ b: text })} 1`]);
  expect(remarksIn(`# ${text}\n`)).toEqual([]);
});

it("looks at a label value that repeats an unreadable beginning of another", () => {
  const given = bytesOf('a{b="c"} 1\na{b="c', 0xff, '"} 1\n');
  expect(failureIn(given)).toBe(
    "2:7+1 label value is not UTF-8: byte 0xff cannot stand here | write the payload as UTF-8",
  );
});
