// Whether a matcher that tries one way after the other, as that of JavaScript does, takes time linear in the value. It does where
// there is never more than one way: no two places of the pattern can take the same next character (the pattern is one-unambiguous),
// no place is reached in two ways, and nothing that may be empty is repeated or stands beside another such thing.
import type { PatternNode, Range } from "./syntax.js";

/** Places of a pattern that are looked at: each repetition counts as often as it is written out. */
const mostPlaces = 500;

/** A part of the pattern, by the places that it can begin and end with. */
interface Part {
  readonly nullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

const nothing: Part = { nullable: true, first: [], last: [] };

const ambiguous = Symbol("more than one way");

/** Whether there is one way at most to match any value. Where it is not known, false. */
export function isLinear(node: PatternNode): boolean {
  const places: (readonly Range[])[] = [];
  const follow: Set<number>[] = [];

  function build(part: PatternNode): Part {
    if (part.kind === "set") {
      if (places.length >= mostPlaces) throw ambiguous;
      const place = places.push(part.ranges) - 1;
      follow.push(new Set());
      return { nullable: false, first: [place], last: [place] };
    }
    if (part.kind === "sequence") return part.items.map(build).reduce(join, nothing);
    if (part.kind === "choice") return part.items.map(build).reduce(either);
    return repeat(part.item, part.min, part.max);
  }

  function link(before: Part, after: Part): void {
    for (const from of before.last) {
      for (const to of after.first) {
        if (follow[from]!.has(to)) throw ambiguous;
        follow[from]!.add(to);
      }
    }
  }

  function join(before: Part, after: Part): Part {
    link(before, after);
    return {
      nullable: before.nullable && after.nullable,
      first: before.nullable ? [...before.first, ...after.first] : before.first,
      last: after.nullable ? [...before.last, ...after.last] : after.last,
    };
  }

  function repeat(item: PatternNode, min: number, max: number | undefined): Part {
    if (max === 0) return nothing;
    const part = build(item);
    if (part.nullable && !(min === 1 && max === 1)) throw ambiguous;
    if (max === undefined && min <= 1) {
      link(part, part);
      return { ...part, nullable: min === 0 };
    }
    if (max === 1) return { ...part, nullable: min === 0 };
    const rest = repeat(item, Math.max(0, min - 1), max === undefined ? undefined : max - 1);
    return { ...join(part, rest), nullable: min === 0 };
  }

  try {
    const { first } = build(node);
    const steps = [first, ...follow.map((places) => [...places])];
    return steps.every((step) => areApart(step.flatMap((place) => places[place] ?? [])));
  } catch (thrown) {
    if (thrown === ambiguous) return false;
    throw thrown;
  }
}

function either(one: Part, other: Part): Part {
  if (one.nullable && other.nullable) throw ambiguous;
  return {
    nullable: one.nullable || other.nullable,
    first: [...one.first, ...other.first],
    last: [...one.last, ...other.last],
  };
}

function areApart(ranges: readonly Range[]): boolean {
  const sorted = [...ranges].sort(([one], [other]) => one - other);
  return sorted.every(([from], at) => at === 0 || sorted[at - 1]![1] < from);
}
