import { afterEach, describe, expect, it, vi } from "vitest";
import { readExposition } from "../../../src/exposition/index.js";

afterEach(() => {
  vi.restoreAllMocks();
});

/** Bytes that `set` and `slice` of byte arrays copy from here on. */
function copied(): () => number {
  let bytes = 0;
  const { set, slice } = Uint8Array.prototype;
  vi.spyOn(Uint8Array.prototype, "set").mockImplementation(function (this: Uint8Array, from, at) {
    bytes += from.length;
    set.call(this, from, at);
  });
  vi.spyOn(Uint8Array.prototype, "slice").mockImplementation(function (this: Uint8Array, ...range) {
    const part = slice.apply(this, range);
    bytes += part.length;
    return part;
  });
  return () => bytes;
}

describe("a line that comes in many chunks", () => {
  it("is copied a few times in all, not once for each of them", async () => {
    const chunk = new Uint8Array(1 << 16).fill(0x78);
    const chunks = 150;
    async function* stream() {
      yield new TextEncoder().encode("up 1\n# ");
      for (let sent = 0; sent < chunks; sent++) yield chunk;
      yield new TextEncoder().encode("\ndown 0\n");
    }
    const count = copied();
    const names: string[] = [];
    for await (const { name } of readExposition(stream())) names.push(name);
    expect(names).toEqual(["up", "down"]);
    expect(count()).toBeLessThan(6 * chunk.length * chunks);
  });
});
