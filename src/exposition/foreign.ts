import { BLANK, CR, classOf, LF, NUL } from "./grammar.js";

/** What a payload most likely is that cannot be read from its first line on; undefined where it just has a mistake. */
export function explainForeign(
  bytes: Uint8Array,
  start: number,
): { readonly message: string; readonly hint?: string } | undefined {
  const [first, second, third] = bytes.subarray(start, start + 3);
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return {
      message: "the payload begins with a byte order mark, which no reader accepts",
      hint: "write it as UTF-8 without one",
    };
  }
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { message: "this looks like UTF-16, not UTF-8", hint: "write it as UTF-8" };
  }
  if (first === 0x1f && second === 0x8b) {
    return {
      message: "this looks like gzip, but nothing said so: the Content-Encoding header is missing",
      hint: "decompress it first: gzip -dc",
    };
  }
  const at = firstVisible(bytes, start);
  const head = new TextDecoder("latin1").decode(bytes.subarray(at, at + 512));
  if (/^<(?:!doctype|html|head|body|\?xml|[a-z]+[\s>])/i.test(head)) {
    return {
      message: "this looks like an HTML page, not an exposition: a login page or a proxy answered?",
    };
  }
  if (/^(?:\[|\{\s*("(?:[^"\\]|\\.)*"\s*:|\}))/.test(head)) {
    return { message: "this looks like JSON, not an exposition" };
  }
  if (bytes.subarray(start, start + 512).includes(NUL)) {
    return { message: "this looks like binary data, not an exposition" };
  }
  return undefined;
}

function firstVisible(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (byte !== LF && byte !== CR && (classOf[byte]! & BLANK) === 0) break;
    at++;
  }
  return at;
}
