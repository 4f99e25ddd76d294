import { describe, expect, it } from "vitest";
import { ChunkEncoder, encodeText } from "../../../src/exposition/index.js";
import { failureIn } from "./outcome.js";

describe("a text as bytes", () => {
  it("is UTF-8, a byte order mark included", () => {
    expect([...encodeText("\ufeffé😀")]).toEqual([
      0xef, 0xbb, 0xbf, 0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80,
    ]);
  });

  it.each([
    ["\ud800", [0xed, 0xa0, 0x80]],
    ["\udfff", [0xed, 0xbf, 0xbf]],
    ["a\ud83d", [0x61, 0xed, 0xa0, 0xbd]],
    ["\ude00\ud83d", [0xed, 0xb8, 0x80, 0xed, 0xa0, 0xbd]],
    ["\ud83d\ud83d\ude00b", [0xed, 0xa0, 0xbd, 0xf0, 0x9f, 0x98, 0x80, 0x62]],
  ])("keeps a lone surrogate, as the bytes that no reader takes: %j", (text, want) => {
    expect([...encodeText(text)]).toEqual(want);
  });

  it("with a lone surrogate is refused where that stands", () => {
    expect(failureIn('a{b="😀\ud83d"} 1\n')).toBe("1:8+3 label value holds half a surrogate pair");
  });
});

describe("chunks of text", () => {
  const encoded = (...chunks: (string | Uint8Array)[]) => {
    const encoder = new ChunkEncoder();
    const bytes = chunks.flatMap((chunk) => [...encoder.encode(chunk)]);
    return [...bytes, ...encoder.end()];
  };
  const smile = [0xf0, 0x9f, 0x98, 0x80];
  const halfSmile = [0xed, 0xa0, 0xbd];

  it.each([
    { name: "a pair that is split", chunks: ["a\ud83d", "\ude00b"], want: [0x61, ...smile, 0x62] },
    { name: "an empty chunk within a pair", chunks: ["\ud83d", "", "\ude00"], want: smile },
    {
      name: "two halves in a row",
      chunks: ["\ud83d", "\ud83d", "\ude00"],
      want: [...halfSmile, ...smile],
    },
    { name: "half a pair at the end", chunks: ["a", "\ud83d"], want: [0x61, ...halfSmile] },
    {
      name: "half a pair before another letter",
      chunks: ["\ud83d", "a"],
      want: [...halfSmile, 0x61],
    },
    {
      name: "half a pair before bytes",
      chunks: ["\ud83d", Uint8Array.of(1), "a"],
      want: [...halfSmile, 1, 0x61],
    },
  ])("join as the text would: $name", ({ chunks, want }) => {
    expect(encoded(...chunks)).toEqual(want);
  });

  it("pass bytes as they are", () => {
    const chunk = Uint8Array.of(0xff, 0x0a);
    expect(new ChunkEncoder().encode(chunk)).toBe(chunk);
  });
});
