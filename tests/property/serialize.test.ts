import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkExposition } from "../../src/check/index.js";
import {
  type Format,
  formats,
  parseExposition,
  safeParseExposition,
  samplesOf,
  serializeExposition,
} from "../../src/exposition/index.js";
import { expositions, meaningOf } from "./arbitraries/exposition.js";
import { plainStyle, write, writingStyles } from "./arbitraries/writer.js";

// One seed for all, so that a failure is the same on every machine; FAST_CHECK_SEED tries another.
fc.configureGlobal({ seed: Number(process.env["FAST_CHECK_SEED"] ?? 20_251_124) });

/** Payloads in any style that the format allows, with several points a series. */
function payloads(format: Format): fc.Arbitrary<string> {
  return fc
    .tuple(expositions(format, { points: true }), writingStyles())
    .map(([meant, style]) => write(meant, style));
}

function errorsIn(text: string, format: Format): string[] {
  return checkExposition(text, { format })
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

  it.each(formats)("is read in %s, whatever of it was lost", (other) => {
    const schemes = fc.constantFrom(undefined, "underscores", "dots", "values", "allow-utf-8");
    fc.assert(
      fc.property(expositions(format), schemes, (meant, scheme) => {
        const exposition = parseExposition(write(meant, plainStyle), { format });
        const escaping = scheme === undefined ? {} : { escaping: scheme };
        const text = serializeExposition(exposition, { format: other, ...escaping });
        const read = parseExposition(text, { format: other });
        const times = (name: string) => name.endsWith("_created");
        const values = (from: typeof exposition) =>
          Array.from(samplesOf(from))
            .filter(({ name }) => !times(name))
            .map(({ value }) => String(value));
        expect(values(read).sort()).toEqual(values(exposition).sort());
      }),
      { numRuns: 150 },
    );
  });
});

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
      // Samples before their TYPE line are a family by themselves, which a writer that writes TYPE first joins to the other.
      const { findings } = checkExposition(bytes, contentType);
      if (findings.some(({ rule }) => rule === "spec/late-type")) continue;
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
