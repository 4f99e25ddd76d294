// The law of coverage: the three ways to check a payload see the same of it, whatever went before and wherever a stream is cut.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CheckOptions,
  checkExposition,
  checkExpositionStream,
  createChecker,
  type Report,
} from "../../src/check/index.js";
import { serializeExposition } from "../../src/exposition/index.js";
import { expositions, registries } from "../../src/testing/index.js";
import { linesOf, scrapesOf } from "./arbitraries/scrapes.js";

fc.configureGlobal({ seed: Number(process.env["FAST_CHECK_SEED"] ?? 20_251_124) });
const runs = { numRuns: Number(process.env["FAST_CHECK_RUNS"] ?? 200) };

async function* pieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What a report says of what is there and what is not. */
function seen({ coverage, findings }: Report) {
  return {
    coverage,
    demands: findings.filter(({ rule }) => /^(required-|absent-|unseen-|min-)/.test(rule)),
  };
}

const demands = fc.record({
  required: fc.subarray(["*a*", "?*_total", "nowhere", "[!a-m]*"]),
  minCoverage: fc.nat(100),
  labelCoverage: fc.boolean(),
});

/** A registry with payloads of it, each a change of the one before. */
const watched = registries().chain((registry) => {
  const lines = expositions(registry).map((one) => serializeExposition(one).split("\n"));
  return fc.tuple(
    fc.constant(registry),
    scrapesOf(lines, fc.oneof(lines, linesOf("openmetrics-1.0"))),
  );
});

describe("coverage", () => {
  it("is the same of a whole payload, a stream of it and one scrape among others", async () => {
    await fc.assert(
      fc.asyncProperty(
        watched,
        demands,
        fc.integer({ min: 1, max: 200 }),
        async ([registry, payloads], asked, size) => {
          const options: CheckOptions = { registry, ...asked };
          const checker = createChecker(options);
          for (const payload of payloads) {
            const want = seen(checkExposition(payload, options));
            expect(seen(checker.check(payload))).toEqual(want);
            expect(seen(await checkExpositionStream(pieces(payload, size), options))).toEqual(want);
          }
        },
      ),
      runs,
    );
  }, 60_000);

  it("of labels adds to what is said without it, and changes nothing", () => {
    fc.assert(
      fc.property(watched, ([registry, [payload = ""]]) => {
        const { coverage, ...report } = checkExposition(payload, { registry, labelCoverage: true });
        const { metrics = [], ...names } = coverage;
        expect({ ...report, coverage: names }).toEqual(checkExposition(payload, { registry }));
        expect(metrics.map(({ name }) => name)).toEqual([...registry.metrics.keys()]);
        const present = metrics.filter(({ series }) => series > 0).map(({ name }) => name);
        expect(present).toEqual(names.seen);
      }),
      runs,
    );
  }, 60_000);
});
