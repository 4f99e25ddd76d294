// Untrusted text on its way into a message. What a terminal, a CI log or a reader's eye could take for something else
// (control characters, bidirectional overrides, line separators, lone surrogates) is written as an escape.

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const unsafe =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\p{Variation_Selector}|[\u{e0000}-\u{e0fff}]/gu;

/** Escapes what is not safe to print. */
export function printable(text: string): string {
  return text.replace(unsafe, escapeOne);
}

function escapeOne(char: string): string {
  if (char === "\n") return "\\n";
  if (char === "\r") return "\\r";
  if (char === "\t") return "\\t";
  const code = char.codePointAt(0)!;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
  return `\\u{${code.toString(16)}}`;
}

/** Longest text a message quotes, in code points. */
const quoteLimit = 60;

/** The text in double quotes, escaped, and cut in the middle of nowhere at 60 characters with its length told. */
export function quote(text: string): string {
  // Cut before escaping: a megabyte of label value costs no megabyte of work.
  const head = Array.from(text.slice(0, quoteLimit * 2));
  if (head.length <= quoteLimit) return `"${printable(head.join("")).replaceAll('"', '\\"')}"`;
  const shown = printable(head.slice(0, quoteLimit).join("")).replaceAll('"', '\\"');
  return `"${shown}…" (${text.length} characters)`;
}
