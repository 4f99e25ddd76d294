// Names beyond the legacy character set, spelled within it (Prometheus, "UTF-8 metric and label name escaping schemes").

/** How names that need quotes are written: in quotes, or spelled with the characters that need none. */
export type EscapingScheme = "allow-utf-8" | "underscores" | "dots" | "values";

/** Every escaping scheme there is. */
export const escapingSchemes: readonly EscapingScheme[] = [
  "allow-utf-8",
  "underscores",
  "dots",
  "values",
];

/** Whether a name needs no quotes. That of a label has no colon. */
export function isPlainName(name: string, isLabel = false): boolean {
  return (isLabel ? /^[a-zA-Z_]\w*$/ : /^[a-zA-Z_:][\w:]*$/).test(name);
}

/**
 * The name as a scheme writes it. `allow-utf-8` changes nothing, `underscores` and `values` leave names alone that need no quotes,
 * `dots` doubles the underscores of every name.
 */
export function escapeName(name: string, scheme: EscapingScheme, isLabel = false): string {
  if (scheme === "allow-utf-8" || (scheme !== "dots" && isPlainName(name, isLabel))) return name;
  let escaped = scheme === "values" ? "U__" : "";
  // A digit is legal everywhere but at the start.
  let before = "";
  for (const char of name) {
    const isLegal = isPlainName(before + char, isLabel);
    before = "_";
    if (scheme === "underscores") escaped += isLegal ? char : "_";
    else if (isLegal && char !== "_") escaped += char;
    else if (scheme === "dots") escaped += char === "." ? "_dot_" : "__";
    else escaped += char === "_" ? "__" : `_${char.codePointAt(0)?.toString(16)}_`;
  }
  return escaped;
}
