import { describe, expect, it } from "vitest";
import { Interner } from "../../../src/exposition/interner.js";
import { bytesOf } from "./outcome.js";

describe("an interner", () => {
  it("gives a string one number, and the string back", () => {
    const interner = new Interner();
    const ids = ["a", "", "__proto__", "é😀", "a\0", "x".repeat(1000)].map((text) => ({
      text,
      id: interner.internText(text),
    }));
    expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length);
    for (const { text, id } of ids) {
      expect(interner.internText(text)).toBe(id);
      expect(interner.text(id)).toBe(text);
      expect(interner.lengthOf(id)).toBe(bytesOf(text).length);
    }
  });

  it("keeps the strings of different owners apart", () => {
    const interner = new Interner();
    const bytes = bytesOf("xay");
    const ids = [0, 1, 2, 1_000_000].map((owner) => interner.intern(bytes, 1, 2, owner));
    expect(new Set(ids).size).toBe(4);
    expect(ids.map((id) => interner.text(id))).toEqual(["a", "a", "a", "a"]);
    expect(interner.intern(bytes, 1, 2, 1)).toBe(ids[1]);
  });

  it("keeps a copy of the bytes", () => {
    const interner = new Interner();
    const bytes = bytesOf("abc");
    const id = interner.intern(bytes, 0, 3, 0);
    bytes.fill(0x7a);
    expect(interner.text(id)).toBe("abc");
    expect(interner.intern(bytes, 0, 3, 0)).not.toBe(id);
  });

  it("finds everything again after it grew many times", () => {
    const interner = new Interner();
    const texts = Array.from({ length: 20_000 }, (_, index) => `name_${index}`);
    const ids = texts.map((text) => interner.internText(text));
    expect(texts.map((text) => interner.internText(text))).toEqual(ids);
    expect(ids.map((id) => interner.text(id))).toEqual(texts);
    // 64 bits that stand for a string: no two of so few are the same.
    const strong = ids.map((id) => `${interner.strongLow[id]} ${interner.strongHigh[id]}`);
    expect(new Set(strong).size).toBe(texts.length);
  });

  it("begins anew once it was cleared", () => {
    const interner = new Interner();
    const before = ["a", "b", "c"].map((text) => interner.internText(text));
    expect(before.map((id) => interner.text(id))).toEqual(["a", "b", "c"]);
    interner.clear();
    const after = ["c", "d"].map((text) => interner.internText(text));
    expect(after).toEqual(before.slice(0, 2));
    expect(after.map((id) => interner.text(id))).toEqual(["c", "d"]);
    expect(interner.size).toBe(3);
  });

  it("hashes from a seed of its own, so that no payload can be built against it", () => {
    expect(new Interner().seed).not.toBe(new Interner().seed);
  });
});
