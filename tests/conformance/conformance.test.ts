import { describe, expect, it } from "vitest";
import { formats } from "../../src/exposition/index.js";
import { readCases } from "./case.js";
import { type Gate, gates, judges } from "./gates.js";
import { knownDifferences } from "./known-differences.js";

const cases = readCases();

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
    for (const format of formats) {
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
