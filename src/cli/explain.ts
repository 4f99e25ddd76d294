import { PromschemaError, place, printable } from "../diagnostics/index.js";
import { CommandFailure } from "./failure.js";

/** What is said about an error that kept a command from its work: one line, and the next step under it. */
export function explain(error: unknown): string {
  if (error instanceof CommandFailure) return said(error.message, error.next);
  if (error instanceof PromschemaError) return said(firstFinding(error));
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return said(
    `internal error: ${text}`,
    "this is a defect of promschema: report the command and its input",
  );
}

/** The first finding of an error with its place and its hint, in one line. */
export function firstFinding({ findings: [first] }: PromschemaError): string {
  return `${place(first)}${first.message}${first.hint === undefined ? "" : `; ${first.hint}`}`;
}

function said(message: string, next?: string): string {
  const step = next === undefined ? "" : `  ${printable(next)}\n`;
  return `promschema: ${printable(message)}\n${step}`;
}
