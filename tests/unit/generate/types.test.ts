import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf } from "../../../src/generate/document-of.js";
import { generateTypes } from "../../../src/generate/index.js";
import { type CompiledRegistry, declareRegistry } from "../../../src/registry/index.js";
import { registries } from "../../../src/testing/index.js";
import { compileErrors, hover, run } from "./compiler.js";
import { compiled, hostileRegistries, hostileRegistry } from "./hostile.js";

const importFrom = "./registry/index.js";

function moduleOf(registry: CompiledRegistry): string {
  return generateTypes(registry, { importFrom })[0]!.content;
}

/** What a registry says, without places and without which sets were spread. */
function said(registry: CompiledRegistry): unknown {
  const text = JSON.stringify(registry, (key, part: unknown) => {
    if (key === "position" || key === "source" || key === "used") return undefined;
    return part instanceof Map ? Array.from(part) : part;
  });
  return JSON.parse(text);
}

/** A registry of one metric with these fields. */
function withMetric(fields: object, more: object = {}): CompiledRegistry {
  const metrics = { hits_total: fields, visits: { type: "unknown" } };
  return compiled({ registry: "shop", ...more, metrics });
}

describe("the document of a registry", () => {
  it("compiles to the same registry", () => {
    fc.assert(
      fc.property(fc.oneof(registries({ utf8: true }), hostileRegistries), (registry) => {
        expect(said(compiled(documentOf(registry).document))).toEqual(said(registry));
      }),
      { numRuns: 200 },
    );
  });

  it("names a label set where its labels stand, the longest that fits", () => {
    const labels = { a: {}, b: {}, c: {} };
    const labelSets = { two: ["a", "b"], three: ["...two", "c?"], other: ["a", "c"] };
    const registry = compiled({
      registry: "sets",
      labels,
      labelSets,
      metrics: {
        all: { type: "gauge", labels: ["...three"] },
        some: { type: "gauge", labels: ["...two"] },
        required: { type: "gauge", labels: ["a", "b", "c"] },
      },
    });
    const { document } = documentOf(registry);
    expect([document.labelSets, document.metrics["all"], document.metrics["required"]]).toEqual([
      labelSets,
      { type: "gauge", labels: ["...three"] },
      { type: "gauge", labels: ["...two", "c"] },
    ]);
  });
});

describe("generateTypes", () => {
  it("gives a module that declares the registry it was made from", () => {
    fc.assert(
      fc.property(hostileRegistries, (registry) => {
        const exported = Object.values(
          run(moduleOf(registry), { [importFrom]: { declareRegistry } }),
        );
        expect(exported.map((value) => said(value as CompiledRegistry))).toEqual([said(registry)]);
      }),
      { numRuns: 60 },
    );
  });

  it("gives modules that compile, whose types of labels are those that LabelsOf infers", () => {
    const drawn = [
      hostileRegistry(),
      ...fc.sample(hostileRegistries, { numRuns: 12, seed: 1 }),
      ...fc.sample(registries({ utf8: true }), { numRuns: 40, seed: 2 }),
    ];
    const files = new Map(
      drawn.map((registry, at) => {
        const content = moduleOf(registry);
        const constant = /^export const (\S+) =/m.exec(content)![1]!;
        const names = [...content.matchAll(/^export (?:type|interface) (\S+Labels(?:_\d+)?) /gm)];
        const metrics = [...registry.metrics.keys()];
        // Types by position: a metric and its type have the same place.
        expect(names).toHaveLength(metrics.length);
        const laws = metrics.map((metric, index) => {
          const type = names[index]![1]!;
          const inferred = `import(${JSON.stringify(importFrom)}).LabelsOf<typeof ${constant}, ${JSON.stringify(metric)}>`;
          return `export const there${index} = (labels: ${inferred}): ${type} => labels;
export const back${index} = (labels: ${type}): ${inferred} => labels;`;
        });
        return [`drawn-${at}.ts`, `${content}\n${laws.join("\n")}\n`] as const;
      }),
    );
    expect(compileErrors(files)).toEqual([]);
  }, 120_000);

  it("is the same text each time", () => {
    const registry = hostileRegistry();
    expect(generateTypes(registry)).toEqual(generateTypes(registry));
  });

  it.each([
    [
      "the source and the command",
      {},
      { source: "a.yaml" },
      "// Generated from a.yaml by `promschema generate types`: edit that file, not this one.",
    ],
    [
      "the registry where there is no source",
      {},
      {},
      "// Generated from the registry shop by `promschema generate types`: edit the registry, not this one.",
    ],
    [
      "a source on two lines as one",
      {},
      { source: "a\nimport 'b'", command: "x" },
      "// Generated from a import 'b' by `x`: edit that file, not this one.",
    ],
  ])("names %s in its first line", (_, more, options, line) => {
    const [file] = generateTypes(withMetric({ type: "gauge" }, more), options);
    expect(file!.content.split("\n", 1)).toEqual([line]);
  });

  it.each([
    ["../../etc/passwd", "etc-passwd.ts"],
    ["C:\\x", "C-x.ts"],
    [".hidden", "hidden.ts"],
    ["größe", "gr-e.ts"],
    ["😀", "registry.ts"],
    ["x".repeat(300), `${"x".repeat(80)}.ts`],
  ])("gives a registry called %j a file of its own folder", (name, path) => {
    expect(generateTypes(compiled({ registry: name, metrics: {} }))[0]!.path).toBe(path);
  });

  it.each([
    ["class", "export const classRegistry ="],
    ["await", "export const awaitRegistry ="],
    ["node-exporter", "export const nodeExporter ="],
    ["1st", "export const _1st ="],
    ["declareRegistry", "export const declareRegistry ="],
    ["😀", "export const unnamed ="],
  ])("exports a registry called %j under a name that a variable can have", (name, line) => {
    const { content } = generateTypes(compiled({ registry: name, metrics: {} }))[0]!;
    expect(content).toContain(line);
  });

  it("tells metrics apart whose names differ in case or punctuation alone", () => {
    const metrics = {
      "hits.total": { type: "gauge" },
      HITS_TOTAL: { type: "gauge" },
      hits_total: { type: "gauge" },
    };
    const { content } = generateTypes(compiled({ registry: "shop", metrics }))[0]!;
    expect(content.match(/^export type \S+/gm)).toEqual([
      "export type HitsTotalLabels",
      "export type HITSTOTALLabels_2",
      "export type HitsTotalLabels_3",
    ]);
  });
});

describe("the types of labels", () => {
  const typeOf = (label: object, optional = false): string => {
    const registry = withMetric({ type: "gauge", labels: [{ name: "l", optional, ...label }] });
    return /^ {2}(l.*;)$/m.exec(moduleOf(registry).split("export interface")[1]!)![1]!;
  };

  it.each([
    ["a text", {}, "l: string;", "l?: string | undefined;"],
    [
      "a boolean",
      { type: "boolean" },
      'l: boolean | "true" | "false";',
      'l?: boolean | "true" | "false" | "" | undefined;',
    ],
    [
      "a whole number",
      { type: "integer" },
      `l: number | \`\${bigint}\`;`,
      `l?: number | \`\${bigint}\` | "" | undefined;`,
    ],
    ["an enum", { enum: ["a", "b"] }, 'l: "a" | "b";', 'l?: "a" | "b" | "" | undefined;'],
    [
      "an enum of numbers",
      { enum: [1], type: "integer" },
      'l: "1" | 1;',
      'l?: "1" | 1 | "" | undefined;',
    ],
    [
      "an open enum",
      { enum: ["a"], open: true },
      'l: "a" | (string & Record<never, never>);',
      'l?: "a" | (string & Record<never, never>) | "" | undefined;',
    ],
  ])("say what %s takes", (_, label, required, optional) => {
    expect([typeOf(label), typeOf(label, true)]).toEqual([required, optional]);
  });
});

describe("an editor", () => {
  const registry = withMetric(
    {
      type: "counter",
      description: "Hits of the shop. */ @internal",
      note: "An odd `backtick and {@link nothing}.",
      stability: "beta",
      presence: "after-event",
      value: { min: 0, integer: true },
      deprecated: { since: "2.0", reason: "It counts twice.", renamedTo: "visits" },
      links: [{ url: "https://example.com/*/hits", title: "More" }],
      labels: ["phase"],
    },
    {
      labels: {
        phase: { description: "Where it is.", enum: { warm: "traffic moves", done: "it has" } },
      },
    },
  );

  // The compiler gives texts as they stand in the comment; whoever renders them as Markdown takes the backslashes away.
  const words = [
    "Hits of the shop. *\\/ \\@internal",
    "An odd `backtick and {\\@link nothing}.",
    "Counter. Values are whole numbers, at least 0. Appears with its first event. Stability: beta.",
  ];
  const tags = [
    ["deprecated", "Since 2.0. It counts twice. Use `visits`."],
    ["see", "https://example.com/%2A/hits More"],
  ];

  it("shows what a metric is over its name, and strikes it through", () => {
    const content = moduleOf(registry);
    const shown = hover(content, { after: "metrics: {", word: "hits_total" });
    expect([shown.words.split("\n\n"), shown.tags]).toEqual([words, tags]);
  });

  it("shows the same over the type of its labels", () => {
    const content = moduleOf(registry);
    const shown = hover(content, { after: "export interface", word: "HitsTotalLabels" });
    expect([shown.type, shown.words, shown.tags]).toEqual([
      "interface HitsTotalLabels",
      [`Labels of \`hits_total\`: ${words[0]}`, ...words.slice(1)].join("\n\n"),
      tags,
    ]);
  });

  it("shows what a label is and what its values mean", () => {
    const content = moduleOf(registry);
    const shown = hover(content, { after: "export interface", word: "phase" });
    expect([shown.type, shown.words]).toEqual([
      '(property) HitsTotalLabels.phase: "warm" | "done"',
      "Where it is.\n\n- `warm`: traffic moves\n- `done`: it has",
    ]);
  });
});
