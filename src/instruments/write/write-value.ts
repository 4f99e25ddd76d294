// Numbers as the serializer writes them. Those that most series have, whole or with a few decimals, are written as bytes; the serializer itself
// spells the others.

import { numberText, openMetricsText } from "../../exposition/index.js";
import type { PayloadWriter } from "./payload-writer.js";

const DOT = 0x2e;
const MINUS = 0x2d;
const PLUS = 0x2b;
const ZERO = 0x30;
const LOWER_E = 0x65;

/** Numbers from here on have an exponent. */
const large = 1e6;
/** Digits of a number are told apart one by one up to here. */
const largest = 1e15;

/** Writes a value: in OpenMetrics it has a point or an exponent. */
export function writeValue(out: PayloadWriter, value: number, openMetrics: boolean): void {
  const size = Math.abs(value);
  if (size < large) {
    // A double tells decimals of 15 digits apart: one that reads back as the value is its shortest spelling.
    const thousandths = Math.round(size * 1000);
    if (thousandths / 1000 === size && !Object.is(value, -0)) {
      if (value < 0) out.byte(MINUS);
      writeDecimal(out, thousandths, openMetrics ? 1 : 0);
      return;
    }
  } else if (size < largest && Number.isInteger(size)) {
    if (value < 0) out.byte(MINUS);
    writeExponential(out, size);
    return;
  }
  out.text(openMetrics ? openMetricsText(value) : numberText(value));
}

/** Writes a number of observations: in OpenMetrics it is whole, and has no exponent below 1e21. */
export function writeCount(out: PayloadWriter, count: number, openMetrics: boolean): void {
  if (count < large) writeDecimal(out, count * 1000, 0);
  else if (openMetrics) out.text(String(count));
  else writeExponential(out, count);
}

/** Writes thousandths, below 1e9 of them, as a decimal number with no more digits than it needs but `places` after the point. */
function writeDecimal(out: PayloadWriter, thousandths: number, places: number): void {
  let rest = thousandths;
  let point = 3;
  for (; point > places && rest % 10 === 0; point--) rest /= 10;
  let length = point + 1;
  for (let limit = 10 ** length; rest >= limit; limit *= 10) length++;
  if (point > 0) length++;
  out.reserve(length);
  const { bytes, at } = out;
  out.at = at + length;
  const pointAt = point > 0 ? out.at - 1 - point : -1;
  for (let index = out.at - 1; index >= at; index--) {
    if (index === pointAt) bytes[index] = DOT;
    else {
      const tenth = (rest / 10) | 0;
      bytes[index] = ZERO + rest - tenth * 10;
      rest = tenth;
    }
  }
}

/** Writes a whole number from 1e6 on, below 1e15, as one digit, the others behind a point, and an exponent. */
function writeExponential(out: PayloadWriter, size: number): void {
  let rest = size;
  let exponent = 0;
  // Zeros at the end are not written.
  while (rest % 10 === 0) {
    rest /= 10;
    exponent++;
  }
  let digits = 1;
  for (let limit = 10; rest >= limit; limit *= 10) digits++;
  exponent += digits - 1;
  out.reserve(digits + 5);
  const { bytes, at } = out;
  let index = digits === 1 ? at : at + digits;
  out.at = index + 1;
  for (; index > at; index--) {
    if (index === at + 1) bytes[index] = DOT;
    else {
      const tenth = Math.floor(rest / 10);
      bytes[index] = ZERO + rest - tenth * 10;
      rest = tenth;
    }
  }
  bytes[at] = ZERO + rest;
  bytes[out.at++] = LOWER_E;
  bytes[out.at++] = PLUS;
  const tens = (exponent / 10) | 0;
  bytes[out.at++] = ZERO + tens;
  bytes[out.at++] = ZERO + exponent - tens * 10;
}

/** Writes a time, given in milliseconds, as seconds since the epoch. OpenMetrics alone has times. */
export function writeTime(out: PayloadWriter, milliseconds: number): void {
  out.text(openMetricsText(milliseconds, -3));
}
