// Numbers as Go's ParseFloat reads them, without its hexadecimal and underscore forms, which no exposition format has:
// [sign] digits [. digits] [e [sign] digits], inf and infinity with an optional sign, nan without one, in any letter case.

import { classOf, DOT, LOWER_E, MINUS, NINE, PLUS, TOKEN_END, ZERO } from "./grammar.js";
import { decodeAscii, decodeUtf8 } from "./utf8.js";

/** Where a reader leaves the value it read. */
export interface NumberTarget {
  value: number;
}

/** Why a token is not a number. */
const NOT_A_NUMBER = -1;
export const OUT_OF_RANGE = -2;

/** What an integer of nine digits may be when the last of them comes. */
const most = 99_999_999;

/** Powers of ten that a double holds exactly. */
const exactPowers = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/**
 * Reads a number that starts at `at` and ends before a blank or line feed, times 10^`shift`, correctly rounded, into `target.value`.
 * Returns the offset after it, or NOT_A_NUMBER or OUT_OF_RANGE. Whoever calls has made sure that a line feed follows somewhere.
 */
export function readNumber(
  bytes: Uint8Array,
  at: number,
  shift: number,
  target: NumberTarget,
): number {
  let cursor = at;
  let byte = bytes[cursor]!;
  const negative = byte === MINUS;
  if (negative || byte === PLUS) byte = bytes[++cursor]!;
  // Nine digits fit an integer, which takes half the time of a float: they are gathered in two, and what is beyond is read slowly.
  let head = 0;
  let tail = 0;
  let power = 1;
  let exponent = shift;
  const digitsStart = cursor;
  let pointAt = -1;
  let beyond = false;
  for (;;) {
    if (byte >= ZERO && byte <= NINE) {
      if (head <= most) head = head * 10 + (byte - ZERO);
      else if (power <= most) {
        tail = tail * 10 + (byte - ZERO);
        power *= 10;
      } else beyond = true;
    } else if (byte === DOT && pointAt === -1) pointAt = cursor;
    else break;
    byte = bytes[++cursor]!;
  }
  if (pointAt !== -1) exponent -= cursor - pointAt - 1;
  if (cursor - digitsStart === (pointAt === -1 ? 0 : 1)) {
    return readAnyNumber(bytes, at, shift, target);
  }
  const mantissa = beyond ? Infinity : head * power + tail;
  if ((byte | 0x20) === LOWER_E) {
    byte = bytes[++cursor]!;
    const below = byte === MINUS;
    if (below || byte === PLUS) byte = bytes[++cursor]!;
    const powerStart = cursor;
    let power = 0;
    while (byte >= ZERO && byte <= NINE) {
      power = power * 10 + (byte - ZERO);
      byte = bytes[++cursor]!;
    }
    if (cursor === powerStart) return NOT_A_NUMBER;
    exponent += below ? -power : power;
  }
  if ((classOf[byte]! & TOKEN_END) === 0) return NOT_A_NUMBER;
  // A mantissa and a power of ten that are both exact make one operation round once (Clinger's fast path).
  if (mantissa <= Number.MAX_SAFE_INTEGER && exponent >= -22 && exponent <= 22) {
    const value =
      exponent < 0 ? mantissa / exactPowers[-exponent]! : mantissa * exactPowers[exponent]!;
    target.value = negative ? -value : value;
    return cursor;
  }
  const token = decodeAscii(bytes, at, cursor);
  const value = Number(shift === 0 ? token : shifted(token, shift));
  if (!Number.isFinite(value)) return OUT_OF_RANGE;
  target.value = value;
  return cursor;
}

// No two of its parts can take the same digits, so a long run of them that ends badly is refused in linear time.
const decimal = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const infinite = /^[+-]?inf(?:inity)?$/i;
const nan = /^nan$/i;

function readAnyNumber(bytes: Uint8Array, at: number, shift: number, target: NumberTarget): number {
  const end = endOfToken(bytes, at);
  const value = parseNumber(decodeUtf8(bytes, at, end), shift);
  if (value === undefined) return NOT_A_NUMBER;
  if (value === "out of range") return OUT_OF_RANGE;
  target.value = value;
  return end;
}

/** Offset of the blank or line feed that ends the token at `at`: there is one. */
export function endOfToken(bytes: Uint8Array, at: number): number {
  let end = at;
  while ((classOf[bytes[end]!]! & TOKEN_END) === 0) end++;
  return end;
}

/** The number that a token spells, times 10^`shift`; undefined where it spells none. */
export function parseNumber(token: string, shift = 0): number | "out of range" | undefined {
  if (decimal.test(token)) {
    const value = Number(shift === 0 ? token : shifted(token, shift));
    return Number.isFinite(value) ? value : "out of range";
  }
  if (infinite.test(token)) return token.charCodeAt(0) === MINUS ? -Infinity : Infinity;
  return nan.test(token) ? Number.NaN : undefined;
}

/** Beyond any that digits in memory can make up for, and still spelled without an exponent of its own. */
const farExponent = 1e15;

/** The same decimal with its exponent raised, so that the scaling rounds once. */
function shifted(token: string, shift: number): string {
  const split = token.search(/[eE]/);
  if (split === -1) return `${token}e${shift}`;
  const exponent = Number(token.slice(split + 1)) + shift;
  return `${token.slice(0, split)}e${Math.max(-farExponent, Math.min(exponent, farExponent))}`;
}

/** Whether a token is a decimal integer that fits int64, as Go's ParseInt takes it: a sign and leading zeros are allowed. */
export function isInt64(token: string): boolean {
  const digits = /^([+-]?)0*([0-9]{1,19})$/.exec(token);
  if (digits === null) return false;
  const integer = BigInt(`${digits[1]}${digits[2]}`);
  return BigInt.asIntN(64, integer) === integer;
}
