/**
 * Whether a glob matches the whole of a metric's name: `*` stands for any characters, `?` for one, everything else for itself.
 * At worst the work is the product of both lengths: there is no pattern that explodes.
 */
export function matchesGlob(glob: string, name: string): boolean {
  let at = 0;
  let place = 0;
  // Where to go on when a match fails: behind the last star, one character further in the name.
  let star = -1;
  let resume = 0;
  while (at < name.length) {
    const wanted = glob[place];
    if (wanted === "*") {
      star = place++;
      resume = at;
    } else if (wanted !== undefined && (wanted === "?" || wanted === name[at])) {
      place++;
      at++;
    } else if (star !== -1) {
      place = star + 1;
      at = ++resume;
    } else {
      return false;
    }
  }
  while (glob[place] === "*") place++;
  return place === glob.length;
}
