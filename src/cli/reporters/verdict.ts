import { count } from "../figures.js";
import type { Tally } from "./tally.js";

/** A tally in words, `ok` where there are neither errors nor warnings. */
export function verdictWords(sum: Tally): string {
  const { errors, warnings, infos } = sum;
  if (errors + warnings > 0) return tallyWords(sum);
  return infos === 0 ? "ok" : `ok, ${count(infos, "info", "infos")}`;
}

/** A tally in words: `2 errors, 1 warning`. Infos are told where there are some. */
export function tallyWords({ errors, warnings, infos }: Tally): string {
  const parts = [
    count(errors, "error", "errors"),
    count(warnings, "warning", "warnings"),
    ...(infos === 0 ? [] : [count(infos, "info", "infos")]),
  ];
  return parts.join(", ");
}
