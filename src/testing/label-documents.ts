import fc from "fast-check";
import type { LabelDocument } from "../registry/index.js";
import { someText } from "./names.js";

/** Patterns that RE2 and JavaScript read alike. */
const patterns = fc.constantFrom("[1-5][0-9]{2}", "a+|b", "[a-z][a-z0-9-]{0,5}", ".+", "x.y");

const integers = fc.uniqueArray(fc.integer({ min: -5, max: 500 }), { minLength: 1, maxLength: 4 });

const texts = fc.uniqueArray(someText, { minLength: 1, maxLength: 4 });

const open = fc.constantFrom<{ open?: boolean }>({}, { open: true }, { open: false });

/** What a label may be, of each kind that a definition can say. */
export function labelDocuments(): fc.Arbitrary<LabelDocument> {
  const kinds: fc.Arbitrary<LabelDocument> = fc.oneof(
    fc.constant({}),
    fc.record({ description: someText }),
    fc.record({ pattern: patterns }),
    fc.tuple(texts, open).map(([values, more]) => ({ enum: values, ...more })),
    fc.uniqueArray(fc.constantFrom("on", "off", "200"), { minLength: 1 }).map((values) => ({
      enum: Object.fromEntries(values.map((value) => [value, `means ${value}`])),
    })),
    fc.constantFrom<LabelDocument>(
      { type: "boolean" },
      { type: "boolean", enum: [true] },
      { type: "boolean", enum: [false, true] },
      { type: "boolean", pattern: "t.*" },
      { type: "integer" },
      { type: "integer", pattern: "[0-9]{2}" },
    ),
    fc
      .tuple(integers, open)
      .map(([values, more]): LabelDocument => ({ type: "integer", enum: values, ...more })),
  );
  const limits = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined, freq: 3 });
  return fc
    .tuple(kinds, limits)
    .map(([kind, maxValues]) => (maxValues === undefined ? kind : { ...kind, maxValues }));
}
