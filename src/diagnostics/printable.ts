// Untrusted text on its way into a message. What a terminal, a CI log or a reader's eye could take for something else
// (control characters, bidirectional overrides, line separators, lone surrogates) is written as an escape.

const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Variation_Selector}]/gu;

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
