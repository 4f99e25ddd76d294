/** Longest word that is compared: a longer one is no typing mistake. */
const longestWord = 64;

/**
 * The candidate that `word` most likely meant, or undefined where none is close enough to say so.
 * Close is: equal but for letter case, or at most two edits (one for words under five letters), a swap counting as one.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longestWord) return undefined;
  const folded = word.toLowerCase();
  const letters = lettersOf(folded);
  let best: string | undefined;
  let most = word.length < 5 ? 1 : 2;
  for (const candidate of candidates) {
    if (candidate === word || candidate.length > longestWord) continue;
    const other = candidate.toLowerCase();
    if (other === folded) return candidate;
    // Names of a payload meet all names of a registry here: nearly all of them are told apart without counting edits.
    if (most === 0 || Math.abs(other.length - folded.length) > most) continue;
    if (bitsOf(letters ^ lettersOf(other)) > 2 * most) continue;
    const distance = editDistance(folded, other, most);
    if (distance <= most && distance < Math.max(word.length, candidate.length)) {
      best = candidate;
      most = distance - 1;
    }
  }
  return best;
}

/** Which characters a word has, a bit for each of 32 classes: an edit changes at most two of them. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bitsOf(flags: number): number {
  let bits = 0;
  for (let left = flags; left !== 0; left &= left - 1) bits++;
  return bits;
}

/**
 * Optimal string alignment: inserts, deletes, replacements and swaps of neighbours each count one. More than `most` edits are not counted
 * to the end: the answer is then some number above it.
 */
export function editDistance(from: string, to: string, most: number): number {
  const beyond = most + 1;
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = new Array<number>(to.length + 1).fill(beyond);
    current[0] = row;
    let isWithin = row <= most;
    // Further from the diagonal than that, there are more edits than `most` already.
    const last = Math.min(to.length, row + most);
    for (let column = Math.max(1, row - most); column <= last; column++) {
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
      isWithin ||= cost <= most;
    }
    if (!isWithin) return beyond;
    before = above;
    above = current;
  }
  return above[to.length]!;
}
