// Names beyond the legacy character set, spelled within it (Prometheus, "UTF-8 metric and label name escaping schemes").

import { isPlainLabelName, isPlainName } from "./grammar.js";

/** How names that need quotes are written: in quotes, or spelled with the characters that need none. */
export type EscapingScheme = "allow-utf-8" | "underscores" | "dots" | "values";

/** Every escaping scheme there is. */
export const escapingSchemes: readonly EscapingScheme[] = [
  "allow-utf-8",
  "underscores",
  "dots",
  "values",
];

/** What a name names. A label name has no colon. */
export type NameKind = "metric" | "label";

/**
 * The name as a scheme writes it. `allow-utf-8` changes nothing, `underscores` and `values` leave names alone that need no quotes, `dots`
 * doubles the underscores of every name.
 */
export function escapeName(
  name: string,
  scheme: EscapingScheme,
  kind: NameKind = "metric",
): string {
  const isPlain = kind === "metric" ? isPlainName : isPlainLabelName;
  if (scheme === "allow-utf-8" || name === "") return name;
  if (scheme !== "dots" && isPlain(name)) return name;
  let escaped = scheme === "values" ? "U__" : "";
  let isFirst = true;
  for (const char of name) {
    escaped += escapeChar(char, scheme, isPlain(isFirst ? char : `_${char}`));
    isFirst = false;
  }
  return escaped;
}

function escapeChar(char: string, scheme: EscapingScheme, isLegal: boolean): string {
  if (scheme === "underscores") return isLegal ? char : "_";
  if (char === "_") return "__";
  if (scheme === "dots" && char === ".") return "_dot_";
  if (isLegal) return char;
  if (scheme === "dots") return "_";
  const code = char.codePointAt(0) ?? 0;
  return code >= 0xd800 && code <= 0xdfff ? "_FFFD_" : `_${code.toString(16)}_`;
}

/**
 * The name that a scheme wrote, as far as the scheme lets one tell: `values` gives back every name, `dots` those whose only special
 * characters are dots. What is not of the scheme's making is returned as it is.
 */
export function unescapeName(name: string, scheme: EscapingScheme): string {
  if (scheme === "dots") {
    return name.replace(/_dot_|__/g, (found) => (found === "__" ? "_" : "."));
  }
  if (scheme !== "values" || !name.startsWith("U__")) return name;
  const escaped = name.slice(3);
  if (!/^(?:[^_]|__|_[0-9a-fA-F]{1,6}_)*$/.test(escaped)) return name;
  let isValid = true;
  const unescaped = escaped.replace(/__|_([0-9a-fA-F]+)_/g, (found, hex: string | undefined) => {
    if (hex === undefined) return "_";
    const code = Number.parseInt(hex, 16);
    isValid &&= code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isValid ? String.fromCodePoint(code) : found;
  });
  return isValid ? unescaped : name;
}
