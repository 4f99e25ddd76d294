// Registries with texts and names that mean something to the languages they are printed in.
import fc from "fast-check";
import {
  type CompiledRegistry,
  compileRegistry,
  type MetricDocument,
  type RegistryDocument,
} from "../../../src/registry/index.js";
import { registryDocuments } from "../../../src/testing/index.js";

/** Texts that end a comment, a string, a cell or an element where they are printed as they stand. */
export const hostileTexts = [
  "*/ export const broken = 1; /*",
  "`backticks` and ``` three of them ``` and `one",
  `\${template} and \\\${escaped} \\`,
  "{@link URL} {@code x} @deprecated not at all",
  "@deprecated\n@see nothing\n * @internal",
  "a | b || c \\| d",
  "| --- | --- |\n| new | row |",
  "# heading\n\n- item\n\n> quote\n\n    code\n\n---",
  "[link](javascript:alert(1)) ![image](https://example.com/x.png) <https://example.com>",
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  "</script><!-- --> </style> </textarea> &lt;b&gt; &amp;",
  "<!-- promschema:begin --> and <!-- promschema:end -->",
  "\" ' quotes ' \"",
  "line\nfeed\r\nand\rreturn\u2028separator\u2029and\u0000nul\u0007bell\u001b[31m",
  "right \u202e to left \u2066 and \ufeff mark \ud83d half",
  "*emphasis* _under_ __strong__ ~~struck~~ $x^2$ :smile: @user #12",
  "ends in a backslash \\",
  "word ".repeat(2000),
  "x".repeat(10_000),
];

/** Names that are keywords, differ in little, or are no identifiers in any language. */
const hostileNames = [
  "__proto__",
  "constructor",
  "class",
  "Class",
  "await",
  "default",
  "hits.total",
  "hits_total",
  "HITS_total",
  "größe",
  "😀",
  "a b",
  "a|b",
  "a\nb",
  'with "quotes"',
  "it's <b>`code`</b> */",
  `\${name}`,
  "#",
  "1st",
  "200",
  "n".repeat(300),
  "declareRegistry",
  "trailing?",
];

const text = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ minLength: 1 }));

/** Documents of the testing kit with hostile texts wherever one may stand. */
const hostileDocuments: fc.Arbitrary<RegistryDocument> = fc
  .tuple(
    registryDocuments({ utf8: true }),
    fc.constantFrom(...hostileNames),
    fc.array(fc.tuple(text, text, text, fc.nat(7)), { minLength: 5, maxLength: 5 }),
  )
  .map(([document, name, texts]) => {
    const metrics = Object.entries(document.metrics).map(([metric, fields], at) => {
      const [description, note, reason, choice] = texts[at % texts.length]!;
      return [metric, withTexts(fields, description, note, reason, choice)] as const;
    });
    return {
      ...document,
      registry: name,
      ...(texts[0] && { description: texts[0][0] }),
      metrics: own(metrics),
    };
  })
  .filter((document) => compileRegistry(document).ok);

function withTexts(
  fields: MetricDocument,
  description: string,
  note: string,
  reason: string,
  choice: number,
): MetricDocument {
  const inline = { name: "said", description, enum: { a: note, b: { meaning: reason } } } as const;
  return {
    ...fields,
    description,
    note,
    ...(choice % 2 === 0 && { deprecated: { since: reason, reason } }),
    ...(choice % 3 === 0 && { presence: { conditional: reason } }),
    ...(choice % 4 === 0 && {
      links: [{ title: reason, url: "https://example.com/*/a_b|c)`<x>" }],
    }),
    ...(choice > 4 && { stability: "beta" }),
    labels: [...(fields.labels ?? []), inline],
  };
}

/** An object with own keys of any name. */
function own<Value>(entries: Iterable<readonly [string, Value]>): Record<string, Value> {
  const object: Record<string, Value> = Object.create(null);
  for (const [key, value] of entries) object[key] = value;
  return object;
}

/** The registry that a document compiles to. */
export function compiled(document: unknown): CompiledRegistry {
  const compilation = compileRegistry(document);
  if (!compilation.ok) throw new Error(compilation.findings[0].message);
  return compilation.registry;
}

/** One registry with every hostile name as metric and as label, and every hostile text somewhere. */
export function hostileRegistry(): CompiledRegistry {
  const labels = hostileNames.filter((name) => !name.endsWith("?"));
  return compiled({
    registry: "*/ `hostile` <b>",
    description: hostileTexts[0],
    labels: own(labels.map((name, at) => [name, { description: hostileTexts[at % 19] }])),
    metrics: own(
      hostileNames.map((name, at) => [
        name,
        withTexts(
          { type: "gauge", labels: labels.map((label) => `${label}?`) },
          hostileTexts[at % 19]!,
          hostileTexts[(at + 5) % 19]!,
          hostileTexts[(at + 11) % 19]!,
          at,
        ),
      ]),
    ),
  });
}

export const hostileRegistries: fc.Arbitrary<CompiledRegistry> = hostileDocuments.map(compiled);
