import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkExposition } from "../../src/check/index.js";
import {
  type Exposition,
  type Format,
  formats,
  parseExposition,
  type SerializeOptions,
  safeParseExposition,
  safeSerializeExposition,
  samplesOf,
  serializeExposition,
} from "../../src/exposition/index.js";
import { expositions, type MeantFamily, meaningOf } from "./arbitraries/exposition.js";
import { plainStyle, write, writingStyles } from "./arbitraries/writer.js";

// One seed for all, so that a failure is the same on every machine; FAST_CHECK_SEED tries another.
fc.configureGlobal({ seed: Number(process.env["FAST_CHECK_SEED"] ?? 20_251_124) });

/** Payloads in any style that the format allows, with several points a series. */
function payloads(format: Format): fc.Arbitrary<string> {
  return fc
    .tuple(expositions(format, { points: true }), writingStyles())
    .map(([meant, style]) => write(meant, style));
}

const schemes = ["allow-utf-8", "underscores", "dots", "values"] as const;

/** Payloads without an error, in OpenMetrics with several points a series. */
function conforming(format: Format): fc.Arbitrary<string> {
  return expositions(format, { points: format === "openmetrics-1.0" })
    .map((meant) => {
      // Most families that are drawn break some law: those that do not are left.
      const families = meant.families.filter(
        (family) =>
          errorsIn(write({ format, families: [family] }, plainStyle), format).length === 0,
      );
      return write({ format, families }, plainStyle);
    })
    .filter((payload) => errorsIn(payload, format).length === 0);
}

/** Payloads without an error whose names are likely to get in each other's way. */
function crowded(format: Format): fc.Arbitrary<string> {
  const quoted = format === "prometheus-text-0.0.4" ? [] : ["a.b", "a-b", "a.b_sum", "a:b.c", "1"];
  const names = fc.constantFrom("a", "a_b", "a_b_c", "a__b", "a_dot_b", "a:b", "_", ...quoted);
  const suffixes = ["", "", "", "_total", "_created", "_bucket", "_sum", "_count", "_info"];
  const openMetricsTypes = ["info", "stateset", "gaugehistogram"] as const;
  const types = fc.constantFrom<MeantFamily["type"]>(
    ...(["counter", "gauge", "unknown", "histogram", "summary"] as const),
    ...(format === "openmetrics-1.0" ? openMetricsTypes : []),
  );
  const labels = fc
    .uniqueArray(names, { maxLength: 2 })
    .map((drawn) =>
      Object.fromEntries(drawn.filter((name) => !name.includes(":")).map((name) => [name, "x"])),
    );
  const family = fc
    .record({ stem: names, suffix: fc.constantFrom(...suffixes), type: types, labels })
    .map(({ stem, suffix, type, labels: drawn }) => {
      const series = [{ labels: drawn, value: simplestOf(type) }];
      return { name: stem + suffix, type, series } as MeantFamily; // the value is one of the type
    });
  return fc
    .uniqueArray(family, { minLength: 1, maxLength: 5, selector: ({ name }) => name })
    .map((families) => write({ format, families }, plainStyle))
    .filter((payload) => errorsIn(payload, format).length === 0);
}

function simplestOf(type: MeantFamily["type"]): unknown {
  if (type === "stateset") return [{ state: "on", enabled: true }];
  if (type === "summary") return { quantiles: [{ quantile: 0.5, value: 1 }], sum: 1, count: 1 };
  if (!type.endsWith("histogram")) return 1;
  return { buckets: [{ upperBound: Infinity, count: 1 }], sum: 1, count: 1 };
}

function errorsIn(text: string, format: Format): string[] {
  return checkExposition(text, { format, levels: { "empty-exposition": "off" } })
    .findings.filter(({ severity }) => severity === "error")
    .map(({ rule, message }) => `${rule}: ${message}`);
}

describe.each(formats)("%s", (format) => {
  it("is read again as what was written", () => {
    fc.assert(
      fc.property(payloads(format), (payload) => {
        const exposition = parseExposition(payload, { format });
        const text = serializeExposition(exposition);
        expect(meaningOf(parseExposition(text, { format }))).toEqual(meaningOf(exposition));
      }),
      { numRuns: 300 },
    );
  });

  it("is written the same when it is read and written again", () => {
    fc.assert(
      fc.property(payloads(format), (payload) => {
        const text = serializeExposition(parseExposition(payload, { format }));
        expect(serializeExposition(parseExposition(text, { format }))).toBe(text);
      }),
      { numRuns: 150 },
    );
  });

  it("has no error where there was none", () => {
    fc.assert(
      fc.property(payloads(format), (payload) => {
        const text = serializeExposition(parseExposition(payload, { format }));
        const before = errorsIn(payload, format);
        expect(before.length === 0 ? errorsIn(text, format) : []).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  describe.each(formats)("written in %s", (other) => {
    it.each(schemes)("by the scheme %s has no error where its source has none", (escaping) => {
      fc.assert(
        fc.property(fc.oneof(conforming(format), crowded(format)), (payload) => {
          const exposition = parseExposition(payload, { format });
          const text = serializeExposition(exposition, { format: other, escaping });
          expect(errorsIn(text, other)).toEqual([]);
        }),
        { numRuns: 100 },
      );
    });

    it("comes back as it was, where nothing was said to be lost", () => {
      fc.assert(
        fc.property(conforming(format), (payload) => {
          const exposition = parseExposition(payload, { format });
          const { text, findings } = rewritten(exposition, { format: other });
          fc.pre(findings.length === 0);
          const there = parseExposition(text, { format: other });
          const back = parseExposition(serializeExposition(there, { format }), { format });
          expect(meaningOf(back)).toEqual(meaningOf(exposition));
        }),
        { numRuns: 60 },
      );
    });

    it("keeps every value, but for points and times that it says are lost", () => {
      fc.assert(
        fc.property(conforming(format), fc.constantFrom(...schemes), (payload, escaping) => {
          const exposition = parseExposition(payload, { format });
          const options = { format: other, escaping };
          const { text, findings } = rewritten(exposition, options);
          const isLost = findings.some(({ value }) => value === "point");
          const written = valuesOf(parseExposition(text, { format: other }));
          if (isLost) expect(written.length).toBeLessThan(valuesOf(exposition).length);
          else expect(written).toEqual(valuesOf(exposition));
        }),
        { numRuns: 60 },
      );
    });
  });
});

/** Every value that is no creation time. */
function valuesOf(exposition: Exposition): string[] {
  return Array.from(samplesOf(exposition))
    .filter(({ name }) => !name.endsWith("_created"))
    .map(({ value }) => String(value))
    .sort();
}

describe("the payloads of real exporters", () => {
  // They stand beside the repository, where they are at all.
  const folder = fileURLToPath(new URL("../../../shared/corpus", import.meta.url));
  const manifest = path.join(folder, "MANIFEST.jsonl");
  const isThere = existsSync(manifest);
  const given = isThere ? readFileSync(manifest, "utf8").split("\n") : [];
  const files = given
    .filter((line) => line !== "")
    // A row of the manifest has these two.
    .map((line) => JSON.parse(line) as { readonly file: string; readonly content_type?: string })
    .filter(({ file }) => /^(?:scrapes|github|bad)\/.*\.(?:txt|prom)$/.test(file));

  const title = isThere
    ? "are read again as what was written"
    : "are read again (SKIPPED: the folder ../shared/corpus is not there)";
  it.skipIf(!isThere)(title, () => {
    let count = 0;
    const different: string[] = [];
    for (const { file, content_type } of files) {
      const bytes = readFileSync(path.join(folder, file));
      const contentType = typeof content_type === "string" ? { contentType: content_type } : {};
      const read = safeParseExposition(bytes, contentType);
      if (!read.ok) continue;
      count++;
      const { format } = read.value;
      const again = parseExposition(serializeExposition(read.value), { format });
      try {
        expect(meaningOf(again)).toEqual(meaningOf(read.value));
      } catch (error) {
        different.push(`${file}: ${String(error).slice(0, 600)}`);
      }
    }
    expect(different).toEqual([]);
    expect(count).toBeGreaterThan(100);
  });
});

/** What a parsed exposition is written as: there is a format for each. */
function rewritten(exposition: Exposition, options: SerializeOptions) {
  const result = safeSerializeExposition(exposition, options);
  if (!result.ok) throw new Error(result.findings[0].message);
  return { text: result.value, findings: result.findings };
}
