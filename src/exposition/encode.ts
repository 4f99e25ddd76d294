const encoder = new TextEncoder();
const loneSurrogate = /\p{Surrogate}/u;
const loneSurrogates = /\p{Surrogate}/gu;

/**
 * The bytes of a text. A lone surrogate, which UTF-8 cannot spell, becomes the three bytes it would take: the reader refuses them where
 * they stand, instead of a replacement character passing unseen.
 */
export function encodeText(text: string): Uint8Array {
  if (!loneSurrogate.test(text)) return encoder.encode(text);
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const match of text.matchAll(loneSurrogates)) {
    parts.push(encoder.encode(text.slice(from, match.index)));
    const unit = match[0].charCodeAt(0);
    parts.push(Uint8Array.of(0xed, 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)));
    from = match.index + 1;
  }
  parts.push(encoder.encode(text.slice(from)));
  return joined(
    parts,
    parts.reduce((length, part) => length + part.length, 0),
  );
}

/** The chunks, `length` bytes in all, as one. */
function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (chunks.length === 1 && first !== undefined) return first;
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** Encodes chunks of text, of which one may end in the middle of a surrogate pair. Bytes pass as they are. */
export class ChunkEncoder {
  #carried = "";

  encode(chunk: string | Uint8Array): Uint8Array {
    if (typeof chunk !== "string") {
      if (this.#carried === "") return chunk;
      const half = this.end();
      this.#carried = "";
      return joined([half, chunk], half.length + chunk.length);
    }
    const text = this.#carried + chunk;
    const last = text.charCodeAt(text.length - 1);
    this.#carried = last >= 0xd800 && last <= 0xdbff ? text.slice(-1) : "";
    return encodeText(this.#carried === "" ? text : text.slice(0, -1));
  }

  /** What is left at the end: half of a pair, if anything. */
  end(): Uint8Array {
    return encodeText(this.#carried);
  }
}
