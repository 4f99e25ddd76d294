import type { Scanner } from "../exposition/index.js";

/** Where a label stands in the bytes of the current line. */
export interface LabelPlace {
  readonly nameStart: number;
  readonly nameEnd: number;
  /** Inside the quotes. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** Whether a byte is a blank or a tab, what separates tokens. */
export function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09;
}

/**
 * Places of the labels of the sample the scanner stands at, in order. The scanner keeps none of them while all is well, so the line, which it has
 * accepted, is walked once more.
 */
export function labelPlaces(scanner: Scanner): LabelPlace[] {
  const { bytes } = scanner;
  const places: LabelPlace[] = [];
  const skipBlanks = (from: number): number => {
    let next = from;
    while (isBlank(bytes[next])) next++;
    return next;
  };
  const text = (code: string): number => code.charCodeAt(0);
  let at = skipBlanks(scanner.lineStart);
  while (bytes[at] !== text("{")) at++;
  at++;
  while (places.length < scanner.labelCount) {
    at = skipBlanks(at);
    if (bytes[at] === text(",")) {
      at++;
      continue;
    }
    const nameStart = at;
    if (bytes[at] === text('"')) at = endOfString(bytes, at + 1) + 1;
    else while (bytes[at] !== text("=") && !isBlank(bytes[at])) at++;
    const nameEnd = at;
    at = skipBlanks(at);
    // A quoted metric name stands among the labels, without a value.
    if (bytes[at] !== text("=")) continue;
    const valueStart = skipBlanks(at + 1) + 1;
    const valueEnd = endOfString(bytes, valueStart);
    places.push({ nameStart, nameEnd, valueStart, valueEnd });
    at = valueEnd + 1;
  }
  return places;
}

function endOfString(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] !== 0x22) at += bytes[at] === 0x5c ? 2 : 1;
  return at;
}
