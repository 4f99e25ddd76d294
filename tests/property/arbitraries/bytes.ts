// Payloads that nobody meant: bytes, tokens of the grammars in any order, and good payloads that were damaged.

import fc from "fast-check";
import type { Format } from "../../../src/exposition/index.js";
import { expositions } from "./exposition.js";
import { shuffledStyles, write } from "./writer.js";

const encoder = new TextEncoder();

/** What readers stumble over, as bytes. */
const awkward: readonly Uint8Array[] = [
  ...'\n|\0|\r|\t| |\\|"|\'|{|}|,|=|#|\\n|\\x|# EOF\n|# HELP a|# TYPE a counter\n|# TYPE a histogram\n|NaN|+Inf|1e400|0x1|é|😀|\u{feff}|a{b="c"} 1\n|a 1 # {x="y"} 1 2\n|__name__="x"|__proto__|_sum|_created'
    .split("|")
    .map((text) => encoder.encode(text)),
  Uint8Array.of(0xc0, 0x80),
  Uint8Array.of(0xed, 0xa0, 0x80),
  Uint8Array.of(0xf4, 0x90, 0x80, 0x80),
  Uint8Array.of(0xe2, 0x82),
  Uint8Array.of(0xff),
  Uint8Array.of(0x80),
];

const pieces = fc.constantFrom(...awkward);

/** Tokens of the grammars in any order: closer to a payload than random bytes come. */
export function tokenSoup(): fc.Arbitrary<Uint8Array> {
  const token = fc.oneof(
    pieces,
    fc
      .constantFrom(
        "a",
        "b_bucket",
        "a_total",
        "a_sum",
        " ",
        " 1",
        "\n",
        "{",
        "}",
        'le="1"',
        'x="y"',
        ",",
        "# TYPE ",
        "# HELP ",
        "# UNIT ",
        " gauge",
        " summary",
        " 12",
      )
      .map((text) => encoder.encode(text)),
  );
  return fc.array(token, { maxLength: 40 }).map(concatenated);
}

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: Uint8Array;
}

const edits: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(),
  removed: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(40)),
  inserted: fc.oneof(pieces, fc.uint8Array({ maxLength: 3 })),
});

/** A good payload with a few stretches cut out, put in or replaced, a few lines repeated, and perhaps its end cut off. */
export function damaged(format: Format): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(
      expositions(format, { points: true }),
      shuffledStyles(),
      fc.array(edits, { maxLength: 3 }),
      fc.array(fc.nat(), { maxLength: 2 }),
      fc.option(fc.nat(), { freq: 4 }),
    )
    .map(([meant, style, changes, repeats, cut]) => {
      const lines = write(meant, style).split(/(?<=\n)/);
      for (const line of repeats)
        lines.splice(line % (lines.length + 1), 0, lines[line % lines.length] ?? "");
      let bytes = encoder.encode(lines.join(""));
      for (const { at, removed, inserted } of changes) {
        const start = at % (bytes.length + 1);
        bytes = concatenated([bytes.subarray(0, start), inserted, bytes.subarray(start + removed)]);
      }
      return cut === null ? bytes : bytes.subarray(0, cut % (bytes.length + 1));
    });
}

/** Bytes cut at places in rising order. */
export function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const cuts = places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b);
  return [...cuts, bytes.length].map((end, index) => bytes.slice(cuts[index - 1] ?? 0, end));
}

/** Bytes in chunks of one size. */
export function* inChunks(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
