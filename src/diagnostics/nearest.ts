/** Longest word that is compared: a longer one is no typing mistake. */
const longestWord = 64;

/**
 * The candidate that `word` most likely meant, or undefined where none is close enough to say so.
 * Close is: equal but for letter case, or at most two edits (one for words under five letters, none for one letter), a swap counting as one.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longestWord) return undefined;
  const folded = word.toLowerCase();
  let best: string | undefined;
  let most = word.length < 2 ? 0 : word.length < 5 ? 1 : 2;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    const other = candidate.toLowerCase();
    if (other === folded) return candidate;
    if (Math.abs(other.length - folded.length) > most) continue;
    const distance = editDistance(folded, other, most);
    if (distance <= most) {
      best = candidate;
      most = distance - 1;
    }
  }
  return best;
}

/**
 * Optimal string alignment: inserts, deletes, replacements and swaps of neighbours each count one. More than `most` edits are not counted
 * to the end: the answer is then some number above it.
 */
export function editDistance(from: string, to: string, most: number): number {
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
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, before[column - 2]! + 1);
      current[column] = cost;
    }
    // `current` begins with the row, so that is above `most` too.
    if (Math.min(...current) > most) return row;
    before = above;
    above = current;
  }
  return above[to.length]!;
}
