import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rules } from "../../src/diagnostics/index.js";
import { compileRegistry, lintRegistry } from "../../src/registry/index.js";

const ids: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

/** Names that a plain object would trip over, beside ordinary and odd ones. */
const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("a", "b", "path", "model_id") },
  fc.constantFrom("__proto__", "constructor", "toString", "größe", "a.b"),
  fc.string({ minLength: 1, maxLength: 8, unit: "grapheme" }),
);

/** A mapping with own keys of any name. */
function mapping<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<object> {
  return fc.array(fc.tuple(name, value), { maxLength: 5 }).map((entries) => {
    const object: object = Object.create(null);
    for (const [key, inner] of entries) {
      Object.defineProperty(object, key, { value: inner, enumerable: true, configurable: true });
    }
    return object;
  });
}

const anything = fc.anything({
  maxDepth: 3,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withTypedArray: true,
});

const label = fc.record(
  {
    description: fc.string(),
    type: fc.constantFrom("string", "boolean", "integer", "strnig"),
    enum: fc.oneof(
      fc.array(fc.oneof(name, fc.integer(), fc.boolean()), { maxLength: 4 }),
      mapping(fc.oneof(fc.string(), fc.record({ meaning: name }), anything)),
    ),
    open: fc.boolean(),
    pattern: fc.oneof(fc.constantFrom("[a-z]+", "(", "a{2}"), fc.string()),
    examples: fc.array(fc.oneof(name, fc.double())),
    requires: fc.array(name, { maxLength: 2 }),
    maxValues: fc.integer({ min: -1, max: 3 }),
  },
  { requiredKeys: [] },
);

const item = fc.oneof(
  name,
  name.map((text) => `${text}?`),
  name.map((text) => `...${text}`),
  fc.record({ name }),
  anything,
);

const metric = fc.record(
  {
    type: fc.constantFrom("counter", "gauge", "histogram", "summary", "stateset", "info", "x"),
    labels: fc.array(item, { maxLength: 4 }),
    buckets: fc.array(fc.double(), { maxLength: 3 }),
    deprecated: fc.record({ renamedTo: name }, { requiredKeys: [] }),
    renamedFrom: fc.oneof(name, fc.array(name, { maxLength: 3 })),
    value: fc.record({ min: fc.double(), max: fc.double() }, { requiredKeys: [] }),
    presence: fc.oneof(fc.constantFrom("always", "after-event"), anything),
  },
  { requiredKeys: ["type"] },
);

const nearlyRegistry = fc.record(
  {
    registry: fc.string(),
    labels: mapping(label),
    labelSets: mapping(fc.array(item, { maxLength: 3 })),
    metrics: mapping(metric),
  },
  { requiredKeys: ["registry", "metrics"] },
);

/** Documents that compile: labels first, then metrics that refer to them. */
const registry = fc
  .uniqueArray(
    name.filter(
      (text) => !text.endsWith("?") && !text.startsWith("...") && !/\p{Surrogate}/u.test(text),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .chain((labels) =>
    fc.record({
      registry: fc.constant("r"),
      labels: fc.constant(labels),
      used: fc.array(fc.subarray(labels), { maxLength: 4 }),
    }),
  )
  .map(({ registry: title, labels, used }) => ({
    registry: title,
    labels: Object.fromEntries(labels.map((text) => [text, { description: "A label." }])),
    metrics: Object.fromEntries(
      used.map((list, index) => [
        `metric_${index}`,
        { type: "gauge", labels: list.filter((text) => text !== "__name__") },
      ]),
    ),
  }));

describe("compileRegistry", () => {
  it("yields a registry or findings of the catalogue for anything at all", () => {
    const given = fc.oneof(anything, nearlyRegistry);
    fc.assert(
      fc.property(given, (document) => {
        const compilation = compileRegistry(document);
        if (compilation.ok) {
          // What compiles can be reviewed.
          lintRegistry(compilation.registry);
          return;
        }
        for (const { rule, message } of compilation.findings) {
          expect(ids).toContain(rule);
          expect(message).toMatch(/^[\x20-\x7e\p{L}\p{M}\p{N}\p{P}\p{S}\p{Co}\p{Cn}\p{Zs}]+$/u);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("resolves each list to the labels it names, in order", () => {
    fc.assert(
      fc.property(registry, (document) => {
        const compilation = compileRegistry(document);
        if (!compilation.ok) expect.fail(compilation.findings[0].message);
        for (const [key, { labels }] of Object.entries(document.metrics)) {
          const uses = compilation.registry.metrics.get(key)?.labels ?? [];
          expect(uses.map((use) => use.name)).toEqual(labels);
          for (const use of uses) {
            expect(use.definition).toBe(compilation.registry.labels.get(use.name));
          }
        }
      }),
    );
  });

  it("gives the same for a document and its JSON", () => {
    fc.assert(
      fc.property(registry, (document) => {
        const again = compileRegistry(JSON.parse(JSON.stringify(document)));
        expect(again).toEqual(compileRegistry(document));
      }),
    );
  });

  it("gives the same for a label set and its labels in its place", () => {
    fc.assert(
      fc.property(registry, (document) => {
        const entries = Object.entries(document.metrics);
        const labelSets = Object.fromEntries(entries.map(([key, { labels }]) => [key, labels]));
        const metrics = Object.fromEntries(
          entries.map(([key, fields]) => [key, { ...fields, labels: [`...${key}`] }]),
        );
        const plain = compileRegistry(document);
        const spread = compileRegistry({ ...document, labelSets, metrics });
        if (!plain.ok || !spread.ok) expect.fail();
        expect(spread.registry.metrics).toEqual(plain.registry.metrics);
      }),
    );
  });
});
