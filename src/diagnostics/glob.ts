/** One place of a pattern: any run of characters, or one that passes. */
type Token = "any" | ((char: string) => boolean);

/**
 * A test for names by a pattern: `*` stands for any run of characters, `?` for one, `[a-z]` or `[!a-z]` for one of a class, and a
 * backslash takes the next character as it is. All else stands for itself, and the whole name has to match. Time is bounded
 * by the product of the two lengths.
 */
export function compileGlob(pattern: string): (name: string) => boolean {
  const tokens = tokensOf(Array.from(pattern));
  return (name) => matches(tokens, Array.from(name));
}

/** Whether a text has a character that means something in a pattern. */
export function isGlob(text: string): boolean {
  return /[*?[]/.test(text);
}

function tokensOf(chars: readonly string[]): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at]!;
    if (char === "*") {
      if (tokens.at(-1) !== "any") tokens.push("any");
      continue;
    }
    const end = char === "[" ? classEnd(chars, at) : -1;
    if (end !== -1) {
      tokens.push(classOf(chars.slice(at + 1, end)));
      at = end;
    } else if (char === "?") {
      tokens.push(() => true);
    } else {
      const literal = char === "\\" && at + 1 < chars.length ? chars[++at]! : char;
      tokens.push((one) => one === literal);
    }
  }
  return tokens;
}

/** Where the class that begins at `start` ends; -1 for a bracket that opens none. A bracket that comes first in it is a member. */
function classEnd(chars: readonly string[], start: number): number {
  const first = chars[start + 1] === "!" || chars[start + 1] === "^" ? start + 2 : start + 1;
  return chars.indexOf("]", first + 1);
}

function classOf(inner: readonly string[]): (char: string) => boolean {
  const negated = inner[0] === "!" || inner[0] === "^";
  const members = negated ? inner.slice(1) : inner;
  const ranges: (readonly [from: string, to: string])[] = [];
  for (let at = 0; at < members.length; at++) {
    const from = members[at]!;
    const isRange = members[at + 1] === "-" && at + 2 < members.length;
    ranges.push([from, isRange ? members[at + 2]! : from]);
    if (isRange) at += 2;
  }
  return (char) => ranges.some(([from, to]) => char >= from && char <= to) !== negated;
}

function matches(tokens: readonly Token[], chars: readonly string[]): boolean {
  let token = 0;
  let char = 0;
  // The last run of any characters, and where what follows it was last looked for.
  let run = -1;
  let resume = 0;
  while (char < chars.length) {
    const expected = tokens[token];
    if (expected === "any") {
      run = token++;
      resume = char;
    } else if (expected?.(chars[char]!)) {
      token++;
      char++;
    } else if (run !== -1) {
      token = run + 1;
      char = ++resume;
    } else {
      return false;
    }
  }
  while (tokens[token] === "any") token++;
  return token === tokens.length;
}
