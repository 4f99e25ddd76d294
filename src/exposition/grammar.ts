// Bytes and byte classes of the exposition formats. No bare number stands for a character anywhere else in this room.

export const NUL = 0x00;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const QUOTE = 0x22;
export const HASH = 0x23;
export const APOSTROPHE = 0x27;
export const PLUS = 0x2b;
export const COMMA = 0x2c;
export const MINUS = 0x2d;
export const DOT = 0x2e;
export const ZERO = 0x30;
export const NINE = 0x39;
export const EQUALS = 0x3d;
export const BACKSLASH = 0x5c;
export const LOWER_E = 0x65;
export const LOWER_N = 0x6e;
export const BRACE_OPEN = 0x7b;
export const BRACE_CLOSE = 0x7d;
export const DEL = 0x7f;

/** First character of a metric name: `[a-zA-Z_:]`. */
export const NAME_START = 1;
/** Further characters of a metric name: `[a-zA-Z0-9_:]`. */
export const NAME = 2;
/** First character of a label name: `[a-zA-Z_]`. */
export const LABEL_START = 4;
/** Further characters of a label name: `[a-zA-Z0-9_]`. */
export const LABEL = 8;
/** Blank or tab, what separates tokens. */
export const BLANK = 16;
/** What ends a run of plain characters in a quoted string: the quote, a backslash, a line feed, NUL. */
export const VALUE_STOP = 32;

/** What ends a token: a blank or a line feed. */
export const TOKEN_END = 64;

/** Classes of each byte, as bits. */
export const classOf = new Uint8Array(256);

for (let byte = 0; byte < 128; byte++) {
  const char = String.fromCharCode(byte);
  if (/[a-zA-Z_]/.test(char)) classOf[byte] = NAME_START | NAME | LABEL_START | LABEL;
  else if (/[0-9]/.test(char)) classOf[byte] = NAME | LABEL;
  else if (char === ":") classOf[byte] = NAME_START | NAME;
  else if (char === " " || char === "\t") classOf[byte] = BLANK | TOKEN_END;
  else if (byte === QUOTE || byte === BACKSLASH || byte === LF || byte === NUL) {
    classOf[byte] = byte === LF ? VALUE_STOP | TOKEN_END : VALUE_STOP;
  }
}
