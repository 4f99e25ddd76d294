/** Whether an operand is a URL to fetch. */
export function isHttp(operand: string): boolean {
  return /^https?:\/\//i.test(operand);
}

/** How reports name an operand: a URL without the password in it. */
export function sourceName(operand: string): string {
  if (operand === "-") return "<stdin>";
  if (!isHttp(operand)) return operand;
  return operand.replace(/^([a-z]+:\/\/)[^/?#]*@/i, "$1");
}
