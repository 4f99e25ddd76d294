/** A number with a comma after each third digit: `1,204`. By hand: a formatter of Intl takes longer to make than a small payload to check. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** A count with its noun: `1 series`, `1,204 series`, `2 errors`. */
export function count(number: number, one: string, many: string): string {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

const units = ["kB", "MB", "GB", "TB"] as const;

/** A size in decimal units: `512 bytes`, `1.2 kB`, `218 kB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return count(bytes, "byte", "bytes");
  let scaled = bytes;
  let unit: string = "bytes";
  for (const next of units) {
    if (scaled < 999.5) break;
    scaled /= 1000;
    unit = next;
  }
  return `${short(scaled)} ${unit}`;
}

/** A time: `8 ms`, `1.2 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 999.5) return `${Math.max(1, Math.round(milliseconds))} ms`;
  return `${short(milliseconds / 1000)} s`;
}

/** Two digits that mean something: `1.2`, `12`, `218`. */
function short(number: number): string {
  const rounded = number < 9.95 ? Math.round(number * 10) / 10 : Math.round(number);
  return grouped(rounded);
}
