// Names beyond the legacy character set, spelled within it (Prometheus, "UTF-8 metric and label name escaping schemes").

/** How names that need quotes are written: in quotes, or spelled with the characters that need none. */
export type EscapingScheme = "allow-utf-8" | "underscores" | "dots" | "values";

/** What a name names. A label name has no colon. */
export type NameKind = "metric" | "label";

const plain: Record<NameKind, RegExp> = {
  metric: /^[a-zA-Z_:][a-zA-Z0-9_:]*$/,
  label: /^[a-zA-Z_][a-zA-Z0-9_]*$/,
};

/** Whether a name needs no quotes. */
export function isPlainName(name: string, kind: NameKind): boolean {
  return plain[kind].test(name);
}

/**
 * The name as a scheme writes it. `allow-utf-8` changes nothing, `underscores` and `values` leave names alone that need no quotes,
 * `dots` doubles the underscores of every name.
 */
export function escapeName(name: string, scheme: EscapingScheme, kind: NameKind): string {
  if (scheme === "allow-utf-8" || (scheme !== "dots" && isPlainName(name, kind))) return name;
  let escaped = scheme === "values" ? "U__" : "";
  for (const char of name) {
    // A digit is legal everywhere but at the start.
    escaped += escapeChar(char, scheme, isPlainName(escaped === "" ? char : `_${char}`, kind));
  }
  return escaped;
}

function escapeChar(char: string, scheme: EscapingScheme, isLegal: boolean): string {
  if (scheme === "underscores") return isLegal ? char : "_";
  if (char === "_") return "__";
  if (scheme === "dots" && char === ".") return "_dot_";
  if (isLegal) return char;
  return scheme === "dots" ? "_" : `_${char.codePointAt(0)?.toString(16)}_`;
}
