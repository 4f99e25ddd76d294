// Numbers that look random and are the same in every run: what is generated depends on its seeds alone.

/** Yields numbers in [0, 1). */
export type Random = () => number;

/** A generator for these seeds: mulberry32, its state mixed from all of them. */
export function randomFrom(...seeds: readonly number[]): Random {
  let state = 0x2545f491;
  for (const seed of seeds) {
    state = Math.imul(state ^ seed, 0x9e3779b1);
    state ^= state >>> 15;
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** A whole number in [0, limit). */
export function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

export function pick<Item>(items: readonly [Item, ...Item[]], random: Random): Item {
  return items[below(items.length, random)] ?? items[0];
}

/** An identifier of this many letters and digits. */
export function identifier(length: number, random: Random): string {
  let text = "";
  while (text.length < length) text += below(36, random).toString(36);
  return text;
}

/** Puts the items into a random order, in place. */
export function shuffle<Item>(items: Item[], random: Random): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = below(last + 1, random);
    // Both places are inside the array.
    [items[last], items[other]] = [items[other] as Item, items[last] as Item];
  }
}
