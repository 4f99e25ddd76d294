import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PromschemaError } from "../../src/diagnostics/index.js";
import {
  type Exposition,
  type Format,
  formats,
  type Labels,
  type MetricFamily,
  parseExposition,
  parseNumber,
  readExposition,
  safeParseExposition,
} from "../../src/exposition/index.js";
import { cutAt, damaged, tokenSoup } from "./arbitraries/bytes.js";
import { expositions, type MeantExposition, meaningOf } from "./arbitraries/exposition.js";
import { plainStyle, shuffledStyles, write, writingStyles } from "./arbitraries/writer.js";
import { expectSameUnderChunks } from "./chunks.js";

// One seed for all, so that a failure is the same on every machine; FAST_CHECK_SEED tries another.
fc.configureGlobal({ seed: Number(process.env["FAST_CHECK_SEED"] ?? 20_251_124) });

const encoder = new TextEncoder();
const cuts = fc.array(fc.nat(), { maxLength: 12 });

/** Bytes that are anything from a good payload to noise. */
function payloads(format: Format): fc.Arbitrary<Uint8Array> {
  return fc.oneof(
    { weight: 4, arbitrary: damaged(format) },
    { weight: 2, arbitrary: tokenSoup() },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(expositions(format, { points: true }), writingStyles())
        .map(([meant, style]) => encoder.encode(write(meant, style))),
    },
  );
}

describe.each(formats)("%s", (format) => {
  it("reads what was written as it was meant, whatever the style", () => {
    fc.assert(
      fc.property(expositions(format, { points: true }), writingStyles(), (meant, style) => {
        const read = parseExposition(write(meant, style), { format });
        expect(meaningOf(read)).toEqual(meant);
      }),
      { numRuns: 300 },
    );
  });

  it("puts the samples of a family together in whichever order they stand", () => {
    fc.assert(
      fc.property(expositions(format), shuffledStyles(), (meant, style) => {
        const read = parseExposition(write(meant, style), { format });
        expect(sorted(meaningOf(read))).toEqual(sorted(meant));
      }),
      { numRuns: 200 },
    );
  });

  it("reads the same from a stream, however it is cut", async () => {
    await fc.assert(
      fc.asyncProperty(payloads(format), cuts, async (bytes, places) => {
        await expectSameUnderChunks(bytes, () => cutAt(bytes, places), { format });
      }),
      { numRuns: 300 },
    );
  });

  it("reads a string and its bytes alike", () => {
    fc.assert(
      fc.property(payloads(format), (bytes) => {
        const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
        const options = { format };
        expect(safeParseExposition(text, options)).toEqual(
          safeParseExposition(encoder.encode(text), options),
        );
      }),
      { numRuns: 150 },
    );
  });

  it("ends with a value or with findings that have a place, whatever the bytes", () => {
    fc.assert(
      fc.property(payloads(format), (bytes) => {
        const result = safeParseExposition(bytes, { format });
        const lines = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).split("\n");
        for (const { line = 0, column = 0, length = 0, excerpt } of result.findings) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length + 1);
          const text = lines[line - 1] ?? "";
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column + length).toBeLessThanOrEqual(text.length + 1);
          if (excerpt !== undefined) expect(text).toContain(excerpt.text);
        }
        if (result.ok) return;
        expect(() => parseExposition(bytes, { format })).toThrow(PromschemaError);
      }),
      { numRuns: 300 },
    );
  });
});

it("tells the formats apart by their last line alike in one piece and in a stream", async () => {
  const arbitrary = fc.constantFrom(...formats).chain((format) => payloads(format));
  await fc.assert(
    fc.asyncProperty(arbitrary, cuts, async (bytes, places) => {
      await expectSameUnderChunks(bytes, () => cutAt(bytes, places), {});
    }),
    { numRuns: 200 },
  );
});

it("reads a stream of strings that is cut anywhere, through surrogate pairs too", async () => {
  const text = fc.tuple(
    expositions("prometheus-text-1.0.0"),
    fc.option(fc.tuple(fc.nat(), fc.constantFrom("\ud83d", "\ude00")), { freq: 2 }),
  );
  await fc.assert(
    fc.asyncProperty(text, cuts, async ([meant, half], places) => {
      const good = write(meant, plainStyle);
      const at = half === null ? 0 : half[0] % (good.length + 1);
      const whole = half === null ? good : good.slice(0, at) + half[1] + good.slice(at);
      const ends = places.map((place) => place % (whole.length + 1)).sort((a, b) => a - b);
      const pieces = [...ends, whole.length].map((end, index) =>
        whole.slice(ends[index - 1] ?? 0, end),
      );
      const options = { format: "prometheus-text-1.0.0" } as const;
      const outcome = await collected(pieces, options);
      const result = safeParseExposition(whole, options);
      expect(outcome).toEqual(result.ok ? result.value.families : result.findings[0]);
    }),
    { numRuns: 200 },
  );
});

async function collected(
  pieces: readonly string[],
  options: { readonly format: Format },
): Promise<unknown> {
  async function* stream() {
    yield* pieces;
  }
  const families: MetricFamily[] = [];
  try {
    for await (const family of readExposition(stream(), options)) families.push(family);
    return families;
  } catch (error) {
    if (error instanceof PromschemaError) return error.findings[0];
    throw error;
  }
}

describe("numbers", () => {
  const digits = fc.stringMatching(/^[0-9]{1,40}$/);
  const decimals = fc
    .tuple(
      fc.constantFrom("", "-", "+"),
      fc.oneof(
        digits,
        fc.tuple(digits, digits).map(([whole, fraction]) => `${whole}.${fraction}`),
        digits.map((whole) => `${whole}.`),
        digits.map((fraction) => `.${fraction}`),
      ),
      fc.option(
        fc
          .tuple(fc.constantFrom("e", "E"), fc.constantFrom("", "-", "+"), fc.nat(400))
          .map((parts) => parts.join("")),
        { nil: "" },
      ),
    )
    .map((parts) => parts.join(""));

  it("are those of Number() where both have a meaning, rounded once", () => {
    fc.assert(
      fc.property(decimals, (text) => {
        const want = Number(text);
        const read = safeParseExposition(`a ${text}\n`, { format: "prometheus-text-1.0.0" });
        if (!Number.isFinite(want)) {
          expect(read.ok).toBe(false);
          expect(parseNumber(text)).toBe("out of range");
          return;
        }
        expect(read.ok && valueIn(read.value)).toBe(want);
        expect(parseNumber(text)).toBe(want);
      }),
      { numRuns: 1000 },
    );
  });

  it("of seconds become milliseconds as if the point had been moved", () => {
    fc.assert(
      fc.property(fc.constantFrom("", "-"), digits, digits, (sign, whole, fraction) => {
        const moved = fraction.padEnd(3, "0");
        const want = Number(`${sign}${whole}${moved.slice(0, 3)}.${moved.slice(3)}`);
        const text = `a 1 ${sign}${whole}.${fraction}\n# EOF\n`;
        const { families } = parseExposition(text, { format: "openmetrics-1.0" });
        expect(families[0]?.series[0]?.timestamp).toBe(want);
      }),
      { numRuns: 1000 },
    );
  });

  it("are refused in any other spelling", () => {
    const token = fc
      .string({ minLength: 1, maxLength: 6, unit: fc.constantFrom(..."0123456789+-.eExnaifNIpb_") })
      .filter((text) => !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text))
      .filter((text) => !/^([+-]?inf|nan)$/i.test(text));
    fc.assert(
      fc.property(token, (text) => {
        expect(parseNumber(text)).toBeUndefined();
        const read = safeParseExposition(`a ${text}\n`, { format: "prometheus-text-1.0.0" });
        expect(read.ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

function valueIn({ families }: Exposition): unknown {
  return families[0]?.series[0]?.value;
}

/** The same with series by their labels, and the parts of values by what tells them apart. */
function sorted({ format, families }: MeantExposition): object {
  return {
    format,
    families: families.map((family) => ({
      ...family,
      series: family.series
        .map(({ value, ...rest }) => ({ ...rest, value: sortedValue(value) }))
        .sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1)),
    })),
  };
}

function keyOf({ labels }: { readonly labels: Labels }): string {
  return JSON.stringify(Object.entries(labels).sort());
}

function sortedValue(value: MeantExposition["families"][number]["series"][number]["value"]) {
  if (typeof value === "number") return value;
  if ("buckets" in value) {
    return { ...value, buckets: value.buckets.toSorted((a, b) => a.upperBound - b.upperBound) };
  }
  if ("quantiles" in value) {
    return { ...value, quantiles: value.quantiles.toSorted((a, b) => a.quantile - b.quantile) };
  }
  return value.toSorted((a, b) => (a.state < b.state ? -1 : 1));
}
