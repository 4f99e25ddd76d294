// Payloads that are nearly good: good ones with bytes, tokens and lines changed, taken out, repeated, or put in from another payload.

/** Whole numbers from 0 to below `limit`, the same for the same seed. */
export type Random = (limit: number) => number;

/** The generator mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** What readers stumble over. */
const tokens = [
  ...'\n \t \r \0 \\ " \' { } , = # \\n \\x \\\\ \\" NaN +Inf -Inf 1e400 -1 0x1 1_0 .5 1e-400 é 😀 \u2028'.split(
    " ",
  ),
  "# EOF\n",
  "# HELP a ",
  "# TYPE a counter\n",
  "# TYPE a histogram\n",
  "# TYPE a stateset\n",
  "# UNIT a a\n",
  'a{b="c"} 1\n',
  '{"a.b","c.d"="e"} 1\n',
  'a_bucket{le="+Inf"} 1\n',
  'a{quantile="0.5"} 1\n',
  ' # {trace_id="x"} 1 2',
  'le="',
  "__proto__",
  "__name__",
  "_total",
  "_created",
  "_sum",
  " 9223372036854775807\n",
].map((text) => Buffer.from(text));
const badUtf8 = [[0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xff], [0x80]];
const snippets: readonly Uint8Array[] = [...tokens, ...badUtf8.map((it) => Uint8Array.from(it))];

/** A payload with one to five changes, some of them with a piece of `other`. */
export function mutated(payload: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let bytes = payload;
  for (let left = 1 + random(5); left > 0; left--) bytes = changed(bytes, other, random);
  return bytes;
}

function changed(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const at = random(bytes.length + 1);
  const line = lineAround(bytes, at);
  switch (random(9)) {
    case 0:
      return replaced(bytes, at, at + 1, Uint8Array.of(random(256)));
    case 1:
      return replaced(bytes, at, at + random(random(2) === 0 ? 8 : 200), nothing);
    case 2:
      return replaced(bytes, at, at + random(3), snippets[random(snippets.length)]!);
    case 3:
      return replaced(bytes, line.end, line.end, bytes.subarray(line.start, line.end));
    case 4:
      return replaced(bytes, line.start, line.end, nothing);
    case 5: {
      const from = lineAround(other, random(other.length + 1));
      return replaced(bytes, line.start, line.start, other.subarray(from.start, from.end));
    }
    case 6: {
      const target = lineAround(bytes, random(bytes.length + 1));
      return replaced(bytes, target.start, target.start, bytes.subarray(line.start, line.end));
    }
    case 7: {
      const from = random(other.length + 1);
      return replaced(bytes, at, at, other.subarray(from, from + random(60)));
    }
    default:
      return random(4) === 0
        ? bytes.subarray(0, at)
        : replaced(bytes, at, at + 1, bytes.subarray(at, at + 2));
  }
}

const nothing = new Uint8Array(0);

function lineAround(
  bytes: Uint8Array,
  at: number,
): { readonly start: number; readonly end: number } {
  const start = at === 0 ? 0 : bytes.lastIndexOf(0x0a, at - 1) + 1;
  const feed = bytes.indexOf(0x0a, at);
  return { start, end: feed === -1 ? bytes.length : feed + 1 };
}

function replaced(bytes: Uint8Array, start: number, end: number, by: Uint8Array): Uint8Array {
  return Buffer.concat([bytes.subarray(0, start), by, bytes.subarray(Math.min(end, bytes.length))]);
}

/** The least of a payload that still fails: lines, then ever shorter runs of bytes are left out. */
export async function shrunk(
  bytes: Uint8Array,
  fails: (bytes: Uint8Array) => Promise<boolean>,
): Promise<Uint8Array> {
  let least = bytes;
  for (let size = bytes.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at < least.length; ) {
      const shorter = replaced(least, at, at + size, nothing);
      if (await fails(shorter)) least = shorter;
      else at += size;
    }
  }
  return least;
}
