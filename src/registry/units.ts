// Units in metric names: the base units, what is converted to them, and the abbreviations nobody can tell apart.

const baseUnits = [
  "amperes",
  "bytes",
  "celsius",
  "grams",
  "joules",
  "kelvin",
  "meters",
  "metres",
  "seconds",
  "volts",
];

const otherUnits: ReadonlyMap<string, string> = new Map([
  ["minutes", "seconds"],
  ["hours", "seconds"],
  ["days", "seconds"],
  ["weeks", "seconds"],
  ["kelvins", "celsius"],
  ["fahrenheit", "celsius"],
  ["rankine", "celsius"],
  ["inches", "meters"],
  ["yards", "meters"],
  ["miles", "meters"],
  ["bits", "bytes"],
  ["calories", "joules"],
  ["pounds", "grams"],
  ["ounces", "grams"],
]);

const decimalPrefixes = [
  "pico",
  "nano",
  "micro",
  "milli",
  "centi",
  "deci",
  "deca",
  "hecto",
  "kilo",
];
const binaryPrefixes = ["kibi", "mebi", "mega", "gibi", "giga", "tebi", "tera", "pebi", "peta"];

/** Every unit that is not a base unit, with the base unit it converts to. */
const scaledUnits: ReadonlyMap<string, string> = new Map([
  ...otherUnits,
  ...[...decimalPrefixes, ...binaryPrefixes].flatMap((prefix) =>
    [...baseUnits.map((unit) => [unit, unit] as const), ...otherUnits].map(
      ([unit, base]) => [`${prefix}${unit}`, base] as const,
    ),
  ),
]);

const abbreviations: ReadonlySet<string> = new Set([
  ...["s", "ms", "us", "ns", "sec", "m", "h", "d"],
  ...["b", "kb", "mb", "gb", "tb", "pb"],
]);

/** A unit in the name that is not a base unit, and the base unit to convert to. */
export function unitIn(
  name: string,
): { readonly found: string; readonly base: string } | undefined {
  for (const part of name.split("_")) {
    const base = scaledUnits.get(part);
    if (base !== undefined) return { found: part, base };
  }
  return undefined;
}

/** An abbreviated unit in the name. The first part is never one: it is the prefix of the application. */
export function abbreviationIn(name: string): string | undefined {
  return name
    .split("_")
    .slice(1)
    .find((part) => abbreviations.has(part.toLowerCase()));
}

/** The name without the suffix that its type gives it: what a unit comes last in. */
export function bareName(name: string): string {
  return name.replace(/_(?:total|info)$/, "");
}
