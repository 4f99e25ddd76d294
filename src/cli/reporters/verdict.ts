import { count } from "../figures.js";
import type { Tally } from "./tally.js";

/** A tally in words: `2 errors, 1 warning`, and `ok` where there is neither. Infos are told where there are some. */
export function verdictWords(sum: Tally): string {
  const infos = sum.infos === 0 ? [] : [count(sum.infos, "info", "infos")];
  if (sum.errors + sum.warnings === 0) return ["ok", ...infos].join(", ");
  return [tallyWords(sum), ...infos].join(", ");
}

/** Errors and warnings alone, none of them left out. */
export function tallyWords({ errors, warnings }: Tally): string {
  return `${count(errors, "error", "errors")}, ${count(warnings, "warning", "warnings")}`;
}
