// The core schema of YAML 1.2.2, section 10.3.2: what a plain scalar means. `yes`, `no`, dates and sexagesimal numbers are text.

const nullWords: ReadonlySet<string> = new Set(["", "~", "null", "Null", "NULL"]);
const trueWords: ReadonlySet<string> = new Set(["true", "True", "TRUE"]);
const falseWords: ReadonlySet<string> = new Set(["false", "False", "FALSE"]);
const number = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const basedInteger = /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/;
const infinity = /^([-+]?)\.(?:inf|Inf|INF)$/;
const notANumber = /^\.(?:nan|NaN|NAN)$/;

/** The value of a plain scalar. */
export function resolvePlainScalar(text: string): string | number | boolean | null {
  if (nullWords.has(text)) return null;
  if (trueWords.has(text)) return true;
  if (falseWords.has(text)) return false;
  if (number.test(text) || basedInteger.test(text)) return Number(text);
  const infinite = infinity.exec(text);
  if (infinite !== null) return infinite[1] === "-" ? -Infinity : Infinity;
  return notANumber.test(text) ? NaN : text;
}
