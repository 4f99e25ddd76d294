import { quote } from "../diagnostics/index.js";
import type { Collector, Complaint } from "./collector.js";

/** Names as Prometheus 2 had them. Others are legal, and are quoted on the wire. */
export const plainMetricName = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
export const plainLabelName = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** Longest name, in UTF-16 code units. */
const maxLength = 1024;

/** Complains of a name that no exposition can carry: none at all, one that is not valid Unicode, or an endless one. */
export function checkName(
  name: string,
  words: string,
  about: Pick<Complaint, "path" | "part" | "metric" | "label">,
  collector: Collector,
): boolean {
  const expected = expectation(name);
  if (expected === undefined) return true;
  collector.complain({
    ...about,
    rule: "registry/invalid-name",
    message: `expected ${expected} as name of ${words}, found ${quote(name)}`,
    value: name,
  });
  return false;
}

function expectation(name: string): string | undefined {
  if (name === "") return "some text";
  if (/\p{Surrogate}/u.test(name)) return "valid Unicode";
  return name.length > maxLength ? `at most ${maxLength} characters` : undefined;
}

/** The same for what lists refer to: three dots in front and a question mark at the end are syntax there. */
export function checkReferableName(
  name: string,
  words: string,
  about: Pick<Complaint, "path" | "part" | "metric" | "label">,
  collector: Collector,
): boolean {
  if (!checkName(name, words, about, collector)) return false;
  if (!name.startsWith("...") && !name.endsWith("?")) return true;
  collector.complain({
    ...about,
    rule: "registry/invalid-name",
    message: `expected a name without "..." in front or "?" at the end for ${words}, found ${quote(name)}`,
    value: name,
    notes: ["both are syntax in a list of labels, so nothing could refer to it"],
  });
  return false;
}
