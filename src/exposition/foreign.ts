import { lenientText } from "./utf8.js";

/**
 * What a payload most likely is that cannot be read from its first line on; undefined where it just has a mistake. Only the line
 * `bytes[start, end)` is looked at, so that it does not matter how much more of the payload is there yet.
 */
export function explainForeign(
  bytes: Uint8Array,
  start: number,
  end: number,
): { readonly message: string; readonly hint?: string } | undefined {
  const line = bytes.subarray(start, Math.min(end, start + 512));
  const [first, second, third] = line;
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
  const text = lenientText(line, 0, line.length).trim();
  if (/^<(?:!doctype|html|head|body|\?xml|[a-z]+[\s>])/i.test(text)) {
    return {
      message: "this looks like an HTML page, not an exposition: a login page or a proxy answered?",
    };
  }
  if (/^(?:\[|\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\}?$))/.test(text)) {
    return { message: "this looks like JSON, not an exposition" };
  }
  if (line.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0d)) {
    return { message: "this looks like binary data, not an exposition" };
  }
  return undefined;
}
