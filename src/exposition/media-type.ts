// Media types as HTTP writes them (RFC 9110, section 8.3.1). What is malformed counts for nothing.

/** The parameters of a media type by name, and the type itself under the empty one, all in lower case. The last of a name counts. */
export function mediaType(text: string): ReadonlyMap<string, string> {
  const [type = "", ...rest] = splitOutsideQuotes(text.toLowerCase(), ";");
  const parameters = new Map([["", type.trim()]]);
  for (const parameter of rest) {
    const [, name, value = ""] = /^\s*([^\s=]+)\s*=\s*"?([^\s"]*)"?\s*$/.exec(parameter) ?? [];
    if (name !== undefined) parameters.set(name, value);
  }
  return parameters;
}

/** Splits where the separator does not stand in quotes. Empty parts are left out. */
export function splitOutsideQuotes(text: string, separator: "," | ";"): string[] {
  return text.match(separator === "," ? /(?:[^,"]|"[^"]*"?)+/g : /(?:[^;"]|"[^"]*"?)+/g) ?? [];
}
