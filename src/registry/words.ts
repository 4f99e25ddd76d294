// The words of a complaint about the shape of the document.
import { printable, quote } from "../diagnostics/index.js";
import { type DocumentPath, nameOf } from "./collector.js";

/** What was found, as a message says it. */
export function found(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (value === "") return "an empty text";
  if (typeof value === "string") return quote(value);
  if (typeof value === "number" || typeof value === "bigint") return `the number ${value}`;
  if (typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "a mapping";
  // A snapshot has symbols where the document had objects of other kinds.
  if (typeof value === "symbol") return printable(value.description ?? "a symbol");
  return `a ${typeof value}`;
}

/** A place below the subject: `item 2 of labels of metric hits_total`. */
export function placeIn(subject: string, path: DocumentPath): string {
  const parts = path.map((step) => (typeof step === "number" ? `item ${step + 1}` : nameOf(step)));
  return [...parts.reverse(), subject].join(" of ");
}

/** The words as a list: `a, b or c`. */
export function anyOf(words: readonly string[]): string {
  const last = words.at(-1) ?? "nothing";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}
