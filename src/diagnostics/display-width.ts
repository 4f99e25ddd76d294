// How many columns of a terminal a text takes. Terminals draw East Asian wide characters and emoji two columns wide and put
// combining marks on the character before them; carets under a line and windows of it must count the same way.

const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}\p{Zl}\p{Zp}\u1160-\u11ff]/u;
const emoji = /\p{Emoji_Presentation}/u;

/** First and last code points of the blocks that are wide (East Asian Width W or F in Unicode 16). */
const wideRanges = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f2ff],
  [0x20000, 0x3fffd],
] as const;

/** Columns one character takes: 0, 1 or 2. */
export function charWidth(char: string): 0 | 1 | 2 {
  const code = char.codePointAt(0);
  if (code === undefined) return 0;
  if (code >= 0x20 && code < 0x7f) return 1;
  if (zeroWidth.test(char)) return 0;
  if (isWide(code)) return 2;
  // Regional indicators have emoji presentation, but a flag is two of them in two columns.
  if (code >= 0x1f1e6 && code <= 0x1f1ff) return 1;
  return emoji.test(char) ? 2 : 1;
}

function isWide(code: number): boolean {
  return wideRanges.some(([first, last]) => code >= first && code <= last);
}

/** Columns the text takes, as terminals of today draw it: character by character, without joining emoji. */
export function displayWidth(text: string): number {
  let columns = 0;
  for (const char of text) columns += charWidth(char);
  return columns;
}
