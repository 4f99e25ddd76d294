// Numbers as Go's strconv.FormatFloat(value, 'g', -1, 64) writes them: the shortest digits that read back as the same value, an exponent
// below 1e-4 and from 1e6 on. That is what the reference writers emit. In OpenMetrics a number always has a point or an exponent.

import { DOT, LOWER_E, MINUS, PLUS, ZERO } from "../grammar.js";
import { ByteWriter } from "./byte-writer.js";

/** More than the longest number takes: sign, 17 digits, point, exponent, or an int64. */
const longest = 32;
/** Numbers from here on get an exponent. */
const exponentFrom = 1e6;
const exponentFromDigits = 6;
/** Positions after the point that a small number has before it gets an exponent. */
const mostLeadingZeros = 4;
/** Decimals of up to 15 digits are told apart by a double, so such a decimal that reads back as the value is its shortest form. */
const shortDecimalLimit = 1e15;

/** Digits of the number under way, most significant first. */
const digits = new Uint8Array(longest);
let digitCount = 0;
/** Where the point stands: digits before it; negative for zeros between the point and the digits. */
let pointAt = 0;

/** Writes any number; `pointed` as OpenMetrics wants it. */
export function writeFloat(out: ByteWriter, value: number, pointed: boolean): void {
  out.reserve(longest);
  let size = value;
  if (value < 0 || (value === 0 && 1 / value < 0)) {
    out.bytes[out.at++] = MINUS;
    size = -value;
  }
  if (size < exponentFrom) {
    const whole = size | 0;
    if (whole === size) {
      writeWhole(out, whole);
      if (pointed) writePointZero(out);
      return;
    }
    const thousandths = Math.round(size * 1000);
    if (thousandths / 1000 === size) {
      writeThousandths(out, thousandths);
      return;
    }
  }
  if (Number.isNaN(size)) {
    writeWord(out, "NaN");
  } else if (size === Infinity) {
    if (value > 0) out.bytes[out.at++] = PLUS;
    writeWord(out, "Inf");
  } else {
    takeDigits(size);
    writeDigits(out, pointed);
  }
}

/** Writes a count of observations: in OpenMetrics a plain integer, where it is one. */
export function writeCount(out: ByteWriter, value: number, openMetrics: boolean): void {
  if (value >= 0 && value < exponentFrom && (value | 0) === value) {
    out.reserve(longest);
    writeWhole(out, value);
  } else if (openMetrics && value > 0 && value < 1e21 && Number.isInteger(value)) {
    out.reserve(longest);
    writeWord(out, String(value));
  } else {
    writeFloat(out, value, openMetrics);
  }
}

/** Writes milliseconds as the seconds of OpenMetrics, exactly: the same digits with the point moved. */
export function writeSeconds(out: ByteWriter, milliseconds: number): void {
  out.reserve(longest);
  if (milliseconds === 0) {
    writeWord(out, "0.0");
    return;
  }
  if (milliseconds < 0) out.bytes[out.at++] = MINUS;
  takeDigits(Math.abs(milliseconds));
  pointAt -= 3;
  writeDigits(out, true);
}

/** Largest and smallest number of milliseconds that int64 holds, as doubles. Only the smallest is itself an int64. */
const int64Limit = 2 ** 63;

/** Whether whole milliseconds fit the int64 of the text formats. */
export function fitsInt64(milliseconds: number): boolean {
  return milliseconds >= -int64Limit && milliseconds <= int64Limit;
}

/** Writes whole milliseconds that fit int64. 2^63, which a reader has made of the largest int64, becomes that again. */
export function writeMilliseconds(out: ByteWriter, milliseconds: number): void {
  out.reserve(longest);
  if (milliseconds >= 0 && milliseconds < exponentFrom) writeWhole(out, milliseconds | 0);
  else if (Number.isSafeInteger(milliseconds)) writeWord(out, String(milliseconds));
  else if (milliseconds === int64Limit) writeWord(out, "9223372036854775807");
  else writeWord(out, BigInt(milliseconds).toString());
}

/** The text of a number as `writeFloat` writes it. */
export function floatText(value: number, pointed: boolean): string {
  const out = new ByteWriter(() => {
    throw new Error("internal: a number has no surrogates");
  });
  writeFloat(out, value, pointed);
  return String.fromCharCode(...out.written());
}

function writeWord(out: ByteWriter, word: string): void {
  const { bytes } = out;
  let at = out.at;
  for (let index = 0; index < word.length; index++) bytes[at++] = word.charCodeAt(index);
  out.at = at;
}

function writePointZero(out: ByteWriter): void {
  out.bytes[out.at] = DOT;
  out.bytes[out.at + 1] = ZERO;
  out.at += 2;
}

/** Writes an integer from 0 to below 1e6. */
function writeWhole(out: ByteWriter, value: number): void {
  const { bytes } = out;
  const length =
    value < 10 ? 1 : value < 100 ? 2 : value < 1e3 ? 3 : value < 1e4 ? 4 : value < 1e5 ? 5 : 6;
  const end = out.at + length;
  let rest = value;
  for (let at = end - 1; at >= out.at; at--) {
    const tenth = (rest / 10) | 0;
    bytes[at] = ZERO + rest - tenth * 10;
    rest = tenth;
  }
  out.at = end;
}

/** Writes a number below 1e6 that is no integer, given as thousandths. */
function writeThousandths(out: ByteWriter, thousandths: number): void {
  const whole = Math.floor(thousandths / 1000);
  const fraction = thousandths - whole * 1000;
  writeWhole(out, whole);
  const { bytes, at } = out;
  const first = (fraction / 100) | 0;
  const second = ((fraction / 10) | 0) % 10;
  const third = fraction % 10;
  bytes[at] = DOT;
  bytes[at + 1] = ZERO + first;
  bytes[at + 2] = ZERO + second;
  bytes[at + 3] = ZERO + third;
  out.at = at + (third !== 0 ? 4 : second !== 0 ? 3 : 2);
}

/** Takes apart a finite number above zero, without trailing zeros. */
function takeDigits(size: number): void {
  if (size < shortDecimalLimit && Number.isInteger(size)) takeIntegerDigits(size);
  else takeTextDigits(String(size));
  while (digitCount > 1 && digits[digitCount - 1] === ZERO) digitCount--;
}

function takeIntegerDigits(size: number): void {
  let length = 1;
  for (let limit = 10; size >= limit; limit *= 10) length++;
  let rest = size;
  for (let index = length - 1; index >= 0; index--) {
    const tenth = Math.floor(rest / 10);
    digits[index] = ZERO + rest - tenth * 10;
    rest = tenth;
  }
  digitCount = length;
  pointAt = length;
}

/** Takes the digits of what JavaScript writes, which are the shortest as well, but laid out by other rules. */
function takeTextDigits(text: string): void {
  digitCount = 0;
  pointAt = 0;
  let isFraction = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === LOWER_E) {
      pointAt += Number(text.slice(index + 1));
      return;
    }
    if (unit === DOT) isFraction = true;
    else if (unit === ZERO && digitCount === 0) pointAt -= isFraction ? 1 : 0;
    else {
      digits[digitCount++] = unit;
      pointAt += isFraction ? 0 : 1;
    }
  }
}

/** Lays out the digits taken. */
function writeDigits(out: ByteWriter, pointed: boolean): void {
  const { bytes } = out;
  let at = out.at;
  const exponent = pointAt - 1;
  if (exponent < -mostLeadingZeros || exponent >= exponentFromDigits) {
    bytes[at++] = digits[0]!;
    if (digitCount > 1) bytes[at++] = DOT;
    for (let index = 1; index < digitCount; index++) bytes[at++] = digits[index]!;
    out.at = at;
    writeExponent(out, exponent);
    return;
  }
  if (pointAt <= 0) {
    bytes[at++] = ZERO;
    bytes[at++] = DOT;
    for (let zeros = pointAt; zeros < 0; zeros++) bytes[at++] = ZERO;
    for (let index = 0; index < digitCount; index++) bytes[at++] = digits[index]!;
  } else {
    for (let index = 0; index < Math.max(digitCount, pointAt); index++) {
      if (index === pointAt) bytes[at++] = DOT;
      bytes[at++] = index < digitCount ? digits[index]! : ZERO;
    }
  }
  out.at = at;
  if (pointed && digitCount <= pointAt) writePointZero(out);
}

function writeExponent(out: ByteWriter, exponent: number): void {
  const size = Math.abs(exponent);
  out.bytes[out.at++] = LOWER_E;
  out.bytes[out.at++] = exponent < 0 ? MINUS : PLUS;
  if (size < 10) out.bytes[out.at++] = ZERO;
  writeWhole(out, size);
}
