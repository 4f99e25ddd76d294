import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, nearest } from "../../../src/diagnostics/index.js";

describe("nearest", () => {
  it.each([
    ["a letter missing", "promting", ["stable", "promoting"], "promoting"],
    ["two neighbours swapped", "lables", ["labels", "tables"], "labels"],
    ["another letter case", "STABLE", ["stable"], "stable"],
    ["letter case before an edit", "Model", ["mode", "model"], "model"],
    ["the first of two equally near", "bat", ["cat", "hat"], "cat"],
    ["a short word allows one edit", "ture", ["true"], "true"],
    ["a name that objects have by birth", "constuctor", ["constructor"], "constructor"],
  ])("finds what was meant: %s", (_name, word, candidates, want) => {
    expect(nearest(word, candidates)).toBe(want);
  });

  it.each([
    ["three edits away", "promtin", ["promotions"]],
    ["two edits in a short word", "abcd", ["abxy"]],
    ["the word itself", "stable", ["stable"]],
    ["an edit in a word of one letter", "a", ["b", "ab"]],
    ["no candidates", "a", []],
    ["a word too long to be a mistake in typing", "x".repeat(65), ["x".repeat(64)]],
  ])("says nothing where nothing is near: %s", (_name, word, candidates) => {
    expect(nearest(word, candidates)).toBeUndefined();
  });
});

describe("editDistance", () => {
  it.each([
    ["", "", 0],
    ["", "abc", 3],
    ["kitten", "sitting", 3],
    ["ab", "ba", 1],
    ["ca", "abc", 3],
  ])("from %j to %j takes %i", (from, to, want) => {
    expect(editDistance(from, to, 20)).toBe(want);
  });

  const word = fc.string({ maxLength: 12, unit: fc.constantFrom("a", "b", "c") });

  it("is the same both ways, zero for equal words alone, and never more than the longer word", () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = editDistance(one, other, 20);
        expect(editDistance(other, one, 20)).toBe(distance);
        expect(distance === 0).toBe(one === other);
        expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(one.length - other.length));
      }),
    );
  });

  it("counts the same up to a limit, and says of more that it is beyond", () => {
    fc.assert(
      fc.property(word, word, fc.nat(6), (one, other, most) => {
        const distance = editDistance(one, other, 20);
        if (distance <= most) expect(editDistance(one, other, most)).toBe(distance);
        else expect(editDistance(one, other, most)).toBeGreaterThan(most);
      }),
    );
  });
});

describe("nearest among many", () => {
  const word = fc.string({ minLength: 1, maxLength: 9, unit: fc.constantFrom("a", "b", "A", "_") });

  it("is the first of those with the fewest edits", () => {
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 8 }), (wanted, candidates) => {
        const folded = wanted.toLowerCase();
        const most = wanted.length < 2 ? 0 : wanted.length < 5 ? 1 : 2;
        const near = candidates
          .filter((candidate) => candidate !== wanted)
          .map((candidate) => ({
            candidate,
            edits: editDistance(folded, candidate.toLowerCase(), 20),
          }))
          .filter(({ edits }) => edits <= most);
        const fewest = Math.min(...near.map(({ edits }) => edits));
        expect(nearest(wanted, candidates)).toBe(
          near.find(({ edits }) => edits === fewest)?.candidate,
        );
      }),
    );
  });
});
