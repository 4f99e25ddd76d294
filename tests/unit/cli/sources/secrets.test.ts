import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Secrets } from "../../../../src/cli/sources/secrets.js";

const long = "a-secret-that-is-long";

async function hidden(secrets: Secrets, text: string, sizes: readonly number[]): Promise<string> {
  const bytes = Buffer.from(text);
  async function* chunks() {
    for (let at = 0, turn = 0; at < bytes.length; turn++) {
      const size = sizes[turn % sizes.length] ?? 1;
      yield bytes.subarray(at, at + size);
      at += size;
    }
  }
  const parts: Uint8Array[] = [];
  for await (const part of secrets.hideIn(chunks())) parts.push(part);
  return Buffer.concat(parts).toString();
}

describe("secrets", () => {
  it("are hidden in a stream wherever it is cut, and nothing else is changed", async () => {
    const piece = fc.constantFrom(long, long.slice(0, 9), long.slice(9), "é", "up 1\n", "*");
    const texts = fc.array(piece).map((pieces) => pieces.join(""));
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(texts, sizes, async (text, cuts) => {
        const want = text.replaceAll(long, "*".repeat(long.length));
        expect(await hidden(new Secrets([long, "up 1"]), text, cuts)).toBe(want);
      }),
    );
  });

  it.each([
    ["the longest first", ["abcdef", "abcd"], "abcdef abcd", "****** ****"],
    ["but not what is too short to be one", ["abc", ""], "abc", "abc"],
    ["as they stand", ["a.*c"], "a.*c abbc", "**** abbc"],
  ])("are hidden in a text, %s", (_name, texts, text, want) => {
    expect(new Secrets(texts).hide(text)).toBe(want);
  });

  it("are what headers and parameters of such names hold, and no others", () => {
    const basic = Buffer.from("me:pass-word").toString("base64");
    const secrets = Secrets.of(
      [
        ["Authorization", `Basic ${basic}`],
        ["Cookie", "a=cookie-one; b=cookie-two"],
        ["X-Api-Key", "key-of-ours"],
        ["X-Scope", "production"],
      ],
      new URL("http://h/?access_token=to%2Fken&module=http_2xx"),
    );
    const text = `${basic} pass-word cookie-one cookie-two key-of-ours to/ken production http_2xx me`;
    expect(secrets.hide(text).replaceAll(/\*+/g, "*")).toBe("* * * * * * production http_2xx me");
  });
});
