import { describe, expect, it } from "vitest";
import { type Case, readCases } from "./case.js";
import { type Gate, judges } from "./gates.js";
import { knownDifferences } from "./known-differences.js";

const cases = readCases();

/** The rules of OpenMetrics beyond its syntax are not all there yet: its verdicts are counted, by `npm run conformance`, not asserted. */
const asserted: Record<Case["format"], readonly Gate[]> = {
  "prometheus-text-0.0.4": ["verdict", "parse", "reading"],
  "prometheus-text-1.0.0": ["verdict", "parse", "reading"],
  "openmetrics-1.0": ["parse", "reading"],
};

const claims: Record<Gate, string> = {
  verdict: "finds an error exactly in what a strict reader refuses",
  parse: "fails to parse exactly what breaks the syntax",
  reading: "reads what the sources of the cases expect",
};

describe.skipIf(cases === undefined)(
  cases === undefined
    ? "the conformance cases (SKIPPED: the folder ../shared/conformance is not there)"
    : "the conformance cases",
  () => {
    for (const [format, gates] of Object.entries(asserted)) {
      const given = (cases ?? []).filter((one) => one.format === format);
      const ids = new Set(given.map(({ id }) => id));
      for (const gate of gates) {
        const known = [...knownDifferences[gate].keys()].filter((id) => ids.has(id));
        it(`${format}: ${claims[gate]}, but for ${known.length} of ${given.length} known cases`, () => {
          const different = new Map<string, string>();
          for (const one of given) {
            const difference = judges[gate](one)?.difference;
            if (difference !== undefined) different.set(one.id, difference);
          }
          const unknown = [...different].filter(([id]) => !knownDifferences[gate].has(id));
          expect(Object.fromEntries(unknown)).toEqual({});
          const settled = known.filter((id) => !different.has(id));
          expect(settled, "these agree now: take them out of the known differences").toEqual([]);
        });
      }
    }

    it("lists no known difference of a case that is not there", () => {
      const ids = new Set((cases ?? []).map(({ id }) => id));
      const listed = Object.values(knownDifferences).flatMap((known) => [...known.keys()]);
      expect(listed.filter((id) => !ids.has(id))).toEqual([]);
    });
  },
);
