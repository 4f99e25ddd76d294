const encoder = new TextEncoder();

/** Half of a surrogate pair, which UTF-8 cannot spell. */
export const loneSurrogate = /\p{Surrogate}/u;

/**
 * The bytes of a text. A lone surrogate, which UTF-8 cannot spell, becomes the three bytes it would take: the reader refuses them where
 * they stand, instead of a replacement character passing unseen.
 */
export function encodeText(text: string): Uint8Array {
  const bytes = encoder.encode(text);
  if (!loneSurrogate.test(text)) return bytes;
  let at = 0;
  // The encoder replaces it by U+FFFD, which takes three bytes as well. Only these characters have the byte 0xef, and each once.
  for (const [char] of text.matchAll(/[\p{Surrogate}\uf000-\uffff]/gu)) {
    at = bytes.indexOf(0xef, at);
    const unit = char.charCodeAt(0);
    if (unit < 0xf000) bytes.set([0xed, 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)], at);
    at++;
  }
  return bytes;
}

/** Encodes chunks of text, of which one may end in the middle of a surrogate pair. Bytes pass as they are. */
export class ChunkEncoder {
  #carried = "";

  encode(chunk: string | Uint8Array): Uint8Array {
    if (typeof chunk !== "string") {
      if (this.#carried === "") return chunk;
      const half = this.end();
      this.#carried = "";
      const all = new Uint8Array(half.length + chunk.length);
      all.set(half);
      all.set(chunk, half.length);
      return all;
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
