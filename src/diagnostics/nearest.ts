/** Longest word that is compared: a longer one is no typing mistake, and the work is quadratic in its length. */
const longestWord = 64;

/**
 * The candidate that `word` most likely meant, or undefined where none is close enough to say so.
 * Close is: equal but for letter case, or at most two edits (one for words under five letters), a swap counting as one.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longestWord) return undefined;
  const folded = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = word.length < 5 ? 2 : 3;
  for (const candidate of candidates) {
    if (candidate === word || candidate.length > longestWord) continue;
    const distance =
      candidate.toLowerCase() === folded ? 0 : editDistance(folded, candidate.toLowerCase());
    if (distance < bestDistance && distance < Math.max(word.length, candidate.length)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Optimal string alignment: inserts, deletes, replacements and swaps of neighbours each count one. */
export function editDistance(from: string, to: string): number {
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(
        above[column]! + 1,
        current[column - 1]! + 1,
        above[column - 1]! + (same ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        from[row - 1] === to[column - 2] &&
        from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, before[column - 2]! + 1);
      current[column] = cost;
    }
    before = above;
    above = current;
  }
  return above[to.length]!;
}
