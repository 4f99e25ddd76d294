// Numbers as Go's strconv.FormatFloat(value, 'g', -1, 64) writes them: the shortest digits that read back as the same value, with an
// exponent below 1e-4 and from 1e6 on. The reference writers emit that.

import { DOT, MINUS, ZERO } from "../grammar.js";
import type { ByteWriter } from "./byte-writer.js";

/** Numbers from here on, and below the other, have an exponent. */
const large = 1e6;
const small = 1e-4;
/** Room for the digits of a number below that, in eights: they are written from its end on, then moved. */
const longestDecimal = 24;

/** A number as the text formats have it, times ten to the `shift`: its digits are the same, so nothing is rounded. */
export function numberText(value: number, shift = 0): string {
  const size = Math.abs(value);
  if (shift === 0 && size >= small && size < large) return String(value);
  if (value === Infinity) return "+Inf";
  if (!Number.isFinite(value)) return value < 0 ? "-Inf" : "NaN";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  if (size === 0) return `${sign}0`;
  const [mantissa = "", power] = size.toExponential().split("e");
  const exponent = Number(power) + shift;
  if (exponent < -4 || exponent >= 6) {
    const digits = String(Math.abs(exponent)).padStart(2, "0");
    return `${sign}${mantissa}e${exponent < 0 ? "-" : "+"}${digits}`;
  }
  const digits = mantissa.replace(".", "");
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  const rest = digits.slice(exponent + 1);
  return sign + whole + (rest && `.${rest}`);
}

/** A number as OpenMetrics has it: always with a point or an exponent. */
export function openMetricsText(value: number, shift = 0): string {
  const text = numberText(value, shift);
  return /[.eIN]/.test(text) ? text : `${text}.0`;
}

/** Writes a number; one of observations has no point in OpenMetrics, where it is whole. */
export function writeNumber(
  out: ByteWriter,
  value: number,
  openMetrics: boolean,
  isCount: boolean,
): void {
  const size = Math.abs(value);
  const places = openMetrics && !isCount ? 1 : 0;
  // Zero stands for what is too large or no number, and is not what that is compared with.
  const thousandths = size < large ? Math.round(size * 1000) | 0 : 0;
  if (thousandths / 1000 === size && !Object.is(value, -0)) {
    // A double tells decimals of 15 digits apart: one that reads back as the value is its shortest spelling.
    writeDecimal(out, value < 0, thousandths, places);
  } else if (openMetrics) {
    const isWhole = isCount && size > 0 && size < 1e21 && Number.isInteger(value);
    out.raw(isWhole ? String(value) : openMetricsText(value));
  } else out.raw(numberText(value));
}

/** Writes thousandths as a decimal number with no more digits than it needs but `places` after the point. */
function writeDecimal(
  out: ByteWriter,
  isNegative: boolean,
  thousandths: number,
  places: number,
): void {
  const { bytes } = out;
  const end = out.at + longestDecimal;
  let start = end;
  let rest = thousandths;
  for (let point = 3; point >= 0 || rest > 0; point--) {
    const tenth = (rest / 10) | 0;
    const digit = rest - tenth * 10;
    rest = tenth;
    if (point === 0 && start < end) bytes[--start] = DOT;
    if (point <= places || digit > 0 || start < end) bytes[--start] = ZERO + digit;
  }
  if (isNegative) bytes[--start] = MINUS;
  out.repeat(start, end);
}

/** Milliseconds as the int64 of the text formats; undefined where that does not hold them. Rounds what is not whole. */
export function millisecondsText(value: number): string | undefined {
  const whole = Math.round(value);
  if (Number.isSafeInteger(whole)) return String(whole);
  // The largest int64 is read as 2 to the 63, the nearest there is.
  if (whole === 2 ** 63) return "9223372036854775807";
  return whole >= -(2 ** 63) && whole < 2 ** 63 ? String(BigInt(whole)) : undefined;
}
