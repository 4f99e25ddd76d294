import { CommandFailure } from "../failure.js";

/** Headers in the order given; a name may come more than once. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** Headers given as `Name: value`. Throws CommandFailure on another form. A value is never shown: it may be a secret. */
export function parseHeaders(given: readonly string[]): HeaderList {
  if (given.length === 0) return [];
  // Not imported: most checks have no header, and loading the network takes time.
  const { validateHeaderName, validateHeaderValue } = process.getBuiltinModule("node:http");
  return given.map((text) => {
    const at = text.indexOf(":");
    if (at < 1) {
      throw new CommandFailure('--header takes "Name: value", with a colon after the name');
    }
    const name = text.slice(0, at).trim();
    const value = text.slice(at + 1).trim();
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch {
      // Not even the name is shown: whoever forgot the first colon has the value in it.
      throw new CommandFailure(
        "--header takes a token as name and a value without control characters",
      );
    }
    return [name, value];
  });
}

/** The headers of a request: those of `given` replace those of `defaults` whatever the case of their names. */
export function mergeHeaders(
  defaults: HeaderList,
  given: HeaderList,
): Record<string, string | string[]> {
  const replaced = new Set(given.map(([name]) => name.toLowerCase()));
  const merged = new Map<string, string[]>();
  const kept = defaults.filter(([name]) => !replaced.has(name.toLowerCase()));
  for (const [spelled, value] of [...kept, ...given]) {
    const name = spelled.toLowerCase();
    merged.set(name, [...(merged.get(name) ?? []), value]);
  }
  // Node takes a list for any header but some that may come once, such as Host.
  return Object.fromEntries(
    [...merged].map(([name, values]) => [name, values.length === 1 ? values[0]! : values]),
  );
}
