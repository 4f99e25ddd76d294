import { isUrl, shownUrl } from "../../diagnostics/index.js";

/** Whether an operand is a URL to fetch. */
export function isHttp(operand: string): boolean {
  return /^https?:\/\//i.test(operand);
}

/** How messages and reports name an operand. What looks like a URL is treated as one, so that a slip of the pen shows no password. */
export function sourceName(operand: string): string {
  if (operand === "-") return "<stdin>";
  if (isUrl(operand)) return shownUrl(operand);
  // `user:password@host`, where the scheme was forgotten.
  return operand.replace(/^[^/\\@:]+:[^/\\@]*@(?=[\w.[])/, "");
}
