import { createFinding, PromschemaError, printable } from "../diagnostics/index.js";

/** The error for a registry that cannot be had at all: no file, no permission, a module that throws. */
export function unreadable(
  source: string,
  message: string,
  details: { readonly hint?: string | undefined; readonly cause?: unknown } = {},
): PromschemaError {
  const { hint, cause } = details;
  const rule = "registry/unreadable";
  const base = { rule, severity: "error", message, source } as const;
  const finding = createFinding(hint === undefined ? base : { ...base, hint });
  return new PromschemaError([finding], cause === undefined ? {} : { cause });
}

/** What a foreign error has to say, in one line that is safe to print. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return printable(text.split("\n", 1)[0]!.slice(0, 200));
}

/** The code of a Node.js error, such as ENOENT; undefined for any other value. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
